/// A dense matrix by rows.
///
/// Calibration solves small systems (a hundred unknowns) with plain loops in a fixed order, in place of BLAS: a tuned
/// library sums in an order that depends on the machine, and a fit would then end in other digits on another one.
public struct Matrix: Sendable, Equatable {
    /// Number of rows.
    public let rows: Int
    /// Number of columns.
    public let columns: Int
    private var values: [Double]

    /// All zeros.
    public init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        values = [Double](repeating: 0, count: rows * columns)
    }

    /// By rows, all of one length.
    public init(_ rows: [[Double]]) {
        self.init(rows: rows.count, columns: rows.first?.count ?? 0)
        values = rows.flatMap { $0 }
    }

    /// One entry.
    public subscript(_ row: Int, _ column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    /// Its transpose times itself.
    func gram() -> Matrix {
        var result = Matrix(rows: columns, columns: columns)
        for i in 0..<columns {
            for j in 0...i {
                var sum = 0.0
                for row in 0..<rows { sum += self[row, i] * self[row, j] }
                result[i, j] = sum
                result[j, i] = sum
            }
        }
        return result
    }

    /// Its transpose times a vector.
    func transposed(times vector: [Double]) -> [Double] {
        (0..<columns).map { column in (0..<rows).reduce(0) { $0 + self[$1, column] * vector[$1] } }
    }

    /// The rows and columns with these indices.
    func submatrix(_ indices: [Int]) -> Matrix { Matrix(indices.map { row in indices.map { self[row, $0] } }) }
}
