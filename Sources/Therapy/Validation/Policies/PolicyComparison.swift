/// The same virtual patients under two policies, beside what a publication says of the difference.
public struct PolicyComparison: Sendable, Equatable {
    /// What is expected.
    public let expectation: ExpectedEffect
    /// The endpoint under the policy; nil if it could not be run.
    public let simulated: Double?
    /// Under what it is compared with.
    public let simulatedAgainst: Double?
    /// Policy minus the other, with the paired 95 % interval.
    public let difference: QuantityEstimate?
    /// Why there is no result, if there is none.
    public let reason: String?

    /// Shares may differ by so much, and other endpoints by such a part, and count as unchanged (assumed; a tenth of all
    /// patients is what studies of about a hundred could at best have told from none).
    public static let margin = 0.1

    /// Compares two runs of the same patients.
    public init(_ expectation: ExpectedEffect, runs: [VirtualArm: ArmRun], missing: [VirtualArm: String] = [:]) {
        self.expectation = expectation
        let arms = expectation.arms
        guard let one = runs[arms.policy], let other = runs[arms.against] else {
            let absent = runs[arms.policy] == nil ? arms.policy : arms.against
            simulated = nil
            simulatedAgainst = nil
            difference = nil
            reason = missing[absent] ?? "\(absent.words) was not run"
            return
        }
        let paired = PairedBlocks(one.outcomes, other.outcomes, study: one.setting.study)
        let values = paired.values(expectation.endpoint)
        simulated = values.one
        simulatedAgainst = values.other
        difference = paired.contrast(expectation.endpoint, -)
        reason = difference == nil ? "no virtual patient comes into question" : nil
    }

    /// Whether the difference goes as expected; nil if it could not be run. Lower and higher must be told from no
    /// difference by the paired interval.
    public var holds: Bool? {
        guard let difference else { return nil }
        switch expectation.direction {
        case .lower: return (difference.high ?? difference.value) < 0
        case .higher: return (difference.low ?? difference.value) > 0
        case .unchanged:
            let isShare = EndpointName(rawValue: expectation.endpoint)?.unit == "1"
            let limit = isShare ? Self.margin : Self.margin * (simulatedAgainst ?? 0).magnitude
            return difference.value.magnitude <= limit
        }
    }
}

extension [PolicyComparison] {
    /// How many go as expected; what could not be run does not.
    public var agreement: Agreement {
        Agreement(compared: count, agreeing: filter { $0.holds == true }.count)
    }
}
