#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The scale on which a parameter is fitted and its prior is normal.
public enum Scale: String, Codable, Sendable {
    /// Logarithm, for what is above 0
    case log
    /// Logarithm of the odds, for a share between 0 and 1
    case logit

    /// From the parameter to the scale.
    func position(_ value: Double) -> Double {
        switch self {
        case .log: naturalLogarithm(value)
        case .logit: naturalLogarithm(value / (1 - value))
        }
    }

    /// From the scale to the parameter.
    func value(_ position: Double) -> Double {
        switch self {
        case .log: exponential(position)
        case .logit: 1 / (1 + exponential(-position))
        }
    }

    /// Whether a value lies where the scale has a place for it.
    func contains(_ value: Double) -> Bool { value > 0 && value.isFinite && (self == .log || value < 1) }
}

/// A normal prior on a parameter's scale.
public struct Prior: Sendable, Equatable {
    /// The scale.
    public let scale: Scale
    /// Mean on the scale.
    public let mean: Double
    /// Standard deviation on the scale.
    public let deviation: Double

    /// The prior whose central 95 % is the interval.
    init(_ interval: CalibrationPlan.Interval, on scale: Scale) {
        self.scale = scale
        let (low, high) = (scale.position(interval.low), scale.position(interval.high))
        mean = (low + high) / 2
        deviation = (high - low) / (2 * z95)
    }

    /// 2.5th percentile.
    public var low: Double { scale.value(mean - z95 * deviation) }
    /// 97.5th percentile.
    public var high: Double { scale.value(mean + z95 * deviation) }

    /// The standard score of a value.
    func score(of value: Double) -> Double { (scale.position(value) - mean) / deviation }

    /// The value at a standard score.
    func value(at score: Double) -> Double { scale.value(mean + deviation * score) }
}

/// The 97.5th percentile of the standard normal distribution.
let z95 = 1.959963984540054

func naturalLogarithm(_ x: Double) -> Double { log(x) }
func exponential(_ x: Double) -> Double { exp(x) }
func arcsine(_ x: Double) -> Double { asin(x) }
