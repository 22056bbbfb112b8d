#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A sample median with its distribution-free 95 % interval between two order statistics.
///
/// The ranks are the narrowest symmetric pair whose binomial coverage is at least 95 %. Fewer than six values
/// cannot reach that: the interval is then the whole range.
public struct MedianEstimate: Sendable, Equatable {
    /// The sample median.
    public let value: Double
    /// The lower end of the interval, an observed value.
    public let low: Double
    /// The upper end of the interval, an observed value.
    public let high: Double

    /// The median of `values`; `nil` when none is a number.
    public init?(_ values: [Double]) {
        let sorted = values.filter { !$0.isNaN }.sorted()
        guard let median = Quantile.ofSorted(sorted, 0.5) else { return nil }
        let rank = Self.lowerRank(sorted.count)
        value = median
        low = sorted[rank - 1]
        high = sorted[sorted.count - rank]
    }

    /// The largest rank r (from 1) with P(Binomial(n, ½) < r) at most 2.5 %, or 1.
    static func lowerRank(_ n: Int) -> Int {
        var below = 0.0
        var rank = 0
        while rank <= n / 2 {
            below += exp(logHalfBinomial(n, rank))
            if below > 0.025 { break }
            rank += 1
        }
        return max(rank, 1)
    }

    /// The logarithm of P(Binomial(n, ½) = k).
    private static func logHalfBinomial(_ n: Int, _ k: Int) -> Double {
        let (all, some) = (Double(n), Double(k))
        return lgamma(all + 1) - lgamma(some + 1) - lgamma(all - some + 1) - all * log(2.0)
    }
}
