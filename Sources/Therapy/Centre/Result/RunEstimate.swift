/// A mean over runs with its 95 % interval. Runs have seeds of their own and are independent; the patients of one run
/// are not, because they stand in the same lines. So runs are what is counted.
public struct RunEstimate: Sendable, Equatable {
    /// The mean.
    public let value: Double
    /// Ends of the interval (Student's t); nil for a single run.
    public let low: Double?, high: Double?
    /// Runs.
    public let runs: Int

    /// - Returns: nil if there is no value.
    public init?(_ values: [Double]) {
        let kept = values.filter(\.isFinite)
        guard !kept.isEmpty else { return nil }
        let n = Double(kept.count)
        let mean = kept.reduce(0, +) / n
        let squares = kept.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        value = mean
        runs = kept.count
        guard kept.count > 1 else {
            (low, high) = (nil, nil)
            return
        }
        let half = Self.quantile(freedom: kept.count - 1) * (squares / (n - 1) / n).squareRoot()
        (low, high) = (mean - half, mean + half)
    }

    /// The 97.5 % quantile of Student's t.
    static func quantile(freedom: Int) -> Double {
        let table = [
            12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
            2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
        ]
        if freedom <= table.count { return table[freedom - 1] }
        // Cornish-Fisher about the normal quantile; exact to the third digit from here on.
        let z = Normal.z95
        return z + (z * z * z + z) / (4 * Double(freedom))
    }
}
