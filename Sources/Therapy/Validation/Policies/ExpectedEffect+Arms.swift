extension ExpectedEffect {
    /// Name that stands for the study's own rules.
    public static let asPublished = "as-published"

    /// Both arms: under the policy, and under what it is compared with.
    public var arms: (policy: VirtualArm, against: VirtualArm) {
        (VirtualArm(study: study, policy: Self.name(policy)), VirtualArm(study: study, policy: Self.name(against)))
    }

    private static func name(_ policy: String) -> String? { policy == asPublished ? nil : policy }
}
