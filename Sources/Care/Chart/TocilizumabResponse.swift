/// What became of CRS since tocilizumab was last given.
///
/// A dose is repeated "if there is no clinical improvement" (US label of tisagenlecleucel, read). What improvement is, no label
/// says: taken here as a grade below that at the dose which has not risen again (assumed).
public struct TocilizumabResponse: Sendable, Equatable {
    /// CRS grade at the dose.
    public let gradeAtDose: CRSGrade
    /// Lowest CRS grade since.
    public private(set) var lowestGrade: CRSGrade

    init(gradeAtDose grade: CRSGrade) {
        gradeAtDose = grade
        lowestGrade = grade
    }

    mutating func note(_ grade: CRSGrade) { lowestGrade = min(lowestGrade, grade) }

    /// Whether CRS of this grade now is an improvement that lasts.
    public func hasImproved(to grade: CRSGrade) -> Bool { grade < gradeAtDose && grade <= lowestGrade }
}
