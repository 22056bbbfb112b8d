/// What the guideline looks at: the chart's findings, and what a chart does not hold, set by hand. What is not here is
/// unknown, and never assumed.
///
/// To wire a new analyte: `picture[.cd4] = .init(150, at: time)`.
public struct ClinicalPicture: Sendable {
    /// A value and when it was observed.
    public struct Dated: Sendable, Equatable {
        /// Value, in the measure's unit.
        public var value: Double
        /// When; nil for what has no time of its own.
        public var at: Instant?

        /// Makes a value.
        public init(_ value: Double, at: Instant? = nil) {
            self.value = value
            self.at = at
        }
    }

    /// The time that is counselled for.
    public let now: Instant
    /// Product identifier (for example `axicabtagene-ciloleucel`).
    public var product: String?
    /// Body weight, kg.
    public var weight: Double?
    /// Height, cm.
    public var height: Double?
    /// Jurisdiction of the product's label, `US` unless said.
    public var jurisdiction = "US"

    /// Whether lymphodepletion is known not to have begun.
    var isBeforeLymphodepletion = false
    /// Whether the cells are known not to be infused.
    var isBeforeInfusion = false

    private var values: [Measure: Dated] = [:]
    private var facts: [ClinicalFact: (holds: Bool, at: Instant?)] = [:]
    private(set) var tocilizumab: [Instant] = []

    /// An empty picture.
    public init(now: Instant) { self.now = now }

    /// A quantity as recorded, however old; nil if nobody recorded it.
    public subscript(measure: Measure) -> Dated? {
        get { values[measure] }
        set { values[measure] = newValue }
    }

    /// Whether a fact holds; nil if unknown.
    public subscript(fact: ClinicalFact) -> Bool? { facts[fact]?.holds }

    /// Sets a fact.
    public mutating func note(_ fact: ClinicalFact, _ holds: Bool, at: Instant? = nil) { facts[fact] = (holds, at) }

    /// When a fact was noted.
    func time(of fact: ClinicalFact) -> Instant? { facts[fact]?.at }

    /// A quantity that still speaks for the patient.
    func current(_ measure: Measure) -> Dated? {
        guard let dated = values[measure], dated.value.isFinite else { return nil }
        guard let at = dated.at else { return dated }
        if let hours = measure.validHours(day: values[.day]?.value), now.hours(since: at) > hours { return nil }
        return dated
    }

    /// Whether a sign-borne grade rests on findings of more than a day ago.
    func isOld(_ measure: Measure) -> Bool {
        guard measure == .crsGrade || measure == .icansGrade, let at = values[measure]?.at else { return false }
        return now.hours(since: at) > 24
    }

    /// What to write where a quantity is missing.
    func absence(of measure: Measure) -> String {
        let name = measure.words.name.hasSuffix(":") ? String(measure.words.name.dropLast()) : measure.words.name
        guard let at = values[measure]?.at else { return "\(name), not recorded" }
        return "\(name), last recorded \(plain((now.days(since: at) * 10).rounded() / 10)) days ago"
    }

    /// Body surface area, m² (Mosteller 1987); nil without height or weight.
    var surface: Double? {
        guard let weight, let height, weight > 0, height > 0 else { return nil }
        return (weight * height / 3600).squareRoot()
    }

    mutating func take(tocilizumab: [Instant]) { self.tocilizumab = tocilizumab }
}
