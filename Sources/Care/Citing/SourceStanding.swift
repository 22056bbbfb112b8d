/// How well a statement was checked against its source. Only what was read may be the ground of a safety rule without a
/// clinician's word.
public enum SourceStanding: String, Codable, Sendable, CaseIterable, Comparable {
    /// Read in the source itself, or in its own short edition
    case read
    /// Read in a secondary source: a review, a compendium, another's transcription
    case secondary
    /// From memory: a clinician must confirm it before anybody acts on it
    case memory

    /// Order of doubt: what was read is least in doubt.
    public static func < (a: SourceStanding, b: SourceStanding) -> Bool { a.doubt < b.doubt }

    private var doubt: Int {
        switch self {
        case .read: 0
        case .secondary: 1
        case .memory: 2
        }
    }

    /// In words, as shown wherever the statement is.
    public var words: String {
        switch self {
        case .read: "read"
        case .secondary: "secondary source"
        case .memory: "from memory, a clinician must confirm"
        }
    }
}
