import Foundation
import Testing

@testable import Economics

/// A small analysis with closed forms: constant hazards, no discounting, no background.
enum Sample {
    static let text = """
        {"id": "sample", "title": "Sample", "sources": ["made up"], "author": "a", "date": "2026-01-01",
         "country": "US", "money": {"currency": "USD", "year": 2021}, "discounting": {"costs": 0, "effects": 0},
         "cycleMonths": 1, "horizonYears": 120,
         "population": {"age": "age", "female": "female", "lifeTable": "flat", "mortalityRatio": "ratio"},
         "inputs": {
           "age": {"title": "Age", "kind": "positive", "value": 50, "origin": "assumed", "source": "assumed: a"},
           "female": {"title": "Women", "kind": "share", "value": 0.5, "origin": "assumed", "source": "assumed: a"},
           "ratio": {"title": "SMR", "kind": "positive", "value": 0, "origin": "assumed", "source": "assumed: a"},
           "medianA": {"title": "Median", "kind": "positive", "value": 2, "low": 1, "high": 3,
                       "origin": "assumed", "source": "assumed: a"},
           "medianB": {"title": "Median", "kind": "positive", "value": 1, "origin": "assumed", "source": "assumed: a"},
           "deathAfter": {"title": "Median", "kind": "positive", "value": 1, "origin": "assumed", "source": "assumed: a"},
           "well": {"title": "Well", "kind": "utility", "value": 0.8, "low": 0.7, "high": 0.9,
                    "origin": "assumed", "source": "assumed: a"},
           "ill": {"title": "Ill", "kind": "utility", "value": 0.5, "origin": "assumed", "source": "assumed: a"},
           "price": {"title": "Price", "kind": "money", "value": 1000, "low": 500, "high": 1500,
                     "origin": "published", "verification": "read", "source": "s"},
           "yearly": {"title": "A year ill", "kind": "money", "origin": "solved", "source": "from B's costs"},
           "travel": {"title": "Travel", "kind": "money", "value": 30, "origin": "assumed", "source": "assumed: a"},
           "reaching": {"title": "Infused", "kind": "share", "value": 0.75, "low": 0.6, "high": 0.9,
                        "origin": "assumed", "source": "assumed: a"}
         },
         "solve": [{"input": "yearly", "measure": "cost", "strategy": "b", "between": [0, 5000]}],
         "strategies": [
           {"id": "a", "title": "A", "dropOut": {"reaching": "reaching", "others": "b"},
            "progressionFreeSurvival": {"exponential": {"median": "medianA"}},
            "overallSurvival": {"progressionThenDeath": {"medianToProgression": "medianA", "medianToDeath": "deathAfter"}},
            "utilities": {"progressionFree": "well", "progressed": "ill"},
            "costs": [{"title": "Product", "amount": "price", "when": "start"},
                      {"title": "Travel", "amount": "travel", "when": "start", "payer": "society"},
                      {"title": "Care", "amount": "yearly", "when": "yearProgressed"}]},
           {"id": "b", "title": "B", "progressionFreeSurvival": {"exponential": {"median": "medianB"}},
            "overallSurvival": {"progressionThenDeath": {"medianToProgression": "medianB", "medianToDeath": "deathAfter"}},
            "utilities": {"progressionFree": "well", "progressed": "ill"},
            "costs": [{"title": "Care", "amount": "yearly", "when": "yearProgressed"}]}
         ],
         "comparator": "b",
         "published": [
           {"measure": "cost", "strategy": "b", "value": 1442.695, "source": "s", "verification": "read"},
           {"measure": "qalys", "strategy": "a", "value": 2.7, "source": "s", "verification": "read"}],
         "scenarios": [{"id": "cheap", "title": "Cheap", "changes": {"price": 500}}]}
        """

    static func analysis(_ changes: (String, String)...) throws -> Analysis {
        let changed = changes.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        return try JSONDecoder().decode(Analysis.self, from: Data(changed.utf8))
    }

    static func model(view: View = .healthCare) throws -> EconomicModel {
        try EconomicModel(analysis(), lifeTable: LifeTableTests.flat, view: view)
    }
}

