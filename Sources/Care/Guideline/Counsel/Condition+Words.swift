/// Conditions that many rows share.
extension Condition {
    static func crs(_ grade: Int) -> Condition { .exactly(.crsGrade, Double(grade), "ASTCT 2019") }
    static func crsAtLeast(_ grade: Int) -> Condition { .atLeast(.crsGrade, Double(grade), "ASTCT 2019") }
    static func icans(_ grade: Int) -> Condition { .exactly(.icansGrade, Double(grade), "ASTCT 2019") }
    static func icansAtLeast(_ grade: Int) -> Condition { .atLeast(.icansGrade, Double(grade), "ASTCT 2019") }

    static let fever = Condition.atLeast(.temperature, 38, "fever")
    static let neutropenia = Condition.below(.neutrophils, 0.5, "severe neutropenia")
    static let isInfused = Condition.atLeast(.day, 0, "the cells were infused")
    /// Lymphodepletion has begun, or the cells were infused.
    static let isConditioned = Condition.any([
        .atLeast(.daysFromLymphodepletion, 0, "lymphodepletion has begun"), isInfused,
    ])

    /// Days from infusion, from and until.
    static func days(_ from: Double, until: Double) -> Condition { .within(.day, from, until, "") }

    /// CRS of grade 2 or more 8 h after this many doses of tocilizumab.
    static func refractoryCRS(after doses: Int) -> Condition {
        .all([
            crsAtLeast(2), .atLeast(.tocilizumabDoses, Double(doses), "doses given without ending it"),
            .atLeast(.hoursSinceTocilizumab, Tocilizumab.interval, "time for the last dose to act"),
        ])
    }

    /// ICANS of grade 3 or more after a day on a corticosteroid, or of grade 2 after two (times assumed).
    static let refractoryICANS = Condition.any([
        .all([icansAtLeast(3), .atLeast(.hoursOnCorticosteroid, 24, "a day without improvement (time assumed)")]),
        .all([icansAtLeast(2), .atLeast(.hoursOnCorticosteroid, 48, "two days without improvement (time assumed)")]),
    ])
}
