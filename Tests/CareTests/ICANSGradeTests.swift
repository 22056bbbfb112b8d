import Testing

@testable import Care

/// ASTCT 2019, ICANS: every row of the table, both sides of every threshold.
@Suite struct ICANSGradeTests {
    private func grade(_ assessment: NeurologicalAssessment) -> ICANSGrade { ICANSMonitor.grade(assessment) }

    static let byICE: [(Int, ICANSGrade)] = [
        (10, .none), (9, .grade1), (7, .grade1), (6, .grade2), (3, .grade2), (2, .grade3), (0, .grade3),
    ]

    @Test(arguments: byICE) func `ICE score`(points: Int, expected: ICANSGrade) {
        #expect(grade(NeurologicalAssessment(ice: ICEScore(points), consciousness: .spontaneous)) == expected)
    }

    @Test func `ICE 0 awake is 3, ICE 0 because the patient cannot be roused is 4`() {
        #expect(grade(NeurologicalAssessment(ice: ICEScore(0), consciousness: .spontaneous)) == .grade3)
        #expect(grade(NeurologicalAssessment(ice: ICEScore(0), consciousness: .unarousable)) == .grade4)
    }

    @Test func `consciousness: to voice 2, to touch 3, not at all 4`() {
        #expect(grade(NeurologicalAssessment(ice: ICEScore(10), consciousness: .spontaneous)) == .none)
        #expect(grade(NeurologicalAssessment(ice: ICEScore(10), consciousness: .voice)) == .grade2)
        #expect(grade(NeurologicalAssessment(ice: ICEScore(10), consciousness: .tactile)) == .grade3)
        #expect(grade(NeurologicalAssessment(ice: ICEScore(10), consciousness: .unarousable)) == .grade4)
    }

    @Test func `seizures: brief 3, prolonged 4, whatever the ICE score`() {
        #expect(grade(NeurologicalAssessment(ice: ICEScore(7), seizure: .brief)) == .grade3)
        #expect(grade(NeurologicalAssessment(ice: ICEScore(3), seizure: .brief)) == .grade3)
        #expect(grade(NeurologicalAssessment(ice: ICEScore(7), seizure: .prolonged)) == .grade4)
    }

    @Test func `motor weakness and diffuse oedema are 4, focal oedema 3`() {
        #expect(grade(NeurologicalAssessment(ice: ICEScore(9), focalWeakness: true)) == .grade4)
        #expect(grade(NeurologicalAssessment(ice: ICEScore(9), oedema: .focal)) == .grade3)
        #expect(grade(NeurologicalAssessment(ice: ICEScore(9), oedema: .diffuse)) == .grade4)
    }

    @Test func `children by CAPD: 8 is 1 or 2 by consciousness, 9 is 3`() {
        #expect(grade(NeurologicalAssessment(capd: 0)) == .none)
        #expect(grade(NeurologicalAssessment(capd: 8, consciousness: .spontaneous)) == .grade1)
        #expect(grade(NeurologicalAssessment(capd: 6, consciousness: .voice)) == .grade2)
        #expect(grade(NeurologicalAssessment(capd: 9, consciousness: .spontaneous)) == .grade3)
    }

    @Test func `an ICE score has 0 to 10 points, and its items add up`() {
        #expect(ICEScore(11) == nil && ICEScore(-1) == nil && ICEScore(10)?.rawValue == 10)
        #expect(ICEScore(orientation: 3, naming: 3, command: true, writing: false, attention: true)?.rawValue == 8)
        #expect(ICEScore(orientation: 5, naming: 3, command: true, writing: true, attention: true) == nil)
    }

    @Test func `the chart keeps onset, peak and resolution`() throws {
        var chart = Ward.infused()
        chart.apply(Ward.ice(10), at: Ward.day(3))
        chart.apply(Ward.ice(8), at: Ward.day(5))
        chart.apply(Ward.ice(2), at: Ward.day(6))
        chart.apply(Ward.ice(10), at: Ward.day(8))
        let episode = try #require(chart.icansEpisode)
        #expect(episode.onset == Ward.day(5) && episode.peak == .grade3 && episode.resolved == Ward.day(8))
        #expect(chart.icans.grade == .none)
    }

    @Test func `death of neurotoxicity is grade 5`() {
        var chart = Ward.infused()
        chart.apply(.died(Death(cause: .neurotoxicity)), at: Ward.day(9))
        #expect(chart.icansGrade == .grade5)
    }
}
