import Care
import Testing

@Suite("Guideline: CRS and ICANS")
struct GuidelineTests {
    @Test("Grade 1 gets no tocilizumab, grade 2 does: 8 mg/kg over an hour")
    func tocilizumabFromGrade2() throws {
        var bedside = Bedside(weight: 70)
        bedside.take(.set(38.5), hour: 48)
        #expect(bedside.proposal(.tocilizumab, hour: 48) == nil)
        bedside.take(.set(38.5, pressure: 60), hour: 54)
        let order = try #require(bedside.proposal(.tocilizumab, hour: 54))
        #expect(order.amount == 560)
        #expect(order.unit == "mg")
        #expect(order.minutes == 60)
        #expect(order.doses == 1)
        #expect(order.urgency == .now)
        #expect(order.reason.contains("grade 2"))
        #expect(order.source.contains("39:3978"))
    }

    @Test("A child of 25 kg gets 300 mg")
    func child() {
        var bedside = Bedside(age: 8, weight: 25)
        bedside.take(.set(38.5, pressure: 60), hour: 48)
        #expect(bedside.proposal(.tocilizumab, hour: 48)?.amount == 300)
    }

    @Test("Fever of three days is managed as grade 2, where the policy says so")
    func persistentFever() {
        var bedside = Bedside()
        for hour in stride(from: 48.0, through: 120, by: 12) { bedside.take(.set(38.3), hour: hour) }
        #expect(bedside.proposal(.tocilizumab, hour: 119) == nil)
        #expect(bedside.proposal(.tocilizumab, hour: 120) != nil)
        var policy = ManagementPolicy.asco2021
        policy.persistentFeverDays = nil
        #expect(bedside.proposal(.tocilizumab, hour: 120, policy: policy) == nil)
    }

    @Test("A policy that waits gives tocilizumab for grade 2 that lasts, and for grade 3 at once")
    func delay() {
        var policy = ManagementPolicy.asco2021
        policy.tocilizumabAfterHours = 24
        var bedside = Bedside()
        for hour in [48.0, 60, 71, 72] { bedside.take(.set(38.5, pressure: 60), hour: hour) }
        #expect(bedside.proposal(.tocilizumab, hour: 71, policy: policy) == nil)
        #expect(bedside.proposal(.tocilizumab, hour: 72, policy: policy) != nil)
        var severe = Bedside()
        severe.take(.set(38.5, vasopressors: 1), hour: 48)
        #expect(severe.proposal(.tocilizumab, hour: 48, policy: policy) != nil)
    }

    @Test("A policy that starts at grade 1 treats fever that lasts as long as it says")
    func fromGrade1() {
        var policy = ManagementPolicy.asco2021
        policy.tocilizumabFromCRS = 1
        policy.tocilizumabAfterHours = 24
        policy.persistentFeverDays = nil
        var bedside = Bedside()
        bedside.take(.set(37.9), hour: 47)
        for hour in [48.0, 60, 72] { bedside.take(.set(38.5), hour: hour) }
        #expect(bedside.proposal(.tocilizumab, hour: 71.9, policy: policy) == nil)
        #expect(bedside.proposal(.tocilizumab, hour: 72, policy: policy) != nil)
        policy.tocilizumabFromCRS = 2
        #expect(bedside.proposal(.tocilizumab, hour: 72, policy: policy) == nil)
    }

    @Test("A dose is not proposed again within 8 h, nor after the fourth, nor while one is ordered")
    func repetition() {
        var bedside = Bedside()
        bedside.take(.set(39, vasopressors: 1), hour: 48)
        bedside.give(.tocilizumab, hour: 48)
        #expect(bedside.proposal(.tocilizumab, hour: 54) == nil)
        #expect(bedside.proposal(.tocilizumab, hour: 56) != nil)
        var ordered = bedside
        let order = Order(id: "O1", drug: .tocilizumab, amount: 560, unit: "mg", doses: 1, reason: "", source: "")
        ordered.apply(.orderPlaced(order), hour: 56)
        #expect(ordered.proposal(.tocilizumab, hour: 56) == nil)
        for hour in [56.0, 80, 104] {
            bedside.take(.set(39, vasopressors: 1), hour: hour)
            bedside.give(.tocilizumab, hour: hour)
        }
        bedside.take(.set(39, vasopressors: 1), hour: 200)
        #expect(bedside.proposal(.tocilizumab, hour: 200) == nil)
    }

    @Test("Tocilizumab is repeated unless CRS has improved: a grade lower than at the last dose")
    func repetitionByImprovement() {
        var bedside = Bedside()
        bedside.take(.set(39, vasopressors: 1), hour: 48)
        bedside.give(.tocilizumab, hour: 48)
        bedside.take(.set(37, pressure: 60), hour: 56)
        #expect(bedside.proposal(.tocilizumab, hour: 56) == nil, "grade 3 has become grade 2")
        bedside.take(.set(37, vasopressors: 1), hour: 60)
        #expect(bedside.proposal(.tocilizumab, hour: 60) != nil, "grade 3 again")

        var relapsing = Bedside()
        relapsing.take(.set(39, vasopressors: 1), hour: 48)
        relapsing.give(.tocilizumab, hour: 48)
        relapsing.take(.set(37), hour: 56)
        #expect(relapsing.proposal(.tocilizumab, hour: 56) == nil)
        relapsing.take(.set(39, pressure: 60), hour: 70)
        #expect(relapsing.proposal(.tocilizumab, hour: 70) != nil, "grade 2 after it had been lower")

        var lasting = Bedside()
        lasting.take(.set(39, pressure: 60), hour: 48)
        lasting.give(.tocilizumab, hour: 48)
        lasting.take(.set(37, pressure: 60), hour: 56)
        #expect(lasting.proposal(.tocilizumab, hour: 56) != nil, "grade 2 as before")
    }

