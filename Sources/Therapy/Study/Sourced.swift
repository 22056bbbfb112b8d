/// Where a number comes from. Screens and reports show it; an assumed constant is never called validated.
public enum Origin: String, Codable, Sendable, CaseIterable {
    /// Stands in a publication that `source` names.
    case published
    /// Came out of a fit; `source` names the command.
    case fitted
    /// Chosen by us; `source` says on what grounds.
    case assumed
}

/// A number with its unit, its spread between patients, and where it comes from.
public struct SourcedValue: Codable, Sendable, Equatable {
    /// Typical value (the median of the patients).
    public var value: Double
    /// UCUM unit; "1" for a pure number.
    public var unit: String
    /// Coefficient of variation between patients of a log-normal distribution around `value`; nil for none. For a
    /// share (`unit` "1" and `bounded` true) the spread is that of the logit.
    public var cv: Double?
    /// Whether the number is a share between 0 and 1, varied on the logit scale.
    public var bounded: Bool?
    /// Where it comes from.
    public var origin: Origin
    /// The publication, the command, or the grounds.
    public var source: String

    /// Makes a sourced value.
    public init(
        value: Double, unit: String, cv: Double? = nil, bounded: Bool? = nil, origin: Origin, source: String
    ) {
        self.value = value
        self.unit = unit
        self.cv = cv
        self.bounded = bounded
        self.origin = origin
        self.source = source
    }
}

/// How well a published figure was checked against its source.
public enum Verification: String, Codable, Sendable, CaseIterable {
    /// Read in the source itself
    case read
    /// Read in a careful secondary source
    case secondary
    /// From memory: not yet checked, and shown as unverified
    case unverified
}
