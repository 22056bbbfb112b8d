import Care
import Testing

@Suite("The team's grade beside the computed one")
struct TeamGradeTests {
    private func bedside(_ vitals: VitalSigns, recorded: CRSGrade) -> Bedside {
        var bedside = Bedside()
        bedside.take(vitals, hour: 48)
        bedside.apply(.crsGraded(CRSGrading(grade: recorded)), hour: 48.5)
        return bedside
    }

    @Test("The same grade agrees, and is no reason of its own")
    func agrees() {
        let chart = bedside(.set(38.5), recorded: .grade1).chart
        #expect(chart.crsAgreement.agreement == .agrees)
        #expect(!chart.crs.reasons.contains { $0.entry == .crsGraded })
    }

    @Test(
        "Another grade is shown with both grades, the team's entry and what the signs are; neither replaces the other")
    func differs() throws {
        let chart = bedside(.set(39, pressure: 60), recorded: .grade1).chart
        #expect(chart.crsAgreement.agreement == .differs)
        #expect(chart.crsGrade == .grade2)
        #expect(chart.recordedCRS == .grade1)
        let reason = try #require(chart.crs.reasons.first { $0.entry == .crsGraded })
        #expect(reason.at == Bedside.time(48.5))
        #expect(reason.finding.contains("recorded CRS grade 1"))
        #expect(reason.finding.contains("give 2"))
        #expect(chart.crs.reasons.contains { $0.finding.contains("60 mmHg") })
    }

    @Test("A difference stays one while the same signs are measured again")
    func stillDiffers() {
        var bedside = bedside(.set(39, pressure: 60), recorded: .grade1)
        bedside.take(.set(39, pressure: 61), hour: 50)
        #expect(bedside.chart.crsAgreement.agreement == .differs)
    }

    @Test("A grade that the signs have left behind is outdated, not wrong")
    func outdated() {
        var bedside = bedside(.set(38.5), recorded: .grade1)
        bedside.take(.set(39, vasopressors: 1), hour: 54)
        #expect(bedside.chart.crsAgreement.agreement == .outdated)
        #expect(bedside.chart.crs.reasons.contains { $0.finding.contains("grade again") })
    }

    @Test("Of one moment, grade and signs may stand in either order in the journal")
    func sameMoment() {
        var bedside = Bedside()
        bedside.apply(.crsGraded(CRSGrading(grade: .grade1)), hour: 48)
        bedside.take(.set(38.5), hour: 48)
        #expect(bedside.chart.crsAgreement.agreement == .agrees)
        var other = Bedside()
        other.apply(.crsGraded(CRSGrading(grade: .grade2)), hour: 48)
        other.take(.set(38.5), hour: 48)
        #expect(other.chart.crsAgreement.agreement == .differs)
    }

    @Test("No grade written down: none where there is nothing to grade, else it is missing")
    func notRecorded() {
        var bedside = Bedside()
        #expect(bedside.chart.crsAgreement.agreement == .none)
        bedside.take(.set(38.5), hour: 48)
        #expect(bedside.chart.crsAgreement.agreement == .notRecorded)
        #expect(bedside.chart.crsAgreement.reason == nil)
    }

    @Test("ICANS likewise")
    func icans() {
        var bedside = Bedside()
        bedside.assess(.adult(ice: 5), hour: 100)
        bedside.apply(.icansGraded(ICANSGrading(grade: .grade3)), hour: 101)
        #expect(bedside.chart.icansAgreement.agreement == .differs)
        #expect(bedside.chart.icansGrade == .grade2)
        #expect(bedside.chart.icans.reasons.contains { $0.finding.contains("recorded ICANS grade 3") })
    }
}
