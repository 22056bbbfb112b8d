import Care
import Testing

@Suite("Verdicts of scales") struct ScaleVerdictTests {
    @Test(
        "a verdict becomes the chart's assessment: the proven grade, each finding with its time and source, the unknown"
    )
    func assessment() throws {
        let infusion = try Instant(iso8601: "2026-03-01T10:00:00Z")
        let end = infusion.advanced(byDays: 40)
        let verdict = try EarlyICAHT().assess(dailyCounts([(3...10, 0.4)])).verdict
        let assessment = verdict.assessment(infusedAt: infusion, at: end)
        #expect(assessment.grade == .grade2 && assessment.unknown.isEmpty)
        #expect(assessment.reasons.map(\.at) == [end, end, infusion.advanced(byDays: 3)])
        #expect(assessment.reasons.allSatisfy { $0.source.contains("from a secondary source") })
        let open = try CARHematotox(platelets: 20).assess().assessment(at: end)
        #expect(open.grade.rawValue == 2 && open.unknown.count == 4 && open.reasons.count == 1)
        #expect(open.reasons[0].finding == "platelets 20 10*9/L: 2 points")
    }

    @Test("what is from memory says so in every reason")
    func memory() {
        let source = CTCAE.Infection(treatment: .oral).assess().assessment(at: .init(millisecondsSince1970: 0)).reasons[
            0
        ]
        .source
        #expect(source.contains("from memory, a clinician must confirm"))
    }
}
