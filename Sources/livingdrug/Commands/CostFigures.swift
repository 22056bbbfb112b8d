import Economics
import Foundation
import Report

extension EconomicFigures {
    /// Points of the plane that are drawn and kept; more would not be seen.
    private static let points = 2000
    /// Willingness to pay for one QALY at which net benefits are told: customary in the United States.
    static let usualWillingness = 150_000.0

    /// Fills in what every valued model has: strategies, comparisons, numbers, tornado, draws.
    mutating func fill<Model: ValuedModel>(
        from model: Model, _ results: [StrategyResult], draws count: Int, seed: UInt64
    ) throws {
        let places = EfficiencyFrontier(results).places
        strategies = zip(results, places).map { result, place in
            Strategy(
                id: result.id, title: result.title, cost: result.cost, qalys: result.qalys,
                life_years: result.lifeYears, life_years_undiscounted: result.undiscountedLifeYears,
                life_years_progression_free: result.progressionFreeYears,
                parts: result.parts.map { Part(title: $0.title, amount: $0.amount) },
                place: Self.words(place.place, results))
        }
        comparisons = results.dropFirst().map { other in
            let difference = CostEffectiveness(of: results[0], against: other)
            return Comparison(
                strategy: results[0].title, against: other.title, cost: difference.cost, qalys: difference.qalys,
                cost_per_qaly: difference.ratio, verdict: Self.words(difference, results[0], other))
        }
        numbers = model.inputs.sorted { $0.key < $1.key }.map { name, input in
            let check = input.verification.map { ", \($0.rawValue)" } ?? ""
            return Number(
                name: name, title: input.title, value: model.numbers.values[name], low: input.low, high: input.high,
                origin: input.origin.rawValue + check, source: input.source)
        }
        tornado = try model.tornado().sorted { $0.width(at: willingness) > $1.width(at: willingness) }.map { bar in
            Bar(
                name: bar.input, title: bar.title, range: "\(Self.plain(bar.low)) to \(Self.plain(bar.high))",
                at_low: bar.atLow.netBenefit(at: willingness), at_high: bar.atHigh.netBenefit(at: willingness),
                ratio_low: bar.atLow.ratio, ratio_high: bar.atHigh.ratio)
        }
        let other = results.firstIndex { $0.id == model.comparator } ?? 1
        base_net_benefit = CostEffectiveness(of: results[0], against: results[other]).netBenefit(at: willingness)
        guard count > 0 else { return }
        let draws = try model.draws(count, seed: seed)
        let differences = draws.differences(of: 0, against: other)
        plane = differences.prefix(Self.points).map { Point(qalys: $0.qalys, cost: $0.cost) }
        cost_interval = DrawnInterval(differences.map(\.cost)).map { [$0.low, $0.high] }
        qalys_interval = DrawnInterval(differences.map(\.qalys)).map { [$0.low, $0.high] }
        acceptability = stride(from: 0, through: 300_000, by: 10_000).map { willingness in
            Acceptance(
                willingness: willingness, shares: draws.shares(at: willingness),
                perfect_information: draws.valueOfPerfectInformation(at: willingness))
        }
    }

    static func plain(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e9 ? "\(Int(value))" : String(format: "%.3g", value)
    }

    static func words(_ difference: CostEffectiveness, _ own: StrategyResult, _ other: StrategyResult) -> String {
        switch difference.verdict {
        case .dominates: "\(own.title) gives more for no more cost: it dominates \(other.title)"
        case .dominated: "\(own.title) gives no more and costs more: \(other.title) dominates it"
        case .costsPerQALYGained(let ratio): "\(Int(ratio.rounded()).grouped) for each QALY gained"
        case .savesPerQALYLost(let ratio): "gives less and saves \(Int(ratio.rounded()).grouped) for each QALY lost"
        case .equal: "no difference"
        }
    }

    private static func words(_ place: EfficiencyFrontier.Place, _ results: [StrategyResult]) -> String {
        switch place {
        case .efficient(let ratio?): "efficient: \(Int(ratio.rounded()).grouped) per QALY beyond the next"
        case .efficient(nil): "efficient: the cheapest"
        case .dominated(let id): "dominated by \(results.first { $0.id == id }?.title ?? id)"
        case .extendedlyDominated: "a mixture of two others gives more for less"
        }
    }
}

extension EconomicFigures {
    /// A published analysis, re-made.
    static func remade(_ model: EconomicModel, command: String, draws: Int, seed: UInt64) throws -> EconomicFigures {
        let analysis = model.analysis
        var figures = EconomicFigures(
            id: analysis.id, title: analysis.title, simulated: false, money: "\(analysis.money)",
            view: model.view.rawValue, command: command, willingness: usualWillingness)
        let results = try model.results()
        try figures.fill(from: model, results, draws: draws, seed: seed)
        func agreements(_ items: [Analysis.Published], _ scenario: Analysis.Scenario?, _ results: [StrategyResult])
            -> [Agreement]
        {
            items.map { item in
                let remade = model.value(item.measure, of: item.strategy, against: item.against, in: results)
                return Agreement(
                    scenario: scenario?.title ?? "", measure: item.measure.label,
                    strategy: results.first { $0.id == item.strategy }?.title ?? item.strategy,
                    against: results.first { $0.id == item.against }?.title ?? "", published: item.value,
                    remade: remade, difference: remade.map { $0 / item.value - 1 },
                    solved_for: analysis.isSolvedFor(item, scenario: scenario?.id), is_money: item.measure.isMoney,
                    verification: item.verification.rawValue, source: item.source, note: item.note ?? "")
            }
        }
        figures.agreements = agreements(analysis.published, nil, results)
        for scenario in analysis.scenarios ?? [] {
            figures.agreements += agreements(scenario.published ?? [], scenario, try model.results(scenario))
        }
        figures.sources = analysis.sources
        figures.notes = analysis.notes ?? []
        return figures
    }
}
