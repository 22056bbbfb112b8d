/// The type of recovery by a whole series, with what the series cannot tell.
extension NeutrophilRecovery {
    /// A type with what it rests on.
    public struct Verdict: Sendable, Equatable {
        /// The type by the counts so far; nil without counts.
        public var recovery: NeutrophilRecovery?
        /// What it rests on.
        public var findings: [ScaleFinding]
        /// What is missing and might change the type.
        public var unknown: [String]
        /// Where the definitions stand.
        public var source: ScaleSource
    }

    /// Days without a count after which a dip could have been missed (as for ICAHT).
    static let longestGap = 7.0

    /// The type by counts (day from infusion, 10⁹/L) in any order. Only days 0 to 60 are looked at. Nothing is
    /// interpolated: two counts below 0.5 at most a week apart are taken to be below it between them, and a longer gap
    /// is listed as unknown.
    public static func assess(_ counts: [(day: Double, count: Double)]) throws(ImpossibleValue) -> Verdict {
        for (_, count) in counts { try ImpossibleValue.check(.neutrophils, count) }
        let window = 0...NeutrophilCourse.followedDays
        let series = counts.filter { window.contains($0.day) }.sorted { ($0.day, $0.count) < ($1.day, $1.count) }
        var course = NeutrophilCourse()
        var findings: [ScaleFinding] = []
        var unknown: [String] = []
        var last: Double?
        for (day, count) in series {
            let before = course
            course.note(count, day: day)
            func add(_ words: String) {
                findings.append(ScaleFinding("neutrophils \(count.plain) 10*9/L: \(words)", day: day))
            }
            if course.hasRecovered, !before.hasRecovered { add("above 1.5, recovered") }
            if course.hasSecondDip, !before.hasSecondDip { add("below 1.0 after day 21, a second dip") }
            if course.isAplastic, !before.isAplastic { add("below 0.5 for 14 days on end") }
            if let last, day - last > longestGap { unknown.append("counts between day \(last.plain) and \(day.plain)") }
            last = day
        }
        guard let first = series.first?.day, let last else {
            return Verdict(recovery: nil, findings: [], unknown: ["neutrophil counts"], source: source)
        }
        if first > longestGap { unknown.insert("counts before day \(first.plain)", at: 0) }
        if !course.hasRecovered { unknown.append("recovery: no count was above 1.5 10*9/L") }
        if last < NeutrophilCourse.followedDays {
            unknown.append("counts after day \(last.plain) (followed to day 60)")
        }
        return Verdict(recovery: course.recovery, findings: findings, unknown: unknown, source: source)
    }
}
