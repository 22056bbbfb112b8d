import Care
import Dynamics
import Testing

@testable import Therapy

/// Bendamustine as lymphodepletion.
@Suite struct BendamustineTests {
    @Test("bendamustine depletes lymphocytes, and less deeply than fludarabine with cyclophosphamide")
    func depth() throws {
        let setting = try Shipped.setting("zuma-1")
        var none = setting
        none.study.lymphodepletion = []
        func lowest(_ setting: TrialSetting) -> Double {
            let counts = (0..<60).compactMap { index -> Double? in
                let journal = Trial(setting).patient(index).journal
                return journal.entries.compactMap { entry -> Double? in
                    guard case .labReported(let result) = entry.event, result.analyte == .lymphocytes,
                        let day = entry.simulatedDay, day >= 0, day < 3
                    else { return nil }
                    return result.value
                }.min()
            }
            return Shipped.median(counts)
        }
        let (without, bendamustine, usual) = (lowest(none), lowest(setting.afterBendamustine()), lowest(setting))
        #expect(usual < 0.5 * bendamustine && bendamustine < 0.6 * without, "\(usual), \(bendamustine), \(without)")
        #expect((0.08...0.4).contains(bendamustine), "about 0.2 × 10⁹/L, \(bendamustine)")
    }

    @Test("its doses stand in the journal, in mg by body surface")
    func recorded() throws {
        let setting = try Shipped.setting("zuma-1").afterBendamustine()
        let (journal, outcome) = Trial(setting).patient(1)
        try #require(outcome.infused)
        let doses = journal.entries.compactMap { entry -> Double? in
            guard case .drugGiven(let given) = entry.event, given.drug == .bendamustine else { return nil }
            return given.amount
        }
        #expect(doses.count == 2)
        for dose in doses { #expect(abs(dose - 90 * outcome.patient.bodySurface) < 1e-6) }
    }
}
