import Care
import Testing

/// Counts of every day: `level` on the days of `low`, else 2.
func dailyCounts(_ low: [(ClosedRange<Int>, Double)], through last: Int = 30, else high: Double = 2) -> [(
    day: Double, count: Double
)] {
    (0...last).map { day in
        (day: Double(day), count: low.first { $0.0.contains(day) }?.1 ?? high)
    }
}

@Suite("ICAHT by neutrophils") struct ICAHTTests {
    private func early(_ low: [(ClosedRange<Int>, Double)], _ rule: EarlyICAHT = EarlyICAHT()) throws -> ICAHTGrade? {
        let assessment = try rule.assess(dailyCounts(low))
        #expect(assessment.measured.lowerBound == assessment.verdict.lowest, "with a count each day nothing is open")
        return assessment.verdict.grade
    }

    @Test("acceptance examples T19 to T21 of the clinical reference")
    func acceptance() throws {
        #expect(try early([(3...10, 0.4)]) == .grade2)
        #expect(try early([(3...9, 0.1), (10...12, 0.4)]) == .grade3)
        #expect(try early([(0...30, 0.3)]) == .grade4)
    }

    @Test(
        "days of 0.5 or less: 1 to 6, 7 to 13, 14 or more, all 31",
        arguments: [(0, 0), (1, 1), (6, 1), (7, 2), (13, 2), (14, 3), (30, 3), (31, 4)])
    func severeDays(days: Int, grade: Int) throws {
        #expect(try early(days == 0 ? [] : [(0...days - 1, 0.5)])?.rawValue == grade)
        #expect(try early(days == 0 ? [] : [(0...days - 1, 0.51)]) == ICAHTGrade.none, "above 0.5")
    }

    @Test("days of 0.1 or less: 7 to 13 is grade 3, 14 or more grade 4", arguments: [(6, 1), (7, 3), (13, 3), (14, 4)])
    func profoundDays(days: Int, grade: Int) throws {
        #expect(try early([(5...4 + days, 0.1)])?.rawValue == grade)
    }

    @Test("just above 0.1 is not profound")
    func notProfound() throws { #expect(try early([(5...18, 0.101)]) == .grade3) }

    @Test("two spells count together, or the longest alone, as asked")
    func counting() throws {
        let spells = [(2...6, 0.3), (15...19, 0.3)]
        #expect(try early(spells) == .grade2)
        #expect(try early(spells, EarlyICAHT(counting: .longestSpell)) == .grade1)
    }

    @Test("a recovery of two days is not stable and belongs to the spell; of three days it is")
    func unstableRecovery() throws {
        #expect(try early([(2...5, 0.3), (8...8, 0.3)]) == .grade2, "4 + 2 + 1 days")
        #expect(try early([(2...5, 0.3), (9...9, 0.3)]) == .grade1, "4 + 1 days")
    }

    @Test("weekly counts are joined by a line; a gap of more than seven days stays open")
    func gaps() throws {
        let weekly: [(day: Double, count: Double)] = [(0, 0.4), (8, 0.4), (16, 0.4), (23, 2), (30, 2)]
        let joined = try EarlyICAHT().assess(weekly)
        #expect(joined.verdict.grade == .grade3)
        #expect(joined.measured == .grade1 ... .grade4, "the measured days alone prove less")
        #expect(
            joined.verdict.findings.last?.description
                == "interpolated between counts: days 1 to 7, days 9 to 15, days 17 to 22, days 24 to 29")
        let wide = try EarlyICAHT().assess([(0, 0.4), (9, 0.4), (16, 2), (24, 2), (30, 2)])
        #expect(wide.verdict.lowest == .grade1 && wide.verdict.highest == .grade3)
        #expect(wide.verdict.unknown == ["neutrophils of days 1 to 8"])
    }

    @Test("the line between two counts crosses 0.5 where it does")
    func interpolation() throws {
        // 0.2 on day 0, 1.0 on day 8: 0.5 on day 3.
        let counts: [(day: Double, count: Double)] = [(0, 0.2), (8, 1), (15, 2), (22, 2), (30, 2)]
        let verdict = try EarlyICAHT().assess(counts).verdict
        #expect(verdict.findings[0].description == "neutrophils 0.5 10*9/L or less: 4 days in all")
    }

    @Test("of several counts on a day the lowest counts, and the order of entry does not matter")
    func sameDay() throws {
        var counts = dailyCounts([])
        counts.append((day: 12.7, count: 0.05))
        #expect(try EarlyICAHT().assess(counts).verdict.grade == .grade1)
        #expect(try EarlyICAHT().assess(counts.reversed()).verdict == EarlyICAHT().assess(counts).verdict)
    }

