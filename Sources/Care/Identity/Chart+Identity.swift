/// Identity and custody, computed from the pathway when somebody asks.
extension Chart {
    /// Everything on the pathway so far that does not agree, was not read or is not known. Empty is the only pass.
    public var identityFindings: [IdentityFinding] { readPathway().findings }

    /// Those that still stand: not the ones of a check that passed when it was made again.
    public var openIdentityFindings: [IdentityFinding] { identityFindings.filter(\.isOpen) }

    /// What would stop an event that is about to happen. Findings of the past are not repeated, but what they stopped stays
    /// stopped.
    /// The event is taken to happen after everything that the chart has seen.
    /// - Parameters:
    ///   - event: what is about to be recorded.
    ///   - actor: who does it; custody needs to know.
    public func identityFindings(proposing event: Event, by actor: Actor?) -> [IdentityFinding] {
        var ledger = identityLedger
        return ledger.take(event, entry: nil, at: nil, by: actor)
    }

    /// As above, and against all other therapies of the house: an identifier read here for the first time may be another
    /// patient's, which this journal alone cannot tell.
    public func identityFindings(
        proposing event: Event, by actor: Actor?, register: IdentifierRegister
    ) -> [IdentityFinding] {
        register.findings(proposing: event, for: therapy) + identityFindings(proposing: event, by: actor)
    }

    /// What was made from what, from donation to infusion.
    public var genealogy: Genealogy { identityLedger.genealogy }
    /// Who holds what, and since when.
    public var custody: CustodyLog { identityLedger.custody }
    /// What became of each label.
    public var labelAccount: LabelAccount { identityLedger.labels }

    var identityLedger: IdentityLedger { readPathway().ledger }

    private func readPathway() -> (ledger: IdentityLedger, findings: [IdentityFinding]) {
        var ledger = IdentityLedger(therapy: therapy)
        var findings: [IdentityFinding] = []
        for record in pathway.records {
            let found = ledger.take(record.event, entry: record.entry, at: record.at, by: record.actor)
            if found.isEmpty, let check = ledger.repeatable { settle(check, by: record.entry, in: &findings) }
            findings += found
        }
        return (ledger, findings)
    }

    private func settle(
        _ check: (checkpoint: IdentityCheckpoint, item: String), by entry: Int?, in findings: inout [IdentityFinding]
    ) {
        for index in findings.indices
        where findings[index].isOpen && findings[index].checkpoint == check.checkpoint
            && findings[index].item == check.item
        {
            findings[index].isOpen = false
            findings[index].settledBy = entry
        }
    }
}
