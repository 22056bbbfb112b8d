/// An identifier that an event names, other than the chain of identity itself.
struct NamedIdentifier {
    var identifier: String
    /// What it may be: a hand-over is of a bag or of a shipment.
    var kinds: [IdentifierRegister.Kind]
    var subject: String
    var checkpoint: IdentityCheckpoint
}

extension Event {
    /// The identifiers that an event names, of donations, bags, batches, shipments, labels and workstations.
    var namedIdentifiers: [NamedIdentifier] {
        func one(
            _ checkpoint: IdentityCheckpoint, _ identifier: String?, _ kinds: IdentifierRegister.Kind...,
            as subject: String
        ) -> [NamedIdentifier] {
            identifier.map {
                [NamedIdentifier(identifier: $0, kinds: kinds, subject: subject, checkpoint: checkpoint)]
            } ?? []
        }
        func batch(_ checkpoint: IdentityCheckpoint, _ identifier: String?) -> [NamedIdentifier] {
            one(checkpoint, identifier, .batch, as: "batch")
        }
        func bag(_ checkpoint: IdentityCheckpoint, _ identifier: String?) -> [NamedIdentifier] {
            one(checkpoint, identifier, .bag, as: "bag")
        }
        func donation(_ checkpoint: IdentityCheckpoint, _ identifier: String) -> [NamedIdentifier] {
            one(checkpoint, identifier, .donation, as: "donation")
        }
        switch self {
        case .labelUsed(let value): return one(.label, value.serial, .label, as: "label") + bag(.label, value.item)
        case .collectionStarted(let value): return donation(.collection, value.donation)
        case .bagSealed(let value): return donation(.bagSealing, value.donation) + bag(.bagSealing, value.bag)
        case .collectionCounted(let value): return donation(.collectionCount, value.donation)
        case .materialFrozen(let value): return value.bags.flatMap { bag(.freezing, $0) }
        case .packedOut(let value):
            return one(.packOut, value.shipment, .shipment, as: "shipment") + value.items.flatMap { bag(.packOut, $0) }
        case .custodyTransferred(let value): return one(.handOver, value.item, .bag, .shipment, as: "bag or shipment")
        case .temperatureLogged(let value): return one(.arrival, value.shipment, .shipment, as: "logger's shipment")
        case .shipmentReceived(let value):
            return one(.arrival, value.shipment, .shipment, as: "shipment")
                + one(.arrival, value.reference, .donation, .bag, .batch, as: "what arrived")
        case .materialAccepted(let value):
            return donation(.acceptance, value.donation) + batch(.acceptance, value.batch)
        case .lineCleared(let value):
            return batch(.lineClearance, value.batch)
                + one(.lineClearance, value.workstation, .workstation, as: "workstation")
        case .lotUsed(let value): return batch(.lot, value.batch)
        case .batchStarted(let value): return batch(.batchStart, value.batch)
        case .transductionCompleted(let value): return batch(.culture, value.batch)
        case .cultureCounted(let value): return batch(.culture, value.batch)
        case .deviationRaised(let value): return batch(.culture, value.batch)
        case .batchHarvested(let value): return batch(.culture, value.batch)
        case .bagFilled(let value): return batch(.finalBag, value.batch) + bag(.finalBag, value.bag)
        case .releaseTested(let value): return batch(.certificate, value.batch)
        case .releaseApproved(let value): return batch(.release, value.batch)
        case .batchReleased(let value): return batch(.release, value.batch)
        case .batchFailed(let value): return batch(.release, value.batch)
        case .batchRecalled(let value): return batch(.release, value.batch)
        case .materialDisposed(let value): return one(.disposal, value.item, .bag, .batch, as: "bag or batch")
        case .readinessConfirmed(let value): return batch(.readiness, value.batch)
        case .identityVerified(let value): return bag(.bedside, value.bagIdentifier)
        case .thawStarted(let value), .thawEnded(let value): return bag(.thaw, value.bag)
        case .infusionStarted(let value): return bag(.infusionStart, value.bag)
        case .infusionCompleted(let value): return batch(.infusionEnd, value.batch) + bag(.infusionEnd, value.bag)
        default: return []
        }
    }
}
