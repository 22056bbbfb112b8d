/// Puts a model's formulas into a graph, following assignment rules and initial assignments as they are met.
struct FormulaBuilder {
    /// Which values symbols stand for.
    enum Context {
        /// The running simulation.
        case running
        /// The start, where states are their initial values and time is 0.
        case initial
    }

    private let table: SymbolTable
    /// Position of the first parameter among the inputs.
    private let firstParameter: Int
    private let timeInput: Int
    var graph = Graph()
    private var known: [String: Graph.Node] = [:]
    private var knownInitial: [String: Graph.Node] = [:]
    private var visiting: [String] = []

    init(_ table: SymbolTable) {
        self.table = table
        firstParameter = table.states.count
        timeInput = table.states.count + table.parameters.count
    }

    /// The node of a formula.
    mutating func node(_ formula: Formula, _ context: Context = .running) throws(ProgramError) -> Graph.Node {
        switch formula {
        case .number(let value): return graph.constant(value)
        case .symbol(let name): return try symbol(name, context)
        case .time: return context == .running ? graph.input(timeInput) : graph.constant(0)
        case .apply(let operation, let operands):
            var nodes: [Graph.Node] = []
            for operand in operands { nodes.append(try node(operand, context)) }
            switch nodes.count {
            case 1: return graph.apply(operation, nodes[0])
            case 2: return graph.apply(operation, nodes[0], nodes[1])
            default: return graph.apply(operation, nodes[0], nodes[1], nodes[2])
            }
        case .piecewise(let pieces, let otherwise):
            var result = try node(otherwise, context)
            for piece in pieces.reversed() {
                let condition = try node(piece.condition, context)
                let value = try node(piece.value, context)
                result = graph.apply(.select, condition, value, result)
            }
            return result
        }
    }

    /// The node of a symbol.
    mutating func symbol(_ name: String, _ context: Context) throws(ProgramError) -> Graph.Node {
        if let node = context == .running ? known[name] : knownInitial[name] { return node }
        guard let meaning = table.meanings[name] else {
            throw ProgramError(model: table.model.id, symbol: name, problem: "nothing of this name is in the model")
        }
        guard !visiting.contains(name) else {
            throw ProgramError(
                model: table.model.id, symbol: name,
                problem: "it depends on itself: " + (visiting + [name]).joined(separator: " → "))
        }
        visiting.append(name)
        defer { visiting.removeLast() }
        let node = try self.node(of: meaning, name, context)
        if context == .running { known[name] = node } else { knownInitial[name] = node }
        return node
    }

    private mutating func node(of meaning: SymbolTable.Meaning, _ name: String, _ context: Context)
        throws(ProgramError) -> Graph.Node
    {
        switch (meaning, context) {
        case (.parameter(let index), _): return graph.input(firstParameter + index)
        case (.assigned(let formula), _), (.rate(let formula), _): return try node(formula, context)
        case (.derived, _): return try initialValue(of: name)
        case (.state(let index), .running): return graph.input(index)
        case (.amount(let index, let compartment), .running):
            return graph.apply(.divide, graph.input(index), try symbol(compartment, .running))
        case (.state, .initial), (.amount, .initial): return try initialValue(of: name)
        }
    }

    /// The value of a symbol at the start.
    private mutating func initialValue(of name: String) throws(ProgramError) -> Graph.Node {
        if let formula = table.initial[name] { return try node(formula, .initial) }
        if let species = table.model.species.first(where: { $0.id == name }) { return try initialValue(of: species) }
        guard let quantity = table.states.first(where: { $0.id == name }), !quantity.value.isNaN else {
            throw ProgramError(
                model: table.model.id, symbol: name, problem: "it has no initial value; give it one")
        }
        return graph.constant(quantity.value)
    }

    /// A species' symbol at the start: the stated amount or concentration, turned by the compartment's size then.
    private mutating func initialValue(of species: Model.Species) throws(ProgramError) -> Graph.Node {
        let volume = try symbol(species.compartment, .initial)
        if let amount = species.initialAmount {
            let node = graph.constant(amount)
            return species.onlySubstance ? node : graph.apply(.divide, node, volume)
        }
        guard let concentration = species.initialConcentration else {
            throw ProgramError(
                model: table.model.id, symbol: species.id, problem: "it has no initial value; give it one")
        }
        let node = graph.constant(concentration)
        return species.onlySubstance ? graph.apply(.multiply, node, volume) : node
    }

    /// Each state's derivative.
    mutating func derivatives() throws(ProgramError) -> [Graph.Node] {
        var slopes = [Graph.Node](repeating: graph.constant(0), count: table.states.count)
        for rule in table.model.rateRules {
            if case .state(let index)? = table.meanings[rule.variable] { slopes[index] = try node(rule.formula) }
        }
        for reaction in table.model.reactions {
            let rate = try node(reaction.rate)
            for participant in reaction.participants {
                guard let species = table.model.species.first(where: { $0.id == participant.species }) else {
                    throw ProgramError(
                        model: table.model.id, symbol: participant.species,
                        problem: "reaction '\(reaction.id)' changes it, but it is no species")
                }
                guard !species.boundary, !species.constant else { continue }
                let change = graph.apply(.multiply, graph.constant(participant.stoichiometry), rate)
                switch table.meanings[species.id] {
                case .amount(let index, _): slopes[index] = graph.apply(.add, slopes[index], change)
                case .state(let index):
                    let share =
                        species.onlySubstance
                        ? change : graph.apply(.divide, change, try symbol(species.compartment, .running))
                    slopes[index] = graph.apply(.add, slopes[index], share)
                default: continue
                }
            }
        }
        return slopes
    }

    /// Each state at the start.
    mutating func initialStates() throws(ProgramError) -> [Graph.Node] {
        var nodes: [Graph.Node] = []
        for state in table.states {
            let value = try symbol(state.id, .initial)
            if case .amount(_, let compartment)? = table.meanings[state.id] {
                nodes.append(graph.apply(.multiply, value, try symbol(compartment, .initial)))
            } else {
                nodes.append(value)
            }
        }
        return nodes
    }
}
