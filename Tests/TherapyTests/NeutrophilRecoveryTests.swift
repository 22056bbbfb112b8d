import Testing

@testable import Therapy

@Suite struct NeutrophilRecoveryTests {
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
    }

    @Test("fourteen days on end below 0.5 are aplastic, whatever comes after")
    func aplastic() {
        #expect(recovery([(1, 0.49), (8, 0.1), (15, 0.3), (30, 2)]) == .aplastic)
        #expect(recovery([(1, 0.49), (8, 0.5), (15, 0.3), (30, 2)]) == .quick)
        #expect(recovery([(1, 0.3), (14.9, 0.3), (15.5, 0.5)]) == .quick)
    }
}
