/// Grade of an adverse event, Common Terminology Criteria for Adverse Events (CTCAE) version 5.0, National Cancer
/// Institute, 2017-11-27.
public enum CTCAEGrade: Int, Codable, Sendable, CaseIterable, Comparable {
    /// No event; mild; moderate; severe; life-threatening; death
    case none = 0, grade1, grade2, grade3, grade4, grade5

    /// Order of severity.
    public static func < (a: CTCAEGrade, b: CTCAEGrade) -> Bool { a.rawValue < b.rawValue }
}

/// The criteria of CTCAE version 5.0 that CAR-T care needs, one type each: `LowCount`, `Anaemia`, `HighLiverTest`,
/// `HighCreatinine`, `LowFibrinogen`, `Infection`.
public enum CTCAE {
    /// Where the laboratory tables stand.
    public static let laboratory = ScaleSource(
        "CTCAE version 5.0, NCI 2017", .secondary,
        "criteria read word for word in the pharmaverse admiral transcription, github.com/pharmaverse/admiral")

    /// What follows a limit that was not known.
    static func verdict(
        _ range: ClosedRange<CTCAEGrade>, _ findings: [String], unknown: [String],
        source: ScaleSource = CTCAE.laboratory
    ) -> ScaleVerdict<CTCAEGrade> {
        ScaleVerdict(
            lowest: range.lowerBound, highest: range.upperBound, findings: findings.map { ScaleFinding($0) },
            unknown: unknown, source: source)
    }
}
