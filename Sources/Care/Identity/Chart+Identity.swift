/// Identity and custody, computed from the pathway when somebody asks.
extension Chart {
    /// Everything on the pathway so far that does not agree, was not read or is not known. Empty is the only pass.
    public var identityFindings: [IdentityFinding] { identityReading.findings }

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

    var identityLedger: IdentityLedger { identityReading.ledger }

    /// The pathway as the chain of identity reads it.
    var identityReading: IdentityReading {
        var reading = IdentityReading(therapy: therapy)
        for record in pathway.records { reading.take(record) }
        return reading
    }
}
