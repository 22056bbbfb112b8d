import Testing

@testable import Economics

private func result(_ id: String, _ cost: Double, _ qalys: Double) -> StrategyResult {
    StrategyResult(
        id: id, title: id, qalys: qalys, lifeYears: qalys, undiscountedLifeYears: qalys, progressionFreeYears: qalys,
        parts: [.init(title: "all", amount: cost)])
}

@Suite("Comparing strategies")
struct ComparisonTests {
    @Test("the four quarters of the plane are told apart in words, and only one has a ratio")
    func verdicts() {
        #expect(CostEffectiveness(cost: 300, qalys: 3).verdict == .costsPerQALYGained(100))
        #expect(CostEffectiveness(cost: -300, qalys: -3).verdict == .savesPerQALYLost(100))
        #expect(CostEffectiveness(cost: -1, qalys: 3).verdict == .dominates)
        #expect(CostEffectiveness(cost: 0, qalys: 3).verdict == .dominates)
        #expect(CostEffectiveness(cost: 1, qalys: -3).verdict == .dominated)
        #expect(CostEffectiveness(cost: 1, qalys: 0).verdict == .dominated)
        #expect(CostEffectiveness(cost: 0, qalys: 0).verdict == .equal)
        #expect(CostEffectiveness(cost: -300, qalys: -3).ratio == nil)
        #expect(CostEffectiveness(cost: 300, qalys: 3).netBenefit(at: 150) == 150)
    }

    @Test("dominated and extendedly dominated strategies leave the frontier; the rest have ratios to the next")
    func frontier() {
        // B lies above the line from A to C; D costs more than C and gives less.
        let places = EfficiencyFrontier([
            result("C", 300, 4), result("A", 100, 1), result("B", 250, 1.5), result("D", 310, 3.5),
        ]).places
        #expect(places.map(\.id) == ["C", "A", "B", "D"])
        #expect(places[0].place == .efficient(ratio: 200.0 / 3))
        #expect(places[1].place == .efficient(ratio: nil))
        #expect(places[2].place == .extendedlyDominated)
        #expect(places[3].place == .dominated(by: "C"))
    }

    @Test("a tree's ends carry the products of their probabilities; probabilities that do not add up are refused")
    func tree() throws {
        let tree = DecisionTree<Int>.chance([
            .init("made", 0.9, .chance([.init("infused", 0.8, .outcome(1)), .init("died", 0.2, .outcome(2))])),
            .init("failed", 0.1, .outcome(3)),
        ])
        let ends = try tree.ends()
        #expect(ends.map(\.payoff) == [1, 2, 3])
        #expect(zip(ends.map(\.probability), [0.72, 0.18, 0.1]).allSatisfy { abs($0 - $1) < 1e-12 })
        let leaky = DecisionTree<Int>.chance([.init("made", 0.9, .outcome(1))])
        #expect(throws: Fault.self) { try leaky.ends() }
        let impossible = DecisionTree<Int>.chance([.init("made", 1.3, .outcome(1)), .init("lost", -0.3, .outcome(2))])
        #expect(#expect(throws: Fault.self) { try impossible.ends() }?.path == ["made"])
    }

    @Test("acceptability counts who is worth most; perfect information is worth what wrong choices lose")
    func acceptability() {
        let draws = Acceptability(draws: [
            [.init(cost: 100, qalys: 2), .init(cost: 50, qalys: 1)],
            [.init(cost: 100, qalys: 1), .init(cost: 50, qalys: 1)],
            [.init(cost: 100, qalys: 3), .init(cost: 50, qalys: 1)],
            [.init(cost: 100, qalys: 1.2), .init(cost: 50, qalys: 1)],
        ])
        #expect(draws.shares(at: 0) == [0, 1])
        #expect(draws.shares(at: 60) == [0.5, 0.5])
        // At 60 the first is worth 8 on the mean (1.8 QALYs), the second 10; knowing gives 20, 10, 80 and 10.
        #expect(abs(draws.valueOfPerfectInformation(at: 60) - 20) < 1e-9)
        #expect(draws.valueOfPerfectInformation(at: 0) == 0)
        #expect(draws.differences(of: 0, against: 1)[2] == CostEffectiveness(cost: 50, qalys: 2))
    }
}
