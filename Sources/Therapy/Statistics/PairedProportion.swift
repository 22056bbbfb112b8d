/// The difference of two shares that were observed in the same patients, with Newcombe's 95 % interval for pairs.
///
/// Newcombe 1998 (Statistics in Medicine 17:2635), method 10: the Wilson intervals of both shares, put together by
/// squares with the correlation of the pairs. It is not degenerate where no pair, or every pair, is discordant.
public struct PairedProportion: Sendable, Equatable {
    /// Second share less first share.
    public let value: Double
    /// The lower end of the interval.
    public let low: Double
    /// The upper end of the interval.
    public let high: Double

    /// - Parameters:
    ///   - both: pairs with the event in both.
    ///   - onlyFirst: pairs with the event in the first only.
    ///   - onlySecond: pairs with the event in the second only.
    ///   - neither: pairs without the event.
    /// - Returns: nil without a pair.
    public init?(both: Int, onlyFirst: Int, onlySecond: Int, neither: Int) {
        let total = both + onlyFirst + onlySecond + neither
        guard total > 0 else { return nil }
        let first = Proportion(events: both + onlyFirst, of: total)
        let second = Proportion(events: both + onlySecond, of: total)
        let phi = Self.correlation(both, onlyFirst, onlySecond, neither)
        func reach(_ a: Double, _ b: Double) -> Double { max(0, a * a - 2 * phi * a * b + b * b).squareRoot() }
        value = Double(onlySecond - onlyFirst) / Double(total)
        low = max(-1, value - reach(second.value - second.low, first.high - first.value))
        high = min(1, value + reach(second.high - second.value, first.value - first.low))
    }

    /// The correlation of the pairs, drawn towards none where it is positive (continuity correction, as published).
    private static func correlation(_ both: Int, _ first: Int, _ second: Int, _ neither: Int) -> Double {
        let (a, b, c, d) = (Double(both), Double(first), Double(second), Double(neither))
        let product = (a + b) * (c + d) * (a + c) * (b + d)
        guard product > 0 else { return 0 }
        let excess = a * d - b * c
        let corrected = excess > 0 ? max(0, excess - (a + b + c + d) / 2) : excess
        return corrected / product.squareRoot()
    }
}
