extension Graph {
    /// The node with other nodes put in the place of some: itself where none of them is in it.
    mutating func substituting(_ replacements: [Node: Node], in node: Node) -> Node {
        var known = replacements
        // Operands come first, so that no chain of operations is too long for the stack.
        for next in needed(by: [node], stoppingAt: { replacements[$0] != nil }) where known[next] == nil {
            guard case .operation(let operation, let a, let b, let c) = kind(next) else {
                known[next] = next
                continue
            }
            let (first, second, third) = (known[a] ?? a, known[b] ?? b, known[c] ?? c)
            known[next] = first == a && second == b && third == c ? next : apply(operation, first, second, third)
        }
        return known[node] ?? node
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
