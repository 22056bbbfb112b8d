/// Divisions are dear: those that share a denominator become products with a reciprocal that is computed once.
extension Graph {
    /// The graph and outputs with every denominator that several divisions share inverted once.
    func sharingReciprocals(_ outputs: [Node]) -> (graph: Graph, outputs: [Node]) {
        let needed = needed(by: outputs)
        var uses: [Node: Int] = [:]
        for node in needed {
            if case .operation(.divide, _, let b, _) = kind(node) { uses[b, default: 0] += 1 }
        }
        var target = Graph()
        var copies: [Node: Node] = [:]
        for node in needed {
            switch kind(node) {
            case .constant(let bits): copies[node] = target.constant(Double(bitPattern: bits))
            case .input(let position): copies[node] = target.input(position)
            case .operation(let operation, let a, let b, let c):
                guard let x = copies[a], let y = copies[b], let z = copies[c] else { continue }
                if operation == .divide, value(b) == nil, uses[b] ?? 0 > 1 {
                    let one = target.constant(1)
                    let inverse = target.apply(.divide, one, y)
                    copies[node] = target.apply(.multiply, x, inverse)
                } else {
                    copies[node] = target.apply(operation, x, y, z)
                }
            }
        }
        return (target, outputs.map { copies[$0] ?? $0 })
    }

    /// Everything that the nodes need, operands first. `stops` are not looked into.
    func needed(by nodes: [Node], stoppingAt stops: (Node) -> Bool = { _ in false }) -> [Node] {
        var found = Set(nodes.map(\.index))
        var waiting = Array(found)
        while let index = waiting.popLast() {
            guard !stops(Node(index: index)), case .operation(_, let a, let b, let c) = kinds[index] else { continue }
            for operand in [a, b, c] where found.insert(operand.index).inserted { waiting.append(operand.index) }
        }
        return found.sorted().map { Node(index: $0) }
    }
}
