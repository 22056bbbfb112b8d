/// Where a recommendation stands, and how well that was checked.
public struct Citation: Codable, Sendable, Equatable {
    /// Author, year, journal, or label and year.
    public var text: String
    /// How well it was checked.
    public var verification: SourceStanding
    /// Where it was read, if it was.
    public var address: String?

    /// Makes a citation.
    public init(_ text: String, _ verification: SourceStanding, at address: String? = nil) {
        self.text = text
        self.verification = verification
        self.address = address
    }

    /// How well it was checked, in words.
    public var checked: String { verification == .secondary ? "read in a secondary source" : verification.words }

    /// In one line.
    public var words: String { "\(text) (\(checked))" }
}
