/// An expression graph: every expression of a model, each distinct one held once (hash-consed), constants folded and
/// simple identities applied as it is built.
///
/// Nodes are numbered in the order of their making, so operands always come before what uses them.
public struct Graph: Sendable {
    /// A node's number in its graph.
    public struct Node: Hashable, Sendable, Comparable {
        let index: Int
        /// Order of making.
        public static func < (a: Node, b: Node) -> Bool { a.index < b.index }
    }

    /// What a node is.
    public enum Kind: Hashable, Sendable {
        /// A number, by bit pattern, so that −0 and NaN are themselves.
        case constant(UInt64)
        /// An input by its position.
        case input(Int)
        /// An operation on up to three nodes; unused operands repeat the first.
        case operation(Tape.Operation, Node, Node, Node)
    }

    private(set) var kinds: [Kind] = []
    private var numbers: [Kind: Int] = [:]
    /// Inputs that stay the same while others vary: parameters.
    private let fixedInputs: Range<Int>
    /// Whether a node depends on numbers and fixed inputs alone.
    private var fixed: [Bool] = []

    /// An empty graph.
    public init() { fixedInputs = 0..<0 }

    /// An empty graph that knows which inputs are parameters: what varies is multiplied by their reciprocals rather than
    /// divided by them, so that the division can be done once.
    init(fixedInputs: Range<Int>) { self.fixedInputs = fixedInputs }

    /// Whether a node depends on numbers and parameters alone.
    func isFixed(_ node: Node) -> Bool { fixed[node.index] }

    /// What a node is.
    public func kind(_ node: Node) -> Kind { kinds[node.index] }

    /// The number that a node is, or nil.
    public func value(_ node: Node) -> Double? {
        if case .constant(let bits) = kinds[node.index] { Double(bitPattern: bits) } else { nil }
    }

    /// A number.
    public mutating func constant(_ value: Double) -> Node { intern(.constant(value.bitPattern)) }

    /// An input.
    public mutating func input(_ position: Int) -> Node { intern(.input(position)) }

    /// The node of an input, if the graph has one.
    func node(ofInput position: Int) -> Node? { numbers[.input(position)].map { Node(index: $0) } }

    /// An operation on one node.
    public mutating func apply(_ operation: Tape.Operation, _ a: Node) -> Node { apply(operation, a, a, a) }

    /// An operation on two nodes.
    public mutating func apply(_ operation: Tape.Operation, _ a: Node, _ b: Node) -> Node { apply(operation, a, b, a) }

    /// An operation on three nodes.
    public mutating func apply(_ operation: Tape.Operation, _ a: Node, _ b: Node, _ c: Node) -> Node {
        if let va = value(a), let vb = value(b), let vc = value(c) { return constant(operation.value(va, vb, vc)) }
        if let simple = simplified(operation, a, b, c) { return simple }
        // One order for what commutes, so that x + y and y + x are one node.
        if operation.commutes, b < a { return intern(.operation(operation, b, a, b)) }
        let second = operation.operandCount > 1 ? b : a
        let third = operation.operandCount > 2 ? c : a
        return intern(.operation(operation, a, second, third))
    }

    mutating func intern(_ kind: Kind) -> Node {
        if let number = numbers[kind] { return Node(index: number) }
        kinds.append(kind)
        switch kind {
        case .constant: fixed.append(true)
        case .input(let position): fixed.append(fixedInputs.contains(position))
        case .operation(_, let a, let b, let c): fixed.append(fixed[a.index] && fixed[b.index] && fixed[c.index])
        }
        numbers[kind] = kinds.count - 1
        return Node(index: kinds.count - 1)
    }
}

extension Tape.Operation {
    /// How many operands count.
    var operandCount: Int {
        switch self {
        case .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .remainder, .less, .lessOrEqual, .equal,
            .notEqual, .and, .or, .exclusiveOr:
            2
        case .multiplyAdd, .multiplySubtract, .select: 3
        default: 1
        }
    }

    /// Whether the operands may change places.
    var commutes: Bool {
        switch self {
        case .add, .multiply, .equal, .notEqual, .and, .or, .exclusiveOr: true
        default: false
        }
    }
}
