import Catalogue
import Dynamics
import Testing

@testable import Therapy

/// Quantities that have an answer by other means, and what is said when there is none.
@Suite struct QuantityBenchTests {
    private static func bench(_ runs: [VirtualArm: ArmRun] = [:]) throws -> QuantityBench {
        QuantityBench(
            runs: runs, body: try Shipped.body(), base: try Shelf(root: Shipped.root).bodyParameters())
    }

    private static func shipped(_ id: String) throws -> Quantity {
        try #require(try Shelf(root: Shipped.root).quantities().quantities.first { $0.id == id }, "no quantity \(id)")
    }

    @Test("fludarabine AUC is the dose of F-ara-A over its clearance")
    func fludarabine() throws {
        let found = try Self.bench().result(for: Self.shipped("fludarabine-auc-egfr-60"))
        // Langenhorst: 3.24 + 0.782 · 0.06 · eGFR L/h at 70 kg, to the power 0.75 of weight; 0.781 of the phosphate.
        let clearance = (3.24 + 0.782 * 0.06 * 60) * power(75.0 / 70, 0.75)
        let expected = 3 * 30 * 1.88 * 0.781 / clearance
        let value = try #require(found.simulated?.value)
        #expect(abs(value / expected - 1) < 0.005, "\(value), expected \(expected)")
        #expect(found.holds == true)
    }

    @Test("without induction the cyclophosphamide AUC would be dose over clearance; induction makes it smaller")
    func cyclophosphamide() throws {
        let found = try Self.bench().result(for: Self.shipped("cyclophosphamide-auc"))
        let value = try #require(found.simulated?.value)
        let base = try Shelf(root: Shipped.root).bodyParameters()
        let plain = 950 / (try #require(base["CL_cy"]).value / 24)
        #expect(value < plain && value > 0.8 * plain)
    }

    @Test("IgG that nothing makes halves by its rate of loss; B-cell products need that to be slow")
    func immunoglobulin() throws {
        let found = try Self.bench().result(for: Self.shipped("igg-half-life"))
        let value = try #require(found.simulated?.value)
        #expect((15...60).contains(value), "\(value)")
    }

    @Test("the M-protein of a tumour that is gone halves by its own rate")
    func mProtein() throws {
        let base = try Shelf(root: Shipped.root).bodyParameters()
        let rate = try #require(base["kMp"]).value
        let value = try #require(try Self.bench().result(for: Self.shipped("m-protein-half-life")).simulated?.value)
        #expect(abs(value - naturalLogarithm(2) / rate) < 0.01)
    }

    @Test("published costs and years give the published cost per year")
    func arithmetic() throws {
        let found = try Self.bench().result(for: Self.shipped("icer-b-all"))
        #expect(abs(try #require(found.simulated?.value) - (666_754 - 337_256) / 7.18) < 0.01)
        #expect(found.quantity.measure.basis == .arithmetic)
    }

    @Test("a study that was not run, and a state that the body lacks, are reported and not made up")
    func missing() throws {
        let bench = try Self.bench()
        let study = bench.result(for: try Self.shipped("crs-any-axi-cel"))
        #expect(study.simulated == nil && study.holds == nil)
        #expect(study.reason?.contains("zuma-1") == true)
        #expect(throws: NotSimulated.self) { try bench.markerHalfLife(["no such state"]) }
        let told = QuantityBench(
            runs: [:], missing: [VirtualArm(study: "zuma-1"): "because"], body: bench.body, base: bench.base)
        #expect(told.result(for: try Self.shipped("crs-any-axi-cel")).reason == "because")
    }

    @Test("every shipped quantity of a study is computed or says why not, and endpoints equal the trial's")
    func shippedQuantities() throws {
        let setting = try Shipped.setting("zuma-1")
        let result = try Trial(setting).run(patients: 200, threads: 2, tracing: 200)
        let bench = try Self.bench([VirtualArm(study: "zuma-1"): ArmRun(setting: setting, result: result)])
        let endpoints = Endpoints(result.outcomes, study: setting.study).values
        let quantities = try Shelf(root: Shipped.root).quantities().quantities
        for quantity in quantities where quantity.study == "zuma-1" && quantity.policy == nil {
            let found = bench.result(for: quantity)
            #expect((found.simulated == nil) == (found.reason != nil), "\(quantity.id)")
            if let estimate = found.simulated {
                #expect(estimate.value.isFinite, "\(quantity.id)")
                #expect((estimate.low ?? estimate.value) <= (estimate.high ?? estimate.value), "\(quantity.id)")
                if quantity.rule == .proportion { #expect((0...1).contains(estimate.value), "\(quantity.id)") }
            }
            if quantity.measure == .endpoint {
                #expect(found.simulated?.value == endpoints[quantity.endpoint ?? ""]?.value, "\(quantity.id)")
            }
        }
    }

    @Test("IL-15 at the infusion is that of the patient whose Cmax it is held against")
    func interleukin15() throws {
        // More cells before lymphodepletion take up more IL-15: without depletion the level falls to its resting value.
        let setting = try Shipped.setting("zuma-1")
        let run = ArmRun(setting: setting, result: try Trial(setting).run(patients: 120, threads: 2))
        let found = try Self.bench([VirtualArm(study: "zuma-1"): run]).result(for: Self.shipped("il15-with-cmax"))
        let value = try #require(found.simulated)
        #expect(value.value > 0, "IL-15 drives expansion in the body")
        #expect((value.low ?? 1) < value.value && value.value < (value.high ?? -1))
    }
}
