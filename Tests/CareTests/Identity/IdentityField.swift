@testable import Care

/// One identifier in an event, that a swap may replace. Written apart from the rules, from the step table: this is what the
/// swap test measures them against.
struct IdentityField {
    /// What is swapped.
    enum Kind: String, CaseIterable, Hashable {
        case band, cassette, bagChain, order, certificate, labelChain, batchRecord, shipperChain, handOverChain,
            donation, bag, batch, shipment, labelSerial
    }
    /// What can be known of it when it is read.
    enum Role {
        /// Must be this therapy's chain of identity
        case scan
        /// Must be an identifier that this therapy has
        case names
        /// Is read here for the first time: this journal cannot know better until somebody reads the true one
        case introduces
        /// What a label is put on: seen when that bag is packed and bears no label
        case labelled
        /// Nothing in this journal depends on it
        case free
    }
    var kind: Kind
    var role: Role
    var value: String
    var replaced: (String) -> Event
}

extension Event {
    /// Every identifier in it. Its fields are named by key path, so that a payload's new field is one line.
    var identityFields: [IdentityField] {
        switch self {
        case .productOrdered(let it): return [field(it, Event.productOrdered, \.chainOfIdentity, .order, .scan)]
        case .labelUsed(let it):
            let isPrinted = it.fate == .printed
            let isBag = it.item?.hasPrefix("BAG") ?? false
            return [
                field(it, Event.labelUsed, \.chainOfIdentity, .labelChain, .scan),
                field(it, Event.labelUsed, \.serial, .labelSerial, isPrinted ? .introduces : .names),
            ] + known(it, Event.labelUsed, \.item, .bag, isBag ? .labelled : .free)
        case .collectionStarted(let it):
            return [
                field(it, Event.collectionStarted, \.band, .band, .scan),
                field(it, Event.collectionStarted, \.label, .labelChain, .scan),
                field(it, Event.collectionStarted, \.donation, .donation, .introduces),
            ]
        case .bagSealed(let it):
            return [
                field(it, Event.bagSealed, \.chainOfIdentity, .bagChain, .scan),
                field(it, Event.bagSealed, \.donation, .donation, .names),
                field(it, Event.bagSealed, \.bag, .bag, .introduces),
            ]
        case .collectionCounted(let it): return [field(it, Event.collectionCounted, \.donation, .donation, .names)]
        case .materialFrozen(let it): return each(it, Event.materialFrozen, \.bags)
        case .packedOut(let it):
            return [
                field(it, Event.packedOut, \.chainOfIdentity, .shipperChain, .scan),
                field(it, Event.packedOut, \.shipment, .shipment, .introduces),
            ] + each(it, Event.packedOut, \.items)
        case .custodyTransferred(let it):
            let kind: IdentityField.Kind = it.item.hasPrefix("BAG") ? .bag : .shipment
            return [
                field(it, Event.custodyTransferred, \.chainOfIdentity, .handOverChain, .scan),
                field(it, Event.custodyTransferred, \.item, kind, .names),
            ]
        case .temperatureLogged(let it):
            return [field(it, Event.temperatureLogged, \.shipment, .shipment, .free)]
        case .shipmentReceived(let it):
            let kind: IdentityField.Kind =
                it.reference.hasPrefix("BAG") ? .bag : it.reference.hasPrefix("DIN") ? .donation : .batch
            return [field(it, Event.shipmentReceived, \.reference, kind, .names)]
                + known(it, Event.shipmentReceived, \.shipment, .shipment, .names)
                + known(it, Event.shipmentReceived, \.chainOfIdentity, .shipperChain, .scan)
        case .materialAccepted(let it):
            return [
                field(it, Event.materialAccepted, \.chainOfIdentity, .bagChain, .scan),
                field(it, Event.materialAccepted, \.batchChainOfIdentity, .batchRecord, .scan),
                field(it, Event.materialAccepted, \.donation, .donation, .names),
                field(it, Event.materialAccepted, \.batch, .batch, it.accepted ? .introduces : .free),
            ]
        default: return fieldsFromClearance
        }
    }
}
