/// What symbols stand for: in the running simulation, at its start, and before.
extension FormulaBuilder {
    /// The node of a symbol. What it needs is built before it, so that no chain of definitions is too long for the
    /// stack.
    mutating func symbol(_ name: String, _ context: Context) throws(ProgramError) -> Graph.Node {
        if let node = known[context]?[name] { return node }
        try prepare(Reference(name: name, context: context))
        guard let node = known[context]?[name] else { preconditionFailure("what is prepared is known") }
        return node
    }

    /// Builds a symbol's node.
    mutating func build(_ reference: Reference) throws(ProgramError) {
        let (name, context) = (reference.name, reference.context)
        guard let meaning = table.meanings[name] else {
            throw error(name, "nothing of this name is in the model", "Define it, or correct the name.")
        }
        try enter(name)
        defer { visiting.removeLast() }
        known[context, default: [:]][name] = try node(of: meaning, name, context)
    }

    private mutating func node(of meaning: SymbolTable.Meaning, _ name: String, _ context: Context)
        throws(ProgramError) -> Graph.Node
    {
        switch (meaning, context) {
        case (.parameter(let index), _): return graph.input(firstParameter + index)
        case (.assigned(let formula), _), (.rate(let formula), _): return try node(formula, context)
        case (.derived, .before):
            guard let formula = table.initial[name] else { return try startValue(of: name) }
            return try node(formula, .before)
        case (.derived, _): return try startValue(of: name)
        case (.unknown(let index), _): return graph.input(Position.unknown + index)
        case (.state(let index), .running): return graph.input(index)
        case (.amount(let index, let compartment), .running):
            return graph.apply(.divide, graph.input(index), try symbol(compartment, .running))
        case (.state(let index), .before):
            if let formula = table.initial[name] { return try node(formula, .before) }
            return graph.input(index)
        case (.amount(let index, let compartment), .before):
            if let formula = table.initial[name] { return try node(formula, .before) }
            return graph.apply(.divide, graph.input(index), try symbol(compartment, .before))
        case (.state, .initial), (.amount, .initial): return try startValue(of: name)
        }
    }

    /// The value of a symbol at the start, time 0.
    private mutating func startValue(of name: String) throws(ProgramError) -> Graph.Node {
        if let formula = table.initial[name] {
            let node = try node(formula, .initial)
            return graph.substituting([graph.input(Position.initialTime): graph.constant(0)], in: node)
        }
        if let species = table.species[name] { return try startValue(of: species) }
        return graph.constant(table.states.first { $0.id == name }?.value ?? .nan)
    }

    /// A species' symbol at the start: the stated amount or concentration, turned by the compartment's size then.
    private mutating func startValue(of species: Model.Species) throws(ProgramError) -> Graph.Node {
        if let amount = species.initialAmount {
            let node = graph.constant(amount)
            if species.onlySubstance { return node }
            return graph.apply(.divide, node, try symbol(species.compartment, .initial))
        }
        let node = graph.constant(species.initialConcentration ?? .nan)
        guard species.onlySubstance else { return node }
        return graph.apply(.multiply, node, try symbol(species.compartment, .initial))
    }

    // MARK: The start

    /// A state at the start.
    mutating func startOfState(_ index: Int) throws(ProgramError) -> Graph.Node {
        let id = table.states[index].id
        let value = try symbol(id, .initial)
        guard case .amount(_, let compartment)? = table.meanings[id] else { return value }
        return graph.apply(.multiply, value, try symbol(compartment, .initial))
    }

    /// Each state at the start, on parameters alone.
    mutating func initialStates() throws(ProgramError) -> [Graph.Node] {
        let zero = [graph.input(Position.initialTime): graph.constant(0)]
        var nodes: [Graph.Node] = []
        for index in table.states.indices {
            nodes.append(graph.substituting(zero, in: try startOfState(index)))
        }
        return nodes
    }
}
