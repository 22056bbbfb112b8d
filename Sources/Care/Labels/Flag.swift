extension Label {
    /// How well a fact was checked. Only what was read may be the ground of a safety rule without a clinician's word.
    public enum Flag: String, Codable, Sendable, CaseIterable, Comparable {
        /// Read in the source itself; read in a secondary source; from memory
        case read, secondary, memory

        /// Order of trust: what was read is least in doubt.
        public static func < (a: Flag, b: Flag) -> Bool { a.doubt < b.doubt }

        private var doubt: Int {
            switch self {
            case .read: 0
            case .secondary: 1
            case .memory: 2
            }
        }

        /// In words, as shown wherever the fact is.
        public var words: String {
            switch self {
            case .read: "read"
            case .secondary: "secondary source"
            case .memory: "from memory, a clinician must confirm"
            }
        }
    }
}

/// A fact with where it stands.
public protocol Cited {
    /// Where it stands (document, section, date), in one line.
    var source: String { get }
    /// How well that was checked.
    var flag: Label.Flag { get }
}

extension Cited {
    /// Source and flag, as shown.
    public var citation: String { "\(source); \(flag.words)" }
}
