/// How long something took, over the patients of all runs.
public struct WaitDistribution: Sendable, Equatable {
    /// Patients.
    public let count: Int
    /// 10th, 25th, 50th, 75th and 90th percentile, days.
    public let percentiles: [Double]
    /// Which percentiles.
    public static let shown = [0.1, 0.25, 0.5, 0.75, 0.9]

    /// - Returns: nil if there is no patient.
    public init?(_ days: [Double]) {
        let found = Self.shown.compactMap { Quantile.of(days, $0) }
        guard found.count == Self.shown.count else { return nil }
        count = days.count
        percentiles = found
    }

    /// The median.
    public var median: Double { percentiles[2] }
}
