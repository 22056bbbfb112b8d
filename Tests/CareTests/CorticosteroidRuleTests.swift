import Care
import Testing

@Suite("Guideline: corticosteroids by policy")
struct CorticosteroidRuleTests {
    private var policy = ManagementPolicy.asco2021

    private func proposals(_ bedside: Bedside, hour: Double, _ policy: ManagementPolicy) -> [ProposedOrder] {
        [Drug.dexamethasone, .methylprednisolone].compactMap { bedside.proposal($0, hour: hour, policy: policy) }
    }

    private func stops(_ bedside: Bedside, hour: Double, _ policy: ManagementPolicy) -> [String] {
        bedside.advice(hour: hour, policy: policy).compactMap { if case .stop(let id, _) = $0 { id } else { nil } }
    }

    @Test("Dexamethasone for everyone on its days, once a day, and on no other day")
    func prophylaxis() throws {
        var policy = policy
        policy.prophylacticCorticosteroid = ProphylacticCorticosteroid(
            drug: .dexamethasone, milligrams: 10, days: [0, 1, 2])
        var bedside = Bedside()
        for day in 0...2 {
            let hour = 24 * Double(day)
            let order = try #require(bedside.proposal(.dexamethasone, hour: hour, policy: policy))
            #expect(order.amount == 10 && order.doses == 1 && order.intervalHours == nil)
            #expect(order.reason == "prophylaxis on day \(day)")
            bedside.give(.dexamethasone, hour: hour)
            #expect(bedside.proposal(.dexamethasone, hour: hour, policy: policy) == nil)
            #expect(bedside.proposal(.dexamethasone, hour: hour + 23.9, policy: policy) == nil)
        }
        #expect(bedside.proposal(.dexamethasone, hour: 72, policy: policy) == nil)
    }

    @Test("Prophylaxis is not added to a corticosteroid that runs for toxicity")
    func prophylaxisBesideTreatment() {
        var policy = policy
        policy.prophylacticCorticosteroid = ProphylacticCorticosteroid(
            drug: .dexamethasone, milligrams: 10, days: [0, 1, 2])
        var bedside = Bedside()
        bedside.give(.dexamethasone, hour: 0)
        bedside.take(.set(38.5, vasopressors: 1), hour: 20)
        bedside.order(.dexamethasone, 10, every: 6, hour: 20)
        #expect(bedside.proposal(.dexamethasone, hour: 24, policy: policy) == nil)
    }

    @Test("Where a policy waits, ICANS of grade 2 must have lasted that long, and grade 3 waits for nothing")
    func waitInICANS() {
        var policy = policy
        policy.steroidAfterICANSHours = 24
        var bedside = Bedside()
        bedside.assess(.adult(ice: 5), hour: 120)
        #expect(proposals(bedside, hour: 120, policy).isEmpty)
        bedside.assess(.adult(ice: 5), hour: 143)
        #expect(proposals(bedside, hour: 143, policy).isEmpty)
        #expect(!proposals(bedside, hour: 144, policy).isEmpty)
        #expect(!proposals(bedside, hour: 143, self.policy).isEmpty)
        bedside.assess(.adult(ice: 1), hour: 143.5)
        #expect(!proposals(bedside, hour: 143.5, policy).isEmpty)
    }

    @Test("A policy's own doses: grade 1 ICANS once a day, grade 3 methylprednisolone 1 g; others as usual")
    func doses() throws {
        var policy = policy
        policy.steroidFromICANS = 1
        policy.corticosteroidDoses = [
            CorticosteroidDose(.icans, grade: 1, drug: .dexamethasone, milligrams: 10, intervalHours: 24),
            CorticosteroidDose(.icans, grade: 3, drug: .methylprednisolone, milligrams: 1000, intervalHours: 24),
        ]
        for (ice, drug, milligrams, hours) in [
            (8, Drug.dexamethasone, 10.0, 24.0), (5, .dexamethasone, 10, 24), (1, .methylprednisolone, 1000, 24),
        ] {
            var bedside = Bedside()
            bedside.assess(.adult(ice: ice), hour: 120)
            let order = try #require(proposals(bedside, hour: 120, policy).first)
            #expect(order.drug == drug && order.amount == milligrams && order.intervalHours == hours, "ICE \(ice)")
        }
        var severe = Bedside()
        severe.take(.set(38.5, vasopressors: 1), hour: 72)
        let usual = try #require(proposals(severe, hour: 72, policy).first)
        #expect(usual.drug == .dexamethasone && usual.intervalHours == 6)
    }

