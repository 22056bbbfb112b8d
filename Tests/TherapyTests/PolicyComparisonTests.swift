import Care
import Testing

@testable import Therapy

/// The same virtual patients under two policies.
@Suite struct PolicyComparisonTests {
    private static func expectation(
        _ direction: ExpectedEffect.Direction, policy: String = "none", endpoint: String = "tocilizumab_use"
    ) -> ExpectedEffect {
        ExpectedEffect(
            policy: policy, against: "as-published", study: "zuma-1", endpoint: endpoint, direction: direction,
            published: 0, publishedAgainst: 0.4, n: 50, source: "a test", verification: .read, note: nil)
    }

    private static func runs() throws -> [VirtualArm: ArmRun] {
        let setting = try Shipped.setting("zuma-1")
        let none = try Shipped.setting(
            "zuma-1", policy: ManagementPolicy(id: "none", title: "none", source: "a test"))
        return try [
            VirtualArm(study: "zuma-1"): ArmRun(
                setting: setting, result: Trial(setting).run(patients: 200, threads: 2)),
            VirtualArm(study: "zuma-1", policy: "none"):
                ArmRun(setting: none, result: Trial(none).run(patients: 200, threads: 2)),
        ]
    }

    @Test("a policy that gives nothing lowers what is given, in the same patients, and that is all it is said to do")
    func directions() throws {
        let runs = try Self.runs()
        let lower = PolicyComparison(Self.expectation(.lower), runs: runs)
        #expect(lower.simulated == 0 && (lower.simulatedAgainst ?? 0) > 0.2)
        let difference = try #require(lower.difference)
        #expect(abs(difference.value + (lower.simulatedAgainst ?? 0)) < 1e-12)
        #expect(lower.holds == true)
        #expect(PolicyComparison(Self.expectation(.higher), runs: runs).holds == false)
        #expect(PolicyComparison(Self.expectation(.unchanged), runs: runs).holds == false)
        // Who is infused does not depend on what is given afterwards.
        let infused = PolicyComparison(Self.expectation(.unchanged, endpoint: "infused"), runs: runs)
        #expect(infused.difference?.value == 0 && infused.holds == true)
        #expect(PolicyComparison(Self.expectation(.lower, endpoint: "infused"), runs: runs).holds == false)
    }

    @Test("a policy that was not run is reported with the reason")
    func missing() {
        let arm = VirtualArm(study: "zuma-1", policy: "none")
        let comparison = PolicyComparison(
            Self.expectation(.lower), runs: [:], missing: [arm: "there is no policy 'none'"])
        #expect(comparison.holds == nil && comparison.reason == "there is no policy 'none'")
        #expect([comparison].agreement == Agreement(compared: 1, agreeing: 0))
    }

    @Test("pairing makes the interval of a small difference narrow")
    func pairing() throws {
        let runs = try Self.runs()
        let (one, other) = (
            try #require(runs[VirtualArm(study: "zuma-1", policy: "none")]),
            try #require(runs[VirtualArm(study: "zuma-1")])
        )
        let paired = PairedBlocks(one.outcomes, other.outcomes, study: one.setting.study)
        let same = PairedBlocks(other.outcomes, other.outcomes, study: one.setting.study)
        let none = try #require(same.contrast("crs_any", -))
        #expect(none.value == 0 && none.low == 0 && none.high == 0)
        let changed = try #require(paired.contrast("tocilizumab_use", -))
        let share = try #require(paired.values("tocilizumab_use").other)
        // Independent groups of this size would give ± 1.96 √(p(1 − p)/n) or more.
        let independent = 1.96 * (share * (1 - share) / 180).squareRoot()
        #expect((changed.high ?? 1) - (changed.low ?? -1) < 2 * 1.5 * independent)
    }
}
