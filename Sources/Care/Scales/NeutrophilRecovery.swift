/// How neutrophils come back after lymphodepletion and CAR-T cells (Rejeski 2021, Blood 138:2499; definitions from memory).
public enum NeutrophilRecovery: String, Codable, Sendable, CaseIterable {
    /// Back for good without a second dip
    case quick
    /// Back above 1.5 × 10⁹/L, then below 1.0 again after day 21
    case intermittent
    /// Below 0.5 × 10⁹/L for 14 days on end
    case aplastic

    /// Where the definitions stand.
    public static let source = ScaleSource("neutrophil recovery, Rejeski 2021, Blood 138:2499", .memory)
}

/// Follows the counts of one patient.
public struct NeutrophilCourse: Sendable {
    /// Counts are followed for 60 days, as in the score's derivation.
    public static let followedDays = 60.0
    /// Last day on which a fall is not yet a second dip.
    static let dipAfterDay = 21.0
    /// Days below 0.5 × 10⁹/L on end that are aplastic.
    static let aplasticDays = 14.0

    /// Whether a count on the day of infusion itself can be the recovery. It may still be the count from before
    /// lymphodepletion works.
    private let isInfusionDayCounted: Bool
    private var severeSince: Double?
    /// Whether a count was above 1.5 × 10⁹/L.
    public private(set) var hasRecovered = false
    /// Whether neutrophils came back above 1.5 × 10⁹/L and fell below 1.0 again after day 21.
    public private(set) var hasSecondDip = false
    /// Whether they were below 0.5 × 10⁹/L for 14 days on end.
    public private(set) var isAplastic = false

    /// Begins without counts.
    public init(countingInfusionDay: Bool = true) { isInfusionDayCounted = countingInfusionDay }

    /// The type by the counts so far; aplastic goes before intermittent.
    public var recovery: NeutrophilRecovery { isAplastic ? .aplastic : hasSecondDip ? .intermittent : .quick }

    /// One count: 10⁹/L on a day from infusion; days must not fall.
    public mutating func note(_ count: Double, day: Double) {
        guard day >= 0, day <= Self.followedDays else { return }
        if count < 0.5 {
            let since = severeSince ?? day
            severeSince = since
            if day - since >= Self.aplasticDays { isAplastic = true }
        } else {
            severeSince = nil
        }
        if hasRecovered, day > Self.dipAfterDay, count < 1.0 { hasSecondDip = true }
        if count > 1.5, isInfusionDayCounted || day > 0 { hasRecovered = true }
    }
}
