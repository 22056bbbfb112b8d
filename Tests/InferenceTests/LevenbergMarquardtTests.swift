import Testing

@testable import Inference

/// Residuals given by a formula, with exact derivatives.
struct Formula: LeastSquares {
    var bounds: [ClosedRange<Double>]
    let residual: @Sendable ([Double]) -> [Double]
    let derivative: @Sendable ([Double]) -> [[Double]]

    func residuals(at points: [[Double]]) -> [[Double]] { points.map(residual) }
    func linearization(at point: [Double]) -> Linearization {
        Linearization(residuals: residual(point), jacobian: Matrix(derivative(point)))
    }

    /// Follows a descent to its end.
    func minimum(from start: [Double], tolerance: Double = 1e-24, steps: Int = 200) throws -> DescentState {
        var state = DescentState(point: start, objective: halfSquares(residual(start)))
        for _ in 0..<steps where !state.hasConverged {
            state = try LevenbergMarquardt(self, tolerance: tolerance).step(from: state)
        }
        return state
    }
}

@Suite("The descent")
struct LevenbergMarquardtTests {
    private func rosenbrock(_ bounds: [ClosedRange<Double>] = [-5...5, -5...5]) -> Formula {
        Formula(
            bounds: bounds, residual: { [10 * ($0[1] - $0[0] * $0[0]), 1 - $0[0]] },
            derivative: { [[-20 * $0[0], 10], [-1, 0]] })
    }

    @Test("Rosenbrock's valley is followed to its end at (1, 1)")
    func valley() throws {
        let end = try rosenbrock().minimum(from: [-1.2, 1])
        #expect(end.hasConverged && end.objective < 1e-20)
        #expect(abs(end.point[0] - 1) < 1e-9 && abs(end.point[1] - 1) < 1e-9)
    }

    @Test("No step raises the objective, and none leaves the box; the minimum on its edge is found")
    func box() throws {
        let problem = rosenbrock([-2...0.5, -2...2])
        var state = DescentState(point: [-1.2, 1], objective: halfSquares(problem.residual([-1.2, 1])))
        for _ in 0..<60 where !state.hasConverged {
            let next = try LevenbergMarquardt(problem, tolerance: 1e-24).step(from: state)
            #expect(next.objective <= state.objective)
            #expect(zip(next.point, problem.bounds).allSatisfy { $1.contains($0) })
            state = next
        }
        #expect(abs(state.point[0] - 0.5) < 1e-9 && abs(state.point[1] - 0.25) < 1e-7)
    }

    @Test("A linear Gaussian problem ends at the known posterior mean, with the known posterior deviations")
    func gaussian() throws {
        // y = A x + noise of deviation 1, prior N(0, 1): precision AᵀA + I, mean its inverse times Aᵀy.
        let a: [[Double]] = [[1, 2], [3, -1], [0.5, 0.5]]
        let y = [1.0, 2, -1]
        let problem = Formula(
            bounds: [-9...9, -9...9],
            residual: { x in zip(a, y).map { $0[0] * x[0] + $0[1] * x[1] - $1 } + x },
            derivative: { _ in a + [[1, 0], [0, 1]] })
        let end = try problem.minimum(from: [3, -3])
        // AᵀA + I = [[11.25, -0.75], [-0.75, 6.25]]; Aᵀy = [6.5, -0.5]; determinant 69.75.
        #expect(abs(end.point[0] - (6.25 * 6.5 - 0.75 * 0.5) / 69.75) < 1e-9)
        #expect(abs(end.point[1] - (0.75 * 6.5 - 11.25 * 0.5) / 69.75) < 1e-9)
        let posterior = Posterior(problem.linearization(at: end.point).jacobian)
        #expect(abs(posterior.ratios[0] - (6.25 / 69.75).squareRoot()) < 1e-12)
        #expect(abs(posterior.ratios[1] - (11.25 / 69.75).squareRoot()) < 1e-12)
    }

    @Test("A parameter that no residual sees keeps its prior, and is called not identifiable")
    func unseen() {
        let posterior = Posterior(Matrix([[4, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]))
        #expect(posterior.ratios[1] == 1 && posterior.ratios[2] == 1)
        #expect(posterior.ratios[0] < Posterior.unidentifiable && posterior.ratios[1] > Posterior.unidentifiable)
    }

    @Test(
        "Two parameters of which only the sum is seen are known as a pair, and their difference is the weak direction")
    func pair() throws {
        let posterior = Posterior(Matrix([[10, 10], [1, 0], [0, 1]]))
        let pair = try #require(posterior.pairs.first)
        #expect(pair.first == 0 && pair.second == 1 && pair.correlation < -0.99)
        let weakest = try #require(posterior.weakCombinations.first)
        #expect(abs(weakest.ratio - 1) < 1e-9)
        #expect(Set(weakest.named.map(\.index)) == [0, 1] && weakest.named[0].loading * weakest.named[1].loading < 0)
    }
}
