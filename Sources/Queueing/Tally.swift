/// Count, mean and spread of observations (Welford's running sums, which do not cancel).
public struct Tally: Sendable, Equatable {
    /// How many.
    public private(set) var count = 0
    /// Their mean; 0 for none.
    public private(set) var mean = 0.0
    /// The largest; 0 for none.
    public private(set) var maximum = 0.0
    private var squares = 0.0

    /// Nothing observed yet.
    public init() {}

    /// Adds an observation.
    public mutating func add(_ value: Double) {
        count += 1
        let step = value - mean
        mean += step / Double(count)
        squares += step * (value - mean)
        maximum = count == 1 ? value : max(maximum, value)
    }

    /// Sample variance; 0 for fewer than two.
    public var variance: Double { count > 1 ? squares / Double(count - 1) : 0 }

    /// Sum of the observations.
    public var sum: Double { mean * Double(count) }
}
