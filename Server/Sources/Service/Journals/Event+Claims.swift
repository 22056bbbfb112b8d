public import Care
public import Records

/// What only one may have, derived from events: the store grants each once, so that of two people who book one slot,
/// release one batch or infuse one bag at the same moment exactly one succeeds.
public struct ClaimChanges: Sendable, Equatable {
    /// Claimed.
    public var claims: [Claim] = []
    /// Given back.
    public var releases: [Claim] = []

    init() {}

    /// Takes those of a later event in. What is claimed and given back within one act is neither.
    mutating func add(_ later: ClaimChanges) {
        for claim in later.releases {
            if let index = claims.firstIndex(of: claim) { claims.remove(at: index) } else { releases.append(claim) }
        }
        claims += later.claims
    }

    /// What an event claims and gives back in its journal.
    /// - Parameter journal: the journal as it stands before the event.
    public init(of event: Event, in journal: Journal) {
        self.init()
        switch event {
        case .slotChanged(let slot) where slot.status == .lost || slot.status == .released:
            if journal.holds(.slot(slot.slot)) { releases = [.slot(slot.slot)] }
        case .corrected(let correction): self = ClaimChanges(correction, in: journal)
        default: claims = event.claims(in: journal)
        }
    }

    /// A correction gives back what the struck entry had claimed; one that takes a correction back claims it again.
    private init(_ correction: Correction, in journal: Journal) {
        self.init()
        guard journal.entries.indices.contains(correction.sequence - 1) else { return }
        let struck = journal.entries[correction.sequence - 1]
        if case .corrected(let inner) = struck.event {
            guard journal.entries.indices.contains(inner.sequence - 1) else { return }
            claims = journal.entries[inner.sequence - 1].event.claims(in: journal)
        } else {
            releases = struck.event.claims(in: Journal(therapy: journal.therapy, subject: journal.subject))
                .filter(journal.holds)
        }
    }
}

extension Event {
    /// What the event claims.
    fileprivate func claims(in journal: Journal) -> [Claim] {
        switch self {
        case .slotChanged(let slot) where slot.status == .booked: [.slot(slot.slot)]
        case .batchReleased(let release): [Claim(kind: .batchRelease, name: release.batch)]
        case .infusionStarted(let start): [.bag(start.bag)]
        case .infusionCompleted(let infusion):
            // The end of what was begun claims nothing anew; an infusion recorded by its end alone claims its bag.
            [.bag(infusion.bag ?? infusion.batch)].filter { !journal.holds($0) }
        case .collectionStarted(let start): [.identifier("donation", start.donation)].filter { !journal.holds($0) }
        case .batchStarted(let start): [.identifier("batch", start.batch)].filter { !journal.holds($0) }
        case .bagFilled(let bag): [.identifier("bag", bag.bag)].filter { !journal.holds($0) }
        case .bagSealed(let bag): [.identifier("bag", bag.bag)].filter { !journal.holds($0) }
        default: []
        }
    }
}

extension Journal {
    /// Whether a claim stands by what is written here: made last, and not given back.
    func holds(_ claim: Claim) -> Bool {
        let struck = Set(corrections.filter(\.stands).map(\.entry))
        var isHeld = false
        for entry in entries where !struck.contains(entry.sequence) {
            switch entry.event {
            case .slotChanged(let slot) where claim == .slot(slot.slot):
                if slot.status == .booked { isHeld = true }
                if slot.status == .lost || slot.status == .released { isHeld = false }
            case .slotChanged, .corrected: continue
            case .infusionCompleted(let infusion): if claim == .bag(infusion.bag ?? infusion.batch) { isHeld = true }
            default: if entry.event.plainClaims.contains(claim) { isHeld = true }
            }
        }
        return isHeld
    }
}

extension Event {
    /// Claims that do not depend on what stands before.
    fileprivate var plainClaims: [Claim] {
        switch self {
        case .batchReleased(let release): [Claim(kind: .batchRelease, name: release.batch)]
        case .infusionStarted(let start): [.bag(start.bag)]
        case .collectionStarted(let start): [.identifier("donation", start.donation)]
        case .batchStarted(let start): [.identifier("batch", start.batch)]
        case .bagFilled(let bag): [.identifier("bag", bag.bag)]
        case .bagSealed(let bag): [.identifier("bag", bag.bag)]
        default: []
        }
    }
}

extension Claim {
    fileprivate static func slot(_ name: String) -> Claim { Claim(kind: .slot, name: name) }
    fileprivate static func bag(_ name: String) -> Claim { Claim(kind: .bagInfusion, name: name) }
    fileprivate static func identifier(_ kind: String, _ name: String) -> Claim {
        Claim(kind: .identifier, name: "\(kind):\(name)")
    }
}
