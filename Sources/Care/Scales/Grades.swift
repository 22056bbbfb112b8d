/// Grade of cytokine release syndrome, ASTCT consensus 2019 (Lee et al., Biol Blood Marrow Transplant 25:625).
public enum CRSGrade: Int, Codable, Sendable, CaseIterable, Comparable {
    /// No CRS; grades 1 to 4; death of CRS
    case none = 0, grade1, grade2, grade3, grade4, grade5

    /// Order of severity.
    public static func < (a: CRSGrade, b: CRSGrade) -> Bool { a.rawValue < b.rawValue }
}

/// Grade of immune effector cell-associated neurotoxicity syndrome, ASTCT consensus 2019.
public enum ICANSGrade: Int, Codable, Sendable, CaseIterable, Comparable {
    /// No ICANS; grades 1 to 4; death of ICANS
    case none = 0, grade1, grade2, grade3, grade4, grade5

    /// Order of severity.
    public static func < (a: ICANSGrade, b: ICANSGrade) -> Bool { a.rawValue < b.rawValue }
}

/// The CRS grade that the team wrote down.
public struct CRSGrading: Codable, Sendable, Equatable {
    /// Grade.
    public var grade: CRSGrade
    /// Makes a record of a grade.
    public init(grade: CRSGrade) { self.grade = grade }
}

/// The ICANS grade that the team wrote down.
public struct ICANSGrading: Codable, Sendable, Equatable {
    /// Grade.
    public var grade: ICANSGrade
    /// Makes a record of a grade.
    public init(grade: ICANSGrade) { self.grade = grade }
}

/// What a grade rests on: the finding, the threshold it met, when, and where the rule stands.
public struct Reason: Sendable, Equatable, CustomStringConvertible {
    /// Finding against its threshold (for example `temperature 38.6 °C, 38.0 or more is fever`).
    public var finding: String
    /// When it was observed.
    public var at: Instant
    /// Source of the rule.
    public var source: String

    /// In one line.
    public var description: String { "\(finding) (\(at.iso8601); \(source))" }
}

/// A verdict with what it rests on.
public struct Assessment<Grade: Sendable & Equatable>: Sendable, Equatable {
    /// The verdict.
    public var grade: Grade
    /// What it rests on.
    public var reasons: [Reason]
    /// What was not known and might change the verdict.
    public var unknown: [String]
}
