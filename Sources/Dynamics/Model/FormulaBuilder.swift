/// Puts a model's formulas into a graph, following rules, initial assignments and function definitions as they are
/// met.
///
/// The graph's inputs are the states, the parameters and the time; beyond them, by fixed positions far away, the
/// values of `delay` expressions, and placeholders that are gone when building is done.
struct FormulaBuilder {
    /// Which values symbols stand for.
    enum Context: Hashable {
        /// The running simulation.
        case running
        /// The start, where states are their initial values.
        case initial
        /// A time before the start, when what has an initial assignment had its value for that time, other states their
        /// initial values, and nothing changed.
        case before
    }

    /// Input positions beyond the program's own.
    enum Position {
        /// The time in the initial context: 0, or less for what is delayed.
        static let initialTime = 1 << 40
        /// The first unknown of the algebraic rules.
        static let unknown = 1 << 41
        /// The first delayed value.
        static let delayed = 1 << 42
        /// The first sensitivity.
        static let sensitivity = 1 << 43
    }

    /// A `delay` expression.
    struct Delayed {
        /// What it is the past value of.
        var value: Graph.Node
        /// The same before the start.
        var before: Graph.Node
        /// How long ago.
        var delay: Graph.Node
    }

    let table: SymbolTable
    /// Position of the first parameter among the inputs.
    let firstParameter: Int
    let timeInput: Int
    var graph: Graph
    private(set) var delays: [Delayed] = []
    private var known: [Context: [String: Graph.Node]] = [:]
    private var slopes: [Context: [Int: Graph.Node]] = [:]
    private var calls: [Call: Graph.Node] = [:]
    private var visiting: [String] = []

    /// A function on arguments: one node however often it is written.
    private struct Call: Hashable {
        var function: String
        var arguments: [Graph.Node]
        var context: Context
    }

    /// Longer chains of definitions would exhaust the stack.
    private static let deepestChain = 2_000

    init(_ table: SymbolTable) throws(ProgramError) {
        self.table = table
        firstParameter = table.states.count
        timeInput = table.states.count + table.parameters.count
        graph = Graph(fixedInputs: firstParameter..<timeInput)
        guard !table.unknowns.isEmpty else { return }
        for context in [Context.running, .initial, .before] {
            let solutions = try solveAlgebraicRules(context)
            forget(context)
            for (id, node) in zip(table.unknowns, solutions) { known[context, default: [:]][id] = node }
        }
    }

    /// Forgets what was built on placeholders.
    private mutating func forget(_ context: Context) {
        known[context] = [:]
        slopes[context] = [:]
        calls = [:]
    }

    func error(_ symbol: String, _ problem: String) -> ProgramError {
        ProgramError(model: table.model.id, symbol: symbol, problem: problem)
    }

    // MARK: Formulas

    /// The node of a formula.
    mutating func node(
        _ formula: Formula, _ context: Context = .running, arguments: [String: Graph.Node] = [:]
    ) throws(ProgramError) -> Graph.Node {
        switch formula {
        case .number(let value): return graph.constant(value)
        case .symbol(let name):
            if let argument = arguments[name] { return argument }
            return try symbol(name, context)
        case .time: return graph.input(context == .initial ? Position.initialTime : timeInput)
        case .apply(let operation, let operands):
            let nodes = try self.nodes(operands, context, arguments)
            switch nodes.count {
            case 1: return graph.apply(operation, nodes[0])
            case 2: return graph.apply(operation, nodes[0], nodes[1])
            default: return graph.apply(operation, nodes[0], nodes[1], nodes[2])
            }
        case .piecewise(let pieces, let otherwise):
            var result = try node(otherwise, context, arguments: arguments)
            for piece in pieces.reversed() {
                let condition = try node(piece.condition, context, arguments: arguments)
                let value = try node(piece.value, context, arguments: arguments)
                result = graph.apply(.select, condition, value, result)
            }
            return result
        case .call(let name, let operands):
            return try call(name, try nodes(operands, context, arguments), context)
        case .rateOf(let name): return try rate(of: name, context)
        case .delayed(let value, let delay):
            let before = try node(value, .before, arguments: arguments)
            let length = try node(delay, context, arguments: arguments)
            switch context {
            case .running: return delayed(try node(value, context, arguments: arguments), before, by: length)
            case .before: return graph.substituting([timeNode: graph.apply(.subtract, timeNode, length)], in: before)
            case .initial: return try atStart(before, earlierBy: length)
            }
        }
    }

    private mutating func nodes(
        _ formulas: [Formula], _ context: Context, _ arguments: [String: Graph.Node]
    ) throws(ProgramError) -> [Graph.Node] {
        var nodes: [Graph.Node] = []
        for formula in formulas { nodes.append(try node(formula, context, arguments: arguments)) }
        return nodes
    }

    private mutating func call(_ name: String, _ arguments: [Graph.Node], _ context: Context) throws(ProgramError)
        -> Graph.Node
    {
        guard let function = table.model.functions[name] else {
            throw error(name, "a function of this name is called, but the model does not define it")
        }
        guard function.arguments.count == arguments.count else {
            throw error(
                name, "this function takes \(function.arguments.count) arguments and is called with \(arguments.count)")
        }
        let key = Call(function: name, arguments: arguments, context: context)
        if let known = calls[key] { return known }
        try enter(name + "(…)")
        defer { visiting.removeLast() }
        let values = Dictionary(zip(function.arguments, arguments), uniquingKeysWith: { first, _ in first })
        let result = try node(function.body, context, arguments: values)
        calls[key] = result
        return result
    }

    private var timeNode: Graph.Node { mutating get { graph.input(timeInput) } }

    private mutating func delayed(_ value: Graph.Node, _ before: Graph.Node, by delay: Graph.Node) -> Graph.Node {
        // A constant was always what it is.
        if value == before, graph.value(value) != nil { return value }
        if graph.value(delay) == 0 { return value }
        let known = delays.firstIndex { $0.value == value && $0.before == before && $0.delay == delay }
        if known == nil { delays.append(Delayed(value: value, before: before, delay: delay)) }
        return graph.input(Position.delayed + (known ?? delays.count - 1))
    }

    private mutating func enter(_ name: String) throws(ProgramError) {
        guard !visiting.contains(name) else {
            let start = visiting.firstIndex(of: name) ?? 0
            throw error(name, "it depends on itself: " + (visiting[start...] + [name]).joined(separator: " → "))
        }
        guard visiting.count < Self.deepestChain else {
            throw error(
                visiting[0], "its definition goes through more than \(Self.deepestChain) others, one after another")
        }
        visiting.append(name)
    }

    // MARK: Symbols

    /// The node of a symbol.
    mutating func symbol(_ name: String, _ context: Context) throws(ProgramError) -> Graph.Node {
        if let node = known[context]?[name] { return node }
        guard let meaning = table.meanings[name] else { throw error(name, "nothing of this name is in the model") }
        try enter(name)
        defer { visiting.removeLast() }
        let node = try self.node(of: meaning, name, context)
        known[context, default: [:]][name] = node
        return node
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

    // MARK: Rates of change

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
        guard let meaning = table.meanings[name] else { throw error(name, "nothing of this name is in the model") }
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
