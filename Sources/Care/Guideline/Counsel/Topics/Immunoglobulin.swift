/// Replacement of immunoglobulin. The thresholds of the guidelines differ, so each is shown; 4 to 6 g/L with serious
/// infections is the middle ground of the reference.
extension CounselRow {
    private static func dose(_ gramsPerKilogram: Double) -> Dosing {
        .perKilogram(
            .init(
                drug: "immunoglobulin", known: .immunoglobulin, unit: "g", route: .intravenous, minutes: 240,
                every: 24 * 28, course: "every 3 to 4 weeks, trough at or above 4 g/L"), gramsPerKilogram, cap: nil)
    }
    private static let isDue = Condition.unless(
        .recorded(.below(.daysSinceImmunoglobulin, 21, "given less than 3 weeks ago")))

    static let immunoglobulin: [CounselRow] = [
        CounselRow(
            .immunoglobulin, .ash, .give, .plan, "IgG at or below 4 g/L",
            when: .all([.isInfused, .atMost(.immunoglobulinG, 4, "4 g/L, 400 mg/dL"), isDue]), dosing: dose(0.4),
            alternatives: ["0.5 g/kg", "under the skin, weekly"], changes: ["measure IgG every 4 weeks"], source: .ash),
        CounselRow(
            .immunoglobulin, .practice, .consider, .plan, "IgG of 4 to 6 g/L with serious or recurrent infections",
            when: .all([
                .isInfused, .above(.immunoglobulinG, 4, ""), .atMost(.immunoglobulinG, 6, "6 g/L"),
                .holds(.seriousInfections), isDue,
            ]), dosing: dose(0.4), source: .hill),
        CounselRow(
            .immunoglobulin, .stanford, .give, .plan, "IgG below 4 g/L and sinopulmonary infections",
            when: .all([
                .isInfused, .below(.immunoglobulinG, 4, "4 g/L, 400 mg/dL"), .holds(.seriousInfections), isDue,
            ]), dosing: dose(0.5), source: .stanford),
        CounselRow(
            .immunoglobulin, .stanford, .avoid, .plan,
            "without sinopulmonary infections: measure again, no replacement",
            when: .all([
                .isInfused, .below(.immunoglobulinG, 4, "4 g/L, 400 mg/dL"), .not(.holds(.seriousInfections)),
            ]), source: .stanford),
    ]
}
