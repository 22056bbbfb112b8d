/// Symbolic derivatives with respect to one input, each node's computed once.
///
/// Comparisons and logic have derivative 0; minimum, maximum, absolute value and conditionals that of the branch
/// taken; steps (floor, ceiling) 0; the factorial is refused, since nothing here needs its derivative.
struct Differentiator {
    private let input: Int
    private var known: [Graph.Node: Graph.Node] = [:]
    /// Whether a node depends on the input.
    private var depends: [Bool]

    init(withRespectTo input: Int, in graph: Graph) {
        self.input = input
        depends = []
        extendDependence(graph)
    }

    private mutating func extendDependence(_ graph: Graph) {
        while depends.count < graph.kinds.count {
            switch graph.kinds[depends.count] {
            case .constant: depends.append(false)
            case .input(let position): depends.append(position == input)
            case .operation(_, let a, let b, let c):
                depends.append(depends[a.index] || depends[b.index] || depends[c.index])
            }
        }
    }

    /// ∂node/∂input.
    mutating func derivative(of node: Graph.Node, _ graph: inout Graph) -> Graph.Node {
        extendDependence(graph)
        guard depends[node.index] else { return graph.constant(0) }
        if let known = known[node] { return known }
        // Operands come first, so that no chain of operations is too long for the stack.
        let missing = graph.needed(by: [node]) { known[$0] != nil || !depends[$0.index] }
        for next in missing where depends[next.index] && known[next] == nil {
            switch graph.kind(next) {
            case .constant: known[next] = graph.constant(0)
            case .input: known[next] = graph.constant(1)
            case .operation(let operation, let a, let b, let c):
                known[next] = derivative(of: operation, a, b, c, itself: next, &graph)
            }
        }
        return known[node] ?? graph.constant(0)
    }

    private mutating func derivative(
        of operation: Tape.Operation, _ a: Graph.Node, _ b: Graph.Node, _ c: Graph.Node, itself: Graph.Node,
        _ g: inout Graph
    ) -> Graph.Node {
        switch operation {
        case .add: return g.apply(.add, derivative(of: a, &g), derivative(of: b, &g))
        case .subtract: return g.apply(.subtract, derivative(of: a, &g), derivative(of: b, &g))
        case .multiply:
            let left = g.apply(.multiply, derivative(of: a, &g), b)
            let right = g.apply(.multiply, a, derivative(of: b, &g))
            return g.apply(.add, left, right)
        case .divide:
            // (a/b)′ = (a′ − (a/b) b′)/b shares the quotient.
            let inner = g.apply(.multiply, itself, derivative(of: b, &g))
            return g.apply(.divide, g.apply(.subtract, derivative(of: a, &g), inner), b)
        case .multiplyAdd:
            let left = g.apply(.multiply, derivative(of: a, &g), b)
            let right = g.apply(.multiply, a, derivative(of: b, &g))
            return g.apply(.add, g.apply(.add, left, right), derivative(of: c, &g))
        case .multiplySubtract:
            let left = g.apply(.multiply, derivative(of: a, &g), b)
            let right = g.apply(.multiply, a, derivative(of: b, &g))
            return g.apply(.subtract, derivative(of: c, &g), g.apply(.add, left, right))
        case .power: return powerRule(a, b, itself, &g)
        case .minimum, .maximum:
            let takesFirst = operation == .minimum ? g.apply(.less, a, b) : g.apply(.less, b, a)
            return g.apply(.select, takesFirst, derivative(of: a, &g), derivative(of: b, &g))
        case .select: return g.apply(.select, a, derivative(of: b, &g), derivative(of: c, &g))
        case .remainder:
            // fmod(a, b) = a − b·trunc(a/b), and trunc has derivative 0.
            let quotient = g.apply(.divide, g.apply(.subtract, a, itself), b)
            return g.apply(.subtract, derivative(of: a, &g), g.apply(.multiply, quotient, derivative(of: b, &g)))
        default:
            let outer = slope(of: operation, a, itself, &g)
            return g.apply(.multiply, outer, derivative(of: a, &g))
        }
    }

    /// d(aᵇ): b aᵇ⁻¹ a′ where the exponent does not vary, else with the logarithm's term.
    private mutating func powerRule(
        _ a: Graph.Node, _ b: Graph.Node, _ itself: Graph.Node, _ g: inout Graph
    ) -> Graph.Node {
        let one = g.constant(1)
        let lower = g.apply(.power, a, g.apply(.subtract, b, one))
        let base = g.apply(.multiply, g.apply(.multiply, b, lower), derivative(of: a, &g))
        extendDependence(g)
        guard depends[b.index] else { return base }
        let exponent = g.apply(.multiply, g.apply(.multiply, itself, g.apply(.log, a)), derivative(of: b, &g))
        return g.apply(.add, base, exponent)
    }

    /// The derivative of a function of one variable.
    private func slope(
        of operation: Tape.Operation, _ a: Graph.Node, _ itself: Graph.Node, _ g: inout Graph
    ) -> Graph.Node {
        let one = g.constant(1)
        let square = g.apply(.multiply, a, a)
        func inverse(_ node: Graph.Node) -> Graph.Node { g.apply(.divide, one, node) }
        switch operation {
        case .negate: return g.constant(-1)
        case .absolute:
            let zero = g.constant(0)
            return g.apply(.select, g.apply(.less, a, zero), g.constant(-1), one)
        case .squareRoot: return g.apply(.divide, g.constant(0.5), itself)
        case .exp: return itself
        case .log: return inverse(a)
        case .sine: return g.apply(.cosine, a)
        case .cosine: return g.apply(.negate, g.apply(.sine, a))
        case .tangent: return g.apply(.add, one, g.apply(.multiply, itself, itself))
        case .arcSine: return inverse(g.apply(.squareRoot, g.apply(.subtract, one, square)))
        case .arcCosine: return g.apply(.negate, inverse(g.apply(.squareRoot, g.apply(.subtract, one, square))))
        case .arcTangent: return inverse(g.apply(.add, one, square))
        case .hyperbolicSine: return g.apply(.hyperbolicCosine, a)
        case .hyperbolicCosine: return g.apply(.hyperbolicSine, a)
        case .hyperbolicTangent: return g.apply(.subtract, one, g.apply(.multiply, itself, itself))
        case .arcHyperbolicSine: return inverse(g.apply(.squareRoot, g.apply(.add, square, one)))
        case .arcHyperbolicCosine: return inverse(g.apply(.squareRoot, g.apply(.subtract, square, one)))
        case .arcHyperbolicTangent: return inverse(g.apply(.subtract, one, square))
        case .factorial: return g.constant(.nan)
        default: return g.constant(0)
        }
    }
}