    @Test("CRS and ICANS together get the stronger of the two doses")
    func both() throws {
        var bedside = Bedside()
        bedside.take(.set(38.5, vasopressors: 1), hour: 72)
        bedside.assess(.adult(ice: 0, .unarousable), hour: 72)
        let orders = proposals(bedside, hour: 72, policy)
        #expect(orders.map(\.drug) == [.methylprednisolone] && orders.first?.amount == 1000)
    }

    @Test(
        "What a corticosteroid is given for: CRS by grade, by tocilizumab that failed or by long fever; ICANS; both; neither"
    )
    func indications() {
        func indications(_ bedside: Bedside, hour: Double, _ policy: ManagementPolicy) -> Set<
            CorticosteroidDose.Toxicity
        > {
            Guideline(policy: policy).corticosteroidIndications(bedside.chart, at: Bedside.time(hour))
        }
        var policy = policy
        policy.prophylacticCorticosteroid = ProphylacticCorticosteroid(
            drug: .dexamethasone, milligrams: 10, days: [0, 1, 2, 3])
        #expect(indications(Bedside(), hour: 24, policy).isEmpty)
        var crs = Bedside()
        crs.take(.set(38.5, oxygen: .nasalCannula(litresPerMinute: 2)), hour: 72)
        #expect(indications(crs, hour: 72, policy).isEmpty)
        crs.take(.set(38.5, vasopressors: 1), hour: 73)
        #expect(indications(crs, hour: 73, policy) == [.crs])
        crs.assess(.adult(ice: 5), hour: 74)
        #expect(indications(crs, hour: 74, policy) == [.crs, .icans])
        var icans = Bedside()
        icans.assess(.adult(ice: 8), hour: 100)
        #expect(indications(icans, hour: 100, policy).isEmpty)
        icans.assess(.adult(ice: 5), hour: 120)
        #expect(indications(icans, hour: 120, policy) == [.icans])
        var fever = Bedside()
        for hour in stride(from: 48.0, through: 120, by: 12) { fever.take(.set(38.3), hour: hour) }
        #expect(indications(fever, hour: 120, policy).isEmpty)
        policy.steroidAfterFeverDays = 3
        #expect(indications(fever, hour: 119, policy).isEmpty && indications(fever, hour: 120, policy) == [.crs])
    }

    @Test("Fever of three days gets a corticosteroid where the policy says so, not an hour before")
    func longFever() {
        var policy = policy
        policy.steroidAfterFeverDays = 3
        policy.corticosteroidDoses = [
            CorticosteroidDose(.crs, grade: 1, drug: .dexamethasone, milligrams: 10, intervalHours: 24)
        ]
        var bedside = Bedside()
        for hour in stride(from: 48.0, through: 120, by: 12) { bedside.take(.set(38.3), hour: hour) }
        #expect(bedside.proposal(.dexamethasone, hour: 119, policy: policy) == nil)
        #expect(bedside.proposal(.dexamethasone, hour: 120, policy: policy)?.intervalHours == 24)
        #expect(bedside.proposal(.dexamethasone, hour: 120) == nil)
    }

