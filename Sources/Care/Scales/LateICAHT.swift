/// Late haematotoxicity by neutrophils, after day 30 (EHA/EBMT consensus 2023): by the lowest count, 1.5 × 10⁹/L or less
/// is grade 1, 1.0 grade 2, 0.5 grade 3, 0.1 grade 4. It must not be transient: a second count of 1.5 or less. The
/// published grading program takes the lowest count even if only the other one was that low ("may overgrade"), and a
/// single count as it is; with a single count we leave the range from none open.
public struct LateICAHT: Sendable {
    /// First whole day of the window.
    static let firstDay = 31.0
    /// Limits of grades 1 to 4, 10*9/L; a count at the limit has the grade.
    static let limits = [1.5, 1.0, 0.5, 0.1]

    /// Where the limits stand.
    public static let source = ScaleSource(
        "late ICAHT, EHA/EBMT consensus 2023, Rejeski, Blood 142:865", .secondary,
        "limits and rule of two counts read in a published grading program")

    /// Last day that is looked at: 100 in the grading program; earlier at progression or the next treatment.
    public var until: Double

    /// Makes the rule.
    public init(until: Double = 100) { self.until = until }

    /// The grade by counts (day from infusion, 10*9/L) in any order.
    public func assess(_ counts: [(day: Double, count: Double)]) throws(ImpossibleValue) -> ScaleVerdict<ICAHTGrade> {
        for (_, count) in counts { try ImpossibleValue.check(.neutrophils, count) }
        // One count a day, the lowest: two of one day are not two occasions.
        let last = Int(max(Self.firstDay, until.rounded(.down)))
        let daily = DailyCounts(counts.filter { $0.day <= until }, in: Int(Self.firstDay)...last).measured
        let lowest = daily.sorted { ($0.count, $0.day) < ($1.count, $1.day) }.prefix(2)
        let findings = lowest.map { count in
            let grade = Self.grade(count.count)
            let words =
                grade == .none
                ? "above 1.5" : "\(Self.limits[grade.rawValue - 1].plain) or less, grade \(grade.rawValue)"
            return ScaleFinding("neutrophils \(count.count.plain) 10*9/L: \(words)", day: count.day)
        }
        func verdict(_ range: ClosedRange<ICAHTGrade>, _ unknown: [String]) -> ScaleVerdict<ICAHTGrade> {
            ScaleVerdict(
                lowest: range.lowerBound, highest: range.upperBound, findings: findings, unknown: unknown,
                source: Self.source)
        }
        guard let nadir = lowest.first else {
            return verdict(.none ... .grade4, ["neutrophils after day 30"])
        }
        let grade = Self.grade(nadir.count)
        guard let second = lowest.dropFirst().first else {
            return verdict(.none...grade, grade == .none ? [] : ["a second count: one may be transient"])
        }
        if Self.grade(second.count) == .none { return verdict(.none ... .none, []) }
        return verdict(grade...grade, [])
    }

    /// The grade of one count.
    static func grade(_ count: Double) -> ICAHTGrade {
        ICAHTGrade(rawValue: limits.filter { count <= $0 }.count) ?? .none
    }
}
