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
