import Testing

@testable import Inference

@Suite("Small linear systems")
struct LinearAlgebraTests {
    /// The Hilbert matrix of order 4, whose inverse has whole entries.
    private let hilbert = Matrix((0..<4).map { row in (0..<4).map { 1 / Double(row + $0 + 1) } })

    @Test("A Cholesky factor solves and inverts; a matrix that is not positive definite is refused")
    func cholesky() throws {
        let factor = try #require(Cholesky(hilbert))
        let solution = factor.solve(
            (0..<4).map { row in (0..<4).reduce(0.0) { $0 + hilbert[row, $1] * Double($1 + 1) } })
        for (index, value) in solution.enumerated() { #expect(abs(value - Double(index + 1)) < 1e-9) }
        let known: [[Double]] = [
            [16, -120, 240, -140], [-120, 1200, -2700, 1680], [240, -2700, 6480, -4200], [-140, 1680, -4200, 2800],
        ]
        let inverse = factor.inverse()
        for row in 0..<4 { for column in 0..<4 { #expect(abs(inverse[row, column] - known[row][column]) < 1e-6) } }
        #expect(Cholesky(Matrix([[1, 2], [2, 1]])) == nil)
        #expect(Cholesky(Matrix([[.nan]])) == nil)
    }

    @Test("Jacobi's rotations find the eigenvalues and vectors of a known matrix, in ascending order")
    func eigen() {
        // Second differences: 2 − 2 cos(kπ/(n+1)).
        let n = 6
        let matrix = Matrix((0..<n).map { row in (0..<n).map { row == $0 ? 2 : abs(row - $0) == 1 ? -1 : 0 } })
        let eigen = SymmetricEigen(matrix)
        let known = [
            0.19806226419516174, 0.7530203962825329, 1.5549581320873713, 2.4450418679126287, 3.246979603717467,
            3.801937735804838,
        ]
        for (value, expected) in zip(eigen.values, known) { #expect(abs(value - expected) < 1e-12) }
        for (value, vector) in zip(eigen.values, eigen.vectors) {
            #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
            for row in 0..<n {
                let image = (0..<n).reduce(0) { $0 + matrix[row, $1] * vector[$1] }
                #expect(abs(image - value * vector[row]) < 1e-12)
            }
            #expect((vector.max { $0.magnitude < $1.magnitude } ?? 0) > 0)
        }
    }

    @Test("A matrix with equal eigenvalues and one that is diagonal already are left in order")
    func degenerate() {
        let eigen = SymmetricEigen(Matrix([[3, 0, 0], [0, 1, 0], [0, 0, 3]]))
        #expect(eigen.values == [1, 3, 3])
        #expect(SymmetricEigen(Matrix([[1, 1], [1, 1]])).values.map { ($0 * 1e12).rounded() / 1e12 } == [0, 2])
    }
}
