import Testing

@testable import Care

/// What the guideline answers, and what it never does.
@Suite struct GuidelineTests {
    private let guideline = Guideline.asco2021

    private func orders(_ chart: Chart, _ day: Double, _ guideline: Guideline? = nil) -> [ProposedOrder] {
        (guideline ?? self.guideline).advice(for: chart, at: Ward.day(day)).compactMap {
            if case .order(let order) = $0 { order } else { nil }
        }
    }

    private func order(_ drug: Drug, _ chart: Chart, _ day: Double) -> ProposedOrder? {
        orders(chart, day).first { $0.drug == drug }
    }

    /// A chart with CRS of this grade since `day`.
    private func crs(_ grade: Int, weight: Double = 70, day: Double = 3) -> Chart {
        var chart = Ward.infused(weight: weight)
        let event: Event =
            switch grade {
            case 1: Ward.vitals(39)
            case 2: Ward.vitals(39, oxygen: .nasalCannula(litresPerMinute: 2))
            case 3: Ward.vitals(39, vasopressors: 1)
            default: Ward.vitals(39, vasopressors: 2)
            }
        chart.apply(event, at: Ward.day(day))
        return chart
    }

    static let doses: [(Double, Double)] = [(70, 560), (25, 300), (29.9, 358.8), (30, 240), (100, 800), (110, 800)]

    @Test(arguments: doses) func `tocilizumab is 8 mg per kg, 12 below 30 kg, 800 mg at the most`(
        weight: Double, expected: Double
    ) {
        #expect(abs(Tocilizumab.dose(weight: weight) - expected) < 1e-9)
    }

    @Test func `tocilizumab: not within 8 hours, three in 24 hours, four in all`() {
        func refused(_ hours: [Double], at now: Double) -> Bool {
            Tocilizumab.refusal(after: hours.map { Ward.day($0 / 24) }, at: Ward.day(now / 24)) != nil
        }
        #expect(refused([0], at: 6) && refused([0], at: 7.99) && !refused([0], at: 8))
        #expect(refused([0, 8, 16], at: 23.9) && !refused([0, 8, 16], at: 24.1))
        #expect(refused([0, 24, 48, 72], at: 200) && !refused([0, 24, 48], at: 72))
    }

    @Test func `ASCO: tocilizumab from grade 2, not at grade 1`() {
        #expect(order(.tocilizumab, crs(1), 3) == nil)
        #expect(order(.tocilizumab, crs(2), 3)?.amount == 560)
        #expect(order(.tocilizumab, crs(2, weight: 120), 3)?.amount == 800)
    }

    @Test func `a second dose is proposed after 8 hours, not before`() {
        var chart = crs(2)
        chart.apply(Ward.dose(.tocilizumab, 560), at: Ward.day(3))
        chart.apply(Ward.vitals(39, oxygen: .nasalCannula(litresPerMinute: 2)), at: Ward.day(3.25))
        #expect(order(.tocilizumab, chart, 3.25) == nil)
        chart.apply(Ward.vitals(39, oxygen: .nasalCannula(litresPerMinute: 2)), at: Ward.day(3.5))
        #expect(order(.tocilizumab, chart, 3.5) != nil)
    }

    @Test func `fever for more than three days is managed as grade 2`() {
        var chart = crs(1, day: 2)
        chart.apply(Ward.vitals(38.8), at: Ward.day(4.9))
        #expect(order(.tocilizumab, chart, 4.9) == nil)
        chart.apply(Ward.vitals(38.8), at: Ward.day(5))
        #expect(order(.tocilizumab, chart, 5) != nil)
    }

    @Test func `grade 3 adds dexamethasone 10 mg every 6 hours, grade 4 methylprednisolone`() {
        #expect(order(.dexamethasone, crs(2), 3) == nil)
        let third = order(.dexamethasone, crs(3), 3)
        #expect(third?.amount == 10 && third?.intervalHours == 6)
        #expect(order(.tocilizumab, crs(3), 3) != nil)
        let fourth = order(.methylprednisolone, crs(4), 3)
        #expect(fourth?.amount == 500 && fourth?.intervalHours == 12)
    }

