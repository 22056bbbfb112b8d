import Therapy

/// What a calibration found.
public struct CalibrationOutcome: Sendable {
    /// What was fitted to what.
    public let problem: CalibrationProblem
    /// The parameters, to four significant digits, in the problem's order.
    public let values: [Double]
    /// How well they are known.
    public let posterior: Posterior
    /// The last state.
    public let state: CalibrationState
    /// Half the sum of squares at the start and at the end.
    public let objectives: [Double]
    /// Simulated values at the start, by study and comparison; nil where nobody had the endpoint.
    public let before: [[Double?]]
    /// At the end, of the same virtual patients.
    public let after: [[Double?]]
    /// At the end, of other virtual patients: the next seed.
    public let control: [[Double?]]

    /// The values, ready to be laid over the files.
    public var fitted: FittedParameters { problem.fitted(values) }

    /// Standard deviation of the prior on the parameter's scale.
    public func priorDeviation(_ index: Int) -> Double { problem.parameters[index].prior.deviation }

    /// Standard deviation of the posterior on the parameter's scale.
    public func posteriorDeviation(_ index: Int) -> Double { priorDeviation(index) * posterior.ratios[index] }
}
