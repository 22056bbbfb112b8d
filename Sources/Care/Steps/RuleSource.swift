/// Where a rule stands, and how well that was checked.
public struct RuleSource: Sendable, Equatable, CustomStringConvertible {
    /// How well a rule's source was checked.
    public enum Standing: String, Codable, Sendable, CaseIterable {
        /// Read in the source; read in a secondary source; from memory; designed here
        case read, secondary, memory, design

        /// In words, as shown wherever the rule is.
        public var words: String {
            switch self {
            case .read: "read"
            case .secondary: "secondary source"
            case .memory: "from memory, a clinician must confirm"
            case .design: "our design"
            }
        }
    }

    /// Document, section, date, in one line.
    public var text: String
    /// How well that was checked.
    public var standing: Standing

    /// Makes a source.
    public init(_ text: String, _ standing: Standing) {
        self.text = text
        self.standing = standing
    }

    /// The source of a fact of a label.
    public init(_ cited: any Cited) {
        text = cited.source
        standing =
            switch cited.flag {
            case .read: .read
            case .secondary: .secondary
            case .memory: .memory
            }
    }

    /// Source and standing.
    public var description: String { "\(text); \(standing.words)" }
}

extension RuleSource {
    /// The table of steps of a vein-to-vein programme (events, roles, hard stops, warnings).
    static let steps = RuleSource("table of the twenty steps of a vein-to-vein programme", .design)
    /// What labels have in common: product confirmed before lymphodepletion, identity at the bag, no leukodepleting filter.
    static let labels = RuleSource("common rules of the US and EU labels of CAR-T products", .read)
    /// Release of advanced therapies in the EU: named signature of a qualified person, out of specification by request only.
    static let gmpPartIV = RuleSource("EU GMP part IV (advanced therapies)", .memory)
    /// What this centre has written down for itself.
    static let site = RuleSource("the centre's own procedures", .design)
}
