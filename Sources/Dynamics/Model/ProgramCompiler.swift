/// Makes tapes of a model's nodes: finds what depends on parameters alone, lifts it out, and compiles the rest.
struct ProgramCompiler {
    private let graph: Graph
    private let layout: ProgramEquations.Layout
    /// Nodes that depend on parameters alone and are worth lifting, in order.
    private let hoisted: [Graph.Node]

    init(_ graph: Graph, layout: ProgramEquations.Layout, roots: [Graph.Node]) {
        self.graph = graph
        self.layout = layout
        // The tops of parameter-only expressions: roots, or operands of something that varies.
        var tops = Set<Graph.Node>()
        func isLiftable(_ node: Graph.Node) -> Bool {
            guard case .operation = graph.kind(node) else { return false }
            return graph.isFixed(node)
        }
        var reached = [Bool](repeating: false, count: graph.kinds.count)
        for root in roots {
            reached[root.index] = true
            if isLiftable(root) { tops.insert(root) }
        }
        for index in graph.kinds.indices.reversed() where reached[index] {
            guard case .operation(_, let a, let b, let c) = graph.kinds[index] else { continue }
            for operand in [a, b, c] {
                reached[operand.index] = true
                if !graph.isFixed(Graph.Node(index: index)), isLiftable(operand) { tops.insert(operand) }
            }
        }
        hoisted = tops.sorted()
    }

    private var parameters: Int { layout.parameters }
    private var time: Int { layout.states + layout.parameters }
    private var firstDelay: Int { time + 1 + hoisted.count }
    private var extra: Int { firstDelay + layout.delays }

    /// In: parameters. Out: the lifted values.
    func hoistedTape() -> Tape { parameterTape(hoisted) }

    /// A tape of nodes that depend on parameters alone.
    func parameterTape(_ nodes: [Graph.Node]) -> Tape {
        var target = Graph()
        let inputs = (0..<parameters).compactMap { position -> (Graph.Node, Int)? in
            graph.node(ofInput: layout.firstParameter + position).map { ($0, position) }
        }
        var rewriter = Rewriter(graph, replacing: Dictionary(inputs, uniquingKeysWith: { first, _ in first }))
        let outputs = nodes.map { rewriter.copy($0, to: &target) }
        var builder = TapeBuilder(target, inputs: parameters, outputs: outputs)
        return builder.build()
    }

    /// A tape on states, parameters, time and lifted values.
    func fieldTape(_ nodes: [Graph.Node]) -> Tape {
        var target = Graph()
        var rewriter = fieldRewriter()
        let outputs = nodes.map { rewriter.copy($0, to: &target) }
        return Self.tape(target, inputs: extra, outputs)
    }

    private static func tape(_ graph: Graph, inputs: Int, _ outputs: [Graph.Node]) -> Tape {
        let shared = graph.sharingReciprocals(outputs)
        var builder = TapeBuilder(shared.graph, inputs: inputs, outputs: shared.outputs)
        return builder.build()
    }

    /// The tapes of the Rosenbrock methods' linear algebra. The first also gives the right-hand side, which has most of
    /// its parts in common with the Jacobian.
    func factorization(
        _ jacobian: [[Int: Graph.Node]], _ timeSlopes: [Graph.Node], field: [Graph.Node]
    ) -> (Tape, Tape) {
        var target = Graph()
        var rewriter = fieldRewriter()
        var rows: [[Int: Graph.Node]] = []
        for row in jacobian {
            var copied: [Int: Graph.Node] = [:]
            for (column, node) in row.sorted(by: { $0.key < $1.key }) {
                copied[column] = rewriter.copy(node, to: &target)
            }
            rows.append(copied)
        }
        let slopes = timeSlopes.map { rewriter.copy($0, to: &target) }
        let right = field.map { rewriter.copy($0, to: &target) }
        let shift = target.input(extra)
        let factors = SparseFactorization(jacobian: rows, shift: shift, &target)
        return (Self.tape(target, inputs: extra + 1, factors.nodes + right + slopes), factors.substitution())
    }

    private func fieldRewriter() -> Rewriter {
        var places = Dictionary(uniqueKeysWithValues: hoisted.enumerated().map { ($0.element, time + 1 + $0.offset) })
        func place(_ input: Int, at position: Int) {
            if let node = graph.node(ofInput: input) { places[node] = position }
        }
        for (index, input) in layout.stateInputs.enumerated() { place(input, at: index) }
        for index in 0...layout.parameters { place(layout.firstParameter + index, at: layout.states + index) }
        for index in 0..<layout.delays { place(FormulaBuilder.Position.delayed + index, at: firstDelay + index) }
        return Rewriter(graph, replacing: places)
    }
}
