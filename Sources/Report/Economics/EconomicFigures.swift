import Foundation

/// Everything that the page and the JSON of a cost-effectiveness analysis show.
public struct EconomicFigures: Codable, Sendable, Equatable {
    /// A strategy.
    public struct Strategy: Codable, Sendable, Equatable {
        /// Identifier; for people.
        public var id, title: String
        /// Discounted costs; QALYs; life-years.
        public var cost, qalys, life_years: Double
        /// Life-years without discounting; discounted ones without progression.
        public var life_years_undiscounted, life_years_progression_free: Double
        /// Costs by what they are for.
        public var parts: [Part]
        /// Its place among all: in words.
        public var place: String

        /// Every value by name.
        public init(
            id: String, title: String, cost: Double, qalys: Double, life_years: Double, life_years_undiscounted: Double,
            life_years_progression_free: Double, parts: [Part], place: String
        ) {
            self.id = id
            self.title = title
            self.cost = cost
            self.qalys = qalys
            self.life_years = life_years
            self.life_years_undiscounted = life_years_undiscounted
            self.life_years_progression_free = life_years_progression_free
            self.parts = parts
            self.place = place
        }
    }
    /// A part of the costs.
    public struct Part: Codable, Sendable, Equatable {
        /// What for.
        public var title: String
        /// How much.
        public var amount: Double

        /// Every value by name.
        public init(title: String, amount: Double) {
            self.title = title
            self.amount = amount
        }
    }
    /// The first strategy against another.
    public struct Comparison: Codable, Sendable, Equatable {
        /// Of which strategy; against which.
        public var strategy, against: String
        /// Differences.
        public var cost, qalys: Double
        /// Costs for each QALY gained, if both are gained and paid for.
        public var cost_per_qaly: Double?
        /// What it means, in words.
        public var verdict: String

        /// Every value by name.
        public init(
            strategy: String, against: String, cost: Double, qalys: Double, cost_per_qaly: Double?, verdict: String
        ) {
            self.strategy = strategy
            self.against = against
            self.cost = cost
            self.qalys = qalys
            self.cost_per_qaly = cost_per_qaly
            self.verdict = verdict
        }
    }
    /// A published figure beside the one that was re-made.
    public struct Agreement: Codable, Sendable, Equatable {
        /// Scenario in words; empty for the base case.
        public var scenario: String
        /// What; of which strategy; against which.
        public var measure, strategy, against: String
        /// Published; re-made; their ratio less 1.
        public var published, remade, difference: Double?
        /// Whether a number was solved from it: then it is no evidence.
        public var solved_for: Bool
        /// Whether it is money.
        public var is_money: Bool
        /// How well the figure was checked; its source; what to know.
        public var verification, source, note: String

        /// Every value by name.
        public init(
            scenario: String, measure: String, strategy: String, against: String, published: Double?, remade: Double?,
            difference: Double?, solved_for: Bool, is_money: Bool, verification: String, source: String, note: String
        ) {
            self.scenario = scenario
            self.measure = measure
            self.strategy = strategy
            self.against = against
            self.published = published
            self.remade = remade
            self.difference = difference
            self.solved_for = solved_for
            self.is_money = is_money
            self.verification = verification
            self.source = source
            self.note = note
        }
    }
    /// A number and where it comes from.
    public struct Number: Codable, Sendable, Equatable {
        /// Name; for people.
        public var name, title: String
        /// Value; range.
        public var value, low, high: Double?
        /// Origin, with how well it was checked; source.
        public var origin, source: String

        /// Every value by name.
        public init(
            name: String, title: String, value: Double?, low: Double?, high: Double?, origin: String, source: String
        ) {
            self.name = name
            self.title = title
            self.value = value
            self.low = low
            self.high = high
            self.origin = origin
            self.source = source
        }
    }
    /// A bar of the tornado: costs for each QALY gained with one number at the ends of its range.
    public struct Bar: Codable, Sendable, Equatable {
        /// Name; for people; the ends in words.
        public var name, title, range: String
        /// Net benefit at each end.
        public var at_low, at_high: Double
        /// Costs per QALY at each end, where there are.
        public var ratio_low, ratio_high: Double?

        /// Every value by name.
        public init(
            name: String, title: String, range: String, at_low: Double, at_high: Double, ratio_low: Double?,
            ratio_high: Double?
        ) {
            self.name = name
            self.title = title
            self.range = range
            self.at_low = at_low
            self.at_high = at_high
            self.ratio_low = ratio_low
            self.ratio_high = ratio_high
        }
    }
    /// A point of the cost-effectiveness plane.
    public struct Point: Codable, Sendable, Equatable {
        /// QALYs gained; costs added.
        public var qalys, cost: Double

        /// Every value by name.
        public init(qalys: Double, cost: Double) {
            self.qalys = qalys
            self.cost = cost
        }
    }
    /// The acceptability curve at one willingness to pay.
    public struct Acceptance: Codable, Sendable, Equatable {
        /// Willingness to pay for one QALY.
        public var willingness: Double
        /// Share of draws in which each strategy is worth most, in the order of `strategies`.
        public var shares: [Double]
        /// What perfect information is worth, a patient.
        public var perfect_information: Double

        /// Every value by name.
        public init(willingness: Double, shares: [Double], perfect_information: Double) {
            self.willingness = willingness
            self.shares = shares
            self.perfect_information = perfect_information
        }
    }

    /// Identifier; for people.
    public var id, title: String
    /// Whether costs and QALYs come from virtual patients, or a published analysis is re-made.
    public var simulated: Bool
    /// In which money; whose costs; the command.
    public var money, view, command: String
    /// Willingness to pay at which net benefits are told.
    public var willingness: Double
    /// The strategies, the first is what it is about.
    public var strategies: [Strategy] = []
    /// The first against each other.
    public var comparisons: [Comparison] = []
    /// Published beside re-made.
    public var agreements: [Agreement] = []
    /// Numbers.
    public var numbers: [Number] = []
    /// Numbers one at a time, the greatest first.
    public var tornado: [Bar] = []
    /// Net benefit of the first strategy against its comparator with every number at its value.
    public var base_net_benefit = 0.0
    /// Draws, first against its comparator.
    public var plane: [Point] = []
    /// The middle 95 % of the draws: costs added; QALYs gained.
    public var cost_interval, qalys_interval: [Double]?
    /// By willingness to pay.
    public var acceptability: [Acceptance] = []
    /// Sources.
    public var sources: [String] = []
    /// What to know.
    public var notes: [String] = []

    /// The head; the rest is filled in.
    public init(
        id: String, title: String, simulated: Bool, money: String, view: String, command: String, willingness: Double
    ) {
        self.id = id
        self.title = title
        self.simulated = simulated
        self.money = money
        self.view = view
        self.command = command
        self.willingness = willingness
    }

    /// The figures as JSON with sorted keys.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
