/// Reads the pathway event by event: what each checkpoint finds, and what it establishes for the next.
///
/// An item is known from the first event that names it, also if that was stopped: the stop then stays with it and with
/// everything made from it, and holds at every gate (packing, acceptance, release, bedside, thaw, infusion). A check that
/// fails confers nothing: a bag is not handed over, not arrived, not verified.
struct IdentityLedger {
    typealias Expected = IdentityFinding.Expected
    typealias Item = Genealogy.Item

    let therapy: String
    var genealogy = Genealogy()
    var custody = CustodyLog()
    var labels = LabelAccount()
    /// The order, and its entry.
    var order: (product: String, entry: Int?)?
    /// Entry that ended the therapy before infusion.
    var cancelled: Expected?
    /// Collections that ended, by donation.
    var endedCollections: [String: Int?] = [:]
    /// Batch on each workstation.
    var workstations: [String: Expected] = [:]
    /// Batches whose line was cleared, harvested ones, those with a certificate, released ones; with entries.
    var cleared: [String: Int?] = [:]
    var certified: [String: Int?] = [:]
    var released: [String: Int?] = [:]
    /// Bags verified at the bedside, taken out to thaw, thawed; with entries.
    var verified: [String: Int?] = [:]
    var thawing: [String: Int?] = [:]
    var thawed: [String: Int?] = [:]
    /// Bags that run in, with the entries of their start.
    var running: [String: Int?] = [:]
    /// Bags filled of each batch.
    var filled: [String: [Filled]] = [:]
    /// Shipments whose packing was stopped, with its entry.
    var refused: [String: Expected] = [:]

    /// The last check that may be made again if it fails, and what it was about.
    private(set) var repeatable: (checkpoint: IdentityCheckpoint, item: String)?

    init(therapy: String) { self.therapy = therapy }

    /// A reading of a check that may be made again: it confers something if it passes, and changes nothing if it fails.
    mutating func repeatable(_ reading: CheckpointReading, _ item: String?) -> CheckpointReading {
        var reading = reading
        reading.item = item
        repeatable = item.map { (reading.checkpoint, $0) }
        return reading
    }

    /// The identifier that every scan must read.
    var identity: Expected { Expected(therapy, entry: order?.entry) }

    func reading(_ checkpoint: IdentityCheckpoint, _ entry: Int?, _ at: Instant?) -> CheckpointReading {
        CheckpointReading(checkpoint, entry: entry, at: at, identity: identity)
    }

    /// Takes one event in and returns what does not agree.
    mutating func take(_ event: Event, entry: Int?, at: Instant?, by actor: Actor?) -> [IdentityFinding] {
        func start(_ checkpoint: IdentityCheckpoint) -> CheckpointReading { reading(checkpoint, entry, at) }
        repeatable = nil
        switch event {
        case .productOrdered(let order): return take(order, start(.order))
        case .therapyCancelled(let value): cancelled = Expected(value.reason.rawValue, entry: entry)
        case .labelUsed(let use): return take(use, start(.label), by: actor)
        case .collectionStarted(let value): return take(value, start(.collection))
        case .bagSealed(let bag): return take(bag, start(.bagSealing), by: actor)
        case .leukapheresisCompleted:
            for donation in genealogy.items(.donation) where endedCollections[donation.identifier] == nil {
                endedCollections[donation.identifier] = .some(entry)
            }
        case .collectionCounted(let count): return name(.donation, count.donation, "donation", start(.collectionCount))
        case .materialFrozen(let freezing): return take(freezing, start(.freezing))
        case .packedOut(let pack): return take(pack, start(.packOut), by: actor)
        case .custodyTransferred(let transfer): return take(transfer, start(.handOver))
        case .shipmentReceived(let shipment): return take(shipment, start(.arrival), by: actor)
        case .materialDisposed(let disposal): return take(disposal, start(.disposal))
        case .identityVerified(let check): return take(check, start(.bedside))
        case .thawStarted(let thaw): return take(thaw, start(.thaw), ended: false)
        case .thawEnded(let thaw): return take(thaw, start(.thaw), ended: true)
        case .infusionStarted(let value): return take(value, start(.infusionStart))
        case .infusionCompleted(let value): return take(value, start(.infusionEnd))
        case .stopOverridden(let value) where IdentityCheckpoint.isIdentityStop(value.stop):
            var reading = start(.override)
            reading.find(.overridden, "identity stop", read: value.stop)
            return reading.findings
        default: return takeManufacture(event, entry: entry, at: at, by: actor)
        }
        return []
    }

