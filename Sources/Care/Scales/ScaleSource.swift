/// Where a scale's table stands, and whether it was read there.
public struct ScaleSource: Sendable, Hashable, CustomStringConvertible {
    /// The publication that defines the scale.
    public var citation: String
    /// How its table came to us.
    public var standing: SourceStanding
    /// What was read, and where; which part is not as sure as the rest.
    public var note: String

    /// Makes a source.
    public init(_ citation: String, _ standing: SourceStanding, _ note: String = "") {
        self.citation = citation
        self.standing = standing
        self.note = note
    }

    /// In one line, as reasons carry it.
    public var description: String {
        let standing = standing == .secondary ? "from a secondary source" : standing.words
        return "\(citation) (\(standing)\(note.isEmpty ? "" : ": \(note)"))"
    }
}
