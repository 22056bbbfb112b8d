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
        /// Dimensions: 3 for a volume, 0 for a point, in which a species is always an amount.
        public var dimensions: Double
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
        /// Parameter that turns the extent of reactions into this species' substance; nil for the model's own.
        public var conversionFactor: String?
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
        /// What it consumes and makes; a species may stand here more than once.
        public var participants: [Participant]
        /// Rate, in extent per time; nil if the model leaves it out, and then nothing happens.
        public var rate: Formula?
    }

    /// A species that a reaction changes.
    public struct Participant: Sendable, Equatable {
        /// Species.
        public var species: String
        /// Identifier by which formulas, rules and events know the stoichiometry; nil if it has none.
        public var id: String?
        /// Stoichiometry as written, without sign; nil if the model leaves it to an assignment.
        public var stoichiometry: Double?
        /// Whether the reaction consumes it.
        public var isReactant: Bool
        /// Whether nothing changes the stoichiometry.
        public var constant: Bool
    }

    /// An event.
    public struct Event: Sendable, Equatable {
        /// SBML identifier, or `event N` if it has none.
        public var id: String
        /// Condition whose rise makes the event happen; nil for never.
        public var trigger: Formula?
        /// Whether the condition counts as true before the start.
        public var initiallyTrue: Bool
        /// Whether an event that waits is carried out even if its condition has become false again.
        public var persistent: Bool
        /// Whether the values assigned are those of the time of the trigger.
        public var usesTriggerTimeValues: Bool
        /// Time from trigger to execution; nil for at once.
        public var delay: Formula?
        /// Of events that are due together, the one of highest priority goes first.
        public var priority: Formula?
        /// What is set to what.
        public var assignments: [Assignment]
    }

    /// A condition under which the model is meant to hold.
    public struct Constraint: Sendable, Equatable {
        /// SBML identifier, or `constraint N`.
        public var id: String
        /// The condition.
        public var condition: Formula
        /// What to say when it does not hold, or "".
        public var message: String
    }

    /// A function that formulas may call.
    public struct Function: Sendable, Equatable {
        /// Names of the arguments.
        public var arguments: [String]
        /// Body.
        public var body: Formula
    }

    /// An equation, as an expression that is always zero.
    public struct AlgebraicRule: Sendable, Equatable {
        /// How errors call it: its identifier, or `algebraicRule N`.
        public var id: String
        /// The expression.
        public var formula: Formula
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
    /// Algebraic rules.
    public var algebraicRules: [AlgebraicRule] = []
    /// Functions by identifier.
    public var functions: [String: Function] = [:]
    /// Conditions under which the model is meant to hold.
    public var constraints: [Constraint] = []
    /// Parameter that turns the extent of reactions into substance, for species without one of their own.
    public var conversionFactor: String?
    /// What the reader found odd but harmless: units that do not match.
    public var warnings: [String] = []
    /// Reactions.
    public var reactions: [Reaction] = []
    /// Events.
    public var events: [Event] = []

    /// An empty model.
    public init() {}
}
