import Care
import Testing

@Suite("ICE or CAPD, by age")
struct ICANSAgeTests {
    private typealias Neurology = NeurologicalAssessment

    /// The grade at an age, infused 1000 hours after the referral and assessed on day 5.
    private func assessed(age: Double, ice: Int? = nil, capd: Int? = nil) -> Assessment<ICANSGrade> {
        var bedside = Bedside(age: age)
        bedside.assess(
            Neurology(
                ice: ice.flatMap { ICEScore($0) }, capd: capd, consciousness: .spontaneous,
                seizure: Neurology.Seizure.none, focalWeakness: false), hour: 120)
        return bedside.chart.icans
    }

    @Test("From 12 years on the ICE score is graded, below it the CAPD")
    func both() {
        #expect(assessed(age: 8, ice: 2, capd: 4).grade == .grade1)
        #expect(assessed(age: 60, ice: 8, capd: 20).grade == .grade1)
        #expect(assessed(age: 11.8, ice: 2, capd: 4).grade == .grade1)
        #expect(assessed(age: 12, ice: 2, capd: 4).grade == .grade3)
    }

    @Test("Who turns 12 between referral and assessment is assessed by ICE")
    func birthday() {
        // 1120 hours are 0.128 years.
        #expect(assessed(age: 11.87, ice: 8, capd: 20).grade == .grade3)
        #expect(assessed(age: 11.88, ice: 8, capd: 20).grade == .grade1)
    }

    @Test("The score of the other age counts where the right one is missing, and the chart says so")
    func otherScore() {
        let child = assessed(age: 8, ice: 5)
        #expect(child.grade == .grade2)
        #expect(child.unknown == ["CAPD"])
        #expect(child.reasons.contains { $0.finding.hasPrefix("ICE score, graded while the CAPD is missing") })
        let adult = assessed(age: 30, capd: 10)
        #expect(adult.grade == .grade3)
        #expect(adult.unknown == ["ICE score"])
        #expect(adult.reasons.contains { $0.finding.hasPrefix("CAPD, graded while the ICE score is missing") })
    }

    @Test("A score that is not graded is reported")
    func notGraded() {
        #expect(assessed(age: 8, ice: 5, capd: 0).reasons.contains { $0.finding.hasPrefix("ICE score, not graded") })
        #expect(assessed(age: 30, ice: 10, capd: 9).reasons.contains { $0.finding.hasPrefix("CAPD, not graded") })
        #expect(!assessed(age: 30, ice: 10).reasons.contains { $0.finding.contains("CAPD") })
    }

    @Test("While nobody knows the age the worse score counts, and the age is named as unknown")
    func unknownAge() {
        func grade(ice: Int, capd: Int) -> Assessment<ICANSGrade> {
            var chart = Chart(therapy: "COI-1")
            chart.apply(
                .infusionCompleted(
                    Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)),
                at: Bedside.infusion)
            chart.apply(
                .neurologyAssessed(Neurology(ice: ICEScore(ice), capd: capd, consciousness: .spontaneous)),
                at: Bedside.time(120))
            return chart.icans
        }
        #expect(grade(ice: 5, capd: 3).grade == .grade2)
        #expect(grade(ice: 9, capd: 9).grade == .grade3)
        #expect(grade(ice: 9, capd: 9).unknown.contains { $0.hasPrefix("age") })
        #expect(grade(ice: 9, capd: 9).reasons.contains { $0.finding.hasPrefix("CAPD 9 of 32") })
    }

    @Test("Nothing assessed since the infusion: the score for the age is named as unknown")
    func nothingAssessed() {
        #expect(Bedside(age: 5).chart.icans.unknown == ["CAPD"])
        #expect(Bedside(age: 50).chart.icans.unknown == ["ICE score"])
    }

    @Test("Findings of another cause are not graded, and end no ICANS that was found before")
    func otherCause() {
        var bedside = Bedside()
        var sedated = Neurology.adult(ice: 0, .unarousable)
        sedated.otherCause = true
        bedside.assess(sedated, hour: 96)
        #expect(bedside.chart.icansGrade == .none)
        #expect(bedside.chart.icans.unknown.contains { $0.contains("another cause") })
        #expect(bedside.chart.icansEpisode == nil)
        bedside.assess(.adult(ice: 5, seizure: .brief), hour: 108)
        #expect(bedside.chart.icansGrade == .grade3)
        bedside.assess(sedated, hour: 120)
        #expect(bedside.chart.icansGrade == .grade2, "the seizure was before, the ICE score counts as last found")
        #expect(
            bedside.chart.icans.reasons.contains { $0.at == Bedside.time(108) && $0.finding.contains("ICE score 5") })
        bedside.assess(.adult(), hour: 132)
        #expect(bedside.chart.icansGrade == .none)
    }
}
