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
        // Operands come first, so that no chain of operations is too long for the stack.
        let missing = source.needed(by: [node]) { copies[$0.index] != nil || replaced[$0] != nil }
        for next in missing where copies[next.index] == nil {
            if let position = replaced[next] {
                copies[next.index] = target.input(position).index
                continue
            }
            switch source.kind(next) {
            case .operation(let operation, let a, let b, let c):
                copies[next.index] = target.apply(operation, copied(a), copied(b), copied(c)).index
            case .input(let position): copies[next.index] = target.input(position).index
            case .constant(let bits): copies[next.index] = target.constant(Double(bitPattern: bits)).index
            }
        }
        return copied(node)
    }

    private func copied(_ node: Graph.Node) -> Graph.Node {
        guard let index = copies[node.index] else { preconditionFailure("operands are copied before what uses them") }
        return Graph.Node(index: index)
    }
}
