import Testing

@testable import Care

@Suite("Counsel in CRS")
struct CRSCounselTests {
    static let tocilizumabRows: [Expected] = [
        Expected(grade: 0, authority: .asco2021),
        Expected(grade: 1, authority: .asco2021, stance: .avoid, urgency: .plan),
        Expected(grade: 2, authority: .asco2021, stance: .give),
        Expected(grade: 3, authority: .asco2021, stance: .give),
        Expected(grade: 4, authority: .asco2021, stance: .give), Expected(grade: 0, authority: .ebmtEha2022),
        Expected(grade: 1, authority: .ebmtEha2022, stance: .avoid, urgency: .plan),
        Expected(grade: 2, authority: .ebmtEha2022, stance: .give),
        Expected(grade: 3, authority: .ebmtEha2022, stance: .give),
        Expected(grade: 4, authority: .ebmtEha2022, stance: .give), Expected(grade: 0, authority: .label),
        Expected(grade: 1, authority: .label, stance: .avoid, urgency: .plan),
        Expected(grade: 2, authority: .label, stance: .give), Expected(grade: 3, authority: .label, stance: .give),
        Expected(grade: 4, authority: .label, stance: .give),
        Expected(grade: 1, authority: .label, product: LabelledProduct.tisaCel, stance: .avoid, urgency: .plan),
        Expected(grade: 2, authority: .label, product: LabelledProduct.tisaCel, stance: .avoid, urgency: .plan),
        Expected(grade: 3, authority: .label, product: LabelledProduct.tisaCel, stance: .give),
        Expected(grade: 4, authority: .label, product: LabelledProduct.tisaCel, stance: .give),
        Expected(grade: 1, authority: .label, product: LabelledProduct.lisoCel, stance: .consider, urgency: .hours),
        Expected(grade: 1, authority: .label, product: LabelledProduct.ideCel, stance: .consider, urgency: .hours),
        Expected(grade: 1, authority: .label, product: LabelledProduct.ciltaCel, stance: .consider, urgency: .hours),
        Expected(grade: 2, authority: .label, product: LabelledProduct.ciltaCel, stance: .give),
        Expected(grade: 1, authority: .label, product: LabelledProduct.obeCel, stance: .avoid, urgency: .plan),
        Expected(grade: 2, authority: .label, product: LabelledProduct.obeCel, stance: .give),
        Expected(grade: 1, authority: .label, product: LabelledProduct.brexuCel, stance: .avoid, urgency: .plan),
        Expected(grade: 2, authority: .label, product: LabelledProduct.brexuCel, stance: .give),
    ]

    @Test("each guideline's answer on tocilizumab, grade by grade", arguments: tocilizumabRows)
    func tocilizumab(_ row: Expected) {
        let answer = ClinicalPicture.toxic(crs: row.grade, product: row.product).counsel.answer(
            .tocilizumab, row.authority)
        #expect(answer?.stance == row.stance)
        guard row.stance != nil else { return }
        #expect(answer?.urgency == row.urgency)
        #expect((answer?.dose?.amount == 560) == (row.stance != .avoid))
    }

    static let corticosteroidRows: [Expected] = [
        Expected(grade: 1, authority: .asco2021),
        Expected(grade: 2, authority: .asco2021, stance: .consider, dose: "dexamethasone 10 mg IV every 24 h"),
        Expected(grade: 2, authority: .asco2021, product: LabelledProduct.tisaCel),
        Expected(grade: 3, authority: .asco2021, stance: .give, dose: "dexamethasone 10 mg IV every 6 h"),
        Expected(grade: 4, authority: .asco2021, stance: .give, dose: "methylprednisolone 500 mg IV every 12 h"),
        Expected(grade: 2, authority: .ebmtEha2022),
        Expected(grade: 3, authority: .ebmtEha2022, stance: .give, dose: "dexamethasone 10 mg IV every 6 h"),
        Expected(grade: 4, authority: .ebmtEha2022, stance: .give, dose: "methylprednisolone 1000 mg IV every 24 h"),
        Expected(grade: 1, authority: .label),
        Expected(grade: 2, authority: .label, stance: .give, dose: "dexamethasone 10 mg IV every 24 h"),
        Expected(grade: 3, authority: .label, stance: .give, dose: "dexamethasone 10 mg IV every 8 h"),
        Expected(grade: 4, authority: .label, stance: .give, dose: "methylprednisolone 1000 mg IV every 24 h"),
        Expected(grade: 3, authority: .label, product: LabelledProduct.tisaCel),
        Expected(
            grade: 1, authority: .label, product: LabelledProduct.lisoCel, stance: .consider, urgency: .hours,
            dose: "dexamethasone 10 mg IV every 24 h"),
        Expected(grade: 1, authority: .label, product: LabelledProduct.ciltaCel),
        Expected(
            grade: 2, authority: .label, product: LabelledProduct.ciltaCel, stance: .consider, urgency: .hours,
            dose: "dexamethasone 10 mg IV every 24 h"),
        Expected(
            grade: 3, authority: .label, product: LabelledProduct.ideCel, stance: .give,
            dose: "dexamethasone 10 mg IV every 12 h"),
        Expected(
            grade: 4, authority: .label, product: LabelledProduct.lisoCel, stance: .give,
            dose: "dexamethasone 20 mg IV every 6 h"),
        Expected(grade: 2, authority: .label, product: LabelledProduct.brexuCel),
        Expected(
            grade: 3, authority: .label, product: LabelledProduct.brexuCel, stance: .give,
            dose: "dexamethasone 10 mg IV every 6 h"),
        Expected(
            grade: 4, authority: .label, product: LabelledProduct.brexuCel, stance: .give,
            dose: "methylprednisolone 1000 mg IV every 24 h"),
        Expected(grade: 2, authority: .label, product: LabelledProduct.obeCel),
        Expected(
            grade: 3, authority: .label, product: LabelledProduct.obeCel, stance: .give,
            dose: "dexamethasone 10 mg IV every 6 h"),
        Expected(
            grade: 4, authority: .label, product: LabelledProduct.obeCel, stance: .give,
            dose: "methylprednisolone 1000 mg IV every 24 h"),
    ]

