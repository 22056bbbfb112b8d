/// When anakinra is given, and how much. It blocks IL-1, off label here: 100 mg under the skin or into a vein every 6 to 12 h
/// (2 to 8 mg/kg a day, in children to 10; reference of clinical practice, from memory).
public struct AnakinraRule: Codable, Sendable, Equatable {
    /// Everyone gets it from this day from infusion; nil for nobody without signs.
    public var prophylacticFromDay: Double?
    /// CRS grade from which it is given; nil never.
    public var fromCRS: Int?
    /// ICANS grade from which it is given; nil never.
    public var fromICANS: Int?
    /// Hours on a corticosteroid after which CRS or ICANS of grade 2 or more counts as refractory and gets it; nil never.
    public var afterSteroidHours: Double?
    /// One dose for an adult, mg.
    public var milligrams: Double
    /// Hours between doses.
    public var intervalHours: Double
    /// Shortest course, days; it goes on until CRS and ICANS have been of grade 1 or less for a day.
    public var days: Double
    /// Under the skin or into a vein.
    public var route: Route

    /// Makes a rule; what is left out never starts a course.
    public init(
        prophylacticFromDay: Double? = nil, fromCRS: Int? = nil, fromICANS: Int? = nil,
        afterSteroidHours: Double? = nil,
        milligrams: Double = 100, intervalHours: Double = 12, days: Double, route: Route = .subcutaneous
    ) {
        self.prophylacticFromDay = prophylacticFromDay
        self.fromCRS = fromCRS
        self.fromICANS = fromICANS
        self.afterSteroidHours = afterSteroidHours
        self.milligrams = milligrams
        self.intervalHours = intervalHours
        self.days = days
        self.route = route
    }
}

/// The limits of anakinra's dose.
public enum Anakinra {
    /// Largest dose a day, mg/kg: adults, and children (reference, from memory: unverified).
    static let dailyLimit = (adult: 8.0, child: 10.0)
    /// Creatinine clearance below which doses are given half as often, mL/min (US label of anakinra: every other day for
    /// daily; from memory, high confidence, unverified).
    static let renalLimit = 30.0

    /// One dose for this patient, mg, and the hours between doses.
    public static func dose(
        _ rule: AnakinraRule, age: Double, weight: Double, creatinineClearance: Double?
    ) -> (milligrams: Double, intervalHours: Double) {
        let isImpaired = creatinineClearance.map { $0 < renalLimit } ?? false
        let hours = rule.intervalHours * (isImpaired ? 2 : 1)
        let perDay = (age < Corticosteroid.adultAge ? dailyLimit.child : dailyLimit.adult) * weight
        return (min(rule.milligrams, (perDay * hours / 24).rounded(.down)), hours)
    }
}
