/// Draws of costs and effects of several strategies, and what they say about the choice between them.
public struct Acceptability: Sendable {
    /// Costs and QALYs of one strategy in one draw.
    public struct Point: Sendable, Equatable {
        /// Discounted costs.
        public let cost: Double
        /// Discounted QALYs.
        public let qalys: Double

        /// Makes a point.
        public init(cost: Double, qalys: Double) {
            self.cost = cost
            self.qalys = qalys
        }
    }
    /// Draws, each with one point a strategy in the same order.
    public let draws: [[Point]]

    /// Makes a set of draws.
    public init(draws: [[Point]]) {
        precondition(Set(draws.map(\.count)).count <= 1, "draws differ in their number of strategies")
        self.draws = draws
    }

    /// The share of draws in which each strategy is worth most at a willingness to pay for one QALY. Ties go to the first.
    public func shares(at willingness: Double) -> [Double] {
        guard let count = draws.first?.count else { return [] }
        var won = [Int](repeating: 0, count: count)
        for draw in draws {
            var best = 0
            for index in draw.indices where benefit(draw[index], willingness) > benefit(draw[best], willingness) {
                best = index
            }
            won[best] += 1
        }
        return won.map { Double($0) / Double(draws.count) }
    }

    /// What perfect knowledge of all inputs would be worth for one patient, at a willingness to pay for one QALY (expected
    /// value of perfect information).
    public func valueOfPerfectInformation(at willingness: Double) -> Double {
        guard let count = draws.first?.count else { return 0 }
        let n = Double(draws.count)
        let known = draws.reduce(0) { sum, draw in sum + (draw.map { benefit($0, willingness) }.max() ?? 0) } / n
        let means = (0..<count).map { index in draws.reduce(0) { $0 + benefit($1[index], willingness) } / n }
        return known - (means.max() ?? 0)
    }

    /// Differences of one strategy to another: the points of the cost-effectiveness plane.
    public func differences(of strategy: Int, against comparator: Int) -> [CostEffectiveness] {
        draws.map { draw in
            CostEffectiveness(
                cost: draw[strategy].cost - draw[comparator].cost, qalys: draw[strategy].qalys - draw[comparator].qalys)
        }
    }

    private func benefit(_ point: Point, _ willingness: Double) -> Double { point.qalys * willingness - point.cost }
}

/// The middle 95 % of draws.
public struct DrawnInterval: Sendable, Equatable, Codable {
    /// 2.5th percentile.
    public let low: Double
    /// 97.5th percentile.
    public let high: Double

    /// The interval of draws; nil if there are fewer than 40, which say nothing about their tails.
    public init?(_ draws: [Double]) {
        guard draws.count >= 40 else { return nil }
        let sorted = draws.sorted()
        func at(_ p: Double) -> Double {
            let place = p * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        low = at(0.025)
        high = at(0.975)
    }
}
