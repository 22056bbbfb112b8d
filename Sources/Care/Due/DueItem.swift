/// Something that the calendar asks for: what, when, who, why, and where it stands.
public struct DueItem: Sendable, Equatable, Codable, Cited {
    /// Stable identifier (for example `visit/month-6`): the same in every chart of the therapy.
    public var id: String
    /// What it is about.
    public var topic: DueTopic
    /// What, in words.
    public var what: String
    /// When it may, should and must be done; nil if that cannot be told, and `status` says why.
    public var window: DueWindow?
    /// Where it stands.
    public var status: DueStatus
    /// Who sees to it.
    public var owner: Role
    /// Why it is asked for.
    public var reason: String
    /// Where that stands.
    public var source: String
    /// How well that was checked.
    public var flag: SourceStanding

    /// When it is due; nil if that cannot be told.
    public var at: Instant? { window?.due }
    /// Whether that has passed and it is still to be done.
    public var isOverdue: Bool { if case .overdue = status { true } else { false } }
    /// Whether it is still to be done.
    public var isOpen: Bool {
        switch status {
        case .upcoming, .due, .overdue, .undated: true
        case .done, .missed, .notApplicable: false
        }
    }
}

/// What the calendar is about; one file of rules each.
public enum DueTopic: String, Sendable, Codable, CaseIterable {
    /// Before infusion
    case preparation
    /// Vital signs, ICE and blood every day; running orders
    case monitoring, order
    /// Visits, response, immunity, CAR-T persistence
    case visit, response, immunity, persistence
    /// Replication-competent virus, second malignancies
    case replication, malignancy
    /// Vaccines, antimicrobial prophylaxis
    case vaccination, prophylaxis
    /// Limits on driving, travel and blood products
    case restriction
    /// Registry forms, handover
    case registry, handover
}

/// Where something due stands.
public enum DueStatus: Sendable, Equatable, Codable {
    /// Its window has not opened.
    case upcoming
    /// It may be done now.
    case due
    /// It should have been done, and still can.
    case overdue
    /// Done, with the entry that did it (nil where no journal was written).
    case done(at: Instant, entry: Int?)
    /// Its window closed without it.
    case missed(reason: String)
    /// It is not asked for (any more).
    case notApplicable(why: String)
    /// When it is due cannot be told.
    case undated(why: String)

    /// In words.
    public var words: String {
        switch self {
        case .upcoming: "upcoming"
        case .due: "due"
        case .overdue: "overdue"
        case .done(let at, let entry): "done \(Day(of: at))" + (entry.map { " (entry \($0))" } ?? "")
        case .missed(let reason): "missed: \(reason)"
        case .notApplicable(let why): "not applicable: \(why)"
        case .undated(let why): "no date: \(why)"
        }
    }
}