    private mutating func take(_ order: ProductOrder, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        reading.scan("order", order.chainOfIdentity)
        if let cancelled {
            reading.find(.repeated, "chain of identity of a cancelled therapy,", read: therapy, expected: [cancelled])
        } else if let first = self.order, first.product != order.product {
            reading.find(
                .mismatch, "product of this chain of identity", read: order.product,
                expected: [Expected(first.product, entry: first.entry)])
        }
        if reading.isClean, self.order == nil { self.order = (order.product, reading.entry) }
        return reading.findings
    }
}

// MARK: Items

extension IdentityLedger {
    /// All items of a generation, as what could have been read.
    func known(_ generation: Genealogy.Generation) -> [Expected] {
        genealogy.items(generation).map { Expected($0.identifier, entry: genealogy[$0]?.entry) }
    }

    /// Whether an event names an item of this therapy. One that is not known is taken in, stopped.
    mutating func isKnown(
        _ generation: Genealogy.Generation, _ identifier: String?, _ subject: String,
        _ reading: inout CheckpointReading
    ) -> Bool {
        guard let identifier, reading.isRead(subject, identifier) else { return false }
        if genealogy[Item(generation, identifier)] != nil { return true }
        reading.find(.unknown, subject, read: identifier, expected: known(generation))
        return false
    }

    /// As `isKnown`, where something is about to be done with the item: it must not have been stopped or ended before.
    mutating func mayPass(
        _ generation: Genealogy.Generation, _ identifier: String?, _ subject: String,
        _ reading: inout CheckpointReading
    ) -> Bool {
        guard let identifier else { return reading.isRead(subject, nil) }
        guard isKnown(generation, identifier, subject, &reading) else { return false }
        let item = Item(generation, identifier)
        if let (cause, stop) = genealogy.stop(on: item) {
            reading.find(
                .stoppedEarlier, subject, read: identifier, expected: [Expected(cause.identifier, entry: stop.entry)])
            return false
        }
        if let (cause, end) = genealogy.end(of: item) {
            reading.find(
                .retired, "\(subject), \(end.fate.rawValue),", read: identifier,
                expected: [Expected(cause.identifier, entry: end.entry)])
            return false
        }
        return true
    }

    /// Takes in what an event names or makes, and stops it if anything was found.
    mutating func establish(
        _ generation: Genealogy.Generation, _ identifier: String, from parents: [Item] = [],
        _ reading: CheckpointReading
    ) {
        guard identifier.isReadable else { return }
        let item = Item(generation, identifier)
        for parent in parents where parent.identifier.isReadable && genealogy[parent] == nil {
            genealogy.add(parent, entry: reading.entry)
            genealogy.stop(parent, at: reading.checkpoint, entry: reading.entry)
        }
        genealogy.add(item, from: parents.filter { $0.identifier.isReadable }, entry: reading.entry)
        if !reading.isClean { genealogy.stop(item, at: reading.checkpoint, entry: reading.entry) }
    }

    /// An event that only names an item.
    mutating func name(
        _ generation: Genealogy.Generation, _ identifier: String, _ subject: String, _ reading: CheckpointReading
    ) -> [IdentityFinding] {
        var reading = reading
        if !isKnown(generation, identifier, subject, &reading) { establish(generation, identifier, reading) }
        return reading.findings
    }
}
