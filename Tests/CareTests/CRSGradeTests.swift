import Care
import Testing

/// One row of the ASTCT 2019 table for CRS, or one of its edges.
struct CRSRow: Sendable, CustomTestStringConvertible {
    var name: String
    var vitals: VitalSigns
    var grade: CRSGrade
    var testDescription: String { name }

    init(_ name: String, _ vitals: VitalSigns, _ grade: CRSGrade) {
        self.name = name
        self.vitals = vitals
        self.grade = grade
    }
}

@Suite("CRS grade by ASTCT 2019")
struct CRSGradeTests {
    static let rows: [CRSRow] = [
        CRSRow("38.0 °C and nothing else (T1)", .set(38.0), .grade1),
        CRSRow("37.9 °C is no fever", .set(37.9), .none),
        CRSRow("hypotension without fever is not CRS", .set(37.9, pressure: 55), .none),
        CRSRow("mean arterial pressure 65 is not hypotension", .set(39, pressure: 65), .grade1),
        CRSRow("mean arterial pressure 64 is", .set(39, pressure: 64), .grade2),
        CRSRow("hypotension that fluids restored", .set(39, fluids: true), .grade2),
        CRSRow("one vasopressor", .set(39, vasopressors: 1), .grade3),
        CRSRow("noradrenaline and vasopressin (T2)", .set(39, vasopressors: 1, vasopressin: true), .grade3),
        CRSRow("vasopressin alone", .set(39, vasopressin: true), .grade3),
        CRSRow("noradrenaline and adrenaline (T3)", .set(39, vasopressors: 2), .grade4),
        CRSRow("cannula 6 L/min (T5)", .set(39, oxygen: .nasalCannula(litresPerMinute: 6)), .grade2),
        CRSRow("cannula 7 L/min (T6)", .set(39, oxygen: .nasalCannula(litresPerMinute: 7)), .grade3),
        CRSRow("high-flow oxygen", .set(39, oxygen: .highFlow), .grade3),
        CRSRow("positive pressure", .set(39, oxygen: .positivePressure), .grade4),
        CRSRow(
            "one vasopressor and low flow: the more severe axis",
            .set(39, oxygen: .nasalCannula(litresPerMinute: 2), vasopressors: 1), .grade3),
        CRSRow(
            "hypotension and positive pressure: the more severe axis",
            .set(39, pressure: 60, oxygen: .positivePressure), .grade4),
        CRSRow("signs of another cause", .set(39.5, pressure: 50, vasopressors: 2, otherCause: true), .none),
        CRSRow(
            "low saturation on room air: hypoxia is graded by the oxygen it needs", .set(39, saturation: 88), .grade1),
    ]

    @Test("Each row of the table, both sides of each threshold", arguments: rows)
    func table(row: CRSRow) {
        var bedside = Bedside()
        bedside.take(row.vitals, hour: 48)
        #expect(bedside.chart.crsGrade == row.grade)
        #expect(bedside.chart.crs.grade == row.grade)
    }

    @Test("Death of CRS is grade 5; death of the disease is not")
    func death() {
        var bedside = Bedside()
        bedside.take(.set(39), hour: 48)
        var other = bedside
        bedside.apply(.died(Death(cause: .crs)), hour: 60)
        other.apply(.died(Death(cause: .disease)), hour: 60)
        #expect(bedside.chart.crsGrade == .grade5)
        #expect(bedside.chart.crsEpisode?.peak == .grade5)
        #expect(other.chart.crsGrade == .grade1)
    }

    @Test("Signs that are filed after the death change no grade")
    func signsAfterDeath() {
        var bedside = Bedside()
        bedside.take(.set(39), hour: 48)
        bedside.apply(.died(Death(cause: .crs)), hour: 60)
        bedside.take(.set(36.8), hour: 60)
        bedside.assess(.adult(ice: 0, .unarousable), hour: 60)
        #expect(bedside.chart.crsGrade == .grade5)
        #expect(bedside.chart.icansGrade == .none)
    }

    @Test("Nothing is CRS before the infusion")
    func beforeInfusion() {
        var chart = Chart(therapy: "COI-1")
        chart.apply(.vitalsTaken(.set(39.5, vasopressors: 1)), at: Bedside.time(-24))
        #expect(chart.crsGrade == .none)
    }

    @Test("The grade says what it rests on: value, threshold, time and source")
    func reasons() throws {
        var bedside = Bedside()
        bedside.take(.set(38.6, saturation: 89, oxygen: .nasalCannula(litresPerMinute: 3)), hour: 48)
        let assessment = bedside.chart.crs
        #expect(assessment.grade == .grade2)
        #expect(assessment.unknown.isEmpty)
        let fever = try #require(assessment.reasons.first { $0.finding.contains("temperature") })
        #expect(fever.finding.contains("38.6 °C"))
        #expect(fever.finding.contains("38.0"))
        #expect(fever.at == Bedside.time(48))
        #expect(fever.source.contains("ASTCT 2019"))
        let hypoxia = try #require(assessment.reasons.first { $0.finding.contains("SpO2 89 %") })
        #expect(hypoxia.finding.contains("3 L/min nasal cannula"))
        #expect(hypoxia.finding.contains("grade 2"))
    }
}