    @Test("Grade 2 left of grade 3 by two doses of tocilizumab gets dexamethasone, and no third dose")
    func refractoryThoughImproved() {
        var bedside = Bedside()
        for hour in [48.0, 56] {
            bedside.take(.set(39, vasopressors: 1), hour: hour)
            bedside.give(.tocilizumab, hour: hour)
        }
        bedside.take(.set(37, pressure: 60), hour: 64)
        var policy = ManagementPolicy.asco2021
        policy.steroidFromCRS = 4
        #expect(bedside.proposal(.tocilizumab, hour: 64, policy: policy) == nil)
        #expect(bedside.proposal(.dexamethasone, hour: 64, policy: policy) != nil)
    }

    @Test("ICANS without CRS never gets tocilizumab", arguments: [7, 5, 1, 0])
    func icansAlone(ice: Int) {
        var bedside = Bedside()
        bedside.take(.set(36.8), hour: 120)
        bedside.assess(.adult(ice: ice), hour: 120)
        #expect(bedside.proposal(.tocilizumab, hour: 120) == nil)
    }

    @Test("ICANS of grade 2 with CRS of grade 2 gets tocilizumab and dexamethasone")
    func both() {
        var bedside = Bedside()
        bedside.take(.set(38.5, pressure: 60), hour: 120)
        bedside.assess(.adult(ice: 5), hour: 120)
        #expect(bedside.proposal(.tocilizumab, hour: 120) != nil)
        #expect(bedside.proposal(.dexamethasone, hour: 120) != nil)
    }

    @Test(
        "Corticosteroid by the grade of CRS",
        arguments: [
            (VitalSigns.set(38.5, pressure: 60), Drug?.none, 0.0, 0.0),
            (.set(38.5, vasopressors: 1), .dexamethasone, 10, 6),
            (.set(38.5, vasopressors: 2), .methylprednisolone, 500, 12),
        ])
    func corticosteroidForCRS(vitals: VitalSigns, drug: Drug?, milligrams: Double, hours: Double) {
        var bedside = Bedside()
        bedside.take(vitals, hour: 72)
        let proposals = [Drug.dexamethasone, .methylprednisolone].compactMap { bedside.proposal($0, hour: 72) }
        #expect(proposals.map(\.drug) == [drug].compactMap(\.self))
        #expect(proposals.allSatisfy { $0.amount == milligrams && $0.intervalHours == hours })
    }

    @Test(
        "Corticosteroid by the grade of ICANS",
        arguments: [(8, Drug?.none, 0.0, 0.0), (5, .dexamethasone, 10, 12), (1, .dexamethasone, 10, 6)])
    func corticosteroidForICANS(ice: Int, drug: Drug?, milligrams: Double, hours: Double) {
        var bedside = Bedside()
        bedside.assess(.adult(ice: ice), hour: 120)
        let proposals = [Drug.dexamethasone, .methylprednisolone].compactMap { bedside.proposal($0, hour: 120) }
        #expect(proposals.map(\.drug) == [drug].compactMap(\.self))
        #expect(proposals.allSatisfy { $0.amount == milligrams && $0.intervalHours == hours })
    }

    @Test("ICANS of grade 4 gets methylprednisolone 1000 mg a day")
    func severeICANS() {
        var bedside = Bedside()
        bedside.assess(.adult(ice: 0, .unarousable), hour: 120)
        let order = bedside.proposal(.methylprednisolone, hour: 120)
        #expect(order?.amount == 1000)
        #expect(order?.intervalHours == 24)
    }

    @Test("Grade 2 that outlasts two doses of tocilizumab gets dexamethasone, 8 h after the last")
    func refractory() {
        var bedside = Bedside()
        for hour in [48.0, 56] {
            bedside.take(.set(38.5, pressure: 60), hour: hour)
            bedside.give(.tocilizumab, hour: hour)
        }
        bedside.take(.set(38.5, pressure: 60), hour: 63)
        #expect(bedside.proposal(.dexamethasone, hour: 63) == nil)
        #expect(bedside.proposal(.dexamethasone, hour: 64) != nil)
    }

    @Test("A policy that allows nothing gives no drug against CRS or ICANS")
    func nothing() {
        let policy = ManagementPolicy(id: "none", title: "Nothing", source: "assumed")
        var bedside = Bedside()
        bedside.take(.set(40, pressure: 50, oxygen: .highFlow, vasopressors: 2), hour: 120)
        bedside.assess(.adult(ice: 0, .unarousable), hour: 120)
        for drug in [Drug.tocilizumab, .dexamethasone, .methylprednisolone, .filgrastim, .immunoglobulin] {
            #expect(bedside.proposal(drug, hour: 120, policy: policy) == nil)
        }
    }

    @Test("Prophylactic tocilizumab on its day, once")
    func prophylaxis() {
        var policy = ManagementPolicy.asco2021
        policy.prophylacticTocilizumabDay = 2
        var bedside = Bedside()
        #expect(bedside.proposal(.tocilizumab, hour: 47.9, policy: policy) == nil)
        #expect(bedside.proposal(.tocilizumab, hour: 48, policy: policy)?.reason == "prophylaxis on day 2")
        bedside.give(.tocilizumab, hour: 48)
        #expect(bedside.proposal(.tocilizumab, hour: 60, policy: policy) == nil)
    }
}
