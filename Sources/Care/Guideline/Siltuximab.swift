/// The dose rules of siltuximab for CRS that tocilizumab did not end: 11 mg/kg over 1 h, once (dose: ASCO 2021 table of
/// alternatives; not again within 3 weeks, as its label has it for Castleman disease, from memory).
public enum Siltuximab {
    /// One dose, mg/kg.
    public static let milligramsPerKilogram = 11.0
    /// Days between doses.
    public static let intervalDays = 21.0

    /// One dose in mg for this body weight in kg.
    public static func dose(weight: Double) -> Double { milligramsPerKilogram * weight }

    /// Why no dose may be given now; nil if one may.
    public static func refusal(after given: [Instant], at instant: Instant) -> String? {
        guard let last = given.last, instant.days(since: last) < intervalDays else { return nil }
        return "siltuximab was given less than \(Int(intervalDays)) days ago"
    }
}
