/// Spearman's rank correlation; ties get their mean rank. The 95 % interval is Fisher's, with the standard error
/// 1.03 / √(n − 3) of Fieller, Hartley and Pearson (1957).
public struct RankCorrelation: Sendable, Equatable {
    /// The coefficient, −1 to 1.
    public let value: Double
    /// Lower 95 % limit.
    public let low: Double
    /// Upper 95 % limit.
    public let high: Double

    /// The correlation of pairs; nil with fewer than five, or if one of the two never varies.
    public init?(_ pairs: [(Double, Double)]) {
        let kept = pairs.filter { $0.0.isFinite && $0.1.isFinite }
        guard kept.count >= 5 else { return nil }
        let (x, y) = (Self.ranks(kept.map(\.0)), Self.ranks(kept.map(\.1)))
        let middle = Double(kept.count + 1) / 2
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            xx += (a - middle) * (a - middle)
            yy += (b - middle) * (b - middle)
            xy += (a - middle) * (b - middle)
        }
        guard xx > 0, yy > 0 else { return nil }
        let r = min(1, max(-1, xy / (xx * yy).squareRoot()))
        value = r
        let bounded = min(0.999_999, max(-0.999_999, r))
        let z = 0.5 * naturalLogarithm((1 + bounded) / (1 - bounded))
        let half = Normal.z95 * 1.03 / (Double(kept.count) - 3).squareRoot()
        func back(_ z: Double) -> Double { 1 - 2 / (exponential(2 * z) + 1) }
        low = back(z - half)
        high = back(z + half)
    }

    /// Ranks from 1, ties at their mean.
    static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }
}