@Suite("An analysis as data")
struct EconomicModelTests {
    @Test("states, utilities, costs and drop-out give their closed forms")
    func closedForm() throws {
        let results = try Sample.model().results()
        let year = 1 / log(2.0)
        // B: one median well, one ill. A: two well, one ill, for three quarters; the others get B.
        #expect(abs(results[1].qalys - 1.3 * year) < 2e-3)
        #expect(abs(results[0].qalys - (0.75 * 2.1 + 0.25 * 1.3) * year) < 2e-3)
        #expect(abs(results[0].lifeYears - (0.75 * 3 + 0.25 * 2) * year) < 2e-3)
        #expect(abs(results[0].cost - (750 + 1442.695)) < 2)
        #expect(results[0].parts.map(\.title) == ["Product", "Care", "Not treated: Care"])
    }

    @Test("a number that is solved gives the published result, and only that result counts as solved for")
    func solved() throws {
        let model = try Sample.model()
        #expect(abs(try #require(model.solved.first?.value) - 1000) < 1)
        #expect(abs(try model.results()[1].cost - 1442.695) < 1e-6)
        #expect(model.analysis.isSolvedFor(model.analysis.published[0]))
        #expect(!model.analysis.isSolvedFor(model.analysis.published[1]))
    }

    @Test("the societal view adds what society bears, and nothing else")
    func views() throws {
        let own = try Sample.model().results()[0].cost
        #expect(abs(try Sample.model(view: .societal).results()[0].cost - own - 0.75 * 30) < 1e-9)
    }

    @Test("a scenario changes its numbers and no other")
    func scenario() throws {
        let model = try Sample.model()
        let scenario = try #require(model.analysis.scenarios?.first)
        let (base, cheap) = (try model.results(), try model.results(scenario))
        #expect(abs(base[0].cost - cheap[0].cost - 375) < 1e-9)
        #expect(base[0].qalys == cheap[0].qalys)
    }

    @Test(
        "what is wrong is refused with its path",
        arguments: [
            ("\"value\": 0.75, \"low\": 0.6", "\"value\": 1.75, \"low\": 0.6", "inputs.reaching.value"),
            ("\"value\": 0.8, \"low\": 0.7", "\"value\": 0.6, \"low\": 0.7", "inputs.well.low"),
            ("\"amount\": \"price\"", "\"amount\": \"prise\"", "strategies.0.costs.0.amount"),
            ("\"others\": \"b\"", "\"others\": \"c\"", "strategies.0.dropOut.others"),
            ("\"between\": [0, 5000]", "\"between\": [0, 10]", "solve.0.between"),
            ("\"comparator\": \"b\"", "\"comparator\": \"a\"", "comparator"),
            ("{\"price\": 500}", "{\"reaching\": 2}", "scenarios.0.changes.reaching"),
            ("{\"price\": 500}", "{\"prize\": 2}", "scenarios.0.changes.prize"),
            ("\"costs\": 0, \"effects\": 0}", "\"costs\": 3, \"effects\": 0}", "discounting.costs"),
            ("\"source\": \"from B's costs\"", "\"source\": \" \"", "inputs.yearly.source"),
            ("\"input\": \"yearly\"", "\"input\": \"price\"", "inputs.yearly.origin"),
            ("\"value\": 0, \"origin\"", "\"value\": -1, \"origin\"", "inputs.ratio.value"),
        ])
    func refused(old: String, new: String, path: String) throws {
        let analysis = try Sample.analysis((old, new))
        let fault = #expect(throws: Fault.self) { try EconomicModel(analysis, lifeTable: LifeTableTests.flat) }
        #expect(fault?.path.joined(separator: ".") == path)
        #expect(fault?.remedy.isEmpty == false)
    }

