/// The symbolic LU factors of W = s·I − J for a sparse Jacobian J, without pivoting, as graph nodes.
///
/// Rows and columns are eliminated together in an order of least fill (Markowitz on the symmetric pattern); each entry
/// is an expression, so that common parts are shared and zeros cost nothing.
struct SparseFactorization {
    /// An entry of the factors.
    enum Entry {
        /// 1 / pivot of a row.
        case pivot(Int)
        /// Multiplier of a row by an earlier one.
        case lower(row: Int, column: Int)
        /// Entry of a row right of the pivot.
        case upper(row: Int, column: Int)
    }

    /// Order in which rows are eliminated.
    let order: [Int]
    /// All entries, in the order in which `substitution` takes them.
    let entries: [Entry]
    /// Their expressions in the graph given to `init`.
    let nodes: [Graph.Node]
    let size: Int

    /// - Parameters:
    ///   - jacobian: nonzero entries by row and column.
    ///   - shift: the node of s.
    init(jacobian: [[Int: Graph.Node]], shift: Graph.Node, _ graph: inout Graph) {
        size = jacobian.count
        var rows: [[Int: Graph.Node]] = jacobian.indices.map { row in
            var entries: [Int: Graph.Node] = [:]
            for (column, node) in jacobian[row].sorted(by: { $0.key < $1.key }) where column != row {
                entries[column] = graph.apply(.negate, node)
            }
            entries[row] = jacobian[row][row].map { graph.apply(.subtract, shift, $0) } ?? shift
            return entries
        }
        var fill = Fill(rows)
        var order: [Int] = []
        var entries: [Entry] = []
        var nodes: [Graph.Node] = []
        let one = graph.constant(1)
        while let k = fill.nextPivot() {
            let below = fill.eliminate(k)
            order.append(k)
            let inverse = graph.apply(.divide, one, rows[k][k] ?? one)
            entries.append(.pivot(k))
            nodes.append(inverse)
            let right = rows[k].filter { fill.isRemaining($0.key) }.sorted { $0.key < $1.key }
            for (column, node) in right {
                entries.append(.upper(row: k, column: column))
                nodes.append(node)
            }
            for row in below {
                guard let entry = rows[row].removeValue(forKey: k) else { continue }
                let multiplier = graph.apply(.multiply, entry, inverse)
                entries.append(.lower(row: row, column: k))
                nodes.append(multiplier)
                for (column, node) in right {
                    let product = graph.apply(.multiply, multiplier, node)
                    if let known = rows[row][column] {
                        rows[row][column] = graph.apply(.subtract, known, product)
                    } else {
                        rows[row][column] = graph.apply(.negate, product)
                        fill.add(row, column)
                    }
                }
            }
        }
        self.order = order
        self.entries = entries
        self.nodes = nodes
    }

    /// The tape that solves W x = b: inputs the entries, then b; outputs x.
    func substitution() -> Tape {
        var graph = Graph()
        var values = (0..<size).map { graph.input(entries.count + $0) }
        var pivots = [Graph.Node?](repeating: nil, count: size)
        var uppers: [[(column: Int, node: Graph.Node)]] = Array(repeating: [], count: size)
        // Entries of one pivot stand together, so a forward sweep in their order is the elimination again.
        for (position, entry) in entries.enumerated() {
            let node = graph.input(position)
            switch entry {
            case .pivot(let row): pivots[row] = node
            case .upper(let row, let column): uppers[row].append((column, node))
            case .lower(let row, let column):
                values[row] = graph.apply(.subtract, values[row], graph.apply(.multiply, node, values[column]))
            }
        }
        for row in order.reversed() {
            for (column, node) in uppers[row] {
                values[row] = graph.apply(.subtract, values[row], graph.apply(.multiply, node, values[column]))
            }
            if let pivot = pivots[row] { values[row] = graph.apply(.multiply, values[row], pivot) }
        }
        var builder = TapeBuilder(graph, inputs: entries.count + size, outputs: values)
        return builder.build()
    }
}
