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
    var known: [Context: [String: Graph.Node]] = [:]
    var slopes: [Context: [Int: Graph.Node]] = [:]
    private var calls: [Call: Graph.Node] = [:]
    var visiting: [String] = []
    private var depth = 0

    /// A function on arguments: one node however often it is written.
    private struct Call: Hashable {
        var function: String
        var arguments: [Graph.Node]
        var context: Context
    }

    /// Deeper formulas, functions written out, would exhaust a stack of half a MiB.
    private static let deepestFormula = 400

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

    func error(_ symbol: String, _ problem: String, _ remedy: String) -> ProgramError {
        ProgramError(model: table.model.id, symbol: symbol, problem: problem, remedy: remedy)
    }

    // MARK: Formulas

    /// The node of a formula.
    mutating func node(
        _ formula: Formula, _ context: Context = .running, arguments: [String: Graph.Node] = [:]
    ) throws(ProgramError) -> Graph.Node {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepestFormula else {
            throw error(
                visiting.first ?? "",
                "with all functions written out it nests deeper than \(Self.deepestFormula) levels",
                "Write it in parts, each an assignment rule of its own.")
        }
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
            throw error(
                name, "a function of this name is called, but the model does not define it",
                "Define it, or correct the name.")
        }
        guard function.arguments.count == arguments.count else {
            throw error(
                name, "this function takes \(function.arguments.count) arguments and is called with \(arguments.count)",
                "Call it with as many as it takes.")
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

    /// Notes that something is being built; nothing can be needed for itself.
    mutating func enter(_ name: String) throws(ProgramError) {
        guard !visiting.contains(name) else {
            throw circle(visiting[(visiting.firstIndex(of: name) ?? 0)...] + [name])
        }
        visiting.append(name)
    }

    /// What is wrong with a chain of definitions that ends where it begins.
    func circle(_ names: ArraySlice<String>) -> ProgramError {
        let shown = names.count > 20 ? names.prefix(10) + ["…"] + names.suffix(9) : names
        return error(
            names.last ?? "", "it depends on itself: " + shown.joined(separator: " → "),
            "Break the circle: one of them must be given by a rate, a value or an algebraic rule.")
    }
}
