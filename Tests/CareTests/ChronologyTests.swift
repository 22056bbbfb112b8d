import Testing

@testable import Care

@Suite("The order of writing")
struct ChronologyTests {
    @Test("The order of recording never changes a chart, nor what is due", arguments: 0..<100)
    func chart(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        let journal = RandomJournal.make(entries: 200, &cases)
        let other = RandomJournal.rewritten(journal, &cases).journal
        #expect(other.entries.map(\.event) != journal.entries.map(\.event))
        for hour in [0.0, 100, 333, 1001] {
            let at = Bedside.time(hour)
            let one = Chart(of: journal, at: at)
            let two = Chart(of: other, at: at)
            #expect(one.crs == two.crs)
            #expect(one.icans == two.icans)
            #expect(one.crsEpisode == two.crsEpisode)
            #expect(one.icansEpisode == two.icansEpisode)
            #expect(one.activeOrders == two.activeOrders)
            #expect(one.recordedCRS == two.recordedCRS)
            #expect(one.latestVitals?.signs == two.latestVitals?.signs)
            for analyte in Analyte.allCases { #expect(one.latest(analyte)?.result == two.latest(analyte)?.result) }
            #expect(one.stage(at: at) == two.stage(at: at))
            #expect(one.due(at: at) == two.due(at: at))
            #expect(one.hardStops(at: at) == two.hardStops(at: at))
            #expect(Guideline.asco2021.advice(for: one, at: at) == Guideline.asco2021.advice(for: two, at: at))
        }
    }

    @Test("Chronology from a moment on is the end of the whole", arguments: 0..<40)
    func end(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        var journal = Journal(therapy: "COI-1", subject: .training)
        let isInOrder = seed % 2 == 0
        var last = Bedside.time(-100)
        for entry in RandomJournal.make(entries: 200, &cases).entries {
            // Every second journal says that some of it was written before other entries, or before it happened.
            var recordedAt = entry.occurredAt.advanced(
                byDays: Double.random(in: isInOrder ? 0...3 : -3...3, using: &cases))
            if isInOrder { recordedAt = max(recordedAt, last) }
            journal.record(
                entry.event, by: entry.actor, at: min(entry.occurredAt, isInOrder ? recordedAt : entry.occurredAt),
                recordedAt: recordedAt)
            last = recordedAt
        }
        #expect(journal.isInOrderOfWriting == isInOrder)
        let whole = journal.chronology()
        for _ in 0..<30 {
            let floor = journal.entries[Int.random(in: journal.entries.indices, using: &cases)].occurredAt
                .advanced(byDays: Double(Int.random(in: -1...1, using: &cases)) / 86_400_000)
            let after = whole.filter { journal.entries[$0].occurredAt.milliseconds > floor.milliseconds }
            #expect(journal.chronology(after: floor, until: nil, leavingOut: []) == after)
        }
    }

    @Test("Chronology leaves nothing out and takes nothing twice", arguments: 0..<20)
    func complete(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let journal = RandomJournal.rewritten(RandomJournal.make(entries: 100, &cases), &cases).journal
        let order = journal.chronology()
        #expect(Set(order) == Set(journal.entries.indices) && order.count == journal.entries.count)
        let times = order.map { journal.entries[$0].occurredAt }
        #expect(times == times.sorted())
        let half = Bedside.time(400)
        #expect(Set(journal.chronology(until: half)) == Set(order.filter { journal.entries[$0].occurredAt <= half }))
    }

    @Test("Of one moment the signs stand before the dose that answers them, whoever typed first")
    func signsFirst() {
        func journal(_ events: [Event]) -> Journal {
            var journal = SmallJournalPrefix.infused()
            for event in events { journal.record(event, by: SmallJournal.nurse, at: Bedside.time(48)) }
            return journal
        }
        let signs = Event.vitalsTaken(.set(39))
        let dose = Event.drugGiven(DrugAdministration(drug: .tocilizumab, amount: 560, unit: "mg", minutes: 60))
        for events in [[signs, dose], [dose, signs]] {
            var log = journal(events)
            log.record(.vitalsTaken(.set(36.8, vasopressors: 1)), by: SmallJournal.nurse, at: Bedside.time(60))
            // The drug was given in the episode: afterwards fever is not needed.
            #expect(Chart(of: log).crsGrade == .grade3)
        }
    }

    @Test("Steps of one moment keep the order of writing: it is the only evidence")
    func stepsKeepOrder() {
        var journal = Journal(therapy: "COI-1", subject: .training)
        let fates: [LabelUse.Fate] = [.printed, .voided, .used]
        for fate in fates {
            journal.record(
                .labelUsed(LabelUse(serial: "7", fate: fate, chainOfIdentity: "COI-1")), by: SmallJournal.nurse,
                at: Bedside.time(0))
        }
        let seen = Chart(of: journal).pathway.records.map(\.event)
        #expect(seen == fates.map { .labelUsed(LabelUse(serial: "7", fate: $0, chainOfIdentity: "COI-1")) })
    }
}