    @Test("each guideline's corticosteroid, grade by grade", arguments: corticosteroidRows)
    func corticosteroid(_ row: Expected) {
        let answer = ClinicalPicture.toxic(crs: row.grade, product: row.product).counsel.answer(
            .corticosteroidForCRS, row.authority)
        #expect(answer?.stance == row.stance)
        guard row.stance != nil else { return }
        #expect(answer?.urgency == row.urgency)
        #expect(answer?.dose?.words.hasPrefix(row.dose ?? "?") == true)
    }

    @Test(
        "grade 1 is managed as grade 2 after more than 72 h by ASCO, from 24 h by the labels of axi-cel and brexu-cel")
    func longFever() {
        func stance(_ hours: Double, _ authority: Authority, _ product: String) -> CounselStance? {
            ClinicalPicture.toxic(crs: 1, product: product, hours: hours).counsel.answer(.tocilizumab, authority)?
                .stance
        }
        #expect(stance(72, .asco2021, LabelledProduct.axiCel) == .avoid)
        #expect(stance(72.1, .asco2021, LabelledProduct.axiCel) == .consider)
        #expect(stance(23.9, .label, LabelledProduct.axiCel) == .avoid)
        #expect(stance(24, .label, LabelledProduct.axiCel) == .consider)
        #expect(stance(23.9, .label, LabelledProduct.brexuCel) == .avoid)
        #expect(stance(24, .label, LabelledProduct.brexuCel) == .give)
    }

    @Test("grade 1 with onset in the first 72 h may get tocilizumab by the labels of liso-cel, ide-cel and cilta-cel")
    func earlyOnset() {
        for product in [LabelledProduct.lisoCel, LabelledProduct.ideCel, LabelledProduct.ciltaCel] {
            let early = ClinicalPicture.toxic(crs: 1, product: product).with(.hoursToCRS, 71.9)
            let late = ClinicalPicture.toxic(crs: 1, product: product).with(.hoursToCRS, 72)
            #expect(early.counsel.answer(.tocilizumab, .label)?.stance == .consider)
            #expect(late.counsel.answer(.tocilizumab, .label)?.stance == .avoid)
            let steroid = early.counsel.answer(.corticosteroidForCRS, .label)
            #expect((steroid != nil) == (product != LabelledProduct.ciltaCel))
        }
    }

    @Test("a corticosteroid joins at grade 2 when a dose of tocilizumab has had its 8 hours")
    func refractoryGradeTwo() {
        func dose(_ hours: Double, _ authority: Authority) -> String? {
            ClinicalPicture.toxic(crs: 2, product: LabelledProduct.tisaCel).with(.tocilizumabDoses, 1)
                .with(.hoursSinceTocilizumab, hours).counsel.answer(.corticosteroidForCRS, authority)?.dose?.words
        }
        #expect(dose(7.9, .asco2021) == nil)
        #expect(dose(8, .asco2021)?.hasPrefix("dexamethasone 10 mg IV every 12 h") == true)
        #expect(dose(7.9, .ebmtEha2022) == nil)
        #expect(dose(8, .ebmtEha2022)?.hasPrefix("dexamethasone 10 mg IV every 6 h") == true)
    }

    @Test("siltuximab comes after two doses of tocilizumab, anakinra after a day on a corticosteroid too")
    func refractory() {
        let one = ClinicalPicture.toxic(crs: 2).with(.tocilizumabDoses, 1).with(.hoursSinceTocilizumab, 8)
        let two = one.with(.tocilizumabDoses, 2)
        #expect(one.counsel.answer(.siltuximab, .ebmtEha2022) == nil)
        #expect(two.with(.hoursSinceTocilizumab, 7.9).counsel.answer(.siltuximab, .ebmtEha2022) == nil)
        let siltuximab = two.counsel.answer(.siltuximab, .ebmtEha2022)
        #expect(siltuximab?.dose?.amount == 770)
        #expect(siltuximab?.establishment == .offLabel)
        #expect(two.with(.hoursOnCorticosteroid, 23.9).counsel.answer(.anakinraForCRS, .ebmtEha2022) == nil)
        #expect(two.with(.hoursOnCorticosteroid, 24).counsel.answer(.anakinraForCRS, .ebmtEha2022)?.dose?.amount == 100)
        let other = two.with(.hoursOnCorticosteroid, 24)
        #expect(other.counsel.answer(.otherForCRS, .asco2021) == nil)
        #expect(other.with(.crsGrade, 3).counsel.answer(.otherForCRS, .asco2021)?.establishment == .investigational)
    }

    @Test("intensive care is asked for from grade 3; at grade 2 it is considered by EBMT/EHA")
    func intensiveCare() {
        func answer(_ grade: Int, _ authority: Authority) -> CounselStance? {
            ClinicalPicture.toxic(crs: grade).counsel.answer(.intensiveCareForCRS, authority)?.stance
        }
        #expect(answer(2, .asco2021) == nil)
        #expect(answer(3, .asco2021) == .give)
        #expect(answer(4, .asco2021) == .give)
        #expect(answer(1, .ebmtEha2022) == nil)
        #expect(answer(2, .ebmtEha2022) == .consider)
        #expect(answer(3, .ebmtEha2022) == .give)
    }
}
