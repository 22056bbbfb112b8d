/// What a recommendation rests on: what was found, the threshold that it met, and the time of the entry.
public struct Finding: Codable, Sendable, Equatable, Hashable {
    /// What was found, with its unit.
    public var finding: String
    /// What it was held against.
    public var threshold: String
    /// When that was observed; nil for what has no time of its own (age, weight, the product).
    public var at: Instant?

    /// Makes a finding.
    public init(_ finding: String, _ threshold: String, at: Instant? = nil) {
        self.finding = finding
        self.threshold = threshold
        self.at = at
    }

    /// In one line.
    public var words: String {
        "\(finding): \(threshold)" + (at.map { " (\($0.iso8601))" } ?? "")
    }
}

/// A number as people write it: at most two decimals, none that are zero.
func plain(_ value: Double) -> String {
    let hundredths = (value * 100).rounded() / 100
    return hundredths == hundredths.rounded() && abs(hundredths) < 1e15 ? "\(Int(hundredths))" : "\(hundredths)"
}
