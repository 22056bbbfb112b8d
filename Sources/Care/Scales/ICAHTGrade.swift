/// Grade of immune effector cell-associated haematotoxicity, EHA/EBMT consensus 2023 (Rejeski, Blood 142:865). Counts are
/// graded as they are under growth factors; that G-CSF was given is to be said beside the grade.
public enum ICAHTGrade: Int, Codable, Sendable, CaseIterable, Comparable {
    /// No haematotoxicity; grades 1 to 4
    case none = 0, grade1, grade2, grade3, grade4

    /// Order of severity.
    public static func < (a: ICAHTGrade, b: ICAHTGrade) -> Bool { a.rawValue < b.rawValue }
}

/// The grade of a series of counts in two ways: as the field grades it, with days between counts interpolated, and what
/// the measured days alone prove.
public struct ICAHTAssessment: Sendable, Equatable {
    /// The verdict with interpolation over up to seven days without a count; a range where a gap is longer.
    public var verdict: ScaleVerdict<ICAHTGrade>
    /// What the measured days leave open if nothing is interpolated.
    public var measured: ClosedRange<ICAHTGrade>
}

/// How days with low counts are added up.
public enum LowDayCounting: String, Codable, Sendable, CaseIterable {
    /// All low days together (T-ICAHT's definition, and our default for neutrophils)
    case cumulative
    /// The longest spell on end (the published grading program for neutrophils)
    case longestSpell
}

/// Grading of early haematotoxicity, shared by neutrophils and platelets: how many days the counts were under two limits.
struct EarlyCytopenia {
    /// Days that were low, by limit.
    struct Low {
        var mild: [Bool]
        var profound: [Bool]
    }

    let counts: DailyCounts
    let isMild: (Double) -> Bool
    let isProfound: (Double) -> Bool

    /// The lowest and highest grade, unknown days being high or profoundly low.
    func range(onlyMeasured: Bool, grade: (Low) -> ICAHTGrade) -> ClosedRange<ICAHTGrade> {
        func low(_ unknown: Bool) -> Low {
            Low(
                mild: counts.low(isMild, unknown: unknown, onlyMeasured: onlyMeasured),
                profound: counts.low(isProfound, unknown: unknown, onlyMeasured: onlyMeasured))
        }
        return grade(low(false))...grade(low(true))
    }
}