    @Test func `ICANS 2 without CRS gets dexamethasone and never tocilizumab`() {
        var chart = Ward.infused()
        chart.apply(Ward.vitals(), at: Ward.day(6))
        chart.apply(Ward.ice(5), at: Ward.day(6))
        #expect(chart.icansGrade == .grade2)
        #expect(order(.tocilizumab, chart, 6) == nil)
        let steroid = order(.dexamethasone, chart, 6)
        #expect(steroid?.amount == 10 && steroid?.intervalHours == 12)
        chart.apply(Ward.ice(8), at: Ward.day(6.5))
        #expect(order(.dexamethasone, chart, 6.5) == nil)
        chart.apply(Ward.ice(0, .unarousable), at: Ward.day(7))
        #expect(order(.methylprednisolone, chart, 7)?.amount == 1000)
    }

    @Test func `what runs is not proposed again, and stops a day after grade 1`() {
        var chart = crs(3)
        let proposed = order(.dexamethasone, chart, 3)
        chart.apply(.orderPlaced(proposed!.order(id: "O1")), at: Ward.day(3))
        chart.apply(Ward.dose(.tocilizumab, 560), at: Ward.day(3))
        chart.apply(Ward.dose(.dexamethasone), at: Ward.day(3))
        #expect(order(.dexamethasone, chart, 3) == nil)
        chart.apply(Ward.vitals(), at: Ward.day(3.9))
        #expect(
            !guideline.advice(for: chart, at: Ward.day(3.9)).contains { if case .stop = $0 { true } else { false } })
        chart.apply(Ward.vitals(), at: Ward.day(4))
        #expect(
            guideline.advice(for: chart, at: Ward.day(4)).contains {
                if case .stop("O1", _) = $0 { true } else { false }
            })
    }

    @Test func `filgrastim below 0.5 from its day on, until 1.0`() {
        func advice(_ neutrophils: Double, _ day: Double, running: Bool = false) -> [Recommendation] {
            var chart = Ward.infused()
            if running {
                chart.apply(
                    .orderPlaced(
                        Order(
                            id: "G", drug: .filgrastim, amount: 350, unit: "ug", intervalHours: 24, reason: "",
                            source: "")), at: Ward.day(6))
            }
            chart.apply(.labReported(LabResult(.neutrophils, neutrophils)), at: Ward.day(day))
            return guideline.advice(for: chart, at: Ward.day(day))
        }
        #expect(advice(0.49, 4.9).isEmpty)
        #expect(advice(0.5, 5).isEmpty)
        guard case .order(let order)? = advice(0.49, 5).first else {
            Issue.record("filgrastim should be ordered")
            return
        }
        #expect(order.drug == .filgrastim && order.amount == 350 && order.unit == "ug")
        #expect(advice(0.99, 8, running: true).isEmpty)
        #expect(advice(1.0, 8, running: true) == [.stop(order: "G", reason: "neutrophils back at 1.0 × 10⁹/L")])
    }

    @Test func `immunoglobulin below 4 g per L, at most every 28 days`() {
        var chart = Ward.infused()
        chart.apply(.labReported(LabResult(.immunoglobulinG, 4.0)), at: Ward.day(60))
        #expect(order(.immunoglobulin, chart, 60) == nil)
        chart.apply(.labReported(LabResult(.immunoglobulinG, 3.9)), at: Ward.day(61))
        #expect(order(.immunoglobulin, chart, 61)?.amount == 28)
        chart.apply(Ward.dose(.immunoglobulin, 28, "g"), at: Ward.day(61))
        #expect(order(.immunoglobulin, chart, 88.9) == nil)
        #expect(order(.immunoglobulin, chart, 89) != nil)
    }

    @Test func `hypotension: two boluses, then a vasopressor, weaned when pressure is back`() {
        var chart = Ward.infused()
        chart.apply(Ward.vitals(39, map: 65), at: Ward.day(3))
        #expect(order(.fluidBolus, chart, 3) == nil)
        for hour in [1.0, 2] {
            chart.apply(Ward.vitals(39, map: 64), at: Ward.day(3 + hour / 24))
            #expect(order(.fluidBolus, chart, 3 + hour / 24)?.amount == 500)
            chart.apply(Ward.dose(.fluidBolus, 500, "mL"), at: Ward.day(3 + hour / 24))
        }
        chart.apply(Ward.vitals(39, map: 60), at: Ward.day(3.2))
        #expect(order(.fluidBolus, chart, 3.2) == nil && order(.vasopressor, chart, 3.2)?.amount == 1)
        chart.apply(Ward.vitals(39, map: 77, vasopressors: 1), at: Ward.day(3.4))
        #expect(order(.vasopressor, chart, 3.4) == nil)
        chart.apply(Ward.vitals(39, map: 78, vasopressors: 1), at: Ward.day(3.5))
        #expect(order(.vasopressor, chart, 3.5)?.amount == 0)
    }

    @Test func `oxygen goes up a step below 92 per cent and down a step at 96`() {
        func step(_ saturation: Double, on device: OxygenSupport) -> OxygenSupport? {
            var chart = Ward.infused()
            chart.apply(Ward.vitals(38.5, oxygen: device, saturation: saturation), at: Ward.day(4))
            return order(.oxygen, chart, 4)?.oxygen
        }
        #expect(step(92, on: .roomAir) == nil)
        #expect(step(91, on: .roomAir) == .nasalCannula(litresPerMinute: 4))
        #expect(step(91, on: .nasalCannula(litresPerMinute: 4)) == .highFlow)
        #expect(step(91, on: .highFlow) == .positivePressure)
        #expect(step(95, on: .highFlow) == nil)
        #expect(step(96, on: .highFlow) == .nasalCannula(litresPerMinute: 4))
        #expect(step(99, on: .roomAir) == nil)
    }

    @Test func `nothing before infusion and nothing after death`() {
        var chart = Chart(therapy: "T")
        chart.apply(.referralReceived(Ward.referral()), at: Ward.day(-30))
        chart.apply(Ward.vitals(40, map: 40), at: Ward.day(-1))
        #expect(guideline.advice(for: chart, at: Ward.day(-1)).isEmpty)
        var dead = crs(4)
        dead.apply(.died(Death(cause: .crs)), at: Ward.day(3))
        #expect(guideline.advice(for: dead, at: Ward.day(3)).isEmpty)
    }

    @Test func `a policy that allows nothing gives no drug against CRS or ICANS`() {
        var policy = ManagementPolicy.asco2021
        policy.tocilizumabFromCRS = nil
        policy.persistentFeverDays = nil
        policy.steroidFromCRS = nil
        policy.steroidFromICANS = nil
        policy.steroidAfterTocilizumabDoses = nil
        let drugs = orders(crs(4), 3, Guideline(policy: policy)).map(\.drug)
        #expect(
            !drugs.contains(.tocilizumab) && !drugs.contains(.methylprednisolone) && !drugs.contains(.dexamethasone))
    }

    @Test func `prophylactic tocilizumab on its day, once`() {
        var policy = ManagementPolicy.asco2021
        policy.prophylacticTocilizumabDay = 2
        let prophylaxis = Guideline(policy: policy)
        var chart = Ward.infused()
        chart.apply(Ward.vitals(), at: Ward.day(1.9))
        #expect(orders(chart, 1.9, prophylaxis).isEmpty)
        chart.apply(Ward.vitals(), at: Ward.day(2))
        #expect(orders(chart, 2, prophylaxis).map(\.drug) == [.tocilizumab])
        chart.apply(Ward.dose(.tocilizumab, 560), at: Ward.day(2))
        #expect(orders(chart, 2.5, prophylaxis).isEmpty)
    }
}