    @Test("A taper halves the dose a day after the toxicity is over, and ends below its limit")
    func taper() throws {
        var policy = policy
        policy.corticosteroidTaper = CorticosteroidTaper(factor: 0.5, days: 1, stopBelow: 6)
        var bedside = Bedside()
        bedside.assess(.adult(ice: 5), hour: 120)
        bedside.order(.dexamethasone, 10, every: 12, hour: 120)
        bedside.assess(.adult(ice: 8), hour: 132)
        #expect(bedside.proposal(.dexamethasone, hour: 143, policy: policy) == nil)
        let half = try #require(bedside.proposal(.dexamethasone, hour: 144, policy: policy))
        #expect(half.amount == 5 && half.intervalHours == 12 && half.reason.contains("taper"))
        #expect(stops(bedside, hour: 144, policy) == ["dexamethasone"])
        bedside.apply(.orderStopped(OrderStop(id: "dexamethasone", reason: "taper")), hour: 144)
        bedside.order(.dexamethasone, 5, every: 12, hour: 144)
        #expect(bedside.advice(hour: 167, policy: policy).isFree(of: .dexamethasone))
        // 2.5 mg twice a day is below 6 mg: the end.
        #expect(stops(bedside, hour: 168, policy) == ["dexamethasone"])
        #expect(bedside.proposal(.dexamethasone, hour: 168, policy: policy) == nil)
    }

    @Test("High-dose methylprednisolone goes down after three days if the grade has fallen, and not while it is 4")
    func highDose() throws {
        var policy = policy
        policy.corticosteroidTaper = CorticosteroidTaper(factor: 0.5, days: 2, stopBelow: 12)
        func amount(grade vasopressors: Int, on hour: Double, running: Double) -> Double? {
            var bedside = Bedside()
            bedside.take(.set(38.5, vasopressors: 2), hour: 72)
            bedside.order(.methylprednisolone, running, every: 12, hour: 72)
            bedside.take(.set(38.5, vasopressors: vasopressors), hour: hour)
            return bedside.proposal(.methylprednisolone, hour: hour, policy: policy)?.amount
        }
        #expect(amount(grade: 1, on: 72 + 71.9, running: 500) == nil)
        #expect(amount(grade: 1, on: 72 + 72, running: 500) == 250)
        #expect(amount(grade: 2, on: 72 + 72, running: 500) == nil)
        // A step of 250 mg lasts two days; 125 mg twice a day is what follows.
        #expect(amount(grade: 1, on: 72 + 47, running: 250) == nil)
        #expect(amount(grade: 1, on: 72 + 48, running: 250) == 125)
        // At grade 4 again a step is no longer enough.
        #expect(amount(grade: 2, on: 72 + 24, running: 250) == 500)
        // A dose that is none of the scheme is the team's own, and is left alone.
        #expect(amount(grade: 1, on: 72 + 96, running: 400) == nil)
    }

    @Test(
        "A child's dose goes by weight, and is never more than an adult's",
        arguments: [
            (Drug.dexamethasone, 10.0, 12.0, 12.0, 6.0), (.dexamethasone, 10, 12, 19.9, 9.9),
            (.dexamethasone, 10, 12, 20, 10), (.dexamethasone, 10, 12, 60, 10),
            (.methylprednisolone, 1000, 24, 20, 600), (.methylprednisolone, 1000, 24, 40, 1000),
            (.methylprednisolone, 500, 12, 20, 300), (.methylprednisolone, 62.5, 12, 20, 20),
        ])
    func child(drug: Drug, adult: Double, hours: Double, weight: Double, milligrams: Double) {
        func dose(age: Double) -> Double {
            Corticosteroid.dose(drug, adult: adult, intervalHours: hours, age: age, weight: weight)
        }
        #expect(dose(age: 17.9) == milligrams)
        #expect(dose(age: 18) == adult)
    }

    @Test("A child with ICANS of grade 2 is proposed 0.5 mg/kg")
    func childAtTheBedside() {
        var bedside = Bedside(age: 8, weight: 16)
        bedside.assess(.child(capd: 5, .voice), hour: 120)
        #expect(bedside.proposal(.dexamethasone, hour: 120)?.amount == 8)
    }
}
