/// When a simulated quantity agrees with its target.
public enum QuantityRule: String, Codable, Sendable, CaseIterable {
    /// The 95 % intervals of two shares overlap; the target's is Wilson's of its n unless it gives its own
    case proportion
    /// Within a share (`tolerance`, a quarter if none is given) of the target's value
    case median
    /// A hazard or odds ratio within the source's interval
    case ratio
    /// From the target's `low` to its `high`; either may be left out
    case range
    /// The central 95 % of the patients from the target's `low` to its `high`
    case spread
    /// More than the target's value: the lower limit as well, where there is one
    case higher
    /// Less than the target's value: the upper limit as well, where there is one
    case lower

    /// Tolerance of `median` where a quantity gives none.
    public static let usualTolerance = 0.25
}

/// A simulated quantity, with its 95 % interval where there is one.
public struct QuantityEstimate: Sendable, Equatable {
    /// The value.
    public var value: Double
    /// Lower limit.
    public var low: Double?
    /// Upper limit.
    public var high: Double?

    /// Makes an estimate.
    public init(value: Double, low: Double? = nil, high: Double? = nil) {
        self.value = value
        self.low = low
        self.high = high
    }
}

extension Quantity {
    /// The target's limits as the rule reads them; nil where the rule sets none.
    public var targetLimits: (low: Double?, high: Double?) {
        switch rule {
        case .proportion:
            guard target.low == nil, let value = target.value, let n else { return (target.low, target.high) }
            let wilson = Proportion(events: Int((value * Double(n)).rounded()), of: n)
            return (min(wilson.low, value), max(wilson.high, value))
        case .median:
            guard let value = target.value else { return (nil, nil) }
            let tolerance = tolerance ?? QuantityRule.usualTolerance
            return (value * (1 - tolerance), value * (1 + tolerance))
        case .ratio, .range, .spread: return (target.low, target.high)
        case .higher: return (target.value, nil)
        case .lower: return (nil, target.value)
        }
    }

    /// Whether a simulated value agrees with the target by the quantity's rule.
    public func holds(for found: QuantityEstimate) -> Bool {
        guard found.value.isFinite else { return false }
        let (low, high) = targetLimits
        let (floor, ceiling) = (low ?? -.infinity, high ?? .infinity)
        switch rule {
        case .proportion: return (found.low ?? found.value) <= ceiling && floor <= (found.high ?? found.value)
        case .median, .ratio, .range: return floor <= found.value && found.value <= ceiling
        case .spread: return floor <= (found.low ?? found.value) && (found.high ?? found.value) <= ceiling
        case .higher: return found.value > floor && (found.low ?? found.value) > floor
        case .lower: return found.value < ceiling && (found.high ?? found.value) < ceiling
        }
    }
}
