/// Copies nodes of one graph into another with some of them put in as inputs.
struct Rewriter {
    private let source: Graph
    /// Input position of nodes that become inputs.
    private let replaced: [Graph.Node: Int]
    private var copies: [Int?]

    init(_ source: Graph, replacing replaced: [Graph.Node: Int]) {
        self.source = source
        self.replaced = replaced
        copies = [Int?](repeating: nil, count: source.kinds.count)
    }

    /// The node's copy in `target`.
    mutating func copy(_ node: Graph.Node, to target: inout Graph) -> Graph.Node {
        if let known = copies[node.index] { return Graph.Node(index: known) }
        let result: Graph.Node
        if let position = replaced[node] {
            result = target.input(position)
        } else {
            switch source.kind(node) {
            case .operation(let operation, let a, let b, let c):
                let first = copy(a, to: &target)
                let second = copy(b, to: &target)
                let third = copy(c, to: &target)
                result = target.apply(operation, first, second, third)
            case .input(let position): result = target.input(position)
            case .constant(let bits): result = target.constant(Double(bitPattern: bits))
            }
        }
        copies[node.index] = result.index
        return result
    }
}
