import Catalogue
import Economics
import Foundation
import Testing

@testable import Therapy

/// Virtual patients, valued.
@Suite("Value of a study's patients")
struct StudyModelTests {
    static let shelf = try? Shelf(root: Shipped.root)

    private func model(
        _ study: String = "zuma-1", view: View = .healthCare, change: (inout PriceList) -> Void = { _ in }
    ) throws -> StudyModel {
        let shelf = try #require(Self.shelf)
        let setting = try Shipped.setting(study)
        let plan = try shelf.valuationPlan(for: study)
        var prices = try shelf.priceList("us-2021")
        change(&prices)
        return try StudyModel(
            setting: setting, outcomes: try Shipped.outcomes(setting, patients: 200), plan: plan,
            utilities: try shelf.utilities(setting.study.disease), prices: prices,
            lifeTable: try shelf.lifeTable(plan.population.lifeTable), view: view)
    }

    @Test("costs of the steps are the patients' ledgers by the price list")
    func steps() throws {
        let shelf = try #require(Self.shelf)
        let setting = try Shipped.setting("zuma-1")
        let collected = try Shipped.outcomes(setting, patients: 200).filter { $0.collections > 0 && $0.failure == nil }
        let book = try PriceBook(
            shelf.priceList("us-2021"), product: "axicabtagene-ciloleucel", disease: "large-b-cell-lymphoma")
        let result = try model().results()[0]
        func mean(_ value: (Outcome) -> Double) -> Double {
            collected.reduce(0) { $0 + value($1) } / Double(collected.count)
        }
        func part(_ title: String) -> Double { result.parts.first { $0.title == title }?.amount ?? .nan }
        #expect(abs(part("Product") - mean { $0.infused ? 399_000 : 0 }) < 1e-6)
        for step in [TherapyStep.collection, .conditioning, .hospital] {
            #expect(abs(part(step.label) - mean { book.cost(of: $0.ledger, in: step).amount }) < 1e-6, "\(step)")
        }
        // Follow-up is discounted, by no more than two years of it.
        let followUp = mean { book.cost(of: $0.ledger, in: .followUp).amount }
        #expect(part(TherapyStep.followUp.label) < followUp && part(TherapyStep.followUp.label) > 0.94 * followUp)
    }

    @Test("QALYs are below life-years, and both above what is lived within follow-up alone")
    func effects() throws {
        let result = try model().results()[0]
        #expect(result.qalys > 0.5 && result.qalys < result.lifeYears)
        #expect(result.lifeYears < result.undiscountedLifeYears)
        #expect(result.progressionFreeYears < result.lifeYears)
        #expect(result.undiscountedLifeYears > 2)
    }

    @Test("the societal view adds journeys, nights, carers' time and lost work, and nothing else")
    func societal() throws {
        let (care, all) = (try model().results()[0], try model(view: .societal).results()[0])
        let added = all.parts.filter { $0.title.hasPrefix("Society") }
        #expect(added.count == 4 && added.allSatisfy { $0.amount > 0 })
        #expect(abs(all.cost - care.cost - added.reduce(0) { $0 + $1.amount }) < 1e-6)
        #expect(all.qalys == care.qalys)
    }

    @Test("the same seed gives the same draws; patients are drawn as well as numbers")
    func draws() throws {
        let model = try model()
        let (few, many) = (try model.draws(4, seed: 1), try model.draws(8, seed: 1))
        #expect(few.draws == Array(many.draws.prefix(4)))
        let costs = try [0, 1].map { try model.varied(model.numbers, draw: $0)[0].cost }
        #expect(costs[0] != costs[1])
    }

    @Test("the curve after follow-up starts at 1, falls, and is one family's if that is asked for")
    func tails() throws {
        let tail = try model().survivalTail
        #expect(abs(tail.parts.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
        let shares = stride(from: 0.0, through: 40, by: 0.5).map(tail.survival)
        #expect(shares[0] == 1 && zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 })
        let fit = CurveFit(.exponential, times: [1, 2, 3, 4], events: [true, true, false, true])
        let one = TailCurve([fit], from: 2, horizon: 20, cycle: 1 / 12.0)
        #expect(abs(one.survival(at: 5) - fit.curve.survival(at: 5)) < 1e-6)
    }

    @Test("prices of another money than the comparator's are refused, and so is a missing one")
    func refused() {
        let year = #expect(throws: Fault.self) { try model { $0.money.year = 2020 } }
        #expect(year?.path == ["money"])
        let missing = #expect(throws: Fault.self) { try model { $0.resources.removeAll { $0.resource == "visit" } } }
        #expect(missing?.found.contains("visit") == true)
    }
}
