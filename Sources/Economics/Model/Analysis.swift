/// A cost-effectiveness analysis as data: who, which strategies, which numbers, and what was published.
public struct Analysis: Sendable, Equatable, Decodable {
    /// The people.
    public struct Population: Sendable, Equatable, Codable {
        /// Name of the age at the start, a; of the share of women.
        public var age, female: String
        /// Life table.
        public var lifeTable: String
        /// Name of the standardised mortality ratio of everybody in the analysis.
        public var mortalityRatio: String
    }
    /// A published result.
    public struct Published: Sendable, Equatable, Codable {
        /// Which.
        public var measure: Measure
        /// Of which strategy.
        public var strategy: String
        /// Against which, for a comparison.
        public var against: String?
        /// The figure.
        public var value: Double
        /// Publication.
        public var source: String
        /// How well it was checked.
        public var verification: InputCheck
        /// What to know when comparing.
        public var note: String?
    }
    /// A number that is found so that the analysis gives a published result.
    public struct Solve: Sendable, Equatable, Codable {
        /// Name of the input.
        public var input: String
        /// Which result it is to give.
        public var measure: Measure
        /// Of which strategy.
        public var strategy: String
        /// Against which.
        public var against: String?
        /// The scenario that is solved in; the base case if not given.
        public var scenario: String?
        /// Smallest and largest value looked at.
        public var between: [Double]
    }
    /// The analysis with some numbers changed.
    public struct Scenario: Sendable, Equatable, Codable {
        /// Identifier.
        public var id: String
        /// For people.
        public var title: String
        /// New values, by name of the input.
        public var changes: [String: Double]
        /// What was published for it.
        public var published: [Published]?
    }

    /// Identifier: the name of the file.
    public var id: String
    /// For people.
    public var title: String
    /// What is re-made.
    public var sources: [String]
    /// Who wrote this file.
    public var author: String
    /// Date of the last change, ISO 8601.
    public var date: String
    /// Country.
    public var country: String
    /// Money of all amounts.
    public var money: MoneyBasis
    /// Rates.
    public var discounting: Discounting
    /// Length of a cycle, months.
    public var cycleMonths: Double
    /// Years looked at.
    public var horizonYears: Double
    /// The people.
    public var population: Population
    /// All numbers, by name.
    public var inputs: [String: Input]
    /// What is found from published results, in this order.
    public var solve: [Solve]?
    /// The strategies; the first is what the analysis is about.
    public var strategies: [Strategy]
    /// What the first is compared with first.
    public var comparator: String
    /// What was published.
    public var published: [Published]
    /// Changes of numbers.
    public var scenarios: [Scenario]?
    /// What to know.
    public var notes: [String]?
}

extension Analysis {
    /// Whether a published result was used to solve for a number, and is no evidence of agreement then.
    public func isSolvedFor(_ published: Published, scenario: String? = nil) -> Bool {
        (solve ?? []).contains {
            $0.measure == published.measure && $0.strategy == published.strategy && $0.against == published.against
                && $0.scenario == scenario
        }
    }
}
