import Care
import Testing

@Suite("Guideline: anakinra")
struct AnakinraTests {
    private func policy(_ rule: AnakinraRule) -> ManagementPolicy {
        var policy = ManagementPolicy.asco2021
        policy.anakinra = rule
        return policy
    }

    @Test("For everyone from its day, 100 mg every 12 h under the skin, and not after that day if it was missed")
    func prophylaxis() throws {
        let policy = policy(AnakinraRule(prophylacticFromDay: 2, days: 10))
        let bedside = Bedside()
        #expect(bedside.proposal(.anakinra, hour: 47.9, policy: policy) == nil)
        let order = try #require(bedside.proposal(.anakinra, hour: 48, policy: policy))
        #expect(order.amount == 100 && order.unit == "mg" && order.intervalHours == 12)
        #expect(order.route == .subcutaneous && order.reason == "prophylaxis from day 2")
        #expect(bedside.proposal(.anakinra, hour: 72, policy: policy) == nil)
        #expect(bedside.proposal(.anakinra, hour: 48) == nil)
    }

    @Test("A course lasts its days, and longer while there is toxicity")
    func length() {
        let policy = policy(AnakinraRule(prophylacticFromDay: 2, days: 10))
        func stops(_ bedside: Bedside, hour: Double) -> Bool {
            bedside.advice(hour: hour, policy: policy).contains {
                if case .stop("anakinra", _) = $0 { true } else { false }
            }
        }
        var well = Bedside()
        well.order(.anakinra, 100, every: 12, hour: 48)
        #expect(!stops(well, hour: 48 + 239))
        #expect(stops(well, hour: 48 + 240))
        var ill = well
        ill.assess(.adult(ice: 5), hour: 48 + 230)
        ill.order(.dexamethasone, 10, every: 12, hour: 48 + 230)
        #expect(!stops(ill, hour: 48 + 240))
        ill.assess(.adult(ice: 9), hour: 48 + 244)
        #expect(!stops(ill, hour: 48 + 253))
        #expect(stops(ill, hour: 48 + 254))
    }

    @Test(
        "By grade: from the grade that the policy names, not below it", arguments: [(8, false), (5, true), (1, true)])
    func byGrade(ice: Int, given: Bool) {
        let policy = policy(AnakinraRule(fromICANS: 2, milligrams: 100, intervalHours: 6, days: 3))
        var bedside = Bedside()
        bedside.assess(.adult(ice: ice), hour: 120)
        #expect((bedside.proposal(.anakinra, hour: 120, policy: policy) != nil) == given)
    }

    @Test("CRS of the policy's grade gets it, a grade less does not")
    func byCRS() {
        let policy = policy(AnakinraRule(fromCRS: 3, days: 3))
        var bedside = Bedside()
        bedside.take(.set(38.5, pressure: 60), hour: 72)
        #expect(bedside.proposal(.anakinra, hour: 72, policy: policy) == nil)
        bedside.take(.set(38.5, vasopressors: 1), hour: 78)
        #expect(bedside.proposal(.anakinra, hour: 78, policy: policy)?.reason == "CRS grade 3")
    }

    @Test("ICANS of grade 2 that outlasts two days of corticosteroid gets it; not before, and not at grade 1")
    func refractory() {
        let policy = policy(AnakinraRule(afterSteroidHours: 48, days: 3))
        func bedside(ice: Int, hour: Double) -> Bedside {
            var bedside = Bedside()
            bedside.assess(.adult(ice: 5), hour: 120)
            bedside.order(.dexamethasone, 10, every: 12, hour: 120)
            for dose in stride(from: 120.0, through: hour, by: 12) { bedside.give(.dexamethasone, hour: dose) }
            bedside.assess(.adult(ice: ice), hour: hour)
            return bedside
        }
        #expect(bedside(ice: 5, hour: 167).proposal(.anakinra, hour: 167, policy: policy) == nil)
        #expect(bedside(ice: 5, hour: 168).proposal(.anakinra, hour: 168, policy: policy) != nil)
        #expect(bedside(ice: 8, hour: 168).proposal(.anakinra, hour: 168, policy: policy) == nil)
    }

    @Test("Prophylactic doses of a corticosteroid do not make ICANS refractory")
    func prophylacticSteroid() {
        let policy = policy(AnakinraRule(afterSteroidHours: 48, days: 3))
        var bedside = Bedside()
        for hour in [0.0, 24, 48] { bedside.give(.dexamethasone, hour: hour) }
        bedside.assess(.adult(ice: 5), hour: 72)
        bedside.order(.dexamethasone, 10, every: 12, hour: 72)
        bedside.give(.dexamethasone, hour: 72)
        #expect(bedside.chart.corticosteroidSince == Bedside.time(72))
        #expect(bedside.proposal(.anakinra, hour: 96, policy: policy) == nil)
    }

    @Test("At most 8 mg/kg a day, in children 10; half as often where the kidneys fail")
    func limits() {
        let often = AnakinraRule(milligrams: 200, intervalHours: 6, days: 3)
        func dose(_ rule: AnakinraRule, age: Double, weight: Double, clearance: Double?) -> [Double] {
            let dose = Anakinra.dose(rule, age: age, weight: weight, creatinineClearance: clearance)
            return [dose.milligrams, dose.intervalHours]
        }
        #expect(dose(often, age: 60, weight: 70, clearance: nil) == [140, 6])
        #expect(dose(often, age: 60, weight: 110, clearance: nil) == [200, 6])
        #expect(dose(often, age: 8, weight: 20, clearance: nil) == [50, 6])
        let usual = AnakinraRule(days: 3)
        #expect(dose(usual, age: 60, weight: 70, clearance: 30) == [100, 12])
        #expect(dose(usual, age: 60, weight: 70, clearance: 29.9) == [100, 24])
    }

    @Test("Creatinine that means a clearance below 30 mL/min halves the frequency at the bedside")
    func kidneys() {
        let policy = policy(AnakinraRule(fromICANS: 2, days: 3))
        // Woman, 60 years, 70 kg: 66.1/creatinine mL/min after Cockcroft and Gault.
        for (creatinine, hours) in [(2.2, 12.0), (2.3, 24)] {
            var bedside = Bedside()
            bedside.report(.creatinine, creatinine, hour: 100)
            bedside.assess(.adult(ice: 5), hour: 120)
            #expect(bedside.proposal(.anakinra, hour: 120, policy: policy)?.intervalHours == hours)
        }
    }
}
