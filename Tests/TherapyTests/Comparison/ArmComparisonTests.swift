import Care
import Testing

@testable import Therapy

/// Policies compared in the same virtual patients.
@Suite struct ArmComparisonTests {
    private func early(_ policy: ManagementPolicy) -> ManagementPolicy {
        var early = policy
        early.id = "early"
        early.tocilizumabAfterHours = 0
        early.steroidFromCRS = 2
        early.steroidFromICANS = 1
        return early
    }

    @Test func `arms have the same patients, products and doses`() throws {
        let setting = try Shipped.setting("zuma-1")
        let a = try Shipped.outcomes(setting, patients: 60)
        let b = try Shipped.outcomes(setting.managed(by: early(setting.study.management)), patients: 60)
        #expect(OutcomeTable.csv(a) != OutcomeTable.csv(b))
        for (a, b) in zip(a, b) {
            #expect(a.patient == b.patient && a.dose == b.dose && a.veinToVein == b.veinToVein)
            #expect(a.infused == b.infused && a.baselineBurden == b.baselineBurden)
        }
    }

    @Test func `an arm under the same rules is the same arm, byte for byte`() throws {
        let setting = try Shipped.setting("zuma-1")
        var renamed = setting.study.management
        renamed.id = "renamed"
        let a = try Shipped.outcomes(setting, patients: 60)
        let b = try Shipped.outcomes(setting.managed(by: renamed), patients: 60, threads: 1)
        #expect(OutcomeTable.csv(a) == OutcomeTable.csv(b))
        for row in ArmComparison([a, b], study: setting.study, seed: 1).rows {
            let difference = row.differences[0]
            #expect(difference.value ?? 0 == 0, "\(row.measure.name)")
            #expect((difference.low ?? 0) <= 0 && (difference.high ?? 0) >= 0)
            #expect(difference.onlyReference ?? 0 == 0 && difference.onlyArm ?? 0 == 0)
        }
    }

    @Test func `the patients' own figures make up every endpoint, so that no endpoint is defined twice`() throws {
        let setting = try Shipped.setting("cartitude-1")
        let outcomes = try Shipped.outcomes(setting, patients: 120)
        let endpoints = Endpoints(outcomes, study: setting.study, asPublished: false).values
        for measure in ComparedMeasure.all(for: setting.study) {
            guard let endpoint = endpoints[measure.name] else { continue }
            let values = outcomes.compactMap(measure.value)
            let own = measure.statistic == .median ? Quantile.of(values, 0.5) : MeanEstimate(values)?.value
            guard let value = endpoint.value else {
                #expect(values.isEmpty, "\(measure.name)")
                continue
            }
            #expect(abs(try #require(own) - value) <= 1e-9 * max(1, abs(value)), "\(measure.name)")
        }
    }

    @Test func `whoever has a corticosteroid has it for CRS, for ICANS or for both, unless it was prophylaxis`() throws
    {
        let setting = try Shipped.setting("zuma-1")
        let outcomes = try Shipped.outcomes(setting.managed(by: early(setting.study.management)), patients: 200)
        for outcome in outcomes {
            #expect(
                (outcome.dexamethasoneEquivalent > 0)
                    == (outcome.corticosteroidForCRS || outcome.corticosteroidForICANS))
        }
        let endpoints = Endpoints(outcomes, study: setting.study).values
        let infused = outcomes.filter(\.infused)
        for (name, has) in [
            (EndpointName.corticosteroid_for_crs, \Outcome.corticosteroidForCRS),
            (.corticosteroid_for_icans, \.corticosteroidForICANS),
        ] {
            let share = Double(infused.count { $0[keyPath: has] }) / Double(infused.count)
            #expect(share > 0.05 && share < 1)
            #expect(abs(try #require(endpoints[name.rawValue]?.value) - share) < 1e-12)
        }
    }

    @Test func `early treatment saves severe toxicity and costs corticosteroid, in the same patients`() throws {
        let setting = try Shipped.setting("zuma-1")
        let a = try Shipped.outcomes(setting, patients: 300)
        let b = try Shipped.outcomes(setting.managed(by: early(setting.study.management)), patients: 300)
        let comparison = ArmComparison([a, b], study: setting.study, seed: 1)
        func row(_ name: String) throws -> ArmComparison.Row {
            try #require(comparison.rows.first { $0.measure.name == name })
        }
        let steroid = try row("corticosteroid_use").differences[0]
        #expect(try #require(steroid.low) > 0.1 && steroid.excludesZero)
        // Nobody gets less: who would be given it late is given it early, or no longer needs it.
        #expect(try #require(steroid.onlyReference) < (try #require(steroid.onlyArm)))
        let neurotoxicity = try row("icans_grade_3_or_higher")
        #expect(try #require(neurotoxicity.differences[0].high) < 0)
        let estimates = neurotoxicity.estimates.compactMap(\.value)
        #expect(abs(estimates[1] - estimates[0] - (neurotoxicity.differences[0].value ?? .nan)) < 1e-9)
        #expect(try row("manufacturing_success").differences[0].value == 0)
    }

    @Test func `of three arms each is compared with the first`() throws {
        let setting = try Shipped.setting("eliana")
        let a = try Shipped.outcomes(setting, patients: 40)
        let b = try Shipped.outcomes(setting.managed(by: .asco2021), patients: 40)
        let three = ArmComparison([a, b, a], study: setting.study, seed: 1)
        let two = ArmComparison([a, b], study: setting.study, seed: 1)
        for (x, y) in zip(three.rows, two.rows) {
            #expect(x.estimates.count == 3 && x.differences.count == 2)
            #expect(x.differences[0] == y.differences[0])
            #expect(x.differences[1].value ?? 0 == 0)
        }
    }
}
