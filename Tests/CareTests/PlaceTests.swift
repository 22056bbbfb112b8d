import Care
import Testing

@Suite("Home, ward or intensive care")
struct PlaceTests {
    private func inpatient() -> Bedside {
        var bedside = Bedside()
        bedside.apply(.admitted(Admission(unit: .ward, reason: "infusion")), hour: 0)
        return bedside
    }

    private func isReady(_ bedside: Bedside, hour: Double, earliestDay: Double = 7) -> Bool {
        CareRules.readyForDischarge(bedside.chart, at: Bedside.time(hour), earliestDay: earliestDay)
    }

    @Test("Home on the planned day, 24 h after the last fever")
    func discharge() {
        var bedside = inpatient()
        bedside.take(.set(38.2), hour: 150)
        bedside.give(.tocilizumab, hour: 150)
        bedside.take(.set(36.8), hour: 168)
        bedside.assess(.adult(), hour: 168)
        #expect(!isReady(bedside, hour: 168))
        #expect(!isReady(bedside, hour: 173.9))
        #expect(isReady(bedside, hour: 174))
        #expect(!isReady(bedside, hour: 174, earliestDay: 8))
    }

    @Test(
        "Not on oxygen, on a vasopressor, nor with any of them unknown",
        arguments: [
            VitalSigns.set(oxygen: .nasalCannula(litresPerMinute: 1)), .set(vasopressors: 1), .set(vasopressin: true),
            VitalSigns(temperature: 36.8, meanArterialPressure: 80, oxygen: .roomAir),
            VitalSigns(temperature: 36.8, meanArterialPressure: 80, vasopressors: 0),
            VitalSigns(meanArterialPressure: 80, oxygen: .roomAir, vasopressors: 0),
        ])
    func support(vitals: VitalSigns) {
        var bedside = inpatient()
        bedside.take(.set(), hour: 190)
        bedside.assess(.adult(), hour: 190)
        #expect(isReady(bedside, hour: 200))
        bedside.take(vitals, hour: 200)
        #expect(!isReady(bedside, hour: 200))
    }

    @Test("Not with ICANS, nor on a corticosteroid")
    func neurotoxicity() {
        var bedside = inpatient()
        bedside.take(.set(), hour: 200)
        bedside.assess(.adult(), hour: 200)
        #expect(isReady(bedside, hour: 200))
        var confused = bedside
        confused.assess(.adult(ice: 9), hour: 200)
        #expect(!isReady(confused, hour: 200))
        bedside.apply(
            .orderPlaced(
                Order(
                    id: "O1", drug: .dexamethasone, amount: 10, unit: "mg", intervalHours: 12, reason: "", source: "")),
            hour: 200)
        #expect(!isReady(bedside, hour: 200))
    }

    @Test("Not on signs or a neurological assessment more than a day old, nor without one")
    func oldFindings() {
        var bedside = inpatient()
        bedside.take(.set(), hour: 200)
        #expect(!isReady(bedside, hour: 200))
        bedside.assess(.adult(), hour: 200)
        var reassessed = bedside
        #expect(isReady(bedside, hour: 224))
        #expect(!isReady(bedside, hour: 224.1))
        reassessed.assess(.adult(), hour: 210)
        #expect(!isReady(reassessed, hour: 224.1))
        bedside.take(.set(), hour: 210)
        #expect(!isReady(bedside, hour: 224.1))
    }

    @Test("The dead are neither admitted nor sent home")
    func death() {
        var bedside = inpatient()
        bedside.take(.set(), hour: 200)
        bedside.assess(.adult(), hour: 200)
        bedside.apply(.died(Death(cause: .other)), hour: 201)
        #expect(!isReady(bedside, hour: 201))
        var atHome = Bedside()
        atHome.take(.set(39), hour: 200)
        atHome.apply(.died(Death(cause: .infection)), hour: 201)
        #expect(!CareRules.needsAdmission(atHome.chart, at: Bedside.time(201)))
    }

    @Test(
        "Fever or confusion at home in the first 30 days means coming in",
        arguments: [(37.9, 10, false), (38.0, 10, true), (36.8, 9, true)])
    func admission(temperature: Double, ice: Int, comesIn: Bool) {
        var bedside = Bedside()
        bedside.take(.set(temperature), hour: 100)
        bedside.assess(.adult(ice: ice), hour: 100)
        #expect(CareRules.needsAdmission(bedside.chart, at: Bedside.time(100)) == comesIn)
    }

    @Test("A fever that is no longer graded as CRS still means coming in")
    func lateFever() {
        var bedside = Bedside()
        bedside.take(.set(38.5), hour: 48)
        bedside.give(.tocilizumab, hour: 48)
        bedside.take(.set(36.8), hour: 72)
        bedside.take(.set(38.5), hour: 20 * 24)
        #expect(bedside.chart.crsGrade == .none)
        #expect(CareRules.needsAdmission(bedside.chart, at: Bedside.time(20 * 24)))
    }

    @Test(
        "Intensive care from grade 3 of either",
        arguments: [
            (VitalSigns.set(38.5, pressure: 60), 6, false), (.set(38.5, vasopressors: 1), 10, true),
            (VitalSigns.set(38.5), 2, true), (.set(38.5), 3, false),
        ])
    func intensiveCare(vitals: VitalSigns, ice: Int, needed: Bool) {
        var bedside = Bedside()
        bedside.take(vitals, hour: 100)
        bedside.assess(.adult(ice: ice), hour: 100)
        #expect(CareRules.needsIntensiveCare(bedside.chart) == needed)
    }
}
