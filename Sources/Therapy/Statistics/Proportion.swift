/// A share of a cohort with its Wilson score 95 % confidence interval.
///
/// Without anyone to count, the value is not a number and the interval spans 0 to 1.
public struct Proportion: Sendable, Equatable {
    /// The observed share, between 0 and 1.
    public let value: Double
    /// The lower end of the interval.
    public let low: Double
    /// The upper end of the interval.
    public let high: Double

    /// The share of `events` in `total`.
    ///
    /// - Parameters:
    ///   - events: how many had the event; held between 0 and `total`.
    ///   - total: how many were observed.
    public init(events: Int, of total: Int) {
        guard total > 0 else {
            value = .nan
            low = 0
            high = 1
            return
        }
        let count = min(max(events, 0), total)
        let n = Double(total)
        let share = Double(count) / n
        let z = Normal.z95
        let scale = 1 + z * z / n
        let centre = (share + z * z / (2 * n)) / scale
        let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        value = share
        low = count == 0 ? 0 : max(0, centre - half)
        high = count == total ? 1 : min(1, centre + half)
    }
}
