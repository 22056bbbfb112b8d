/// Where a calibration stands between two of its steps: all that the rest depends on. Written after every step, so
/// that a calibration that was stopped goes on from there and ends at the same digits.
public struct CalibrationState: Codable, Sendable, Equatable {
    /// What is calibrated (see `CalibrationProblem.fingerprint`).
    public var fingerprint: String
    /// The point: standard scores of the priors.
    public var point: [Double]
    /// Blocks that were screened.
    public var screened = 0
    /// The descent, once it has begun.
    public var descent: DescentState?
    /// Steps of the descent that were taken.
    public var iterations = 0
    /// The objective after each step.
    public var trace: [Mark] = []

    /// One step.
    public struct Mark: Codable, Sendable, Equatable {
        /// What was done.
        public var step: String
        /// Half the sum of squares after it; of the block's own studies for a screen.
        public var objective: Double
    }
}
