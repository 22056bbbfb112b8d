import Testing

@testable import Care

@Suite("Doubts about a journal")
struct DoubtTests {
    private func journal(_ events: [(hour: Double, event: Event)]) -> Journal {
        var watch = Watch()
        for (hour, event) in events { watch.note(hour, event) }
        return watch.journal
    }

    private func kinds(_ events: [(hour: Double, event: Event)]) -> [Doubt.Kind] { journal(events).doubts.map(\.kind) }

    private func infusion(_ bag: String?, cells: Double = 140) -> Event {
        .infusionCompleted(
            Infusion(batch: "B1", carPositiveCells: cells, cellsPerKilogram: cells / 70, minutesSinceThaw: 20, bag: bag)
        )
    }

    @Test("A small journal by hand raises none")
    func none() { #expect(SmallJournal.make().doubts.isEmpty) }

    @Test("One bag infused twice cannot be; two bags, or two days of a split dose, can")
    func bags() {
        let doubts = journal([(1, infusion("BAG-1")), (2, infusion("BAG-1"))]).doubts
        #expect(doubts.map(\.kind) == [.sameBagTwice])
        #expect(doubts.first?.weight == .impossible)
        #expect(doubts.first?.entries == [4, 5])
        #expect(kinds([(1, infusion("BAG-1")), (2, infusion("BAG-2"))]).isEmpty)
        #expect(kinds([(24 * 9, infusion(nil))]).isEmpty)
        #expect(kinds([(0.5, infusion(nil, cells: 70))]).isEmpty)
        #expect(kinds([(0.5, infusion(nil))]).contains(.sameBagTwice))
    }

    @Test("Orders and labels twice; a stop of an order that was never placed")
    func twice() {
        func order(_ id: String) -> Event {
            .orderPlaced(Order(id: id, drug: .dexamethasone, amount: 10, unit: "mg", reason: "", source: ""))
        }
        #expect(kinds([(1, order("O1")), (2, order("O1"))]) == [.sameOrderTwice])
        #expect(kinds([(1, order("O1")), (2, .orderStopped(OrderStop(id: "O1", reason: "")))]).isEmpty)
        #expect(kinds([(2, .orderStopped(OrderStop(id: "O7", reason: "")))]) == [.beforeCause])
        func label(_ fate: LabelUse.Fate) -> Event {
            .labelUsed(LabelUse(serial: "7", fate: fate, chainOfIdentity: "COI-1"))
        }
        #expect(kinds([(-50, label(.printed)), (-49, label(.used))]).isEmpty)
        #expect(kinds([(-50, label(.used)), (-49, label(.used))]) == [.sameLabelTwice])
    }

    @Test("Vital signs after death cannot be, at its moment or before they can; results and forms come later too")
    func death() {
        let death = Event.died(Death(cause: .disease))
        #expect(kinds([(100, death), (101, .vitalsTaken(.set()))]) == [.afterDeath])
        #expect(kinds([(100, death), (100, .vitalsTaken(.set()))]).isEmpty)
        #expect(kinds([(100, death), (99, .vitalsTaken(.set()))]).isEmpty)
        #expect(
            kinds([
                (100, death), (101, .labReported(LabResult(.crp, 4))),
                (102, .registryFormSent(RegistryForm(form: "CIBMTR 4100"))),
            ]).isEmpty)
        #expect(kinds([(100, death), (110, .died(Death(cause: .infection)))]) == [.contradiction])
    }

