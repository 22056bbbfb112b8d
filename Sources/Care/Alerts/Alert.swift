/// Something that somebody must look at, said once: from when the finding began until somebody has taken it on, or it
/// has gone.
public struct Alert: Sendable, Equatable, Codable {
    /// How soon somebody must look.
    public enum Urgency: Int, Sendable, Codable, CaseIterable, Comparable {
        /// At once; today; this week
        case now = 0, today, week
        /// The most urgent first.
        public static func < (a: Urgency, b: Urgency) -> Bool { a.rawValue < b.rawValue }
        /// In words.
        public var words: String {
            switch self {
            case .now: "now"
            case .today: "today"
            case .week: "this week"
            }
        }
    }

    /// Who took it on.
    public struct Acknowledgement: Sendable, Equatable, Codable {
        /// Who.
        public var by: Actor
        /// When.
        public var at: Instant
        /// The entry that says so.
        public var entry: Int
        /// What is done about it.
        public var action: String?
    }

    /// Why it is over.
    public struct Resolution: Sendable, Equatable, Codable {
        /// When.
        public var at: Instant
        /// Why, in words.
        public var why: String
        /// The entry that showed it; nil if time did.
        public var entry: Int?
    }

    /// Stable identifier: what it is about and the day on which it began (for example `anc-below-0.5/2026-03-04`).
    public var id: String
    /// What is the matter, in one line.
    public var title: String
    /// Who sees to it.
    public var owner: Role
    /// How soon.
    public var urgency: Urgency
    /// Since when.
    public var since: Instant
    /// What it rests on.
    public var reasons: [AlertReason]
    /// Who took it on; nil: nobody yet.
    public var acknowledgement: Acknowledgement?
    /// Why it is over; nil while it is not.
    public var resolution: Resolution?

    /// Whether it still waits for somebody.
    public var isStanding: Bool { acknowledgement == nil && resolution == nil }

    /// For people: what, whose, how soon, and why.
    public func lines() -> [String] {
        var lines = ["\(title) [\(urgency.words), \(owner.rawValue)] \(id)"]
        lines += reasons.map { "  because: \($0)" }
        if let acknowledgement {
            let action = acknowledgement.action.map { ": \($0)" } ?? ""
            lines.append(
                "  taken on by \(acknowledgement.by.name) (\(acknowledgement.by.role.rawValue)), "
                    + "\(acknowledgement.at.iso8601)\(action)")
        }
        if let resolution { lines.append("  over since \(resolution.at.iso8601): \(resolution.why)") }
        return lines
    }
}

/// What an alert rests on.
public struct AlertReason: Sendable, Equatable, Codable, CustomStringConvertible, Cited {
    /// The finding (for example `neutrophils 0.4 10*9/L`).
    public var finding: String
    /// What it is held against (for example `below 0.5`).
    public var threshold: String
    /// When.
    public var at: Instant
    /// The entry that holds it; nil if no entry is the finding (nothing was recorded).
    public var entry: Int?
    /// Where the threshold stands.
    public var source: String
    /// How well that was checked.
    public var flag: SourceStanding

    /// In one line.
    public var description: String {
        "\(finding): \(threshold) (" + (entry.map { "entry \($0), " } ?? "") + "\(at.iso8601); \(citation))"
    }
}
