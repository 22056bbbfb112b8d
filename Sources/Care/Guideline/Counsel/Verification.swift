/// How well a statement of a source was checked.
public enum Verification: String, Codable, Sendable, CaseIterable, Comparable {
    /// From memory: a clinician must confirm it before anybody acts on it
    case memory
    /// Read in a secondary source (a review, a compendium, an earlier edition)
    case secondary
    /// Read in the source itself, or in its own short edition
    case read

    /// Order of trust: from memory is least.
    public static func < (a: Verification, b: Verification) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .memory: 0
        case .secondary: 1
        case .read: 2
        }
    }

    /// In words.
    public var words: String {
        switch self {
        case .memory: "from memory, a clinician must confirm"
        case .secondary: "read in a secondary source"
        case .read: "read"
        }
    }
}

/// Where a recommendation stands, and how well that was checked.
public struct Citation: Codable, Sendable, Equatable {
    /// Author, year, journal, or label and year.
    public var text: String
    /// How well it was checked.
    public var verification: Verification
    /// Where it was read, if it was.
    public var address: String?

    /// Makes a citation.
    public init(_ text: String, _ verification: Verification, at address: String? = nil) {
        self.text = text
        self.verification = verification
        self.address = address
    }

    /// In one line.
    public var words: String { "\(text) (\(verification.words))" }
}
