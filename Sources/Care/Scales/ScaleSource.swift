/// Where a scale's table stands, and whether it was read there.
public struct ScaleSource: Sendable, Hashable, CustomStringConvertible {
    /// How the numbers came to us.
    public enum Standing: String, Sendable, CaseIterable {
        /// Read in the source itself.
        case read
        /// Read in another's transcription of the source.
        case secondary
        /// From memory.
        case memory
    }

    /// The publication that defines the scale.
    public var citation: String
    /// How its table came to us.
    public var standing: Standing
    /// What was read, and where; which part is not as sure as the rest.
    public var note: String

    /// Makes a source.
    public init(_ citation: String, _ standing: Standing, _ note: String = "") {
        self.citation = citation
        self.standing = standing
        self.note = note
    }

    /// In one line, as reasons carry it.
    public var description: String {
        let standing =
            switch standing {
            case .read: "read"
            case .secondary: "from a secondary source"
            case .memory: "from memory, a clinician must confirm"
            }
        return "\(citation) (\(standing)\(note.isEmpty ? "" : ": \(note)"))"
    }
}
