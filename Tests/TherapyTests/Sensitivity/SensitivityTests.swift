import Care
import Dynamics
import Synchronization
import Testing

@testable import Therapy

/// What drives the results of a trial.
@Suite struct SensitivityTests {
    /// Rows without the count of refused candidates, which belongs to the seed and not to the patient.
    private func rows(_ outcomes: [Outcome]) -> [String] {
        outcomes.map { outcome in
            var outcome = outcome
            outcome.patient.screenFailures = 0
            return OutcomeTable.row(outcome)
        }
    }

    @Test(arguments: ["zuma-1", "eliana", "cartitude-1"])
    func `the inputs together are every draw of a cohort`(study: String) throws {
        let analysis = SensitivityAnalysis(try Shipped.setting(study), patients: 150)
        let everything = analysis.inputs.reduce(into: RandomSource.Draws()) { all, input in
            all.purposes.formUnion(input.draws.purposes)
            all.covariates.formUnion(input.draws.covariates)
        }
        var exchanged = analysis.setting
        exchanged.source = exchanged.source.exchanging(everything)
        let hybrid = try Shipped.outcomes(exchanged, patients: 150)
        let second = try Shipped.outcomes(analysis.second, patients: 150)
        #expect(rows(hybrid) == rows(second))
        #expect(rows(hybrid) != rows(try Shipped.outcomes(analysis.setting, patients: 150)))
    }

    @Test func `no draw belongs to two inputs`() throws {
        let inputs = SensitivityInput.all(for: try Shipped.setting("cartitude-1"))
        #expect(Set(inputs.map(\.id)).count == inputs.count)
        let purposes = inputs.flatMap { Array($0.draws.purposes) }
        let covariates = inputs.flatMap { Array($0.draws.covariates) }
        #expect(Set(purposes).count == purposes.count && Set(covariates).count == covariates.count)
        #expect(covariates.count == Covariate.allCases.count)
    }

    @Test func `exchanging one covariate changes it and what goes together with it, and keeps the patient eligible`()
        throws
    {
        let setting = try Shipped.setting("zuma-1")
        let population = setting.study.population
        let source = RandomSource(seed: 1)
        let burden = source.exchanging(.init(covariates: [.burden]))
        for index in 0..<200 {
            func draw(_ source: RandomSource) -> VirtualPatient {
                .draw(
                    index: index, source: source, from: population, covariates: setting.covariates,
                    inclusion: setting.study.inclusion)
            }
            let (usual, hybrid, other) = (draw(source), draw(burden), draw(RandomSource(seed: source.second)))
            #expect(hybrid.burden == other.burden && hybrid.burden != usual.burden)
            #expect(hybrid.age == usual.age && hybrid.weight == usual.weight && hybrid.neutrophils == usual.neutrophils)
            // LDH goes together with the burden: it moves the same way.
            #expect((hybrid.ldh > usual.ldh) == (hybrid.burden > usual.burden) || hybrid.ldh == usual.ldh)
            for criterion in setting.study.inclusion {
                let value = hybrid.value(of: criterion.quantity)
                #expect(value >= criterion.atLeast ?? -.infinity && value <= criterion.atMost ?? .infinity)
            }
        }
    }

