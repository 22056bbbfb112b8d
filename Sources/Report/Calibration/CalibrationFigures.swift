/// What the report of a calibration shows, and `calibration.json` holds.
public struct CalibrationFigures: Codable, Sendable, Equatable {
    /// The command as one would type it again.
    public var command: String
    /// Seed of the virtual patients.
    public var seed: UInt64
    /// Virtual patients in each trial.
    public var patients: Int
    /// Steps that were taken.
    public var iterations: Int
    /// Whether no step led further down.
    public var converged: Bool
    /// How long it took; of the last run, if it was resumed.
    public var wall_seconds: Double
    /// Half the sum of squares at the start.
    public var objective_start: Double
    /// At the end.
    public var objective_end: Double
    /// What was fitted.
    public var parameters: [Parameter]
    /// To what.
    public var endpoints: [Compared]
    /// What was not.
    public var left_out: [LeftOut]
    /// Parameters about which the data say nothing.
    public var unidentifiable: [String]
    /// Weakest combinations of parameters.
    public var weak_directions: [Direction]
    /// Strongly correlated pairs.
    public var correlated: [Pair]
    /// The steps.
    public var trace: [Mark]

    /// Gathers the figures.
    public init(
        command: String, seed: UInt64, patients: Int, iterations: Int, converged: Bool, wall_seconds: Double,
        objective_start: Double, objective_end: Double, parameters: [Parameter], endpoints: [Compared],
        left_out: [LeftOut], unidentifiable: [String], weak_directions: [Direction], correlated: [Pair], trace: [Mark]
    ) {
        self.command = command
        self.seed = seed
        self.patients = patients
        self.iterations = iterations
        self.converged = converged
        self.wall_seconds = wall_seconds
        self.objective_start = objective_start
        self.objective_end = objective_end
        self.parameters = parameters
        self.endpoints = endpoints
        self.left_out = left_out
        self.unidentifiable = unidentifiable
        self.weak_directions = weak_directions
        self.correlated = correlated
        self.trace = trace
    }
}
