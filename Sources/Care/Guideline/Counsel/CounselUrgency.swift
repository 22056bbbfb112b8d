/// How soon.
public enum CounselUrgency: String, Codable, Sendable, CaseIterable, Comparable {
    /// At once; within hours; before the day is over; at the next planned time
    case now, hours, today, plan

    /// Order of urgency: what is least urgent is smallest.
    public static func < (a: CounselUrgency, b: CounselUrgency) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .plan: 0
        case .today: 1
        case .hours: 2
        case .now: 3
        }
    }

    /// In words.
    public var words: String {
        switch self {
        case .now: "now"
        case .hours: "within hours"
        case .today: "today"
        case .plan: "plan"
        }
    }
}

/// What is said of the action.
public enum CounselStance: String, Codable, Sendable, CaseIterable {
    /// Do it; consider it; do not; it would be due but something forbids it now
    case give, consider, avoid, held

    /// In words.
    public var words: String {
        switch self {
        case .give: "yes"
        case .consider: "consider"
        case .avoid: "no"
        case .held: "not now"
        }
    }

    /// Whether the action is proposed.
    public var isProposal: Bool { self == .give || self == .consider }
}

/// How far a use of a drug is established.
public enum Establishment: String, Codable, Sendable, CaseIterable {
    /// Approved or usual; outside its label; named in the guideline but without trials in CAR-T
    case usual, offLabel, investigational
}