    @Test("a curve of no known form, or of two forms, is no curve")
    func forms() {
        #expect(throws: DecodingError.self) { try Sample.analysis(("{\"exponential\": {", "{\"expo\": {")) }
        #expect(throws: DecodingError.self) {
            try Sample.analysis(
                (
                    "{\"exponential\": {",
                    "{\"logNormal\": {\"location\": \"age\", \"spread\": \"age\"}, \"exponential\": {"
                ))
        }
    }

    @Test("published shares hold what everybody dies of: the curve with the background goes through them")
    func anchorsWithBackground() throws {
        let background = try Background(LifeTableTests.flat, age: 60, female: 0.5, mortalityRatio: 1)
        let description = CurveDescription.through(
            .init(shares: [.init(years: 2, survival: "two"), .init(years: 5, survival: "five")], then: .plateau))
        let curve = try description.curve(Numbers(["two": 0.8, "five": 0.7]), background: background)
        for (years, share) in [(2.0, 0.8), (5, 0.7)] {
            #expect(abs(curve.survival(at: years) * background.survival(at: years) - share) < 1e-12)
        }
        let late = curve.survival(at: 9) * background.survival(at: 9)
        #expect(abs(late - 0.7 * background.survival(at: 9) / background.survival(at: 5)) < 1e-12)
    }
}

@Suite("Uncertainty of an analysis")
struct UncertaintyTests {
    @Test("the same seed gives the same draws, however many there are; another seed gives others")
    func reproducible() throws {
        let model = try Sample.model()
        let (few, many) = (try model.draws(5, seed: 7), try model.draws(12, seed: 7))
        #expect(few.draws == Array(many.draws.prefix(5)))
        #expect(few.draws != (try model.draws(5, seed: 8)).draws)
    }

    @Test("draws of each kind have the value as their mean, stay in their bounds and spread as their range")
    func moments() throws {
        let inputs = [
            ("share", Input(title: "", kind: .share, value: 0.2, low: 0.1, high: 0.3, origin: .assumed, source: "a")),
            (
                "utility",
                Input(title: "", kind: .utility, value: 0.7, low: 0.6, high: 0.8, origin: .assumed, source: "a")
            ),
            ("money", Input(title: "", kind: .money, value: 900, low: 600, high: 1200, origin: .assumed, source: "a")),
        ]
        for (name, input) in inputs {
            let draws = (0..<4000).compactMap { input.draw(name, seed: 3, index: $0) }
            let value = try #require(input.value)
            let spread = (try #require(input.high) - (try #require(input.low))) / 3.92
            let mean = draws.reduce(0, +) / 4000
            let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999
            #expect(abs(mean - value) < 4 * spread / 4000.0.squareRoot())
            #expect(abs(variance.squareRoot() / spread - 1) < 0.06)
            #expect(draws.allSatisfy(input.bounds.contains))
        }
        let ratio = Input(title: "", kind: .positive, value: 2, low: 1, high: 4, origin: .assumed, source: "a")
        let sorted = (0..<4001).compactMap { ratio.draw("ratio", seed: 3, index: $0) }.sorted()
        #expect(abs(sorted[2000] - 2) < 0.06)
    }

    @Test("the mean of the draws is near the base case, and a fixed input is not drawn")
    func centred() throws {
        let model = try Sample.model()
        let base = CostEffectiveness(of: try model.results()[0], against: try model.results()[1])
        let drawn = try model.draws(400, seed: 1).differences(of: 0, against: 1)
        let mean = drawn.reduce(0) { $0 + $1.qalys } / 400
        #expect(abs(mean - base.qalys) < 0.12 * base.qalys)
        #expect(Set(try model.draws(20, seed: 1).draws.map { $0[1].cost }).count == 1)
    }

    @Test("the tornado has a bar for each input with a range, in the direction that the input acts")
    func tornado() throws {
        let bars = try Sample.model().tornado()
        #expect(bars.map(\.input) == ["medianA", "price", "reaching", "well"])
        let price = try #require(bars.first { $0.input == "price" })
        #expect(abs(price.atHigh.cost - price.atLow.cost - 750) < 1e-9)
        #expect(price.atHigh.qalys == price.atLow.qalys)
        let well = try #require(bars.first { $0.input == "well" })
        #expect(well.atHigh.qalys > well.atLow.qalys)
        #expect(abs(price.width(at: 0) - 750) < 1e-9)
    }
}
