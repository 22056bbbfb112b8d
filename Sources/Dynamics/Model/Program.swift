/// A model made ready to run: its equations as tapes, with names for what goes in and what comes out.
///
/// The inputs of `rightHandSide`, `observation`, `triggers` and the event tapes are, in this order,
/// `[states, parameters, time, hoisted]`. `hoisted` are the values that depend on parameters alone; they are computed
/// once by the tape `hoisted` whenever a parameter of a lane changes.
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
        /// The states that the event sets, in the order of `assignments.outputs`.
        public var targets: [Int]
        /// The new values of the targets.
        public var assignments: Tape

        /// Makes an event.
        public init(id: String, initiallyTrue: Bool, targets: [Int], assignments: Tape) {
            self.id = id
            self.initiallyTrue = initiallyTrue
            self.targets = targets
            self.assignments = assignments
        }
    }

    /// The model's identifier.
    public var id: String
    /// What is integrated: species, and variables with rate rules or set by events.
    public var states: [Quantity]
    /// What is constant unless the user of a lane sets it.
    public var parameters: [Quantity]
    /// What follows from assignment rules.
    public var observables: [Quantity]
    /// In: parameters. Out: values that depend on parameters alone.
    public var hoisted: Tape
    /// In: parameters. Out: the initial value of each state.
    public var initial: Tape
    /// Out: d(state)/dt.
    public var rightHandSide: Tape
    /// Out: the observables.
    public var observation: Tape
    /// Out: each event's trigger, 0 or 1.
    public var triggers: Tape
    /// The events, in the order of the triggers' outputs.
    public var events: [Event]
    /// For the Rosenbrock methods. In: `[states, parameters, time, hoisted, 1/(γh)]`. Out: the entries of the sparse
    /// LU factors of `1/(γh) I - J` (as `substitution` wants them), then the `n` entries of ∂f/∂t.
    public var factorization: Tape
    /// In: `[the LU entries, b(n)]`. Out: `x(n)` with `(1/(γh) I - J) x = b`.
    public var substitution: Tape
    /// Whether the right-hand side depends on time explicitly (else ∂f/∂t is zero).
    public var dependsOnTime: Bool

    /// How many LU entries `factorization` gives before ∂f/∂t.
    public var factorCount: Int { factorization.outputs.count - states.count }

    /// The index of a state, or nil.
    public func state(_ id: String) -> Int? { states.firstIndex { $0.id == id } }
    /// The index of a parameter, or nil.
    public func parameter(_ id: String) -> Int? { parameters.firstIndex { $0.id == id } }
    /// The index of an observable, or nil.
    public func observable(_ id: String) -> Int? { observables.firstIndex { $0.id == id } }
}
