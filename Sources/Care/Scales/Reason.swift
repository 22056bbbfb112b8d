/// What a verdict rests on: the finding, the threshold it met, when and in what kind of entry, and where the rule stands.
public struct Reason: Sendable, Equatable, CustomStringConvertible {
    /// Finding against its threshold (for example `temperature 38.6 °C: 38.0 °C or more is fever`).
    public var finding: String
    /// When it was observed: `occurredAt` of the entry.
    public var at: Instant
    /// Source of the rule. What was not read in the source itself says so.
    public var source: String
    /// The threshold alone (for example `38.0 °C or more is fever`); nil where the finding is the criterion itself.
    public var threshold: String?
    /// Kind of the entry that holds the finding; nil where it is what no entry says.
    public var entry: EventType?

    /// Makes a reason.
    public init(
        finding: String, at: Instant, source: String, threshold: String? = nil, entry: EventType? = nil
    ) {
        self.finding = finding
        self.at = at
        self.source = source
        self.threshold = threshold
        self.entry = entry
    }

    /// In one line.
    public var description: String { "\(finding) (\(at.iso8601); \(source))" }
}

/// A verdict with what it rests on.
public struct Assessment<Grade: Sendable & Equatable>: Sendable, Equatable {
    /// The verdict.
    public var grade: Grade
    /// What it rests on.
    public var reasons: [Reason]
    /// What was not known and might change the verdict.
    public var unknown: [String]
}
