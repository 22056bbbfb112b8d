/// Early haematotoxicity by neutrophils, days 0 to 30 (EHA/EBMT consensus 2023).
///
/// | grade | neutrophils 0.5 × 10⁹/L or less | 0.1 × 10⁹/L or less |
/// | --- | --- | --- |
/// | 1 | 1 to 6 days | |
/// | 2 | 7 to 13 days | |
/// | 3 | 14 days or more | 7 to 13 days |
/// | 4 | never above, days 0 to 30 | 14 days or more |
public struct EarlyICAHT: Sendable {
    /// The window, whole days from infusion.
    static let window = 0...30
    /// A spell that begins up to this day and lasts to the end of follow-up is grade 4 (the grading program).
    static let lastOnsetWithoutRecovery = 3

    /// Where the table stands: in the grading program of E. C. Liang (Fred Hutchinson; github.com/emilyliangmd/
    /// automatedicahtgrading), read, which transcribes the consensus; the paper itself was not read.
    public static let source = ScaleSource(
        "ICAHT, EHA/EBMT consensus 2023, Rejeski, Blood 142:865", .secondary,
        "table and gap rule read in a published grading program; cumulative counting as for T-ICAHT")

    /// How low days are added up.
    public var counting: LowDayCounting
    /// Day up to which there was follow-up; nil is the day of the last count.
    public var followedTo: Double?
    /// Whether follow-up ended there for good, by death, progression or the next treatment. Then neutropenia that began
    /// up to day 3 and never recovered is grade 4. Otherwise the grade is the grade so far.
    public var hasEnded: Bool

    /// Makes the rule.
    public init(counting: LowDayCounting = .cumulative, followedTo: Double? = nil, hasEnded: Bool = false) {
        self.counting = counting
        self.followedTo = followedTo
        self.hasEnded = hasEnded
    }

    /// The grade by counts (day from infusion, 10*9/L) in any order.
    public func assess(_ counts: [(day: Double, count: Double)]) throws(ImpossibleValue) -> ICAHTAssessment {
        for (_, count) in counts { try ImpossibleValue.check(.neutrophils, count) }
        let inWindow = counts.map(\.day).filter { $0 >= 0 && $0 < Double(Self.window.upperBound + 1) }
        let end = followedTo ?? inWindow.max()
        guard let end, end >= 0 else { return Self.unknown }
        let lastDay = min(Self.window.upperBound, Int(end.rounded(.down)))
        let daily = DailyCounts(counts, in: 0...lastDay)
        let early = EarlyCytopenia(counts: daily, isMild: { $0 <= 0.5 }, isProfound: { $0 <= 0.1 })
        let range = early.range(onlyMeasured: false, grade: grade)
        let verdict = ScaleVerdict(
            lowest: range.lowerBound, highest: range.upperBound, findings: findings(daily),
            unknown: Self.unknown(in: daily, to: lastDay, hasEnded: hasEnded), source: Self.source)
        return ICAHTAssessment(verdict: verdict, measured: early.range(onlyMeasured: true, grade: grade))
    }

    /// The grade when for each day from 0 on it is said whether it was low.
    private func grade(_ low: EarlyCytopenia.Low) -> ICAHTGrade {
        let (mild, profound) = (LowSpells(low.mild), LowSpells(low.profound))
        let days = counting == .cumulative ? mild.total : mild.longest
        let profoundDays = counting == .cumulative ? profound.total : profound.longest
        if days >= Self.window.count || profoundDays >= 14 { return .grade4 }
        if hasEnded, let last = mild.spells.last, last.upperBound == low.mild.count - 1,
            last.lowerBound <= Self.lastOnsetWithoutRecovery
        {
            return .grade4
        }
        if days >= 14 || profoundDays >= 7 { return .grade3 }
        return days >= 7 ? .grade2 : days >= 1 ? .grade1 : .none
    }

    private func findings(_ daily: DailyCounts) -> [ScaleFinding] {
        func days(_ limit: Double) -> String {
            let spells = LowSpells(daily.low({ $0 <= limit }, unknown: false))
            let days = counting == .cumulative ? spells.total : spells.longest
            let way = counting == .cumulative ? "in all" : "on end"
            return "neutrophils \(limit.plain) 10*9/L or less: \(days.counted("day")) \(way)"
        }
        var findings = [ScaleFinding(days(0.5)), ScaleFinding(days(0.1))]
        if let nadir = daily.measured.min(by: { $0.count < $1.count }) {
            findings.append(ScaleFinding("lowest neutrophils \(nadir.count.plain) 10*9/L", day: nadir.day))
        }
        findings += daily.interpolationFindings
        return findings
    }

    private static func unknown(in daily: DailyCounts, to lastDay: Int, hasEnded: Bool) -> [String] {
        var unknown = daily.runs { $0 == .unknown }.map { "neutrophils of \($0)" }
        if lastDay < window.upperBound, !hasEnded {
            unknown.append("neutrophils after day \(lastDay): the grade so far, it is final at day 30")
        }
        return unknown
    }

    private static let unknown = ICAHTAssessment(
        verdict: ScaleVerdict(
            lowest: .none, highest: .grade4, findings: [], unknown: ["neutrophils of days 0 to 30"], source: source),
        measured: .none ... .grade4)
}

extension DailyCounts {
    /// Which days were interpolated, said as a finding.
    var interpolationFindings: [ScaleFinding] {
        let runs = runs { day in
            if case .interpolated = day { return true }
            return false
        }
        return runs.isEmpty ? [] : [ScaleFinding("interpolated between counts: \(runs.joined(separator: ", "))")]
    }
}
