/// A parameter of the body model as its data file beside the model describes it (`Models/body/parameters.yaml`).
public struct BodyParameter: Codable, Sendable, Equatable {
    /// Typical value, in the unit that the model uses.
    public var value: Double
    /// UCUM unit; "1" for a pure number.
    public var unit: String
    /// What it is, in words.
    public var meaning: String
    /// Coefficient of variation between patients of a log-normal distribution around `value`; nil for none. For a
    /// bounded share the standard deviation of the logit.
    public var cv: Double?
    /// Whether the number is a share between 0 and 1, varied on the logit scale.
    public var bounded: Bool?
    /// Where the value comes from.
    public var origin: Origin
    /// The publication, the command that fitted it, or the grounds.
    public var source: String

    /// Makes a parameter.
    public init(
        value: Double, unit: String, meaning: String, cv: Double? = nil, bounded: Bool? = nil, origin: Origin,
        source: String
    ) {
        self.value = value
        self.unit = unit
        self.meaning = meaning
        self.cv = cv
        self.bounded = bounded
        self.origin = origin
        self.source = source
    }
}
