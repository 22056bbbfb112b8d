import Care
import Testing

/// One row of the ASTCT 2019 table for ICANS, or one of its edges.
struct ICANSRow: Sendable, CustomTestStringConvertible {
    var name: String
    var assessment: NeurologicalAssessment
    var grade: ICANSGrade
    var testDescription: String { name }

    init(_ name: String, _ assessment: NeurologicalAssessment, _ grade: ICANSGrade) {
        self.name = name
        self.assessment = assessment
        self.grade = grade
    }
}

@Suite("ICANS grade by ASTCT 2019")
struct ICANSGradeTests {
    static let ice = [(10, 0), (9, 1), (7, 1), (6, 2), (3, 2), (2, 3), (0, 3)].map { points, grade in
        ICANSRow("ICE \(points)", .adult(ice: points), ICANSGrade(rawValue: grade) ?? .none)
    }

    static let axes: [ICANSRow] = [
        ICANSRow("awakens to voice", .adult(.voice), .grade2),
        ICANSRow("awakens only to touch", .adult(.tactile), .grade3),
        ICANSRow("ICE 0, awake with aphasia (T9)", .adult(ice: 0), .grade3),
        ICANSRow("ICE 0 because the patient cannot be roused (T10)", .adult(ice: 0, .unarousable), .grade4),
        ICANSRow("seizure that resolved rapidly with ICE 7", .adult(ice: 7, seizure: .brief), .grade3),
        ICANSRow("ICE 3 and a self-limited generalised seizure (T8)", .adult(ice: 3, seizure: .brief), .grade3),
        ICANSRow("seizure of six minutes (T11)", .adult(seizure: .prolonged), .grade4),
        ICANSRow("hemiparesis", .adult(weakness: true), .grade4),
        ICANSRow("focal oedema on imaging", .adult(oedema: .focal), .grade3),
        ICANSRow("diffuse oedema", .adult(oedema: .diffuse), .grade4),
        ICANSRow("the most severe axis counts", .adult(ice: 8, .voice, oedema: .diffuse), .grade4),
    ]

    static let children: [ICANSRow] = [
        ICANSRow("CAPD 0", .child(capd: 0), .none),
        ICANSRow("CAPD 1", .child(capd: 1), .grade1),
        ICANSRow("CAPD 32", .child(capd: 32), .grade3),
        ICANSRow("CAPD 0, awakens to voice", .child(capd: 0, .voice), .grade2),
        ICANSRow("CAPD 9, awakens to voice: the more severe axis", .child(capd: 9, .voice), .grade3),
        ICANSRow("CAPD 2 and a seizure of six minutes", .child(capd: 2, seizure: .prolonged), .grade4),
        ICANSRow("CAPD 8, awakens spontaneously", .child(capd: 8), .grade1),
        ICANSRow("CAPD 6, awakens to voice (T13)", .child(capd: 6, .voice), .grade2),
        ICANSRow("CAPD 9 (T12)", .child(capd: 9), .grade3),
        ICANSRow("CAPD 4, only to touch", .child(capd: 4, .tactile), .grade3),
        ICANSRow("CAPD 4, cannot be roused", .child(capd: 4, .unarousable), .grade4),
        ICANSRow("CAPD 2 and a brief seizure", .child(capd: 2, seizure: .brief), .grade3),
    ]

    @Test("Each row of the table, both sides of each threshold", arguments: ice + axes + children)
    func table(row: ICANSRow) {
        var bedside = Bedside(age: row.assessment.capd == nil ? 60 : 8)
        bedside.assess(row.assessment, hour: 120)
        #expect(bedside.chart.icansGrade == row.grade)
        #expect(bedside.chart.icans.grade == row.grade)
        #expect(
            bedside.chart.icans.reasons.contains { $0.threshold?.hasSuffix(row.grade.words) ?? false }
                || row.grade == .none)
        #expect(!bedside.chart.icans.reasons.isEmpty)
    }

    @Test("Confusion before the infusion is not ICANS")
    func beforeInfusion() {
        var chart = Chart(therapy: "COI-1")
        chart.apply(.neurologyAssessed(.adult(ice: 4)), at: Bedside.time(-24))
        #expect(chart.icansGrade == .none)
    }

    @Test("Death of neurotoxicity is grade 5")
    func death() {
        var bedside = Bedside()
        bedside.assess(.adult(ice: 0, .unarousable), hour: 120)
        bedside.apply(.died(Death(cause: .neurotoxicity)), hour: 130)
        #expect(bedside.chart.icansGrade == .grade5)
    }

    @Test("An episode runs from the first finding to the first assessment without any")
    func episode() throws {
        var bedside = Bedside()
        for (hour, ice) in [(96.0, 10), (108, 8), (120, 5), (132, 9), (144, 10)] {
            bedside.assess(.adult(ice: ice), hour: hour)
        }
        let episode = try #require(bedside.chart.icansEpisode)
        #expect(episode.onset == Bedside.time(108))
        #expect(episode.peak == .grade2)
        #expect(episode.resolved == Bedside.time(144))
    }
}
