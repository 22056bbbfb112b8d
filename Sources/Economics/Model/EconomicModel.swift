/// An analysis that was checked, with its numbers known: ready to be valued.
public struct EconomicModel: Sendable {
    /// The analysis.
    public internal(set) var analysis: Analysis
    /// What everybody may die of.
    public let lifeTable: LifeTable
    /// Whose costs count.
    public let view: View
    /// The numbers, with those that were solved.
    public internal(set) var numbers: Numbers
    /// What was solved, in order.
    public internal(set) var solved: [(input: String, value: Double)] = []

    /// Checks an analysis and solves what is to be solved.
    ///
    /// - Throws: `Fault` with the path of the field.
    public init(_ analysis: Analysis, lifeTable: LifeTable, view: View = .healthCare) throws(Fault) {
        self.analysis = analysis
        self.lifeTable = lifeTable
        self.view = view
        do { try lifeTable.check() } catch { throw error.under("lifeTable") }
        try analysis.check()
        // What is solved later stands at the middle of its range until then: what is solved before must not depend on it.
        var values = analysis.inputs.compactMapValues(\.value)
        for solve in analysis.solve ?? [] { values[solve.input] = (solve.between[0] + solve.between[1]) / 2 }
        numbers = Numbers(values)
        // Everything is used once before anything is solved, so that a fault is told at its own place.
        _ = try results()
        for (index, solve) in (analysis.solve ?? []).enumerated() {
            do {
                let value = try root(of: solve)
                numbers = numbers.setting(solve.input, to: value)
                solved.append((solve.input, value))
            } catch { throw error.under("solve", "\(index)") }
        }
        for (index, scenario) in (analysis.scenarios ?? []).enumerated() {
            do { _ = try results(scenario) } catch { throw error.under("scenarios", "\(index)") }
        }
    }

    /// What each strategy costs and gives.
    public func results(_ scenario: Analysis.Scenario? = nil) throws(Fault) -> [StrategyResult] {
        var numbers = numbers
        for (name, value) in scenario?.changes ?? [:] { numbers = numbers.setting(name, to: value) }
        return try results(numbers)
    }

    /// The same by other numbers.
    public func results(_ numbers: Numbers) throws(Fault) -> [StrategyResult] {
        let people = analysis.population
        let background: Background
        do {
            background = try Background(
                lifeTable, age: numbers[people.age, "age"], female: numbers[people.female, "female"],
                mortalityRatio: numbers[people.mortalityRatio, "mortalityRatio"])
        } catch { throw error.under("population") }
        let rules = Valuation(
            discounting: analysis.discounting, horizon: analysis.horizonYears, cycle: analysis.cycleMonths / 12,
            background: background, view: view)
        var own: [StrategyResult] = []
        for (index, strategy) in analysis.strategies.enumerated() {
            do { own.append(try strategy.value(numbers, by: rules)) } catch {
                throw error.under("strategies", "\(index)")
            }
        }
        var results: [StrategyResult] = []
        for (index, strategy) in analysis.strategies.enumerated() {
            do { results.append(try meant(strategy, own[index], own, numbers)) } catch {
                throw error.under("strategies", "\(index)", "dropOut")
            }
        }
        return results
    }

    /// The result for all who are meant to be treated, by the tree from leukapheresis on.
    private func meant(
        _ strategy: Strategy, _ own: StrategyResult, _ all: [StrategyResult], _ numbers: Numbers
    ) throws(Fault) -> StrategyResult {
        guard let dropOut = strategy.dropOut else { return own }
        guard let others = all.first(where: { $0.id == dropOut.others }) else { return own }
        let reaching = try numbers[dropOut.reaching, "reaching"]
        try Fault.requireProbability(reaching, "reaching")
        let tree = DecisionTree<StrategyResult>.chance([
            .init("reached", reaching, .outcome(own)), .init("not reached", 1 - reaching, .outcome(others)),
        ])
        var before: [StrategyResult.Part] = []
        for (index, cost) in (dropOut.costs ?? []).enumerated() where view.counts(cost.payer ?? .healthCare) {
            before.append(.init(title: cost.title, amount: try numbers[cost.amount, "costs", "\(index)", "amount"]))
        }
        let ends = try tree.ends().map { (probability: $0.probability, result: $0.payoff) }
        return StrategyResult.mean(ends, of: own).preceded(by: before)
    }

    /// One result.
    public func value(
        _ measure: Measure, of strategy: String, against comparator: String?, in results: [StrategyResult]
    ) -> Double? {
        guard let own = results.first(where: { $0.id == strategy }) else { return nil }
        return measure.value(of: own, against: results.first { $0.id == comparator })
    }
}
