/// Rates of change: of states, and of what follows from them.
extension FormulaBuilder {
    /// The derivative of an integrated state.
    mutating func slope(_ index: Int, _ context: Context = .running) throws(ProgramError) -> Graph.Node {
        if let node = slopes[context]?[index] { return node }
        let id = table.states[index].id
        try enter("d(\(id))/dt")
        defer { visiting.removeLast() }
        let node: Graph.Node
        if let rule = table.model.rateRules.first(where: { $0.variable == id }) {
            node = try self.node(rule.formula, context)
        } else {
            node = try reactionSlope(of: id, context)
        }
        slopes[context, default: [:]][index] = node
        return node
    }

    /// What reactions do to a species: in its own unit, amount or concentration.
    private mutating func reactionSlope(of id: String, _ context: Context) throws(ProgramError) -> Graph.Node {
        guard let species = table.species[id] else { return graph.constant(0) }
        var sum = graph.constant(0)
        for (reaction, position) in table.changes[id] ?? [] {
            let item = table.model.reactions[reaction]
            let participant = item.participants[position]
            let rate = try symbol(item.id, context)
            let stoichiometry =
                if let own = participant.id { try symbol(own, context) } else {
                    graph.constant(participant.stoichiometry ?? .nan)
                }
            let change = graph.apply(.multiply, stoichiometry, rate)
            sum = graph.apply(participant.isReactant ? .subtract : .add, sum, change)
        }
        if let factor = species.conversionFactor ?? table.model.conversionFactor {
            sum = graph.apply(.multiply, sum, try symbol(factor, context))
        }
        if case .state? = table.meanings[id], !species.onlySubstance {
            return graph.apply(.divide, sum, try symbol(species.compartment, context))
        }
        return sum
    }

    /// d(symbol)/dt: of a state its slope, of what follows from states by the chain rule.
    mutating func rate(of name: String, _ context: Context) throws(ProgramError) -> Graph.Node {
        guard let meaning = table.meanings[name] else {
            throw error(name, "nothing of this name is in the model", "Define it, or correct the name.")
        }
        if context == .before { return graph.constant(0) }
        switch meaning {
        case .parameter, .derived: return graph.constant(0)
        case .state(let index):
            return index < table.moving ? try slope(index, context) : graph.constant(0)
        case .amount(let index, let compartment):
            let amount = index < table.moving ? try slope(index, context) : graph.constant(0)
            let concentration = try symbol(name, context)
            let growth = graph.apply(.multiply, concentration, try rate(of: compartment, context))
            return graph.apply(.divide, graph.apply(.subtract, amount, growth), try symbol(compartment, context))
        case .assigned, .rate, .unknown: return try totalDerivative(of: name, context)
        }
    }

    private mutating func totalDerivative(of name: String, _ context: Context) throws(ProgramError) -> Graph.Node {
        let node = try symbol(name, .running)
        var sum = graph.constant(0)
        for input in graph.inputs(of: [node]).sorted() {
            guard input < table.moving || input == timeInput else { continue }
            var differentiator = Differentiator(withRespectTo: input, in: graph)
            let partial = differentiator.derivative(of: node, &graph)
            let slope = input == timeInput ? graph.constant(1) : try slope(input)
            sum = graph.apply(.add, sum, graph.apply(.multiply, partial, slope))
        }
        return context == .running ? sum : try atStart(sum)
    }

    /// A running expression at the start, or so much earlier: states and time replaced by what they are then.
    mutating func atStart(_ node: Graph.Node, earlierBy delay: Graph.Node? = nil) throws(ProgramError) -> Graph.Node {
        var replacements: [Graph.Node: Graph.Node] = [:]
        for input in graph.inputs(of: [node]).sorted() {
            if input < table.states.count {
                replacements[graph.input(input)] = try startOfState(input)
            } else if input == timeInput {
                let start = graph.input(Position.initialTime)
                replacements[graph.input(input)] = delay.map { graph.apply(.subtract, start, $0) } ?? start
            }
        }
        return graph.substituting(replacements, in: node)
    }
}
