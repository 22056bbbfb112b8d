import Catalogue
import Economics
import Foundation
import Testing
import Therapy

@Suite("Shipped economics")
struct EconomicsDataTests {
    let shelf: Shelf

    init() throws { shelf = try #require(shipped) }

    @Test("the four published analyses are there, each with its sources and a note on what is solved")
    func shippedAnalyses() throws {
        #expect(shelf.analyses == ["follicular-2023", "lin-2018", "sarkar-2019", "whittington-2018"])
        for id in shelf.analyses {
            let analysis = try shelf.economicModel(id).analysis
            #expect(!analysis.sources.isEmpty && analysis.notes?.isEmpty == false)
            for (name, input) in analysis.inputs where input.origin == .assumed {
                #expect(input.source.hasPrefix("assumed: "), "\(id) \(name)")
            }
        }
    }

    @Test(
        "published costs, QALYs and ratios are re-made within 10 %, and not because they were solved for",
        arguments: ["whittington-2018", "lin-2018", "sarkar-2019", "follicular-2023"])
    func remade(id: String) throws {
        let model = try shelf.economicModel(id)
        let results = try model.results()
        var own = 0
        for item in model.analysis.published where item.note?.contains("not expected within 10 %") != true {
            let value = try #require(model.value(item.measure, of: item.strategy, against: item.against, in: results))
            #expect(
                abs(value / item.value - 1) < 0.1,
                "\(id): \(item.measure) of \(item.strategy) against \(item.against ?? "-"): \(value), published \(item.value)"
            )
            own += model.analysis.isSolvedFor(item) ? 0 : 1
        }
        #expect(own >= 3)
        // The ratio itself is never what is solved for.
        #expect(model.analysis.published.contains { $0.measure == .costPerQALY && !model.analysis.isSolvedFor($0) })
        #expect(model.analysis.solve?.contains { $0.measure == .costPerQALY } != true)
    }

    @Test("every study has something to be compared with, and its disease utilities")
    func comparators() throws {
        for id in shelf.studies {
            let study = try shelf.study(id)
            let plan = try shelf.valuationPlan(for: id)
            #expect(plan.studies.contains(id))
            #expect(try shelf.lifeTable(plan.population.lifeTable).female.count == 111)
            #expect(try shelf.utilities(study.disease).id == study.disease)
            let list = try shelf.priceList("us-2021")
            #expect(list.money == plan.money)
            #expect(try list.price(ofProduct: study.product, for: study.disease).amount > 100_000)
        }
    }

    @Test("tisagenlecleucel has its lymphoma price in lymphoma")
    func diseasePrice() throws {
        let list = try shelf.priceList("us-2021")
        #expect(try list.price(ofProduct: "tisagenlecleucel", for: "large-b-cell-lymphoma").amount == 373_000)
        #expect(try list.price(ofProduct: "tisagenlecleucel", for: "paediatric-b-all").amount == 475_000)
    }

    @Test("a life table's expectation of life is that of the United States in 2015")
    func lifeTable() throws {
        let background = try Background(shelf.lifeTable("us-2015"), age: 0, female: 0.5, mortalityRatio: 1)
        let years = stride(from: 0.05, to: 110, by: 0.1).reduce(0.0) { $0 + 0.1 * background.survival(at: $1) }
        #expect(abs(years - 78.7) < 0.3)
    }

    private func problem(in file: String, _ old: String, _ new: String) throws -> CatalogueError.Problem? {
        let text = try shippedText(file)
        #expect(text.contains(old))
        let changed = text.replacingOccurrences(of: old, with: new)
        let name = file.components(separatedBy: "/").last ?? file
        do {
            if file.contains("prices") {
                _ = try Shelf.priceList(from: changed, file: name)
            } else {
                _ = try Shelf.economicModel(from: changed, file: name, lifeTable: shelf.lifeTable)
            }
        } catch let error as CatalogueError { return error.problems.first }
        return nil
    }

    @Test(
        "bad input is refused with file, line, path and remedy",
        arguments: [
            (
                "Evidence/prices/us-2021.yaml", "visit, amount: 300, currency: USD",
                "visit, amount: 300, currency: EUR",
                "resources[9].currency"
            ),
            (
                "Evidence/prices/us-2021.yaml", "visit, amount: 300, currency: USD, year: 2021",
                "visit, amount: 300, currency: USD, year: 2011", "resources[9].year"
            ),
            ("Evidence/prices/us-2021.yaml", "{resource: visit,", "{resource: visits,", "resources"),
            (
                "Evidence/prices/us-2021.yaml", "employed: {title: Share who work, kind: share, value: 0.35",
                "employed: {title: Share who work, kind: share, value: 35", "society.employed.value"
            ),
            (
                "Evidence/economics/whittington-2018.yaml", "kind: share, value: 0.815", "kind: share, value: 81.5",
                "inputs.infused.value"
            ),
            (
                "Evidence/economics/whittington-2018.yaml", "between: [50000, 600000]", "between: [50000, 60000]",
                "solve[0].between"
            ),
            (
                "Evidence/economics/sarkar-2019.yaml", "kind: share, value: 0.66, low: 0.54, high: 0.76",
                "kind: share, value: 0.86, low: 0.54, high: 0.96",
                "strategies[0].overallSurvival.through.shares[1].survival"
            ),
            (
                "Evidence/economics/follicular-2023.yaml", "amount: productPrice,", "amount: productPrise,",
                "strategies[0].costs[0].amount"
            ),
        ])
    func refused(file: String, old: String, new: String, path: String) throws {
        let problem = try #require(try problem(in: file, old, new))
        #expect(problem.field == path)
        #expect(problem.line > 1 && !problem.remedy.isEmpty)
    }

    @Test("progression-free survival above survival is refused by name")
    func crossing() throws {
        let problem = try problem(
            in: "Evidence/economics/whittington-2018.yaml",
            "progressionFreeSurvival: {cure: {share: longTermCART, others: {exponential: {median: medianEventFree}}}}",
            "progressionFreeSurvival: {exponential: {median: age}}")
        #expect(problem?.field == "strategies[0].progressionFreeSurvival")
        #expect(problem?.expected == "no more than survival")
    }

    @Test("a misspelt name is told with those that are near")
    func names() {
        #expect(throws: UnknownName.self) { try shelf.economicModel("whittington") }
        let error = #expect(throws: UnknownName.self) { try shelf.priceList("us-2020") }
        #expect(error?.nearMatches == ["us-2021"])
    }
}
