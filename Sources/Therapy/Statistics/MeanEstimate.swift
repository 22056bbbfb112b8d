/// A sample mean with its normal-approximation 95 % confidence interval.
public struct MeanEstimate: Sendable, Equatable {
    /// The sample mean.
    public let value: Double
    /// The lower end of the interval; the mean itself with a single value.
    public let low: Double
    /// The upper end of the interval; the mean itself with a single value.
    public let high: Double

    /// The mean of `values`, not-a-number entries left out; `nil` when none is left.
    public init?(_ values: [Double]) {
        let kept = values.filter { !$0.isNaN }
        guard !kept.isEmpty else { return nil }
        let n = Double(kept.count)
        let mean = kept.reduce(0, +) / n
        let squares = kept.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let half = kept.count > 1 ? Normal.z95 * (squares / (n - 1) / n).squareRoot() : 0
        value = mean
        low = mean - half
        high = mean + half
    }
}