    @Test("Before birth, before consent, after consent was withdrawn, before release")
    func before() {
        #expect(
            kinds([(-24 * 365.25 * 61.5, .washoutChecked(Washout(treatment: "x", lastGivenAt: Bedside.time(0))))]) == [
                .beforeBirth
            ])
        #expect(kinds([(-24 * 365.25 * 60.0, .bridgingGiven(Bridging(regimen: "x")))]).isEmpty)
        #expect(kinds([(1, .consentRecorded(Consent(given: true)))]) == [.beforeConsent])
        #expect(kinds([(-1, .consentRecorded(Consent(given: true)))]).isEmpty)
        #expect(
            kinds([(-9, .consentRecorded(Consent(given: true))), (-1, .consentRecorded(Consent(given: false)))])
                == [.beforeConsent])
        #expect(
            kinds([(-9, .batchReleased(Release(batch: "B2", inSpecification: true, deviations: [])))])
                == [.beforeCause])
        #expect(
            kinds([(-9, .batchReleased(Release(batch: "B1", inSpecification: true, deviations: [])))]).isEmpty)
        #expect(kinds([(-50, .followUpVisited(FollowUpVisit(visit: "month 1")))]) == [.beforeCause])
    }

    @Test("Two results of one moment that differ; the same one twice; what a correction took away is no doubt")
    func moments() {
        let one = Event.labReported(LabResult(.creatinine, 1))
        let two = Event.labReported(LabResult(.creatinine, 1.4))
        #expect(kinds([(5, one), (5, two)]) == [.contradiction])
        #expect(kinds([(5, one), (6, two)]).isEmpty)
        #expect(kinds([(5, one), (5, one)]) == [.duplicate])
        var doubled = journal([(5, one), (5, one)])
        doubled.record(
            .corrected(Correction(sequence: doubled.entries.count, reason: "sent twice")), by: Watch.physician,
            at: Bedside.time(6))
        #expect(doubled.doubts.isEmpty)
        #expect(doubled.corrections.map(\.reason) == ["sent twice"])
    }

    @Test("Two referrals of different people; a birthday between is none")
    func people() {
        var other = Referral.sample(age: 60)
        other.sex = .male
        #expect(kinds([(-500, .referralReceived(other))]) == [.contradiction])
        #expect(kinds([(-500, .referralReceived(.sample(age: 61)))]).isEmpty)
        #expect(kinds([(-500, .referralReceived(.sample(age: 64)))]) == [.contradiction])
    }

    @Test("Hundredfold steps in two days: another unit; not for what moves so fast, nor over weeks")
    func units() {
        func pair(_ analyte: Analyte, _ first: Double, _ second: Double, gap: Double) -> [Doubt.Kind] {
            kinds([(24, .labReported(LabResult(analyte, first))), (24 + gap, .labReported(LabResult(analyte, second)))])
        }
        #expect(pair(.creatinine, 0.3, 30, gap: 24) == [.unit])
        #expect(pair(.creatinine, 0.31, 30, gap: 24).isEmpty)
        #expect(pair(.creatinine, 0.3, 30, gap: 49).isEmpty)
        #expect(pair(.carT, 0.1, 900, gap: 24).isEmpty)
    }

    @Test("The order of writing changes no doubt", arguments: 0..<40)
    func order(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let journal = RandomJournal.make(entries: 200, &cases)
        let (other, from) = RandomJournal.rewritten(journal, &cases)
        let translated = other.doubts.filter { $0.kind != .writtenLate }.map { doubt in
            "\(doubt.kind) \(doubt.entries.map { from[$0] ?? 0 }.sorted())"
        }
        // Of duplicates either may count as the first.
        func known(_ doubts: [String]) -> [String] { doubts.sorted() }
        #expect(translated.count == journal.doubts.count)
        let own = journal.doubts.filter { $0.kind != .duplicate && $0.kind != .contradiction }
        for doubt in own where doubt.kind != .sameOrderTwice {
            #expect(known(translated).contains("\(doubt.kind) \(doubt.entries)"), "\(doubt.line)")
        }
    }

    @Test("Adding an entry that has nothing to do with it takes no doubt away", arguments: 0..<20)
    func unrelated(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        var journal = RandomJournal.make(entries: 120, &cases)
        let before = journal.doubts
        let last = journal.entries.map(\.occurredAt).max() ?? Bedside.infusion
        journal.record(
            .coverageVerified(Coverage(status: .approved)), by: Watch.physician, at: last.advanced(byDays: 1))
        #expect(journal.doubts == before)
    }
}
