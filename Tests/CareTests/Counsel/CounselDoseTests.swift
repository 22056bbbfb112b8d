import Testing

@testable import Care

@Suite("Doses of counsel")
struct CounselDoseTests {
    private func tocilizumab(weight: Double?) -> CounselDose? {
        var picture = ClinicalPicture.toxic(crs: 2)
        picture.weight = weight
        return picture.counsel.answer(.tocilizumab, .asco2021)?.dose
    }

    @Test(
        "tocilizumab: 8 mg/kg from 30 kg, 12 below, 800 mg at most",
        arguments: zip([25, 29.9, 30, 70, 99.9, 100, 100.1, 120], [300.0, 359, 240, 560, 799, 800, 800, 800]))
    func tocilizumab(weight: Double, milligrams: Double) {
        let dose = tocilizumab(weight: weight)
        #expect(dose?.amount == milligrams)
        #expect(dose?.maximum == 4)
        #expect(dose?.rules.contains("capped at 800 mg") == (weight > 100))
    }

    @Test("without a weight no dose is computed, and the weight is named", arguments: [nil, 0, -1, .nan] as [Double?])
    func unknownWeight(_ weight: Double?) {
        #expect(tocilizumab(weight: weight)?.amount == nil)
        #expect(tocilizumab(weight: weight)?.unknown == ["body weight, not recorded"])
    }

    @Test("given doses are counted and what is left is said; the 8 h interval and the four doses hold it back")
    func count() {
        var bedside = Bedside()
        bedside.take(.set(39, pressure: 60), hour: 10)
        bedside.give(.tocilizumab, hour: 10)
        bedside.take(.set(39, pressure: 60), hour: 17.9)
        func answer(_ hour: Double) -> CounselItem? {
            bedside.chart.counsel(at: Bedside.time(hour)).answer(.tocilizumab, .asco2021)
        }
        #expect(answer(17.9)?.stance == .held)
        #expect(answer(17.9)?.stops.count == 1)
        #expect(answer(17.9)?.dose?.rules.contains("not before \(Bedside.time(18).iso8601)") == true)
        #expect(answer(18)?.dose?.rules.contains { $0.hasPrefix("not before") } == false)
        #expect(answer(18)?.stance == .give)
        #expect(answer(18)?.dose?.given == 1)
        #expect(answer(18)?.dose?.left == 3)
        for hour in [18.0, 26] { bedside.give(.tocilizumab, hour: hour) }
        bedside.take(.set(39, pressure: 60, vasopressors: 1), hour: 33.9)
        #expect(answer(33.9)?.stance == .held, "three in 24 h, and 7.9 h")
        #expect(answer(33.9)?.dose?.rules.contains("not before \(Bedside.time(34).iso8601)") == true)
        bedside.take(.set(39, pressure: 60, vasopressors: 1), hour: 34.5)
        #expect(answer(34.5)?.stance == .give, "the first was more than 24 h ago")
        bedside.give(.tocilizumab, hour: 34.5)
        bedside.take(.set(39, pressure: 60, vasopressors: 1), hour: 100)
        #expect(answer(100)?.stance == .held, "four in all")
        #expect(answer(100)?.dose?.left == 0)
    }

    @Test("anakinra is half as often below a creatinine clearance of 30 mL/min, and says so where it is unknown")
    func anakinra() {
        func dose(_ clearance: Double?) -> CounselDose? {
            ClinicalPicture.toxic(icans: 3).with(.hoursOnCorticosteroid, 24).with(.creatinineClearance, clearance)
                .counsel.answer(.anakinraForICANS, .asco2021)?.dose
        }
        #expect(dose(30)?.intervalHours == 6)
        #expect(dose(29.9)?.intervalHours == 12)
        #expect(dose(nil)?.intervalHours == 6)
        #expect(dose(nil)?.unknown == ["creatinine clearance, not recorded"])
        #expect(dose(30)?.amount == 100)
    }

    @Test("children: dexamethasone by weight, and no dose where none is held")
    func children() {
        var child = ClinicalPicture.toxic(crs: 3)
        child[.age] = .init(5)
        child.weight = 12
        #expect(child.counsel.answer(.corticosteroidForCRS, .asco2021)?.dose?.amount == 6)
        #expect(child.counsel.answer(.tocilizumab, .asco2021)?.dose?.amount == 144)
        let aciclovir = child.counsel.answer(.herpesProphylaxis, .ash)?.dose
        #expect(aciclovir?.amount == nil)
        #expect(aciclovir?.unknown.isEmpty == false)
    }

    @Test(
        "by surface and by weight: etoposide 50 mg/m², filgrastim 5 µg/kg, immunoglobulin 0.4 g/kg, siltuximab 11 mg/kg"
    )
    func byBody() {
        let etoposide = ClinicalPicture.well().with(.iecHSGrade, 4).with(.hoursOnCorticosteroid, 48).counsel.answer(
            .etoposideForIECHS, .astct2023)
        #expect(etoposide?.dose?.amount == 91)  // 50 × √(70 × 170 / 3600) = 90.9
        #expect(ClinicalPicture.well().with(.neutrophils, 0.2).counsel.answer(.growthFactor, .ash)?.dose?.amount == 350)
        let immunoglobulin = ClinicalPicture.well(day: 60).with(.immunoglobulinG, 3).counsel.answer(
            .immunoglobulin, .ash)
        #expect(immunoglobulin?.dose?.amount == 28)
    }
}
