/// Which therapy each donation, bag, batch, shipment and label of a house belongs to, and which batch lies on which
/// workstation. One journal cannot tell a number that is read for the first time from another patient's; the register can.
///
/// An identifier is its issuer's: a register is kept for one house, and only over the kinds of identifier that are unique
/// there. One that numbers bags from 1 for each patient leaves bags out.
public struct IdentifierRegister: Sendable {
    /// Kinds of identifier.
    public enum Kind: String, Sendable, CaseIterable, Hashable {
        /// What an identifier stands for
        case donation, bag, batch, shipment, label, workstation
    }
    /// An identifier that two therapies claim.
    public struct Clash: Sendable, Equatable {
        /// Kind.
        public var kind: Kind
        /// Identifier.
        public var identifier: String
        /// Therapies that claim it; the first had it first.
        public var therapies: [String]
    }
    private struct Key: Hashable {
        var kind: Kind
        var identifier: String
    }
    private struct Owner: Sendable {
        var therapy: String
        var item: String
    }

    /// Kinds that are unique in this house.
    public let kinds: Set<Kind>
    private var owners: [Key: Owner] = [:]
    /// Therapies taken in.
    public private(set) var therapies: Set<String> = []

    /// An empty register.
    public init(unique kinds: Set<Kind> = Set(Kind.allCases)) { self.kinds = kinds }

    /// Whether a chain-of-identity identifier was given out: it is never given to another therapy.
    public func isIssued(_ therapy: String) -> Bool { therapies.contains(therapy) }

    /// The therapy that an identifier belongs to.
    public func owner(of identifier: String, _ kind: Kind) -> String? {
        owners[Key(kind: kind, identifier: identifier)]?.therapy
    }

    /// Takes in what a therapy has, and says what another has already. What was stopped is not taken in: it may be
    /// another's.
    @discardableResult
    public mutating func take(_ chart: Chart) -> [Clash] {
        let ledger = chart.identityLedger
        therapies.insert(chart.therapy)
        var clashes: [Clash] = []
        func claim(_ kind: Kind, _ identifier: String, item: String? = nil, in owners: inout [Key: Owner]) {
            let key = Key(kind: kind, identifier: identifier)
            guard kinds.contains(kind) else { return }
            if let owner = owners[key], owner.therapy != chart.therapy {
                clashes.append(Clash(kind: kind, identifier: identifier, therapies: [owner.therapy, chart.therapy]))
            } else {
                owners[key] = Owner(therapy: chart.therapy, item: item ?? identifier)
            }
        }
        owners = owners.filter { $0.key.kind != .workstation || $0.value.therapy != chart.therapy }
        for item in ledger.genealogy.items where ledger.genealogy[item]?.stops.isEmpty ?? false {
            guard let kind = Kind(item.generation) else { continue }
            claim(kind, item.identifier, in: &owners)
        }
        for shipment in ledger.custody.parcels.keys.sorted() { claim(.shipment, shipment, in: &owners) }
        for label in ledger.labels.labels where label.wasPrinted && label.chainOfIdentity == chart.therapy {
            claim(.label, label.serial, in: &owners)
        }
        for (workstation, batch) in ledger.workstations.sorted(by: { $0.key < $1.key }) {
            claim(.workstation, workstation, item: batch.value, in: &owners)
        }
        return clashes
    }

    /// What an event that is about to happen to one therapy names of another.
    public func findings(proposing event: Event, for therapy: String) -> [IdentityFinding] {
        event.namedIdentifiers.flatMap { name in
            name.kinds.compactMap { kind in
                guard let owner = owners[Key(kind: kind, identifier: name.identifier)], owner.therapy != therapy else {
                    return nil
                }
                let subject = kind == .workstation ? "workstation with batch '\(owner.item)' on it," : name.subject
                return IdentityFinding(
                    checkpoint: name.checkpoint, problem: .otherTherapy, subject: subject, read: name.identifier,
                    expected: [], owner: owner.therapy)
            }
        }
    }
}

extension IdentifierRegister.Kind {
    init?(_ generation: Genealogy.Generation) {
        switch generation {
        case .donation: self = .donation
        case .collectionBag, .finalBag: self = .bag
        case .batch: self = .batch
        case .infusion: return nil
        }
    }
}
