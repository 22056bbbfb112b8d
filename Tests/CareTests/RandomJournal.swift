@testable import Care

/// Journals of anything that can happen, in any order: what a fuzzer would write by hand.
enum RandomJournal {
    /// A journal of random events, most of them at the bedside, at random times around an infusion.
    static func make(entries count: Int, _ cases: inout RandomCases) -> Journal {
        var events: [(hour: Double, event: Event)] = [(-900, .referralReceived(.sample()))]
        events.append(
            (
                0,
                .infusionCompleted(
                    Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 9))
            ))
        while events.count < count {
            // Whole hours, so that many fall on one moment.
            let hour = Double(Int.random(in: -48...1000, using: &cases))
            events.append((hour, event(&cases)))
        }
        var journal = Journal(therapy: "COI-1", subject: .training)
        for (hour, event) in events.sorted(by: { $0.hour < $1.hour }) {
            journal.record(event, by: Actor(role: .nurse, name: "Ada"), at: Bedside.time(hour))
        }
        return journal
    }

    private static func event(_ cases: inout RandomCases) -> Event {
        switch Int.random(in: 0..<14, using: &cases) {
        case 0...3: .vitalsTaken(cases.vitals())
        case 4: .neurologyAssessed(cases.neurology())
        case 5...7:
            .labReported(
                LabResult(
                    [.neutrophils, .ferritin, .immunoglobulinG, .crp].randomElement(using: &cases) ?? .crp,
                    [0.05, 0.4, 0.6, 1, 3, 4.5, 900, 2_500, 12_000].randomElement(using: &cases) ?? 1))
        case 8: .crsGraded(CRSGrading(grade: CRSGrade.allCases[Int.random(in: 0...4, using: &cases)]))
        case 9: .icansGraded(ICANSGrading(grade: ICANSGrade.allCases[Int.random(in: 0...4, using: &cases)]))
        case 10:
            .drugGiven(
                DrugAdministration(
                    drug: [.tocilizumab, .dexamethasone, .paracetamol].randomElement(using: &cases) ?? .paracetamol,
                    amount: 10, unit: "mg", minutes: 0))
        case 11:
            .orderPlaced(
                Order(
                    id: "O\(Int.random(in: 1...9, using: &cases))", drug: .dexamethasone, amount: 10, unit: "mg",
                    intervalHours: 6, doses: 4, reason: "CRS", source: "ASCO 2021"))
        case 12: .orderStopped(OrderStop(id: "O\(Int.random(in: 1...9, using: &cases))", reason: "done"))
        default: .responseAssessed(ResponseAssessment(response: .partial, criteria: "Lugano 2014", burdenRatio: 0.4))
        }
    }

    /// The same happenings written down in another order, and where each entry came from (old number by new).
    /// Outcomes keep their order: of two of one moment only the writing tells which was first.
    static func rewritten(_ journal: Journal, _ cases: inout RandomCases) -> (journal: Journal, from: [Int: Int]) {
        var shuffled = journal.entries.shuffled(using: &cases)
        let places = shuffled.indices.filter { !Event.isOrderedByValue(shuffled[$0].event.momentRank) }
        let ordered = places.map { shuffled[$0] }.sorted { $0.sequence < $1.sequence }
        for (place, entry) in zip(places, ordered) { shuffled[place] = entry }
        let written = journal.entries.map(\.recordedAt).max() ?? Bedside.infusion
        var again = Journal(therapy: journal.therapy, subject: journal.subject)
        var from: [Int: Int] = [:]
        for entry in shuffled {
            again.record(entry.event, by: entry.actor, at: entry.occurredAt, recordedAt: written)
            from[again.entries.count] = entry.sequence
        }
        return (again, from)
    }
}