    @Test("before day 30 it is the grade so far; where follow-up has ended without recovery it is grade 4")
    func ended() throws {
        let counts = dailyCounts([(3...16, 0.3)], through: 16)
        let soFar = try EarlyICAHT().assess(counts)
        #expect(soFar.verdict.grade == .grade3)
        #expect(soFar.verdict.unknown == ["neutrophils after day 16: the grade so far, it is final at day 30"])
        #expect(try EarlyICAHT(hasEnded: true).assess(counts).verdict.grade == .grade4)
        let late = dailyCounts([(4...16, 0.3)], through: 16)
        #expect(try EarlyICAHT(hasEnded: true).assess(late).verdict.grade == .grade2, "began after day 3")
        let recovered = dailyCounts([(3...15, 0.3)], through: 16)
        #expect(try EarlyICAHT(hasEnded: true).assess(recovered).verdict.grade == .grade2)
    }

    @Test("days before the first count and after the last are unknown")
    func edges() throws {
        let counts: [(day: Double, count: Double)] = [(2, 2), (5, 2)]
        let assessment = try EarlyICAHT(followedTo: 7).assess(counts)
        #expect(assessment.verdict.lowest == ICAHTGrade.none && assessment.verdict.highest == .grade1)
        #expect(assessment.verdict.unknown.prefix(2) == ["neutrophils of days 0 to 1", "neutrophils of days 6 to 7"])
        #expect(try EarlyICAHT().assess([]).verdict.highest == .grade4)
        #expect(try EarlyICAHT().assess([(day: -3, count: 2)]).verdict.unknown == ["neutrophils of days 0 to 30"])
        #expect(throws: ImpossibleValue.self) { try EarlyICAHT().assess([(day: 3, count: 500)]) }
    }

    @Test(
        "late: by the lowest count, with another of 1.5 or less",
        arguments: [(1.51, 0), (1.5, 1), (1.01, 1), (1, 2), (0.51, 2), (0.5, 3), (0.11, 3), (0.1, 4), (0, 4)])
    func late(count: Double, grade: Int) throws {
        let verdict = try LateICAHT().assess([(day: 31, count: count), (day: 40, count: 1.5), (day: 50, count: 3)])
        #expect(verdict.grade?.rawValue == max(grade, 0))
        let transient = try LateICAHT().assess([(day: 31, count: count), (day: 40, count: 1.51)])
        #expect(transient.grade == ICAHTGrade.none, "one low count is transient")
        let single = try LateICAHT().assess([(day: 60, count: count)])
        #expect(single.lowest == ICAHTGrade.none && single.highest.rawValue == grade)
        #expect(single.unknown.isEmpty == (grade == 0))
    }

    @Test("late is from day 31 to day 100; two counts of one day are not two occasions")
    func lateWindow() throws {
        func grade(_ counts: [(day: Double, count: Double)]) throws -> ICAHTGrade? {
            try LateICAHT().assess(counts).grade
        }
        #expect(try grade([(30.9, 0.2), (40, 2), (50, 2)]) == ICAHTGrade.none)
        #expect(try grade([(31, 0.2), (40, 0.2)]) == .grade3)
        #expect(try grade([(100, 0.2), (40, 1.2)]) == .grade3)
        #expect(try grade([(100.1, 0.2), (40, 1.2), (50, 1.3)]) == .grade1)
        #expect(try grade([(40.1, 0.2), (40.8, 0.3)]) == nil)
        #expect(try LateICAHT().assess([]).unknown == ["neutrophils after day 30"])
    }

    @Test(
        "fewer neutrophils never lower a grade, and forgetting a count never narrows what was measured",
        arguments: 0..<40)
    func monotone(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        var counts: [(day: Double, count: Double)] = []
        for day in 0...60 where Int.random(in: 0..<3, using: &cases) > 0 {
            let low = Int.random(in: 0..<2, using: &cases) == 0
            counts.append((Double(day), Double.random(in: 0...(low ? 0.6 : 2.5), using: &cases)))
        }
        let rule = EarlyICAHT(
            counting: Bool.random(using: &cases) ? .cumulative : .longestSpell, followedTo: 30,
            hasEnded: Bool.random(using: &cases))
        let early = try rule.assess(counts)
        let late = try LateICAHT().assess(counts)
        #expect(early.measured.lowerBound <= early.verdict.lowest && early.verdict.highest <= early.measured.upperBound)
        var worse = counts
        for index in worse.indices where Bool.random(using: &cases) {
            worse[index].count *= Double.random(in: 0...1, using: &cases)
        }
        let after = try rule.assess(worse)
        #expect(after.verdict.lowest >= early.verdict.lowest && after.verdict.highest >= early.verdict.highest)
        #expect(after.measured.lowerBound >= early.measured.lowerBound)
        #expect(try LateICAHT().assess(worse).lowest >= late.lowest)
        var forgotten = counts
        while !forgotten.isEmpty {
            let before = try rule.assess(forgotten).measured
            forgotten.remove(at: Int.random(in: 0..<forgotten.count, using: &cases))
            let now = try rule.assess(forgotten).measured
            #expect(now.lowerBound <= before.lowerBound && now.upperBound >= before.upperBound)
        }
    }
}
