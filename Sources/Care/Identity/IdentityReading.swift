/// A pathway read for identity and custody, one record after another.
struct IdentityReading: Sendable {
    private(set) var ledger: IdentityLedger
    /// What does not agree, was not read or is not known, those that a later check settled too.
    private(set) var findings: [IdentityFinding] = []

    init(therapy: String) { ledger = IdentityLedger(therapy: therapy) }

    /// Those that still stand.
    var open: [IdentityFinding] { findings.filter(\.isOpen) }

    /// Takes the next record in.
    mutating func take(_ record: Pathway.Record) {
        let found = ledger.take(record.event, entry: record.entry, at: record.at, by: record.actor)
        if found.isEmpty, let check = ledger.repeatable { settle(check, by: record.entry) }
        findings += found
    }

    private mutating func settle(_ check: (checkpoint: IdentityCheckpoint, item: String), by entry: Int?) {
        for index in findings.indices
        where findings[index].isOpen && findings[index].checkpoint == check.checkpoint
            && findings[index].item == check.item
        {
            findings[index].isOpen = false
            findings[index].settledBy = entry
        }
    }
}
