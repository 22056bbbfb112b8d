/// The factor L of a symmetric positive definite matrix, A = L Lᵀ.
struct Cholesky {
    private let factor: Matrix

    /// - Returns: nil if the matrix is not positive definite.
    init?(_ matrix: Matrix) {
        var lower = Matrix(rows: matrix.rows, columns: matrix.rows)
        for row in 0..<matrix.rows {
            for column in 0...row {
                var sum = matrix[row, column]
                for k in 0..<column { sum -= lower[row, k] * lower[column, k] }
                if row == column {
                    guard sum > 0, sum.isFinite else { return nil }
                    lower[row, row] = sum.squareRoot()
                } else {
                    lower[row, column] = sum / lower[column, column]
                }
            }
        }
        factor = lower
    }

    /// x of A x = b.
    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in x.indices {
            for k in 0..<row { x[row] -= factor[row, k] * x[k] }
            x[row] /= factor[row, row]
        }
        for row in x.indices.reversed() {
            for k in (row + 1)..<max(row + 1, x.count) { x[row] -= factor[k, row] * x[k] }
            x[row] /= factor[row, row]
        }
        return x
    }

    /// A⁻¹.
    func inverse() -> Matrix {
        let n = factor.rows
        var result = Matrix(rows: n, columns: n)
        for column in 0..<n {
            var unit = [Double](repeating: 0, count: n)
            unit[column] = 1
            for (row, value) in solve(unit).enumerated() { result[row, column] = value }
        }
        return result
    }
}
