/// What one strategy costs and gives more than another, and what that means.
public struct CostEffectiveness: Sendable, Equatable {
    /// What the difference means.
    public enum Verdict: Sendable, Equatable {
        /// Gives more and costs no more, or gives as much and costs less
        case dominates
        /// Gives less and costs no less, or gives as much and costs more
        case dominated
        /// Gives more and costs more: so much for each QALY gained
        case costsPerQALYGained(Double)
        /// Gives less and costs less: so much saved for each QALY lost
        case savesPerQALYLost(Double)
        /// No difference
        case equal
    }
    /// Costs more than the other, discounted.
    public let cost: Double
    /// QALYs more than the other, discounted.
    public let qalys: Double

    /// A difference.
    public init(cost: Double, qalys: Double) {
        self.cost = cost
        self.qalys = qalys
    }

    /// The difference of a strategy to a comparator.
    public init(of strategy: StrategyResult, against comparator: StrategyResult) {
        self.init(cost: strategy.cost - comparator.cost, qalys: strategy.qalys - comparator.qalys)
    }

    /// What it means.
    public var verdict: Verdict {
        if cost == 0, qalys == 0 { return .equal }
        if qalys >= 0, cost <= 0 { return .dominates }
        if qalys <= 0, cost >= 0 { return .dominated }
        return qalys > 0 ? .costsPerQALYGained(cost / qalys) : .savesPerQALYLost(cost / qalys)
    }

    /// The incremental cost-effectiveness ratio, if there is a meaningful one: more costs for more QALYs.
    public var ratio: Double? {
        if case .costsPerQALYGained(let ratio) = verdict { return ratio }
        return nil
    }

    /// What the difference is worth at a willingness to pay for one QALY, less what it costs.
    public func netBenefit(at willingness: Double) -> Double { qalys * willingness - cost }
}

/// Which of several strategies are worth considering: those that no other, and no mixture of two others, gives more for
/// less.
public struct EfficiencyFrontier: Sendable, Equatable {
    /// A strategy's place.
    public enum Place: Sendable, Equatable {
        /// On the frontier, with what a QALY costs beyond the next cheaper one; none for the cheapest
        case efficient(ratio: Double?)
        /// Another gives as much or more for as little or less
        case dominated(by: String)
        /// A mixture of two others gives more for less
        case extendedlyDominated
    }
    /// Places by identifier, in the order given.
    public let places: [(id: String, place: Place)]

    /// Finds the frontier.
    public init(_ results: [StrategyResult]) {
        var found: [String: Place] = [:]
        for result in results {
            let better = results.first { other in
                other.id != result.id && other.cost <= result.cost && other.qalys >= result.qalys
                    && (other.cost < result.cost || other.qalys > result.qalys)
            }
            if let better { found[result.id] = .dominated(by: better.id) }
        }
        var frontier = results.filter { found[$0.id] == nil }.sorted { ($0.cost, $0.qalys) < ($1.cost, $1.qalys) }
        func ratio(_ a: StrategyResult, _ b: StrategyResult) -> Double { (b.cost - a.cost) / (b.qalys - a.qalys) }
        var index = 1
        while index + 1 < frontier.count {
            if ratio(frontier[index - 1], frontier[index]) > ratio(frontier[index], frontier[index + 1]) {
                found[frontier[index].id] = .extendedlyDominated
                frontier.remove(at: index)
                index = max(1, index - 1)
            } else {
                index += 1
            }
        }
        for (index, result) in frontier.enumerated() {
            let next =
                index == 0 || result.qalys == frontier[index - 1].qalys ? nil : ratio(frontier[index - 1], result)
            found[result.id] = .efficient(ratio: next)
        }
        places = results.map { ($0.id, found[$0.id] ?? .efficient(ratio: nil)) }
    }

    /// Equal if all places are.
    public static func == (a: EfficiencyFrontier, b: EfficiencyFrontier) -> Bool {
        a.places.count == b.places.count
            && zip(a.places, b.places).allSatisfy { $0.id == $1.id && $0.place == $1.place }
    }
}
