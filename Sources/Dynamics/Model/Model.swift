/// A model as written: SBML's compartments, species, parameters, rules, reactions and events, with formulas as trees.
///
/// Read it from SBML with `init(sbml:file:)`; make it runnable with `Program(_:)`.
public struct Model: Sendable, Equatable {
    /// A compartment.
    public struct Compartment: Sendable, Equatable {
        /// SBML identifier.
        public var id: String
        /// Name for people; the identifier if none is given.
        public var name: String
        /// Unit, or "".
        public var unit: String
        /// Size; nil if the model leaves it to an assignment.
        public var size: Double?
        /// Whether nothing changes it.
        public var constant: Bool
    }

    /// A species. Its symbol in formulas is a concentration, or an amount if `onlySubstance`.
    public struct Species: Sendable, Equatable {
        /// SBML identifier.
        public var id: String
        /// Name for people.
        public var name: String
        /// Unit of substance, or "".
        public var unit: String
        /// Compartment it is in.
        public var compartment: String
        /// Amount at the start, if given so.
        public var initialAmount: Double?
        /// Concentration at the start, if given so.
        public var initialConcentration: Double?
        /// Whether its symbol stands for the amount.
        public var onlySubstance: Bool
        /// Whether reactions leave it alone.
        public var boundary: Bool
        /// Whether nothing changes it.
        public var constant: Bool
    }

    /// A parameter.
    public struct Parameter: Sendable, Equatable {
        /// SBML identifier.
        public var id: String
        /// Name for people.
        public var name: String
        /// Unit, or "".
        public var unit: String
        /// Value; nil if the model leaves it to an assignment.
        public var value: Double?
        /// Whether nothing changes it.
        public var constant: Bool
    }

    /// A reaction: its rate moves its participants.
    public struct Reaction: Sendable, Equatable {
        /// SBML identifier.
        public var id: String
        /// Species with the net stoichiometry that the rate is multiplied by.
        public var participants: [Participant]
        /// Rate, in substance per time.
        public var rate: Formula
    }

    /// A species that a reaction changes.
    public struct Participant: Sendable, Equatable {
        /// Species.
        public var species: String
        /// Net stoichiometry: negative for reactants.
        public var stoichiometry: Double
    }

    /// An event.
    public struct Event: Sendable, Equatable {
        /// SBML identifier, or `event N` if it has none.
        public var id: String
        /// Condition whose rise makes the event happen.
        public var trigger: Formula
        /// Whether the condition counts as true before the start.
        public var initiallyTrue: Bool
        /// What is set to what.
        public var assignments: [Assignment]
    }

    /// A variable and the formula that gives it.
    public struct Assignment: Sendable, Equatable {
        /// Variable.
        public var variable: String
        /// Its value, or its rate of change.
        public var formula: Formula
    }

    /// SBML identifier.
    public var id = ""
    /// Name for people.
    public var name = ""
    /// Unit of time, or "".
    public var timeUnit = ""
    /// Compartments.
    public var compartments: [Compartment] = []
    /// Species.
    public var species: [Species] = []
    /// Parameters.
    public var parameters: [Parameter] = []
    /// Initial assignments.
    public var initialAssignments: [Assignment] = []
    /// Assignment rules.
    public var assignmentRules: [Assignment] = []
    /// Rate rules.
    public var rateRules: [Assignment] = []
    /// Reactions.
    public var reactions: [Reaction] = []
    /// Events.
    public var events: [Event] = []

    /// An empty model.
    public init() {}
}
