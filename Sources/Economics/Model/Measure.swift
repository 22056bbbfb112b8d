/// What an analysis reports of a strategy, or of one against another.
public enum Measure: String, Codable, Sendable, CaseIterable {
    /// Discounted costs; QALYs; life-years; life-years without discounting
    case cost, qalys, lifeYears, undiscountedLifeYears
    /// The same, more than the comparator
    case incrementalCost, incrementalQALYs, incrementalLifeYears, incrementalUndiscountedLifeYears
    /// Costs for each QALY gained
    case costPerQALY

    /// Whether it needs a comparator.
    public var isComparison: Bool {
        switch self {
        case .cost, .qalys, .lifeYears, .undiscountedLifeYears: false
        default: true
        }
    }

    /// Whether it is money.
    public var isMoney: Bool { self == .cost || self == .incrementalCost || self == .costPerQALY }

    /// For people.
    public var label: String {
        switch self {
        case .cost: "Costs"
        case .qalys: "QALYs"
        case .lifeYears: "Life-years, discounted"
        case .undiscountedLifeYears: "Life-years, not discounted"
        case .incrementalCost: "Costs more"
        case .incrementalQALYs: "QALYs more"
        case .incrementalLifeYears: "Life-years more, discounted"
        case .incrementalUndiscountedLifeYears: "Life-years more, not discounted"
        case .costPerQALY: "Costs per QALY gained"
        }
    }

    /// The value in results; nil where there is none (no ratio for a strategy that dominates).
    public func value(of strategy: StrategyResult, against comparator: StrategyResult?) -> Double? {
        switch self {
        case .cost: return strategy.cost
        case .qalys: return strategy.qalys
        case .lifeYears: return strategy.lifeYears
        case .undiscountedLifeYears: return strategy.undiscountedLifeYears
        default: break
        }
        guard let comparator else { return nil }
        return switch self {
        case .incrementalCost: strategy.cost - comparator.cost
        case .incrementalQALYs: strategy.qalys - comparator.qalys
        case .incrementalLifeYears: strategy.lifeYears - comparator.lifeYears
        case .incrementalUndiscountedLifeYears:
            strategy.undiscountedLifeYears - comparator.undiscountedLifeYears
        default: CostEffectiveness(of: strategy, against: comparator).ratio
        }
    }
}
