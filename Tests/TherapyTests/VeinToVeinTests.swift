import Care
import Dynamics
import Testing

@testable import Therapy

/// Leukapheresis, transduction, expansion and release.
@Suite struct VeinToVeinTests {
    private func patient(_ index: Int = 0, study: String = "zuma-1") throws -> VirtualPatient {
        VirtualPatient.draw(
            index: index, seed: 1, from: try Shipped.setting(study).study.population,
            covariates: CovariateLaw(try Shipped.covariates))
    }

    @Test func `the yield of leukapheresis is proportional to the CD3 count`() throws {
        let setting = try Shipped.setting("zuma-1")
        func yield(cd3: Double) throws -> Double {
            var patient = try patient()
            patient.cd3 = cd3
            var stream = RandomStream(seed: 5, patient: 0, purpose: .apheresis)
            return Apheresis.collect(
                from: patient, for: setting.product.process, constants: setting.numbers.cells, stream: &stream)[0]
                .cd3Collected
        }
        #expect(abs(try yield(cd3: 1.0) / yield(cd3: 0.5) - 2) < 1e-9)
    }

    @Test func `collection goes on to a second and third day, and no further`() throws {
        let setting = try Shipped.setting("zuma-1")
        var poor = try patient()
        poor.cd3 = 1e-4
        var stream = RandomStream(seed: 5, patient: 0, purpose: .apheresis)
        let days = Apheresis.collect(
            from: poor, for: setting.product.process, constants: setting.numbers.cells, stream: &stream)
        #expect(days.map(\.collection) == [1, 2, 3])
    }

    /// Reference table of copies per transduced cell at a CAR-positive share, negative binomial with dispersion k.
    static let copies: [(Double, Double, Double)] = [
        (0.30, 2.0, 1.30), (0.50, 1.0, 2.00), (0.70, 1.0, 3.33), (0.50, 0.5, 3.00),
    ]

    @Test(arguments: copies)
    func `vector copy number is over-dispersed`(share: Double, k: Double, copies: Double) {
        // From the share back to the mean, then forward as manufacture does.
        let mean = k * (power(1 - share, -1 / k) - 1)
        let positive = 1 - power(1 + mean / k, -k)
        #expect(abs(positive - share) < 1e-12)
        #expect(abs(mean / positive - copies) < 0.006)
    }

    @Test func `a batch out of its limits is offered out of specification or made again`() throws {
        let setting = try Shipped.setting("zuma-1") { _, product in
            product.process.viability.value = 0.4
            product.process.viability.cv = nil
            product.process.outOfSpecificationAccepted.value = 0
        }
        let plan = VeinToVein.plan(
            for: try patient(), study: setting.study, product: setting.product, course: setting.numbers,
            infections: setting.waitingInfections(of: try patient()), source: setting.source)
        #expect(plan.product == nil)
        #expect(plan.batches.count == setting.product.process.maximumAttempts)
        #expect(plan.batches.allSatisfy { $0.certificate.tests.contains { $0.name == "viability" && !$0.passed } })
        #expect(plan.batches[1].started > plan.batches[0].tested)

        var accepting = setting.product
        accepting.process.outOfSpecificationAccepted.value = 1
        accepting.process.batchLoss.value = 0
        let taken = VeinToVein.plan(
            for: try patient(), study: setting.study, product: accepting, course: setting.numbers,
            infections: setting.waitingInfections(of: try patient()), source: setting.source)
        #expect(taken.batches.count == 1)
        guard case .outOfSpecification(let tests)? = taken.product?.verdict else {
            Issue.record("the product should have been taken out of specification")
            return
        }
        #expect(tests == ["viability"])
    }

    @Test func `the dose is by weight to the cap`() throws {
        let setting = try Shipped.setting("zuma-1")
        let manufacturing = Manufacturing(product: setting.product, dose: setting.study.dose, course: setting.numbers)
        var patient = try patient()
        patient.weight = 80
        #expect(abs(manufacturing.target(for: patient) - 160) < 1e-9)
        patient.weight = 120
        #expect(manufacturing.target(for: patient) == 200)
    }

    @Test func `children weigh as children do`() throws {
        let setting = try Shipped.setting("eliana")
        let children = (0..<300).map {
            VirtualPatient.draw(index: $0, seed: 1, from: setting.study.population, covariates: setting.covariates)
        }
        .filter { $0.age < 6 }
        #expect(children.count > 20)
        for child in children { #expect(child.weight < 35 && child.height < 130) }
    }

    @Test func `what manufacture makes is what is infused`() throws {
        let setting = try Shipped.setting("zuma-1")
        for index in 0..<20 {
            let (journal, outcome) = Trial(setting).patient(index)
            let harvest = journal.entries.compactMap { entry -> Double? in
                if case .batchHarvested(let value) = entry.event { value.carPositiveCells } else { nil }
            }.last
            if outcome.infused { #expect(outcome.dose == harvest) }
        }
    }
}
