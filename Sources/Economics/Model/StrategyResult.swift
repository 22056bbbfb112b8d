/// What a strategy costs and gives, a patient.
public struct StrategyResult: Sendable, Equatable {
    /// A part of the costs.
    public struct Part: Sendable, Equatable {
        /// What for.
        public let title: String
        /// How much, discounted.
        public let amount: Double

        /// Makes a part.
        public init(title: String, amount: Double) {
            self.title = title
            self.amount = amount
        }
    }

    /// Identifier of the strategy.
    public let id: String
    /// For people.
    public let title: String
    /// Costs, discounted, in the money of the analysis.
    public let cost: Double
    /// Quality-adjusted life-years, discounted.
    public let qalys: Double
    /// Life-years, discounted.
    public let lifeYears: Double
    /// Life-years, not discounted.
    public let undiscountedLifeYears: Double
    /// Life-years without progression, discounted.
    public let progressionFreeYears: Double
    /// Costs by what they are for.
    public let parts: [Part]

    /// Makes a result.
    public init(
        id: String, title: String, qalys: Double, lifeYears: Double, undiscountedLifeYears: Double,
        progressionFreeYears: Double, parts: [Part]
    ) {
        self.id = id
        self.title = title
        cost = parts.reduce(0) { $0 + $1.amount }
        self.qalys = qalys
        self.lifeYears = lifeYears
        self.undiscountedLifeYears = undiscountedLifeYears
        self.progressionFreeYears = progressionFreeYears
        self.parts = parts
    }

    /// The mean of results by their probabilities, as a decision tree gives it; parts of the same title are added up.
    static func mean(_ branches: [(probability: Double, result: StrategyResult)], of own: StrategyResult)
        -> StrategyResult
    {
        func mean(_ path: KeyPath<StrategyResult, Double>) -> Double {
            branches.reduce(0) { $0 + $1.probability * $1.result[keyPath: path] }
        }
        var titles: [String] = []
        var amounts: [String: Double] = [:]
        for branch in branches {
            let prefix = branch.result.id == own.id ? "" : "Not treated: "
            for part in branch.result.parts {
                let title = prefix + part.title
                if amounts[title] == nil { titles.append(title) }
                amounts[title, default: 0] += branch.probability * part.amount
            }
        }
        return StrategyResult(
            id: own.id, title: own.title, qalys: mean(\.qalys), lifeYears: mean(\.lifeYears),
            undiscountedLifeYears: mean(\.undiscountedLifeYears), progressionFreeYears: mean(\.progressionFreeYears),
            parts: titles.map { Part(title: $0, amount: amounts[$0] ?? 0) })
    }

    /// The same with parts put in front.
    func preceded(by parts: [Part]) -> StrategyResult {
        StrategyResult(
            id: id, title: title, qalys: qalys, lifeYears: lifeYears, undiscountedLifeYears: undiscountedLifeYears,
            progressionFreeYears: progressionFreeYears, parts: parts + self.parts)
    }
}
