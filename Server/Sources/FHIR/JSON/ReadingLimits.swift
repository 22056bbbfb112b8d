/// How much a reader takes before it refuses: hostile input must cost little.
public struct ReadingLimits: Sendable {
    /// Bytes of the whole text.
    public var bytes: Int
    /// Levels of nesting.
    public var depth: Int
    /// Values, of any kind.
    public var values: Int
    /// Bytes of one text. FHIR R4 allows strings of 1 MB.
    public var textBytes: Int
    /// Digits and signs of one number.
    public var numberBytes: Int

    /// Limits; the defaults take a journal of about 50,000 entries.
    public init(
        bytes: Int = 256 << 20, depth: Int = 40, values: Int = 20_000_000, textBytes: Int = 1 << 20,
        numberBytes: Int = 64
    ) {
        self.bytes = bytes
        self.depth = depth
        self.values = values
        self.textBytes = textBytes
        self.numberBytes = numberBytes
    }

    /// For a single resource that another system posts.
    public static let resource = ReadingLimits(bytes: 1 << 20, values: 50_000)
}
