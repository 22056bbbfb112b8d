import Economics

/// What a study's patients are compared with, and what their lives cost after the therapy: the part of a valuation that
/// is data.
public struct ValuationPlan: Decodable, Sendable, Equatable {
    /// People beside age and sex, which are the study's.
    public struct Population: Codable, Sendable, Equatable {
        /// Life table; name of the standardised mortality ratio.
        public var lifeTable, mortalityRatio: String
    }
    /// The life of the infused after the therapy.
    public struct Treated: Codable, Sendable, Equatable {
        /// Costs after progression, by the year, at death.
        public var costs: [Strategy.Cost]
    }
    /// Identifier: the name of the file.
    public var id: String
    /// For people.
    public var title: String
    /// Studies that it fits: disease and line.
    public var studies: [String]
    /// Publications.
    public var sources: [String]
    /// Who wrote this file.
    public var author: String
    /// Date of the last change, ISO 8601.
    public var date: String
    /// Money of all amounts.
    public var money: MoneyBasis
    /// Rates.
    public var discounting: Discounting
    /// Length of a cycle, months.
    public var cycleMonths: Double
    /// Years looked at.
    public var horizonYears: Double
    /// People.
    public var population: Population
    /// Numbers by name.
    public var inputs: [String: Input]
    /// The infused.
    public var treated: Treated
    /// The comparator.
    public var comparator: Strategy
    /// What to know.
    public var notes: [String]?
}

/// How patients of a disease value their lives, as data.
public struct UtilitySet: Codable, Sendable, Equatable {
    /// Identifier: the disease.
    public var id: String
    /// For people.
    public var title: String
    /// Utilities and disutilities by name.
    public var inputs: [String: Input]

    /// Names that a valuation uses.
    public enum Name: String, CaseIterable, Sendable {
        /// Without progression; after it; without progression in the long term
        case progressionFree, progressed, longTerm
        /// Loss in cytokine release syndrome of grade 1, 2, and 3 or 4
        case crsGrade1, crsGrade2, crsGrade3
        /// Loss in neurotoxicity of grade 1 or 2, and 3 or 4
        case icansGrade1, icansGrade3
        /// Loss by a day in hospital beside it
        case hospital
    }

    /// - Throws: `Fault` for a missing or impossible number.
    public func check() throws(Fault) {
        for name in Name.allCases where inputs[name.rawValue] == nil {
            throw Fault(
                ["inputs"], found: "no \(name.rawValue)", expected: "each utility",
                remedy: "Add \(name.rawValue), assumed if need be.")
        }
        for (name, input) in inputs.sorted(by: { $0.key < $1.key }) {
            do { try input.check() } catch { throw error.under("inputs", name) }
        }
    }
}
