/// Where a descent stands: all that its next step needs.
public struct DescentState: Codable, Sendable, Equatable {
    /// The point.
    public var point: [Double]
    /// Half the sum of squares there.
    public var objective: Double
    /// The damping that served last.
    public var damping = 0.1
    /// Whether no step leads further down.
    public var hasConverged = false

    /// Begins at a point.
    public init(point: [Double], objective: Double) {
        self.point = point
        self.objective = objective
    }
}

/// Levenberg and Marquardt's descent of a sum of squares within a box: Gauss-Newton steps, shortened by a damping of
/// the diagonal (Marquardt 1963). Several dampings are tried at once, since their trials run side by side.
public struct LevenbergMarquardt<Problem: LeastSquares>: Sendable {
    /// What is made small.
    public let problem: Problem
    /// A step that gains less than this ends the descent.
    public let tolerance: Double

    /// Factors of the damping that are tried side by side.
    static var factors: [Double] { [0.01, 0.1, 1, 10, 100] }
    /// How often all of them may fail, with more damping each time, before the descent is over.
    static var rounds: Int { 2 }

    /// A descent of a problem.
    public init(_ problem: Problem, tolerance: Double) {
        self.problem = problem
        self.tolerance = tolerance
    }

    /// The next point, or the same one if none is lower.
    public func step(from state: DescentState) throws -> DescentState {
        let line = try problem.linearization(at: state.point)
        let gradient = line.jacobian.transposed(times: line.residuals)
        let normal = line.jacobian.gram()
        var damping = state.damping
        for _ in 0...Self.rounds {
            let tried = Self.factors.map { damping * $0 }
            let points = tried.map { candidate(from: state.point, gradient, normal, damping: $0) }
            let objectives = try problem.residuals(at: points).map(halfSquares)
            // The first of equals: the least damped.
            if let best = objectives.indices.min(by: { objectives[$0] < objectives[$1] }),
                objectives[best] < state.objective
            {
                var next = DescentState(point: points[best], objective: objectives[best])
                next.damping = min(max(tried[best], 1e-6), 1e6)
                next.hasConverged = state.objective - objectives[best] < tolerance
                return next
            }
            damping *= 1000
        }
        var end = state
        end.hasConverged = true
        return end
    }

    /// The damped Gauss-Newton step, held within the box: an unknown at its limit that would leave it stays there, and
    /// the step is taken in the others.
    private func candidate(
        from point: [Double], _ gradient: [Double], _ normal: Matrix, damping: Double
    ) -> [Double] {
        let bounds = problem.bounds
        let free = point.indices.filter {
            !(point[$0] <= bounds[$0].lowerBound && gradient[$0] > 0)
                && !(point[$0] >= bounds[$0].upperBound && gradient[$0] < 0)
        }
        var system = normal.submatrix(free)
        for i in free.indices { system[i, i] += damping * max(system[i, i], 1e-12) }
        guard let factor = Cholesky(system) else { return point }
        let step = factor.solve(free.map { -gradient[$0] })
        var next = point
        for (i, index) in free.enumerated() {
            next[index] = min(max(point[index] + step[i], bounds[index].lowerBound), bounds[index].upperBound)
        }
        return next
    }
}
