/// How neutrophils come back after lymphodepletion and CAR-T cells (Rejeski 2021, Blood 138:2499; definitions from memory).
public enum NeutrophilRecovery: String, Codable, Sendable, CaseIterable {
    /// Back for good without a second dip
    case quick
    /// Back above 1.5 × 10⁹/L, then below 1.0 again after day 21
    case intermittent
    /// Below 0.5 × 10⁹/L for 14 days on end
    case aplastic
}

/// Follows the counts of one patient.
struct NeutrophilCourse: Sendable {
    private var severeSince: Double?
    private var recovered = false
    private(set) var recovery = NeutrophilRecovery.quick
    /// Counts are followed for 60 days, as in the score's derivation.
    static let followedDays = 60.0

    /// One count: 10⁹/L on a day from infusion; days must not fall.
    mutating func note(_ count: Double, day: Double) {
        guard day >= 0, day <= Self.followedDays else { return }
        if count < 0.5 {
            let since = severeSince ?? day
            severeSince = since
            if day - since >= 14 { recovery = .aplastic }
        } else {
            severeSince = nil
        }
        if recovered, day > 21, count < 1.0, recovery != .aplastic { recovery = .intermittent }
        if count > 1.5 { recovered = true }
    }
}
