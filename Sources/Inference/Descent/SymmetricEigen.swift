/// Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (cyclic, Golub and Van Loan 8.5): plain
/// arithmetic in a fixed order, so the same digits on every machine.
struct SymmetricEigen {
    /// In ascending order.
    let values: [Double]
    /// One a value, of length 1; the largest component is positive.
    let vectors: [[Double]]

    init(_ matrix: Matrix) {
        let n = matrix.rows
        var a = matrix
        var v = Matrix(rows: n, columns: n)
        for i in 0..<n { v[i, i] = 1 }
        let scale = (0..<n).reduce(0) { $0 + a[$1, $1] * a[$1, $1] }
        for _ in 0..<60 {
            var off = 0.0
            for i in 0..<n { for j in 0..<i { off += a[i, j] * a[i, j] } }
            if off <= 1e-26 * max(scale, .leastNormalMagnitude) { break }
            for p in 0..<n {
                for q in (p + 1)..<max(p + 1, n) where a[p, q] != 0 {
                    let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
                    let t = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
                    let c = 1 / (t * t + 1).squareRoot()
                    Self.rotate(&a, &v, p, q, c, t * c)
                }
            }
        }
        let order = (0..<n).sorted { (a[$0, $0], $0) < (a[$1, $1], $1) }
        values = order.map { a[$0, $0] }
        vectors = order.map { column in
            let vector = (0..<n).map { v[$0, column] }
            let largest = vector.max { $0.magnitude < $1.magnitude } ?? 0
            return largest < 0 ? vector.map { -$0 } : vector
        }
    }

    private static func rotate(_ a: inout Matrix, _ v: inout Matrix, _ p: Int, _ q: Int, _ c: Double, _ s: Double) {
        for k in 0..<a.rows {
            let (x, y) = (a[k, p], a[k, q])
            a[k, p] = c * x - s * y
            a[k, q] = s * x + c * y
        }
        for k in 0..<a.rows {
            let (x, y) = (a[p, k], a[q, k])
            a[p, k] = c * x - s * y
            a[q, k] = s * x + c * y
            let (z, w) = (v[k, p], v[k, q])
            v[k, p] = c * z - s * w
            v[k, q] = s * z + c * w
        }
    }
}
