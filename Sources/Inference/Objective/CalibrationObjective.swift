import Therapy

/// Minus the log posterior as half a sum of squares: one residual a published endpoint and one a prior. Unknowns are
/// the priors' standard scores, so that each prior is a standard normal.
struct CalibrationObjective: LeastSquares {
    let problem: CalibrationProblem
    let crew: TrialCrew

    /// No parameter leaves this many standard deviations of its prior.
    static let limit = 3.0

    var bounds: [ClosedRange<Double>] { problem.parameters.map { _ in -Self.limit...Self.limit } }

    func residuals(at points: [[Double]]) throws -> [[Double]] {
        try simulated(at: points).enumerated().map { index, studies in
            residuals(studies).map { $0 ?? missing } + points[index]
        }
    }

    /// Simulated values by point and study.
    func simulated(at points: [[Double]], studies: [Int]? = nil) throws -> [[[Double?]]] {
        let studies = studies ?? Array(problem.material.studies.indices)
        let jobs = points.flatMap { point in
            let fitted = problem.fitted(at: point)
            return studies.map { TrialCrew.Job(study: $0, fitted: fitted) }
        }
        let values = try crew.values(jobs)
        return points.indices.map { Array(values[$0 * studies.count..<($0 + 1) * studies.count]) }
    }

    /// Simulated values by study of the parameters as they are, without a way through a point that could round them.
    func simulated(with values: [Double]) throws -> [[Double?]] {
        let fitted = problem.fitted(values)
        return try crew.values(problem.material.studies.indices.map { TrialCrew.Job(study: $0, fitted: fitted) })
    }

    /// Residual of an endpoint that nobody had.
    var missing: Double { problem.plan.discrepancy.weighed(Comparison.missing) }

    /// Residuals of the endpoints, as the plan's discrepancy weighs them; nil where nobody had one.
    func residuals(_ simulated: [[Double?]], studies: [Int]? = nil) -> [Double?] {
        let studies = studies ?? Array(problem.material.studies.indices)
        return zip(studies, simulated).flatMap { study, values in
            zip(problem.comparisons[study], values).map { $0.residual($1).map(problem.plan.discrepancy.weighed) }
        }
    }

    /// Central differences in common random numbers. Only the studies that a parameter touches are simulated again: the
    /// other rows of its column are exactly zero.
    func linearization(at point: [Double]) throws -> Linearization {
        let step = problem.plan.step
        let base = problem.fitted(at: point)
        var jobs = problem.material.studies.indices.map { TrialCrew.Job(study: $0, fitted: base) }
        for parameter in point.indices {
            for sign in [-1.0, 1.0] {
                var moved = point
                moved[parameter] += sign * step
                let fitted = problem.fitted(at: moved)
                jobs += problem.touched[parameter].map { TrialCrew.Job(study: $0, fitted: fitted) }
            }
        }
        let values = try crew.values(jobs)
        return assemble(point, values, step)
    }

    private func assemble(_ point: [Double], _ values: [[Double?]], _ step: Double) -> Linearization {
        let studies = problem.material.studies.count
        let centre = residuals(Array(values[..<studies]))
        let offsets = problem.comparisons.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        var jacobian = Matrix(rows: centre.count + point.count, columns: point.count)
        var next = studies
        for parameter in point.indices {
            let touched = problem.touched[parameter]
            for (place, study) in touched.enumerated() {
                let low = residuals([values[next + place]], studies: [study])
                let high = residuals([values[next + touched.count + place]], studies: [study])
                for row in low.indices {
                    jacobian[offsets[study] + row, parameter] = Self.slope(
                        low[row], centre[offsets[study] + row], high[row], step)
                }
            }
            next += 2 * touched.count
            jacobian[centre.count + parameter, parameter] = 1
        }
        return Linearization(residuals: centre.map { $0 ?? missing } + point, jacobian: jacobian)
    }

    /// The central difference; one-sided where one side has no value, 0 where nothing tells a slope.
    private static func slope(_ low: Double?, _ centre: Double?, _ high: Double?, _ step: Double) -> Double {
        switch (low, centre, high) {
        case (let low?, .some, let high?): (high - low) / (2 * step)
        case (let low?, let centre?, nil): (centre - low) / step
        case (nil, let centre?, let high?): (high - centre) / step
        default: 0
        }
    }
}
