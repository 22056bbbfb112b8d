import Care
import Testing

@Suite("What holds for any patient")
struct PropertyTests {
    @Test("Worse signs never have a lower grade", arguments: 0..<25)
    func monotone(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        var bedside = Bedside()
        for step in 1...40 {
            let vitals = cases.vitals()
            var worse = bedside
            let hour = 12 + Double(step) * 6
            worse.take(cases.worse(than: vitals), hour: hour)
            bedside.take(vitals, hour: hour)
            #expect(worse.chart.crsGrade >= bedside.chart.crsGrade, "\(vitals)")
            if step % 9 == 0 { bedside.give(.tocilizumab, hour: hour) }
        }
    }

    @Test("A worse ICE score never has a lower grade")
    func monotoneICE() {
        let grades = (0...10).map { points -> ICANSGrade in
            var bedside = Bedside()
            bedside.assess(.adult(ice: points), hour: 100)
            return bedside.chart.icansGrade
        }
        #expect(grades == grades.sorted(by: >))
    }

    @Test("No proposal breaks a rule of tocilizumab, and none is for a drug that is already ordered", arguments: 0..<30)
    func safeAdvice(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        var bedside = Bedside(weight: Double.random(in: 8...140, using: &cases))
        for step in 1...120 {
            let hour = 12 + Double(step) * 2
            bedside.take(cases.vitals(), hour: hour)
            bedside.assess(cases.neurology(), hour: hour)
            let advice = bedside.advice(hour: hour)
            for case .stop(let id, let reason) in advice {
                bedside.apply(.orderStopped(OrderStop(id: id, reason: reason)), hour: hour)
            }
            for case .order(let order) in advice {
                if order.drug == .tocilizumab {
                    #expect(order.amount <= 800)
                    #expect(Tocilizumab.refusal(after: bedside.chart.tocilizumabGivenAt, at: Bedside.time(hour)) == nil)
                }
                let id = "O\(step)-\(order.drug.rawValue)"
                bedside.apply(.orderPlaced(order.order(id: id)), hour: hour)
                #expect(bedside.proposal(order.drug, hour: hour) == nil)
                bedside.give(order.drug, hour: hour)
            }
        }
        #expect(bedside.chart.tocilizumabGivenAt.count <= 4)
    }

    /// Every drug against toxicity at once.
    private static let everything: ManagementPolicy = {
        var policy = ManagementPolicy.asco2021
        policy.prophylacticCorticosteroid = ProphylacticCorticosteroid(
            drug: .dexamethasone, milligrams: 10, days: [0, 1, 2])
        policy.steroidFromICANS = 1
        policy.steroidAfterFeverDays = 1
        policy.corticosteroidDoses = [
            CorticosteroidDose(
                .icans, grade: 3, drug: .methylprednisolone, milligrams: 1000, intervalHours: 12, days: 2)
        ]
        policy.anakinra = AnakinraRule(fromICANS: 2, afterSteroidHours: 24, intervalHours: 6, days: 2)
        policy.siltuximab = SiltuximabRule(afterTocilizumabDoses: 1)
        return policy
    }()

    @Test(
        "Under a policy of everything, one corticosteroid runs at a time, and no dose is above its limit",
        arguments: 0..<30)
    func limits(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let (age, weight) = (Double.random(in: 2...80, using: &cases), Double.random(in: 8...140, using: &cases))
        var bedside = Bedside(age: age, weight: weight)
        var anakinra = 0
        for step in 0...160 {
            let hour = Double(step) * 3
            bedside.take(cases.vitals(), hour: hour)
            bedside.assess(cases.neurology(), hour: hour)
            for case .stop(let id, let reason) in bedside.advice(hour: hour, policy: Self.everything) {
                bedside.apply(.orderStopped(OrderStop(id: id, reason: reason)), hour: hour)
            }
            for case .order(let order) in bedside.advice(hour: hour, policy: Self.everything) {
                bedside.apply(.orderPlaced(order.order(id: "O\(step)-\(order.drug.rawValue)")), hour: hour)
                bedside.give(order.drug, hour: hour)
                switch order.drug {
                case .dexamethasone: #expect(order.amount <= 10 && (age >= 18 || order.amount <= 0.5 * weight))
                case .methylprednisolone:
                    let perDay = order.amount * 24 / (order.intervalHours ?? 24)
                    #expect(order.amount <= 1000 && (age >= 18 || perDay <= 30 * weight + 1e-6))
                case .anakinra:
                    anakinra += 1
                    let perDay = order.amount * 24 / (order.intervalHours ?? 24)
                    #expect(order.amount <= 100 && perDay <= (age >= 18 ? 8 : 10) * weight + 1e-6)
                case .siltuximab: #expect(abs(order.amount - 11 * weight) <= 0.5)
                default: break
                }
            }
            let steroids = bedside.chart.activeOrders.filter {
                $0.order.drug == .dexamethasone || $0.order.drug == .methylprednisolone
            }
            #expect(steroids.count <= 1, "hour \(hour)")
            #expect(bedside.chart.activeOrders.filter { $0.order.drug == .anakinra }.count <= 1)
        }
        #expect(bedside.chart.siltuximabGivenAt.count == 1)
        #expect(anakinra > 0)
    }

    @Test("Event by event or from the written journal, the chart is the same", arguments: 0..<20)
    func foldEqualsRecompute(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        var journal = SmallJournalPrefix.infused()
        var chart = Chart(of: journal)
        for step in 1...60 {
            let at = Bedside.time(Double(step) * 5)
            var events: [Event] = [.vitalsTaken(cases.vitals()), .neurologyAssessed(cases.neurology())]
            for event in events { chart.apply(event, at: at) }
            for recommendation in Guideline.asco2021.advice(for: chart, at: at) {
                var follow: [Event] = []
                switch recommendation {
                case .order(let order):
                    follow.append(.orderPlaced(order.order(id: "O\(step)-\(order.drug.rawValue)")))
                    follow.append(
                        .drugGiven(
                            DrugAdministration(
                                drug: order.drug, amount: order.amount, unit: order.unit, minutes: order.minutes)))
                case .stop(let id, let reason): follow.append(.orderStopped(OrderStop(id: id, reason: reason)))
                }
                for event in follow { chart.apply(event, at: at) }
                events += follow
            }
            for event in events { journal.record(event, by: SmallJournal.nurse, at: at) }
        }
        let end = Bedside.time(301)
        let again = Chart(of: try Journal(ndjson: journal.ndjson()), at: end)
        #expect(again.crs == chart.crs)
        #expect(again.icans == chart.icans)
        #expect(again.crsEpisode == chart.crsEpisode)
        #expect(again.icansEpisode == chart.icansEpisode)
        #expect(again.activeOrders == chart.activeOrders)
        #expect(again.tocilizumabGivenAt == chart.tocilizumabGivenAt)
        #expect(again.stage(at: end) == chart.stage(at: end))
        #expect(again.due(at: end) == chart.due(at: end))
        #expect(again.hardStops(at: end) == chart.hardStops(at: end))
        #expect(Guideline.asco2021.advice(for: again, at: end) == Guideline.asco2021.advice(for: chart, at: end))
    }
}

/// The small journal up to the infusion.
enum SmallJournalPrefix {
    static func infused() -> Journal {
        var journal = Journal(therapy: "COI-1", subject: .training)
        for entry in SmallJournal.make().entries where entry.occurredAt <= Bedside.infusion {
            journal.record(entry.event, by: entry.actor, at: entry.occurredAt)
        }
        return journal
    }
}
