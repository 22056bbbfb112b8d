/// What each symbol of a model is when it runs: a state, a parameter, or something that follows from them.
struct SymbolTable {
    /// The meaning of a symbol.
    enum Meaning {
        /// Integrated; the symbol's value is the state.
        case state(Int)
        /// Integrated as an amount in a compartment that changes size; the symbol's value is state / compartment.
        case amount(Int, compartment: String)
        /// Constant, settable.
        case parameter(Int)
        /// Given by an assignment rule.
        case assigned(Formula)
        /// Constant, given by an initial assignment.
        case derived
        /// A reaction's rate.
        case rate(Formula)
    }

    let model: Model
    private(set) var meanings: [String: Meaning] = [:]
    private(set) var states: [Program.Quantity] = []
    private(set) var parameters: [Program.Quantity] = []
    private(set) var observables: [Program.Quantity] = []
    /// Initial assignments by variable.
    let initial: [String: Formula]

    init(_ model: Model) throws(ProgramError) {
        self.model = model
        initial = Dictionary(
            model.initialAssignments.map { ($0.variable, $0.formula) }, uniquingKeysWith: { first, _ in first })
        let rated = Set(model.rateRules.map(\.variable))
        let assigned = Dictionary(
            model.assignmentRules.map { ($0.variable, $0.formula) }, uniquingKeysWith: { first, _ in first })
        let byEvents = Set(model.events.flatMap { $0.assignments.map(\.variable) })
        let reacting = Set(model.reactions.flatMap { $0.participants.map(\.species) })
        let varies = rated.union(byEvents)

        func define(_ id: String, _ name: String, _ unit: String, _ value: Double?, integrated: Bool) {
            let quantity = Program.Quantity(id: id, name: name, unit: unit, value: value ?? .nan)
            if let formula = assigned[id] {
                meanings[id] = .assigned(formula)
                observables.append(quantity)
            } else if integrated || varies.contains(id) {
                meanings[id] = .state(states.count)
                states.append(quantity)
            } else if initial[id] != nil {
                meanings[id] = .derived
            } else {
                meanings[id] = .parameter(parameters.count)
                parameters.append(quantity)
            }
        }
        for item in model.compartments { define(item.id, item.name, item.unit, item.size ?? 1, integrated: false) }
        for item in model.parameters { define(item.id, item.name, item.unit, item.value, integrated: false) }
        let moving = Set(
            model.compartments.map(\.id).filter { varies.contains($0) || assigned[$0] != nil })
        for item in model.species {
            let reacts = reacting.contains(item.id) && !item.boundary && !item.constant
            let volume = model.compartments.first { $0.id == item.compartment }?.size ?? 1
            let value =
                item.onlySubstance
                ? item.initialAmount ?? item.initialConcentration.map { $0 * volume }
                : item.initialConcentration ?? item.initialAmount.map { $0 / volume }
            let keepsAmount =
                !item.onlySubstance && moving.contains(item.compartment) && !rated.contains(item.id)
                && assigned[item.id] == nil && !item.constant
            if keepsAmount {
                meanings[item.id] = .amount(states.count, compartment: item.compartment)
                states.append(
                    Program.Quantity(
                        id: item.id, name: item.name, unit: item.unit,
                        value: item.initialAmount ?? item.initialConcentration.map { $0 * volume } ?? .nan))
            } else {
                define(item.id, item.name, item.unit, value, integrated: reacts)
            }
        }
        for reaction in model.reactions where meanings[reaction.id] == nil {
            meanings[reaction.id] = .rate(reaction.rate)
        }
        if let missing = parameters.first(where: { $0.value.isNaN && initial[$0.id] == nil }) {
            throw ProgramError(
                model: model.id, symbol: missing.id, problem: "it has no value; give it one, or an assignment")
        }
    }
}
