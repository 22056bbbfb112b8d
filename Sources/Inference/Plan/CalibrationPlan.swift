/// What a calibration fits, from where, and how exactly: `Models/body/calibration.yaml`.
public struct CalibrationPlan: Codable, Sendable, Equatable {
    /// Seed of the virtual patients: the same patients in every trial of the fit.
    public var seed: UInt64
    /// Virtual patients in each trial.
    public var patients: Int
    /// Half the distance of a central difference, in standard deviations of the prior.
    public var step: Double
    /// Steps of the descent at the most.
    public var iterations: Int
    /// Draws from the prior that are tried for each product before the descent; 0 for none.
    public var screen: Int
    /// How well the model can be expected to agree even with the right parameters.
    public var discrepancy: Discrepancy
    /// The studies to fit to; nil for every study whose role is calibration.
    public var studies: [String]?
    /// Published endpoints that are not fitted.
    public var leaveOut: [Omission]
    /// What is fitted.
    public var parameters: [Request]

    /// Standard deviations of the difference between the best model and the truth.
    public struct Discrepancy: Codable, Sendable, Equatable {
        /// Of a share, in shares (0.03 is three points of a hundred).
        public var share: Double
        /// Of a median, on the log scale (0.1 is a tenth).
        public var median: Double
        /// Degrees of freedom of Student's t, after which what remains is spread: few let a handful of endpoints be far off
        /// without pulling at all others. nil: after a normal distribution.
        public var freedom: Double? = nil
        /// Grounds.
        public var source: String
    }

    /// An endpoint that is not fitted.
    public struct Omission: Codable, Sendable, Equatable {
        /// The study; nil for all of them.
        public var study: String?
        /// The endpoint's name.
        public var endpoint: String
        /// Why.
        public var because: String
    }

    /// What of a parameter is fitted.
    public enum Attribute: String, Codable, Sendable, CaseIterable {
        /// The typical value
        case value
        /// The spread between patients
        case cv
    }

    /// A parameter to fit, or one of every product or disease.
    public struct Request: Codable, Sendable, Equatable {
        /// Whose it is: `body`, `product ID`, `disease ID`, `products` or `diseases` (each that a study needs).
        public var of: String
        /// The body's parameter, or an `EvidenceNumber` of a product or disease.
        public var name: String
        /// Value or spread.
        public var attribute: Attribute
        /// Where the fit begins; nil for what stands in the files.
        public var start: Double?
        /// What is believed before the fit.
        public var prior: Interval
        /// Grounds of the prior.
        public var source: String
    }

    /// The central 95 % of a prior.
    public struct Interval: Codable, Sendable, Equatable {
        /// 2.5th percentile.
        public var low: Double
        /// 97.5th percentile.
        public var high: Double

        /// Makes an interval.
        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }
}
