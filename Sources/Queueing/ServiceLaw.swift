import Dynamics

/// How long something takes: a distribution of times above zero.
public enum ServiceLaw: Sendable, Equatable {
    /// Always the same.
    case constant(Double)
    /// Exponential with this mean.
    case exponential(mean: Double)
    /// Gamma with this mean and coefficient of variation.
    case gamma(mean: Double, cv: Double)

    /// The mean.
    public var mean: Double {
        switch self {
        case .constant(let mean), .exponential(let mean), .gamma(let mean, _): mean
        }
    }

    /// The squared coefficient of variation.
    public var squaredCV: Double {
        switch self {
        case .constant: 0
        case .exponential: 1
        case .gamma(_, let cv): cv * cv
        }
    }

    /// A time.
    public func draw(from stream: inout RandomStream) -> Double {
        switch self {
        case .constant(let mean): mean
        case .exponential(let mean): stream.exponential(mean: mean)
        case .gamma(let mean, let cv): stream.gamma(shape: 1 / (cv * cv), scale: mean * cv * cv)
        }
    }
}
