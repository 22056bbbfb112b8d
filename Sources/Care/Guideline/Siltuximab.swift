/// When siltuximab is given for CRS that tocilizumab did not end, and how much.
public struct SiltuximabRule: Codable, Sendable, Equatable {
    /// Doses of tocilizumab that must have been given, the last 8 h ago, while CRS is of grade 2 or more.
    public var afterTocilizumabDoses: Int
    /// One dose, mg/kg; usually 11 (ASCO 2021, table of alternatives: read).
    public var milligramsPerKilogram: Double

    /// Makes a rule.
    public init(afterTocilizumabDoses: Int, milligramsPerKilogram: Double = 11) {
        self.afterTocilizumabDoses = afterTocilizumabDoses
        self.milligramsPerKilogram = milligramsPerKilogram
    }
}

/// How often siltuximab may be given: once in three weeks, as its label has it for Castleman disease (from memory,
/// unverified).
public enum Siltuximab {
    /// Days between doses.
    public static let intervalDays = 21.0
    /// Length of the infusion, minutes.
    static let minutes = 60.0

    /// Why no dose may be given now; nil if one may.
    public static func refusal(after given: [Instant], at instant: Instant) -> String? {
        guard let last = given.last, instant.days(since: last) < intervalDays else { return nil }
        return "siltuximab was given less than \(Int(intervalDays)) days ago"
    }
}
