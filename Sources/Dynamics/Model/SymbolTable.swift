/// What each symbol of a model is when it runs: a state, a parameter, or something that follows from them.
///
/// States that are integrated come first, then those that only events change.
struct SymbolTable {
    /// The meaning of a symbol.
    enum Meaning {
        /// Integrated or set by events; the symbol's value is the state.
        case state(Int)
        /// An amount in a compartment that changes size; the symbol's value is state / compartment.
        case amount(Int, compartment: String)
        /// Constant, settable.
        case parameter(Int)
        /// Given by an assignment rule.
        case assigned(Formula)
        /// Constant, given by an initial assignment.
        case derived
        /// A reaction's rate.
        case rate(Formula)
        /// The solution of the algebraic rules for this unknown.
        case unknown(Int)
    }

    let model: Model
    private(set) var meanings: [String: Meaning] = [:]
    private(set) var states: [Program.Quantity] = []
    /// How many states are integrated.
    private(set) var moving = 0
    private(set) var parameters: [Program.Quantity] = []
    private(set) var observables: [Program.Quantity] = []
    /// What the algebraic rules determine: the unknown of each rule, in the order of the rules.
    private(set) var unknowns: [String] = []
    /// Initial assignments by variable.
    let initial: [String: Formula]
    let species: [String: Model.Species]
    /// Which participants of which reactions change a species.
    private(set) var changes: [String: [(reaction: Int, participant: Int)]] = [:]

    init(_ model: Model) throws(ProgramError) {
        self.model = model
        initial = Self.byVariable(model.initialAssignments)
        species = Dictionary(model.species.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, reaction) in model.reactions.enumerated() where reaction.rate != nil {
            for (position, participant) in reaction.participants.enumerated() {
                changes[participant.species, default: []].append((index, position))
            }
        }
        let classifier = try SymbolClassifier(model, reacting: Set(changes.keys))
        unknowns = classifier.unknowns
        for (index, id) in unknowns.enumerated() { meanings[id] = .unknown(index) }
        let quantities = classifier.quantities
        // Two passes, so that what is integrated comes first.
        for quantity in quantities where classifier.kinds[quantity.id] == .moving { define(quantity, classifier) }
        moving = states.count
        for quantity in quantities where classifier.kinds[quantity.id] != .moving { define(quantity, classifier) }
        for reaction in model.reactions where meanings[reaction.id] == nil {
            meanings[reaction.id] = .rate(reaction.rate ?? .number(.nan))
        }
    }

    static func byVariable(_ assignments: [Model.Assignment]) -> [String: Formula] {
        Dictionary(assignments.map { ($0.variable, $0.formula) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func define(_ quantity: Program.Quantity, _ classifier: SymbolClassifier) {
        let id = quantity.id
        switch classifier.kinds[id] {
        case .moving, .held:
            meanings[id] =
                classifier.amounts[id].map { .amount(states.count, compartment: $0) } ?? .state(states.count)
            states.append(quantity)
        case .assigned:
            meanings[id] = .assigned(classifier.assigned[id] ?? .number(.nan))
            observables.append(quantity)
        case .unknown: observables.append(quantity)
        case .derived: meanings[id] = .derived
        case .parameter, nil:
            meanings[id] = .parameter(parameters.count)
            parameters.append(quantity)
        }
    }
}
