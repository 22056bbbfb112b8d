import Care

extension Ledger {
    /// What a journal says was used: the same counts as the simulator keeps, for a virtual patient, and the only ones
    /// there are for a real patient.
    ///
    /// Days in hospital count from the infusion on, as in `Outcome`. A stay that no entry ends is counted to the last
    /// entry. Entries that corrections struck out do not count.
    public init(of journal: Journal) {
        self.init()
        var reader = LedgerReader()
        let struck = journal.struckEntries
        for entry in journal.entries where !struck.contains(entry.sequence) {
            if let use = entry.event.resource { self[use.resource] += use.amount }
            reader.read(entry.event, at: entry.occurredAt, into: &self)
        }
        reader.end(at: journal.entries.last?.occurredAt, into: &self)
    }
}

/// Counts what takes more than one entry to know.
private struct LedgerReader {
    private var infused: Instant?
    private var batches: Set<String> = []
    private var stay: (since: Instant, unit: Admission.Unit)?
    private var depletedAt: Instant?
    /// Running orders of corticosteroids, in the order in which they were placed.
    private var orders: [Order] = []
    private var corticosteroidDays: Set<Int64> = []

    /// Doses of lymphodepletion further apart than this belong to two courses, d.
    private static let courseGap = 14.0

    mutating func read(_ event: Event, at instant: Instant, into ledger: inout Ledger) {
        switch event {
        case .infusionCompleted(let infusion):
            infused = infused ?? instant
            if batches.insert(infusion.batch).inserted { ledger[.product] += 1 }
        case .admitted(let admission):
            leave(at: instant, into: &ledger)
            stay = (instant, admission.unit)
        case .discharged, .died: leave(at: instant, into: &ledger)
        case .orderPlaced(let order):
            if order.drug == .dexamethasone || order.drug == .methylprednisolone { orders.append(order) }
        case .orderStopped(let stop): orders.removeAll { $0.id == stop.id }
        case .drugGiven(let dose): read(dose, at: instant, into: &ledger)
        default: break
        }
    }

    private mutating func read(_ dose: DrugAdministration, at instant: Instant, into ledger: inout Ledger) {
        switch dose.drug {
        case .fludarabine, .cyclophosphamide, .bendamustine:
            // Before the product only: the same drugs are chemotherapy after it.
            guard infused == nil else { return }
            if depletedAt.map({ instant.days(since: $0) > Self.courseGap }) ?? true { ledger[.lymphodepletion] += 1 }
            depletedAt = instant
        case .dexamethasone, .methylprednisolone:
            if let order = orders.last(where: { $0.drug == dose.drug && $0.amount == dose.amount }) {
                ledger[.corticosteroidDay] += (order.intervalHours ?? 24) / 24
            } else if corticosteroidDays.insert(instant.milliseconds / 86_400_000).inserted {
                // Without an order nobody knows the interval: a day with a dose is a day.
                ledger[.corticosteroidDay] += 1
            }
        default: break
        }
    }

    private mutating func leave(at instant: Instant, into ledger: inout Ledger) {
        guard let stay else { return }
        self.stay = nil
        guard let infused else { return }
        let days = instant.days(since: max(stay.since, infused))
        guard days > 0 else { return }
        ledger[stay.unit == .intensiveCare ? .intensiveCareDay : .wardDay] += days
    }

    mutating func end(at instant: Instant?, into ledger: inout Ledger) {
        if let instant { leave(at: instant, into: &ledger) }
    }
}
