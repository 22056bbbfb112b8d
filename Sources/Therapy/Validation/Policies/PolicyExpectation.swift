/// What a publication says that a way of managing toxicity changes: one entry of `Evidence/policies/expected.yaml`.
public struct PolicyExpectation: Codable, Sendable, Equatable {
    /// Which way an endpoint goes.
    public enum Direction: String, Codable, Sendable, CaseIterable {
        case lower, higher, unchanged
    }

    /// Identifier of the policy.
    public var policy: String
    /// What it is compared with: a policy, or `as-published` for the study's own rules.
    public var against: String
    /// Identifier of the study whose patients are run under both.
    public var study: String
    /// The endpoint.
    public var endpoint: String
    /// Which way it goes.
    public var direction: Direction
    /// Published value under the policy, if there is one.
    public var published: Double?
    /// Published value under what it is compared with.
    public var publishedAgainst: Double?
    /// Patients under the policy.
    public var n: Int?
    /// Publication.
    public var source: String
    /// How well it was checked.
    public var verification: Verification
    /// What to know when comparing.
    public var note: String?

    private enum CodingKeys: String, CodingKey {
        case policy, against, study, endpoint, direction, published
        case publishedAgainst = "published_against"
        case n, source, verification, note
    }

    /// Both arms: under the policy, and under what it is compared with.
    public var arms: (policy: VirtualArm, against: VirtualArm) {
        (
            VirtualArm(study: study, policy: Self.name(policy)),
            VirtualArm(study: study, policy: Self.name(against))
        )
    }

    /// Name that stands for the study's own rules.
    public static let asPublished = "as-published"

    private static func name(_ policy: String) -> String? { policy == asPublished ? nil : policy }
}
