/// Haematotoxicity by platelets (T-ICAHT), early to day 30 and late on days 31 to 100; the definition table was read
/// (ash-sap.org/view-large/12809257). Low days are counted together, up to progression, the next treatment or death, and
/// days of a recovery of fewer than three days count as low.
///
/// | grade | early: platelets, 10*9/L | late: platelets, 10*9/L |
/// | --- | --- | --- |
/// | 1 | below 50 for 1 to 6 days | below 100 for 1 day or more |
/// | 2 | below 50 for 7 days or more | below 50 for 1 day or more |
/// | 3 | below 20 for 1 to 13 days | below 20 for 1 to 13 days |
/// | 4 | below 20 for 14 days or more | below 20 for 14 days or more |
public struct PlateletICAHT: Sendable {
    /// The two windows.
    public enum Phase: String, Sendable, CaseIterable {
        /// Days 0 to 30; days 31 to 100
        case early, late

        var window: ClosedRange<Int> { self == .early ? 0...30 : 31...100 }
    }

    /// Where the table stands.
    public static let source = ScaleSource(
        "T-ICAHT (platelets)", .read, "definition table; that recovery needs a week without transfusion is not applied")

    /// The window.
    public var phase: Phase
    /// Day up to which there was follow-up, or at which counting ends; nil is the day of the last count.
    public var followedTo: Double?

    /// Makes the rule.
    public init(_ phase: Phase, followedTo: Double? = nil) {
        self.phase = phase
        self.followedTo = followedTo
    }

    /// The grade by counts (day from infusion, 10*9/L) in any order. In the late phase "two or more tests" are needed:
    /// with a single low count the range from none is open.
    public func assess(_ counts: [(day: Double, count: Double)]) throws(ImpossibleValue) -> ICAHTAssessment {
        for (_, count) in counts { try ImpossibleValue.check(.platelets, count) }
        let window = phase.window
        let inWindow = counts.map(\.day).filter {
            $0 >= Double(window.lowerBound) && $0 < Double(window.upperBound + 1)
        }
        guard let end = followedTo ?? inWindow.max(), end >= Double(window.lowerBound) else {
            let nothing = ScaleVerdict<ICAHTGrade>(
                lowest: .none, highest: .grade4, findings: [],
                unknown: ["platelets of days \(window.lowerBound) to \(window.upperBound)"], source: Self.source)
            return ICAHTAssessment(verdict: nothing, measured: .none ... .grade4)
        }
        let lastDay = min(window.upperBound, Int(end.rounded(.down)))
        let daily = DailyCounts(counts, in: window.lowerBound...lastDay)
        var range = range(daily, onlyMeasured: false)
        var measured = self.range(daily, onlyMeasured: true)
        var unknown = daily.runs { $0 == .unknown }.map { "platelets of \($0)" }
        if phase == .late, daily.measured.filter({ $0.count < 100 }).count == 1 {
            range = .none...range.upperBound
            measured = .none...measured.upperBound
            unknown.append("a second low count: one may be transient")
        }
        let verdict = ScaleVerdict(
            lowest: range.lowerBound, highest: range.upperBound, findings: findings(daily), unknown: unknown,
            source: Self.source)
        return ICAHTAssessment(verdict: verdict, measured: measured)
    }

    private var limits: [Double] { phase == .early ? [50, 20] : [100, 50, 20] }

    private func range(_ daily: DailyCounts, onlyMeasured: Bool) -> ClosedRange<ICAHTGrade> {
        func grade(_ unknown: Bool) -> ICAHTGrade {
            func days(_ limit: Double) -> Int {
                LowSpells(daily.low({ $0 < limit }, unknown: unknown, onlyMeasured: onlyMeasured)).total
            }
            let profound = days(20)
            if profound > 0 { return profound >= 14 ? .grade4 : .grade3 }
            let severe = days(50)
            if phase == .early { return severe >= 7 ? .grade2 : severe > 0 ? .grade1 : .none }
            return severe > 0 ? .grade2 : days(100) > 0 ? .grade1 : .none
        }
        return grade(false)...grade(true)
    }

    private func findings(_ daily: DailyCounts) -> [ScaleFinding] {
        limits.map { limit in
            let days = LowSpells(daily.low({ $0 < limit }, unknown: false)).total
            return ScaleFinding("platelets below \(limit.plain) 10*9/L: \(days.counted("day")) in all")
        } + daily.interpolationFindings
    }
}
