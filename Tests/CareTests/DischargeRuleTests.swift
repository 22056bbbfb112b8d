import Care
import Testing

@Suite("Discharge by a policy's rule")
struct DischargeRuleTests {
    /// Ill until hour 120, then well; seen well at hour 240.
    private func bedside(ice: Int = 10) -> Bedside {
        var bedside = Bedside()
        bedside.apply(.admitted(Admission(unit: .ward, reason: "infusion")), hour: -6)
        bedside.take(.set(38.5), hour: 120)
        bedside.assess(.adult(ice: ice), hour: 120)
        for hour in stride(from: 126.0, through: 300, by: 6) {
            bedside.take(.set(), hour: hour)
            bedside.assess(.adult(), hour: hour)
        }
        return bedside
    }

    private func mayGo(_ bedside: Bedside, hour: Double, _ rule: DischargeRule) -> Bool {
        CareRules.readyForDischarge(bedside.chart, at: Bedside.time(hour), earliestDay: 7, rule: rule)
    }

    @Test("The rule's first day takes the place of the planned one, earlier or later")
    func earliestDay() {
        let bedside = bedside()
        #expect(mayGo(bedside, hour: 300, DischargeRule()))
        #expect(!mayGo(bedside, hour: 300, DischargeRule(earliestDay: 12.6)))
        #expect(mayGo(bedside, hour: 300, DischargeRule(earliestDay: 12.5)))
    }

    @Test("Hours without fever: as many as the rule asks, not one less")
    func fever() {
        let bedside = bedside()
        #expect(mayGo(bedside, hour: 300, DischargeRule(feverFreeHours: 180)))
        #expect(!mayGo(bedside, hour: 300, DischargeRule(feverFreeHours: 181)))
    }

    @Test("Hours without ICANS: as many as the rule asks, not one less; none where there was no ICANS")
    func icans() {
        let ill = bedside(ice: 8)
        #expect(mayGo(ill, hour: 300, DischargeRule(icansFreeHours: 174)))
        #expect(!mayGo(ill, hour: 300, DischargeRule(icansFreeHours: 175)))
        #expect(mayGo(bedside(), hour: 300, DischargeRule(icansFreeHours: 1000)))
    }
}
