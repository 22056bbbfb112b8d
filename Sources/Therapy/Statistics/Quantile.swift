/// Sample quantiles by linear interpolation (type 7 of Hyndman and Fan, the default of R).
public enum Quantile {
    /// The quantile `p` of `values`, which need not be sorted; not-a-number entries are left out.
    ///
    /// Answers `nil` when no values are left or `p` lies outside 0 to 1.
    public static func of(_ values: [Double], _ p: Double) -> Double? {
        ofSorted(values.filter { !$0.isNaN }.sorted(), p)
    }

    /// The quantile `p` of values already in ascending order.
    static func ofSorted(_ sorted: [Double], _ p: Double) -> Double? {
        guard let last = sorted.last, p >= 0, p <= 1 else { return nil }
        let position = p * Double(sorted.count - 1)
        let index = Int(position)
        guard index + 1 < sorted.count else { return last }
        let fraction = position - Double(index)
        let (lower, upper) = (sorted[index], sorted[index + 1])
        return fraction == 0 || lower == upper ? lower : lower + fraction * (upper - lower)
    }
}