    @Test func `luck changes neither patient nor product`() throws {
        let setting = try Shipped.setting("zuma-1")
        var lucky = setting
        lucky.source = setting.source.exchanging(.init(purposes: Chance.purposes))
        let a = try Shipped.outcomes(setting, patients: 40)
        let b = try Shipped.outcomes(lucky, patients: 40)
        #expect(rows(a) != rows(b))
        for (a, b) in zip(a, b) {
            #expect(a.patient == b.patient && (a.dose == b.dose || a.infused != b.infused))
            // Counts are measured with an error of 10 %.
            if let x = a.cmax, let y = b.cmax { #expect(abs(x / y - 1) < 0.6) }
        }
    }

    @Test func `a number that is held is the same in every patient and moves no other draw`() throws {
        let analysis = SensitivityAnalysis(try Shipped.setting("zuma-1"), patients: 90)
        func lever(_ id: String) throws -> TornadoLever { try #require(analysis.levers.first { $0.id == id }) }
        let usual = try Shipped.outcomes(analysis.setting, patients: 30)

        let burden = try lever("patient.burden")
        let large = try Shipped.outcomes(burden.held(true), patients: 30)
        #expect(Set(large.map(\.patient.burden)) == [burden.high] && burden.low < burden.high)
        #expect(
            zip(usual, large).allSatisfy {
                $0.patient.age == $1.patient.age && $0.vectorCopyNumber == $1.vectorCopyNumber || !$1.infused
                    || !$0.infused
            })

        let memory = try lever("product.memoryFraction")
        let poor = try Shipped.outcomes(memory.held(false), patients: 30)
        #expect(Set(poor.compactMap(\.memoryFraction)) == [memory.low])
        for (a, b) in zip(usual, poor) {
            #expect(a.patient == b.patient)
            if a.batches == b.batches, a.infused, b.infused {
                #expect(a.carPositive == b.carPositive && a.viability == b.viability && a.veinToVein == b.veinToVein)
            }
        }
    }

    @Test func `percentiles of a covariate are those of the patients enrolled`() throws {
        let setting = try Shipped.setting("zuma-1")
        let levers = TornadoLever.all(for: setting, patients: 2000)
        let clearance = try #require(levers.first { $0.id == "patient.creatinineClearance" })
        #expect(clearance.low > 60, "nobody is enrolled below 60")
        let level = try #require(levers.first { $0.id == "patient.immunoglobulinG" })
        let enrolled = (0..<2000).map {
            VirtualPatient.draw(
                index: $0, seed: 1, from: setting.study.population, covariates: setting.covariates,
                inclusion: setting.study.inclusion
            )
            .immunoglobulinG
        }
        #expect(abs(level.low / (try #require(Quantile.of(enrolled, 0.1))) - 1) < 0.01)
        #expect(abs(level.high / (try #require(Quantile.of(enrolled, 0.9))) - 1) < 0.01)
    }

    @Test func `the analysis is the same on one thread and two, costs what it says, and knows what cannot matter`()
        throws
    {
        let analysis = SensitivityAnalysis(try Shipped.setting("zuma-1"), patients: 24)
        let one = try analysis.run(threads: 1)
        let seen = Progress()
        let two = try analysis.run(threads: 2, progress: { seen.reach($0) })
        #expect(seen.most == analysis.runs)
        #expect(analysis.runs == (analysis.inputs.count + 2) * 24 + 2 * analysis.levers.count * 8)
        for (a, b) in zip(one.outputs, two.outputs) {
            #expect(a.sobol.map(\.input.id) == b.sobol.map(\.input.id))
            #expect(a.sobol.map(\.index) == b.sobol.map(\.index))
            #expect(a.tornado.map(\.lever.id) == b.tornado.map(\.lever.id))
            #expect(a.tornado.map(\.high) == b.tornado.map(\.high))
            // Ferritin at screening is a marker: it enters nothing but the length of the integrator's steps.
            for driver in a.sobol where driver.input.id == "patient.ferritin" {
                #expect(driver.index.total.high < 1e-9)
            }
        }
        let expansion = try #require(one.outputs.first { $0.output == .car_t_cmax_log10 })
        #expect(expansion.sobol.count == analysis.inputs.count && expansion.tornado.count == analysis.levers.count)
        #expect(expansion.sobol[0].index.total.value > 0.1)
    }

    @Test func `an analysis that is stopped throws`() throws {
        let analysis = SensitivityAnalysis(try Shipped.setting("zuma-1"), patients: 12)
        #expect(throws: Trial.Interrupted.self) { try analysis.run(threads: 2, isCancelled: { true }) }
    }
}

/// The highest count reported.
private final class Progress: Sendable {
    private let count = Mutex(0)
    var most: Int { count.withLock { $0 } }
    func reach(_ n: Int) { count.withLock { $0 = max($0, n) } }
}
