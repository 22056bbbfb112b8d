extension SparseFactorization {
    /// Which entries the rows and columns that are left have, counted as they come and go, so that choosing a pivot
    /// is one pass over the counts.
    struct Fill {
        /// Entries off the diagonal of each row, in columns that are left.
        private var right: [Int]
        /// Rows that are left with an entry off the diagonal, by column.
        private var below: [Set<Int>]
        private var remaining: [Bool]

        init(_ rows: [[Int: Graph.Node]]) {
            right = rows.indices.map { row in rows[row].keys.reduce(0) { $0 + ($1 == row ? 0 : 1) } }
            below = Array(repeating: [], count: rows.count)
            remaining = Array(repeating: true, count: rows.count)
            for (row, entries) in rows.enumerated() {
                for column in entries.keys where column != row { below[column].insert(row) }
            }
        }

        func isRemaining(_ row: Int) -> Bool { remaining[row] }

        /// The row whose elimination can cause least fill; the first of equals; nil when none is left.
        func nextPivot() -> Int? {
            var best: (cost: Int, row: Int)?
            for row in remaining.indices where remaining[row] {
                let cost = right[row] * below[row].count
                if cost < best?.cost ?? .max { best = (cost, row) }
                if cost == 0 { break }
            }
            return best?.row
        }

        /// Takes a row and column out.
        /// - Returns: the rows that have an entry in the column, in order.
        mutating func eliminate(_ k: Int) -> [Int] {
            remaining[k] = false
            for column in below.indices where remaining[column] { below[column].remove(k) }
            for row in below[k] { right[row] -= 1 }
            return below[k].sorted()
        }

        /// An entry that was zero.
        mutating func add(_ row: Int, _ column: Int) {
            right[row] += 1
            below[column].insert(row)
        }
    }
}
