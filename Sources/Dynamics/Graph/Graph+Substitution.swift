extension Graph {
    /// The node with other nodes put in the place of some: itself where none of them is in it.
    mutating func substituting(_ replacements: [Node: Node], in node: Node) -> Node {
        var known = replacements
        return substituting(&known, in: node)
    }

    /// The same for many nodes, with what was found kept in `known`.
    mutating func substituting(_ known: inout [Node: Node], in node: Node) -> Node {
        if let result = known[node] { return result }
        let result: Node
        if case .operation(let operation, let a, let b, let c) = kind(node) {
            let first = substituting(&known, in: a)
            let second = substituting(&known, in: b)
            let third = substituting(&known, in: c)
            result = first == a && second == b && third == c ? node : apply(operation, first, second, third)
        } else {
            result = node
        }
        known[node] = result
        return result
    }

    /// The inputs that a node depends on.
    func inputs(of nodes: [Node]) -> Set<Int> {
        var reached = [Bool](repeating: false, count: kinds.count)
        for node in nodes { reached[node.index] = true }
        var found = Set<Int>()
        for index in kinds.indices.reversed() where reached[index] {
            switch kinds[index] {
            case .constant: continue
            case .input(let position): found.insert(position)
            case .operation(_, let a, let b, let c):
                reached[a.index] = true
                reached[b.index] = true
                reached[c.index] = true
            }
        }
        return found
    }
}
