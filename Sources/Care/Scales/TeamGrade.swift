/// The grade that the team last wrote down, beside the one computed from the signs at that time.
public struct TeamGrade<Grade: Sendable & Comparable>: Sendable, Equatable {
    /// What the team wrote.
    public var recorded: Grade
    /// What the signs gave when they wrote it.
    public var computed: Grade
    /// When.
    public var at: Instant
}

/// How the team's grade stands to the computed one. Neither replaces the other: a rule cannot see the patient, and a
/// team can slip; what differs is shown with the reasons until one of them changes.
public enum GradeAgreement: Sendable, Equatable, CaseIterable {
    /// The team wrote down no grade, and none is computed
    case none
    /// The team wrote down no grade, but the signs give one
    case notRecorded
    /// The same
    case agrees
    /// The team judged the same signs differently
    case differs
    /// They agreed, but the signs have changed the grade since
    case outdated
}

/// The team's grade and the computed one, and how they stand to each other.
public struct TeamVerdict<Grade: Sendable & Comparable & RawRepresentable<Int>>: Sendable, Equatable {
    /// What the team last wrote down; nil if it never did.
    public var record: TeamGrade<Grade>?
    /// What the signs give now.
    public var computed: Grade
    /// How they stand to each other.
    public var agreement: GradeAgreement
    /// That in words, pointing to the team's entry; nil while it wrote none.
    public var reason: Reason?

    /// - Parameter basis: when the signs behind the computed grade were taken.
    init(
        _ record: TeamGrade<Grade>?, grade: Grade, basis: Instant?, none: Grade, name: String, entry: EventType
    ) {
        self.record = record
        computed = grade
        agreement = Self.agreement(of: record, with: grade, basis: basis, none: none)
        guard let record else { return }
        let verdict =
            switch agreement {
            case .agrees: "the signs give the same"
            case .outdated: "the signs gave the same then and give \(grade.rawValue) now; grade again"
            default: "the signs give \(grade.rawValue); look at both, neither replaces the other"
            }
        reason = Reason(
            finding: "the team recorded \(name) grade \(record.recorded.rawValue): \(verdict)", at: record.at,
            source: "the team's own entry against ASTCT 2019", threshold: verdict, entry: entry)
    }

    private static func agreement(
        of record: TeamGrade<Grade>?, with grade: Grade, basis: Instant?, none: Grade
    ) -> GradeAgreement {
        guard let record else { return grade == none ? .none : .notRecorded }
        if record.recorded == grade { return .agrees }
        // Signs of the same moment may stand after the grade in the journal; they are what the team saw.
        guard let basis, basis > record.at else { return .differs }
        return record.recorded == record.computed ? .outdated : .differs
    }
}
