/// Something that stands against an act, and why; or a duty that is not done.
///
/// `identity` and `stop` forbid; a `warning` asks for a look. Unknown is not pass: what is missing, expired, unreadable or
/// without a unit stands in the way as what fails does, and `isUnknown` says so.
public struct Stop: Sendable, Equatable {
    /// How a stop binds.
    public enum Severity: String, Codable, Sendable, CaseIterable {
        /// Never overridden; forbids unless the rule allows an override; asks for a look
        case identity, stop, warning
    }
    /// The rule's identifier, the same in all journals (for example `lymphodepletion.product-on-site`).
    public var rule: String
    /// Batch, bag, lot, shipment or test that it is about, where there may be several.
    public var subject: String?
    /// The step to which it belongs.
    public var step: Step
    /// How it binds.
    public var severity: Severity
    /// What it stands against; empty for a duty.
    public var actions: [Action]
    /// What it rests on.
    public var reasons: [StopReason]
    /// Whether it stands because something is not known.
    public var isUnknown: Bool
    /// What would clear it.
    public var clearedBy: String
    /// Who may override it, and how; nil: nobody.
    public var override: OverrideRule?

    /// Identifier within a chart, as an override names it.
    public var id: String { subject.map { "\(rule)/\($0)" } ?? rule }
    /// Whether it forbids.
    public var forbids: Bool { severity != .warning }
    /// Findings in one line.
    public var finding: String { reasons.map(\.text).joined(separator: "; ") }
}

/// One thing that a stop rests on.
public struct StopReason: Sendable, Equatable, CustomStringConvertible {
    /// What was found, or what is missing.
    public var finding: String
    /// What it was held against.
    public var threshold: String?
    /// Sequence number of the entry that holds the finding; nil where nothing is recorded, or no journal is written.
    public var entry: Int?
    /// When it was found.
    public var at: Instant?
    /// Source of the rule, with its flag.
    public var source: RuleSource

    /// Finding against threshold.
    public var text: String { threshold.map { "\(finding); \($0)" } ?? finding }
    /// In one line, with entry, time and source.
    public var description: String {
        let place = [entry.map { "entry \($0)" }, at?.iso8601].compactMap(\.self)
        return "\(text) (\((place + [source.description]).joined(separator: ", ")))"
    }
}

/// Who may override a stop: somebody in one of these roles, with a reason, and a second person in one of the others.
public struct OverrideRule: Sendable, Equatable {
    /// Roles of the first.
    public var roles: Set<Role>
    /// Roles of the second, another person.
    public var second: Set<Role>

    /// A physician, with another physician or quality.
    public static let physician = OverrideRule(roles: [.physician], second: [.physician, .quality])
}
