import Dynamics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A parameter of a published model: its unit, meaning and origin. The value is in the SBML file and nowhere else.
public struct PublishedParameter: Sendable, Equatable {
    /// UCUM unit; "1" for a pure number.
    public var unit: String
    /// What it is, in words.
    public var meaning: String
    /// Where the value comes from.
    public var origin: Origin
    /// The publication and place, the command that fitted it, or the grounds.
    public var source: String
    /// How it differs between patients; nil if it does not.
    public var spread: Spread?

    /// Makes a parameter.
    public init(unit: String, meaning: String, origin: Origin, source: String, spread: Spread? = nil) {
        self.unit = unit
        self.meaning = meaning
        self.origin = origin
        self.source = source
        self.spread = spread
    }

    /// How a parameter differs between patients.
    public enum Spread: Sendable, Equatable {
        /// Log-normal about the value; the number as printed, read as the variance of the logarithm.
        case logNormal(omega2: Double)
        /// Normal about the value with this standard deviation, as a share of the value; what falls below 0 is 0.
        case normal(share: Double)
        /// Any value between two with equal chance.
        case uniform(ClosedRange<Double>)
        /// Exponential with this mean: a clock that rings at random.
        case exponential(mean: Double)

        /// Whether members lie about the model's value; else a check that sets the parameter gives all the same.
        var isAboutValue: Bool {
            switch self {
            case .logNormal, .normal: true
            case .uniform, .exponential: false
            }
        }

        /// A patient's value.
        ///
        /// - Parameters:
        ///   - typical: the value in the model.
        ///   - reading: what the printed spread of a log-normal parameter is taken for.
        ///   - stream: the patient's stream for this parameter.
        func draw(about typical: Double, reading: SpreadReading, from stream: inout RandomStream) -> Double {
            switch self {
            case .logNormal(let printed):
                let omega = reading == .variance ? printed.squareRoot() : printed
                return typical * exp(omega * stream.normal())
            case .normal(let share): return max(0, typical * (1 + share * stream.normal()))
            case .uniform(let range):
                return range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform()
            case .exponential(let mean): return stream.exponential(mean: mean)
            }
        }
    }
}

/// What the number printed for a log-normal spread is taken for. Papers call both "omega".
public enum SpreadReading: String, Codable, Sendable, CaseIterable {
    /// The variance of the logarithm.
    case variance
    /// The standard deviation of the logarithm.
    case standardDeviation
}
