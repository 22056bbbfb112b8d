/// A model made ready to run: its equations as tapes, with names for what goes in and what comes out.
///
/// The inputs of the field tapes (`rightHandSide`, `observation`, `triggers`, `constraints` and those of events and
/// delays) are, in this order, `[states, parameters, time, hoisted, delayed]`. `hoisted` are the values that depend on
/// parameters alone; `delayed` the past values that `delay` expressions ask for.
public struct Program: Sendable {
    /// A named quantity of the model.
    public struct Quantity: Sendable, Equatable {
        /// The SBML identifier.
        public var id: String
        /// The SBML name, or the identifier if there is none.
        public var name: String
        /// The unit as written in the model, or "" if it states none.
        public var unit: String
        /// The value before any patient's own values: for a state its initial value, for a parameter its default.
        public var value: Double

        /// Makes a quantity.
        public init(id: String, name: String, unit: String, value: Double) {
            self.id = id
            self.name = name
            self.unit = unit
            self.value = value
        }
    }

    /// An event of the model.
    public struct Event: Sendable {
        /// The SBML identifier.
        public var id: String
        /// Whether the trigger counts as true just before the simulation begins.
        public var initiallyTrue: Bool
        /// Whether an event that waits is carried out even if its trigger has become false again.
        public var persistent: Bool
        /// Whether the values assigned are those of the time of the trigger.
        public var usesTriggerTimeValues: Bool
        /// The states that the event sets, in the order of `assignments.outputs`.
        public var targets: [Int]
        /// The new values of the targets' symbols.
        public var assignments: Tape
        /// What each symbol's value is multiplied by to give the state: the size that the compartment has before the
        /// event for a species held as an amount, else 1.
        public var scales: Tape
        /// Species held as concentrations in compartments that the event sets, both by state: their amounts stay.
        public var rescaled: [(species: Int, compartment: Int)]
        /// Time from trigger to execution, one output; nil for at once.
        public var delay: Tape?
        /// Priority, one output; nil for none.
        public var priority: Tape?
    }

    /// A condition under which the model is meant to hold.
    public struct Constraint: Sendable, Equatable {
        /// The SBML identifier, or `constraint N`.
        public var id: String
        /// What to say when it does not hold, or "".
        public var message: String
    }

    /// The model's identifier.
    public var id: String
    /// The unit of time, or "".
    public var timeUnit: String
    /// What varies: first the `moving` states that are integrated, then those that only events change.
    public var states: [Quantity]
    /// How many states are integrated.
    public var moving: Int
    /// What is constant unless the user of a lane sets it.
    public var parameters: [Quantity]
    /// What follows from assignment rules and algebraic rules, and what the maker of the program asked for.
    public var observables: [Quantity]
    /// In: parameters. Out: values that depend on parameters alone.
    public var hoisted: Tape
    /// In: parameters. Out: the initial value of each state.
    public var initial: Tape
    /// Out: d(state)/dt of the moving states.
    public var rightHandSide: Tape
    /// Out: the observables.
    public var observation: Tape
    /// Out: each event's trigger, then each constraint's violation, then the comparisons of which compound triggers are
    /// made; 0 or 1.
    public var triggers: Tape
    /// The events, in the order of the triggers' outputs.
    public var events: [Event]
    /// The constraints, whose violations follow the events' triggers.
    public var constraints: [Constraint]
    /// In: parameters. Out: times at which a condition on the time changes; steps end there.
    public var breakpoints: Tape
    /// How long ago each delayed value is taken; one output a `delay` expression.
    public var delays: Tape
    /// What each delayed value is the past of; then the same for times before the start, when states were what they
    /// were at the start or what their initial assignments give for that time, and nothing changed.
    public var delayedValues: Tape
    /// For the Rosenbrock methods. In: field inputs, then `1/(γh)`. Out: the entries of the sparse LU factors of
    /// `1/(γh) I - J` over the moving states (as `substitution` wants them), then the right-hand side, then ∂f/∂t.
    public var factorization: Tape
    /// In: `[the LU entries, b]`. Out: `x` with `(1/(γh) I - J) x = b`.
    public var substitution: Tape
    /// Whether the right-hand side depends on time explicitly (else ∂f/∂t is zero).
    public var dependsOnTime: Bool
    /// Sensitivities among the states: of which state to which parameter.
    public var sensitivities: [Sensitivity] = []
    /// What the reader of the model found odd but harmless.
    public var warnings: [String] = []

    /// A state that is the derivative of another with respect to a parameter.
    public struct Sensitivity: Sendable, Equatable {
        /// Index of the derivative among the states.
        public var state: Int
        /// Index of the state that is differentiated.
        public var of: Int
        /// Index of the parameter.
        public var parameter: Int
    }

    /// How many LU entries `factorization` gives before the rest.
    public var factorCount: Int { factorization.outputs.count - 2 * moving }
    /// How many `delay` expressions there are.
    public var delayCount: Int { delays.outputs.count }

    /// The index of a state, or nil.
    public func state(_ id: String) -> Int? { states.firstIndex { $0.id == id } }
    /// The index of a parameter, or nil.
    public func parameter(_ id: String) -> Int? { parameters.firstIndex { $0.id == id } }
    /// The index of an observable, or nil.
    public func observable(_ id: String) -> Int? { observables.firstIndex { $0.id == id } }
}
