/// The limits that alerts are raised and cleared at. Guidelines disagree on some, so a site may set its own; a limit
/// that clears lies beyond the one that raises, so that a value that wavers around it says nothing twice.
public struct AlertRules: Sendable, Equatable, Codable {
    /// A limit on a laboratory value.
    public struct Limit: Sendable, Equatable, Codable, Cited {
        /// What is measured.
        public var analyte: Analyte
        /// Raised below this (or above, if `isUpper`).
        public var raises: Double
        /// Cleared from this on.
        public var clears: Double
        /// Whether too much raises it.
        public var isUpper: Bool
        /// How soon.
        public var urgency: Alert.Urgency
        /// Name in identifiers.
        public var name: String
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// Limits on laboratory values.
    public var limits: [Limit] = [
        Limit(
            analyte: .neutrophils, raises: 0.5, clears: 0.75, isUpper: false, urgency: .today, name: "anc-below-0.5",
            source: "CTCAE v5 grade 4, EHA/EBMT; end assumed", flag: .memory),
        Limit(
            analyte: .neutrophils, raises: 0.1, clears: 0.2, isUpper: false, urgency: .today, name: "anc-below-0.1",
            source: "EHA/EBMT 2023 (ICAHT); end assumed", flag: .memory),
        Limit(
            analyte: .immunoglobulinG, raises: 4, clears: 5, isUpper: false, urgency: .week, name: "igg-below-4",
            source: "EHA/EBMT, ASH: 400 mg/dL, guidelines differ (1.5 to 7 g/L); end assumed", flag: .read),
        Limit(
            analyte: .ferritin, raises: 10_000, clears: 7_500, isUpper: true, urgency: .today,
            name: "ferritin-above-10000", source: "MD Anderson 2018 (HLH after CAR-T); end assumed", flag: .memory),
    ]
    /// Ferritin: times its lowest value of two days that count as a fast rise (assumed).
    public var ferritinRise = 2.0
    /// Ferritin from which a rise counts, ng/mL (assumed).
    public var ferritinFloor = 2_000.0
    /// Days of neutrophils below 0.5 after which it is said again (ICAHT grade 3; from memory).
    public var longNeutropeniaDays = 14.0
    /// Intervals after which a set of vital signs is missed (assumed).
    public var missedIntervals = 1.5
    /// Hours for which the team may leave a new grade below 3 unsigned (assumed).
    public var signingHours = 1.0
    /// Fewest doses of tocilizumab to have left (labels: one, and another within 8 h).
    public var tocilizumabLeft = 2
    /// Days before a bag expires (assumed).
    public var bagDays = 14.0
    /// Days for which infectious markers are valid, and days before that (from memory; assumed).
    public var markerDays = 30.0
    /// Days before the end of the validity of markers.
    public var markerWarningDays = 7.0
    /// Days of a shipper's hold that must be left (assumed).
    public var holdDays = 1.0
    /// Days after which a test pending at release is missed (assumed; sterility takes 14).
    public var pendingDays = 21.0
    /// Days that follow-up may be overdue before it is said (assumed).
    public var overdueDays = 14

    /// The usual limits.
    public init() {}
}
