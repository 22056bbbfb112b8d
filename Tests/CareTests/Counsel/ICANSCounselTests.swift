import Testing

@testable import Care

@Suite("Counsel in ICANS and seizures")
struct ICANSCounselTests {
    static let corticosteroidRows: [Expected] = [
        Expected(
            grade: 1, authority: .asco2021, stance: .consider, urgency: .hours, dose: "dexamethasone 10 mg IV one"),
        Expected(grade: 1, authority: .asco2021, product: LabelledProduct.tisaCel, stance: .avoid, urgency: .plan),
        Expected(
            grade: 2, authority: .asco2021, stance: .consider, urgency: .hours,
            dose: "dexamethasone 10 mg IV every 12 h two doses"),
        Expected(grade: 3, authority: .asco2021, stance: .give, dose: "dexamethasone 10 mg IV every 6 h"),
        Expected(grade: 4, authority: .asco2021, stance: .give, dose: "methylprednisolone 1000 mg IV every 24 h"),
        Expected(grade: 1, authority: .ebmtEha2022, stance: .avoid, urgency: .plan),
        Expected(
            grade: 2, authority: .ebmtEha2022, stance: .give, urgency: .hours, dose: "dexamethasone 10 mg IV every 6 h"),
        Expected(grade: 3, authority: .ebmtEha2022, stance: .give, dose: "dexamethasone 20 mg IV every 6 h"),
        Expected(grade: 4, authority: .ebmtEha2022, stance: .give, dose: "methylprednisolone 1000 mg IV every 24 h"),
        Expected(grade: 1, authority: .label, stance: .consider, urgency: .hours, dose: "dexamethasone 10 mg IV one"),
        Expected(grade: 2, authority: .label, stance: .give, dose: "dexamethasone 10 mg IV every 6 h"),
        Expected(grade: 3, authority: .label, stance: .give, dose: "dexamethasone 10 mg IV every 6 h"),
        Expected(grade: 4, authority: .label, stance: .give, dose: "methylprednisolone 1000 mg IV every 24 h"),
        Expected(grade: 1, authority: .label, product: LabelledProduct.ciltaCel),
        Expected(
            grade: 2, authority: .label, product: LabelledProduct.ciltaCel, stance: .give, urgency: .hours,
            dose: "dexamethasone 10 mg IV every 12 h"),
        Expected(
            grade: 1, authority: .label, product: LabelledProduct.lisoCel, stance: .consider, urgency: .hours,
            dose: "dexamethasone 10 mg IV every 12 h"),
        Expected(grade: 3, authority: .label, product: LabelledProduct.tisaCel),
    ]

