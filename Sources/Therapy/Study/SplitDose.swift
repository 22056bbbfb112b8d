/// A dose in two infusions, the first one smaller where there is much leukaemia (obecabtagene autoleucel).
public struct SplitDose: Codable, Sendable, Equatable {
    /// Day of the second infusion, from the first.
    public var secondDay: Double
    /// Last day on which a postponed second infusion is still given.
    public var latestDay: Double
    /// Share of blasts in the marrow above which the first infusion is the small one.
    public var blastsAbove: Double
    /// Share of the dose in the first infusion with few blasts, and with many.
    public var firstShareLow, firstShareHigh: Double
    /// CRS and ICANS grades from which the second infusion is postponed, a day at a time.
    public var postponeFromCRS, postponeFromICANS: Int
    /// CRS and ICANS grades, ever reached, from which it is not given at all.
    public var stopFromCRS, stopFromICANS: Int
    /// Publication.
    public var source: String

    /// Share of the dose that is given first to a patient with this share of blasts.
    func firstShare(blasts: Double) -> Double { blasts > blastsAbove ? firstShareHigh : firstShareLow }
}
