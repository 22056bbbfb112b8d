import Care
import Testing

@Suite("Recovery of neutrophils") struct NeutrophilRecoveryTests {
    private func recovery(_ counts: [(day: Double, count: Double)]) -> NeutrophilRecovery {
        var course = NeutrophilCourse()
        for (day, count) in counts { course.note(count, day: day) }
        return course.recovery
    }

    @Test("neutrophils that come back and stay are a quick recovery")
    func quick() {
        #expect(recovery([(0, 0.4), (7, 0.2), (13, 0.6), (20, 1.6), (30, 1.0), (45, 3)]) == .quick)
    }

    @Test("a second dip below 1.0 after day 21, once they were above 1.5, is intermittent")
    func intermittent() {
        #expect(recovery([(0, 0.4), (14, 1.51), (22, 0.99)]) == .intermittent)
        #expect(recovery([(0, 0.4), (14, 1.5), (22, 0.99)]) == .quick, "never above 1.5")
        #expect(recovery([(0, 0.4), (14, 1.6), (21, 0.99), (25, 2)]) == .quick, "not after day 21")
        #expect(recovery([(0, 0.4), (14, 1.6), (61, 0.9)]) == .quick, "after day 60 nothing counts")
        #expect(recovery([(0, 0.4), (14, 1.6), (60, 0.9)]) == .intermittent, "day 60 still does")
    }

    @Test("fourteen days on end below 0.5 are aplastic, whatever comes after")
    func aplastic() {
        #expect(recovery([(1, 0.49), (8, 0.1), (15, 0.3), (30, 2)]) == .aplastic)
        #expect(recovery([(1, 0.49), (8, 0.5), (15, 0.3), (30, 2)]) == .quick)
        #expect(recovery([(1, 0.3), (14.9, 0.3), (15.5, 0.5)]) == .quick)
        #expect(recovery([(5, 2), (22, 0.4), (36, 0.4)]) == .aplastic, "goes before a second dip")
    }

    @Test("a count on the day of infusion is a recovery only where it is asked to count")
    func infusionDay() {
        for (counts, dips) in [(true, true), (false, false)] {
            var course = NeutrophilCourse(countingInfusionDay: counts)
            course.note(2, day: 0)
            course.note(0.9, day: 25)
            #expect(course.hasSecondDip == dips)
        }
    }

    @Test("a series in any order has its type, the findings with their days, and the gaps as unknown")
    func series() throws {
        let counts = [(22.0, 0.8), (0, 0.9), (5, 0.3), (12, 1.8), (60, 2), (30, 1.2)]
        let verdict = try NeutrophilRecovery.assess(counts.map { (day: $0.0, count: $0.1) })
        #expect(verdict.recovery == .intermittent)
        #expect(verdict.findings.map(\.day) == [12, 22])
        #expect(
            verdict.unknown == [
                "counts between day 12 and 22", "counts between day 22 and 30", "counts between day 30 and 60",
            ])
        #expect(verdict.source.standing == .memory)
    }

    @Test("what a short or empty series cannot tell is listed")
    func shortSeries() throws {
        #expect(try NeutrophilRecovery.assess([]).recovery == nil)
        #expect(try NeutrophilRecovery.assess([]).unknown == ["neutrophil counts"])
        let short = try NeutrophilRecovery.assess([(day: 8, count: 0.7)])
        #expect(short.recovery == .quick)
        #expect(
            short.unknown == [
                "counts before day 8", "recovery: no count was above 1.5 10*9/L",
                "counts after day 8 (followed to day 60)",
            ])
        #expect(throws: ImpossibleValue.self) { try NeutrophilRecovery.assess([(day: 3, count: 450)]) }
    }
}
