/// A fact with where it stands.
public protocol Cited {
    /// Where it stands (document, section, date), in one line.
    var source: String { get }
    /// How well that was checked.
    var flag: SourceStanding { get }
}

extension Cited {
    /// Source and flag, as shown.
    public var citation: String { "\(source); \(flag.words)" }
}