    @Test("each guideline's corticosteroid for ICANS without CRS, grade by grade", arguments: corticosteroidRows)
    func corticosteroid(_ row: Expected) {
        let answer = ClinicalPicture.toxic(icans: row.grade, product: row.product).counsel.answer(
            .corticosteroidForICANS, row.authority)
        #expect(answer?.stance == row.stance)
        guard row.stance != nil else { return }
        #expect(answer?.urgency == row.urgency)
        if let dose = row.dose { #expect(answer?.dose?.words.hasPrefix(dose) == true, "\(answer?.dose?.words ?? "")") }
    }

    @Test("tocilizumab is not for ICANS without CRS, and is for ICANS with CRS of grade 1", arguments: 1...4)
    func tocilizumab(_ grade: Int) {
        let alone = ClinicalPicture.toxic(icans: grade).counsel
        #expect(alone.items.filter { $0.question == .tocilizumab }.allSatisfy { !$0.stance.isProposal })
        #expect(alone.answer(.tocilizumab, .asco2021)?.stance == .avoid)
        let both = ClinicalPicture.toxic(crs: 1, icans: grade).counsel.answer(.tocilizumab, .asco2021)
        #expect(both?.stance == .give)
        #expect(both?.changes.contains { $0.contains("caution") } == true)
    }

    @Test("with CRS, ASCO gives tocilizumab first and the corticosteroid past its first dose", arguments: [2, 3])
    func withCRS(_ grade: Int) {
        let before = ClinicalPicture.toxic(crs: 2, icans: grade)
        #expect(before.counsel.answer(.corticosteroidForICANS, .asco2021)?.stance == .consider)
        #expect(before.with(.tocilizumabDoses, 1).counsel.answer(.corticosteroidForICANS, .asco2021)?.stance == .give)
    }

    @Test("refractory is grade 3 after 24 h, or grade 2 after 48 h, on a corticosteroid")
    func refractory() {
        func anakinra(_ grade: Int, _ hours: Double) -> CounselItem? {
            ClinicalPicture.toxic(icans: grade).with(.hoursOnCorticosteroid, hours).counsel.answer(
                .anakinraForICANS, .asco2021)
        }
        #expect(anakinra(3, 23.9) == nil)
        #expect(anakinra(3, 24)?.dose?.amount == 100)
        #expect(anakinra(2, 47.9) == nil)
        #expect(anakinra(2, 48) != nil)
        #expect(anakinra(1, 100) == nil)
    }

    @Test("intrathecal therapy is only for grade 3 or more, and marked investigational")
    func intrathecal() {
        let two = ClinicalPicture.toxic(icans: 2).with(.hoursOnCorticosteroid, 72)
        #expect(two.counsel.answer(.intrathecalForICANS, .asco2021) == nil)
        let three = two.with(.icansGrade, 3).counsel.answer(.intrathecalForICANS, .asco2021)
        #expect(three?.establishment == .investigational)
        #expect(three?.dose?.route == .intrathecal)
        #expect(three?.dose?.amount == 50)
    }

    @Test("levetiracetam: 750 mg at the onset of ICANS, by weight in children, flagged below 50 mL/min")
    func levetiracetam() {
        let adult = ClinicalPicture.toxic(icans: 1)
        #expect(adult.counsel.answer(.seizureProphylaxis, .cartox)?.dose?.amount == 750)
        #expect(ClinicalPicture.well().counsel.answer(.seizureProphylaxis, .cartox) == nil)
        var child = adult
        child.weight = 20
        child[.age] = .init(6)
        #expect(child.counsel.answer(.seizureProphylaxis, .cartox)?.dose?.amount == 200)
        func rules(_ clearance: Double) -> Int {
            adult.with(.creatinineClearance, clearance).counsel.answer(.seizureProphylaxis, .cartox)?.dose?.rules.count
                ?? -1
        }
        #expect(rules(50) == 0)
        #expect(rules(49.9) == 1)
    }

    @Test("a seizure is treated, a long one is status epilepticus, diffuse oedema is raised pressure")
    func seizures() {
        let brief = ClinicalPicture.toxic(icans: 3).with(.seizure)
        #expect(brief.counsel.answer(.seizureTreatment, .cartox)?.dose?.amount == 0.5)
        #expect(brief.counsel.answer(.statusEpilepticus, .cartox) == nil)
        let long = ClinicalPicture.toxic(icans: 4).with(.seizure).with(.prolongedSeizure)
        #expect(long.counsel.answer(.statusEpilepticus, .cartox)?.urgency == .now)
        let focal = ClinicalPicture.toxic(icans: 3).with(.cerebralOedema)
        #expect(focal.counsel.answer(.raisedPressure, .practice)?.urgency == .hours)
        #expect(focal.counsel.answer(.raisedPressure, .asco2021) == nil)
        let diffuse = ClinicalPicture.toxic(icans: 4).with(.cerebralOedema).with(.diffuseOedema)
        #expect(diffuse.counsel.answer(.raisedPressure, .asco2021)?.urgency == .now)
        #expect(diffuse.counsel.answer(.raisedPressure, .ebmtEha2022)?.urgency == .now)
    }

    @Test("imaging, EEG and intensive care follow the grade")
    func care() {
        func urgency(_ grade: Int, _ question: CounselQuestion) -> CounselUrgency? {
            ClinicalPicture.toxic(icans: grade).counsel.answer(question, .asco2021)?.urgency
        }
        #expect([0, 1, 2, 3, 4].map { urgency($0, .workupOfICANS) } == [nil, .today, .hours, .now, .now])
        #expect([0, 1, 2, 3, 4].map { urgency($0, .intensiveCareForICANS) } == [nil, nil, nil, .now, .now])
        #expect([0, 1, 2, 3, 4].map { urgency($0, .supportForICANS) } == [nil, .now, .now, .now, .now])
        let both = ClinicalPicture.toxic(crs: 2, icans: 2).counsel
        #expect(both.answer(.intensiveCareForICANS, .asco2021)?.stance == .consider)
    }
}
