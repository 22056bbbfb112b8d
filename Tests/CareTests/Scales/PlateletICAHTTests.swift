import Care
import Testing

@Suite("ICAHT by platelets (T-ICAHT)") struct PlateletICAHTTests {
    private func grade(_ low: [(ClosedRange<Int>, Double)], _ phase: PlateletICAHT.Phase) throws -> ICAHTGrade? {
        let counts = dailyCounts(low, through: 100, else: 150)
        return try PlateletICAHT(phase).assess(counts).verdict.grade
    }

    @Test("acceptance example T22: below 20 for 14 days, early, is grade 4")
    func acceptance() throws { #expect(try grade([(5...18, 15)], .early) == .grade4) }

    @Test(
        "early: below 50 for 1 to 6 days 1, 7 or more 2; below 20 for 1 to 13 days 3, 14 or more 4",
        arguments: [
            (49.9, 1, 1), (49.9, 6, 1), (49.9, 7, 2), (49.9, 31, 2), (50, 31, 0), (20, 31, 2), (19.9, 1, 3),
            (19.9, 13, 3),
            (19.9, 14, 4),
        ])
    func early(count: Double, days: Int, expected: Int) throws {
        #expect(try grade([(0...days - 1, count)], .early)?.rawValue == expected)
    }

    @Test(
        "late: below 100 1, below 50 2; below 20 for 1 to 13 days 3, 14 or more 4",
        arguments: [
            (99.9, 2, 1), (99.9, 70, 1), (100, 70, 0), (49.9, 2, 2), (50, 2, 1), (19.9, 2, 3), (20, 2, 2),
            (19.9, 13, 3),
            (19.9, 14, 4),
        ])
    func late(count: Double, days: Int, expected: Int) throws {
        #expect(try grade([(31...30 + days, count)], .late)?.rawValue == expected)
        #expect(try grade([(31...30 + days, count)], .early) == ICAHTGrade.none, "not in the early window")
    }

    @Test("a single low count late on may be transient; a recovery of two days counts as low")
    func transient() throws {
        let single = try PlateletICAHT(.late).assess(dailyCounts([(50...50, 15)], through: 100, else: 150))
        #expect(single.verdict.lowest == ICAHTGrade.none && single.verdict.highest == .grade3)
        #expect(single.verdict.unknown == ["a second low count: one may be transient"])
        #expect(try grade([(2...5, 15), (8...14, 15)], .early) == .grade3)
        #expect(try grade([(2...6, 15), (9...15, 15)], .early) == .grade4, "5 + 2 + 7 days")
    }

    @Test("days after the follow-up, or after progression, do not count")
    func followUp() throws {
        let counts = dailyCounts([(10...30, 15)], else: 150)
        #expect(try PlateletICAHT(.early, followedTo: 12).assess(counts).verdict.grade == .grade3)
        #expect(try PlateletICAHT(.early).assess(counts).verdict.grade == .grade4)
        let nothing = try PlateletICAHT(.late).assess(counts)
        #expect(nothing.verdict.unknown == ["platelets of days 31 to 100"] && nothing.measured == .none ... .grade4)
    }

    @Test("fewer platelets never lower a grade", arguments: 0..<30)
    func monotone(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        for phase in PlateletICAHT.Phase.allCases {
            var counts: [(day: Double, count: Double)] = []
            for day in 0...100 where Int.random(in: 0..<3, using: &cases) > 0 {
                counts.append((Double(day), Double.random(in: 0...120, using: &cases)))
            }
            let before = try PlateletICAHT(phase, followedTo: 100).assess(counts)
            for index in counts.indices where Bool.random(using: &cases) {
                counts[index].count *= Double.random(in: 0...1, using: &cases)
            }
            let after = try PlateletICAHT(phase, followedTo: 100).assess(counts)
            #expect(after.verdict.lowest >= before.verdict.lowest && after.verdict.highest >= before.verdict.highest)
            #expect(after.measured.upperBound >= before.measured.upperBound)
        }
    }
}
