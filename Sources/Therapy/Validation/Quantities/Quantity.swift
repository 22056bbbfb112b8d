/// A number that the simulation should give, from a publication or a calculation: one entry of
/// `Evidence/quantities.yaml`.
public struct Quantity: Codable, Sendable, Equatable {
    /// What the simulated value is held against.
    public struct Target: Codable, Sendable, Equatable {
        /// The published value, if there is one.
        public var value: Double?
        /// Lower limit: of the source's interval, or of the range asked for.
        public var low: Double?
        /// Upper limit.
        public var high: Double?
    }

    /// Identifier.
    public var id: String
    /// Number of the row in the list of quantities that the entry belongs to; one row may have several entries.
    public var number: Int
    /// In words.
    public var what: String
    /// UCUM unit; "1" for a share, a ratio or a correlation.
    public var unit: String
    /// What it is computed as.
    public var measure: QuantityMeasure
    /// The study whose virtual patients are looked at.
    public var study: String?
    /// The endpoint, for measures that need one.
    public var endpoint: String?
    /// The policy that they are managed by; nil for the study's own rules.
    public var policy: String?
    /// Numbers that the measure needs, by name.
    public var inputs: [String: Double]?
    /// When it agrees.
    public var rule: QuantityRule
    /// What it is held against.
    public var target: Target
    /// Tolerance of the rule `median`, as a share; a quarter if nil.
    public var tolerance: Double?
    /// Patients that the target rests on.
    public var n: Int?
    /// Whether the target, or something like it, is among what parameters were fitted to.
    public var fitted: Bool
    /// Publication.
    public var source: String
    /// How well the target was checked.
    public var verification: Verification
    /// What to know when comparing.
    public var note: String?

    /// An input that the measure needs; the reader has made sure that it is there.
    func input(_ name: String) -> Double { inputs?[name] ?? .nan }
}

/// All quantities, and how many must agree.
public struct QuantityList: Codable, Sendable, Equatable {
    /// Shares that must agree.
    public var required: RequiredAgreement
    /// The quantities.
    public var quantities: [Quantity]
}
