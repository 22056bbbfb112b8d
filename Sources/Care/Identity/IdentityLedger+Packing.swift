/// Packing: what leaves the house, in whose hands, and with which labels.
extension IdentityLedger {
    mutating func take(_ pack: PackOut, _ reading: CheckpointReading, by actor: Actor?) -> [IdentityFinding] {
        var reading = repeatable(reading, pack.shipment)
        reading.scan("shipper's label", pack.chainOfIdentity)
        if reading.isRead("shipment", pack.shipment), isTaken(pack.shipment) {
            reading.find(
                .repeated, "shipment", read: pack.shipment,
                expected: [Expected(pack.shipment, entry: custody.parcels[pack.shipment]?.packed)])
        }
        let generation: Genealogy.Generation = pack.content == .product ? .finalBag : .collectionBag
        if pack.items.isEmpty { _ = reading.isRead("packed bag", nil, expected: known(generation)) }
        for (index, bag) in pack.items.enumerated() {
            if pack.items[..<index].contains(bag) {
                reading.find(.repeated, "packed bag", read: bag)
            } else if mayPass(generation, bag, "packed bag", &reading) {
                mayPack(bag, by: actor, &reading)
            } else if bag.isReadable, genealogy[Item(generation, bag)] == nil {
                establish(generation, bag, reading)
            }
        }
        reconcile(pack.content, &reading)
        refused[pack.shipment] = reading.isClean ? nil : Expected(pack.shipment, entry: reading.entry)
        if reading.isClean {
            custody.parcels[pack.shipment] = CustodyLog.Parcel(
                content: pack.content, items: pack.items, packed: reading.entry)
            custody.shipments[pack.shipment] = [
                CustodyLog.Holding(holder: actor, since: reading.at, entry: reading.entry)
            ]
        }
        return reading.findings
    }

    private func isTaken(_ shipment: String) -> Bool {
        custody.parcels[shipment] != nil || custody.bags[shipment] != nil
    }

    /// A bag is packed by whoever holds it, out of no other shipment, and bears a label that was printed for this therapy.
    private func mayPack(_ bag: String, by actor: Actor?, _ reading: inout CheckpointReading) {
        if let other = custody.openShipment(of: bag) {
            reading.find(
                .custodyGap, "packed bag '\(bag)'", read: "it is in shipment '\(other)'",
                expected: [Expected("in no other shipment", entry: custody.parcels[other]?.packed)])
        } else {
            isHolder(actor, of: bag, "packed bag '\(bag)'", &reading)
        }
        if !labels.isLabelled(bag, chainOfIdentity: therapy) {
            reading.find(.unread, "label on bag '\(bag)'", read: nil, expected: [identity])
        }
    }

    /// Labels are accounted for before anything leaves the house. Those that another house printed are its own account: the
    /// factory's labels do not keep a collection, nor the hospital's a product.
    private func reconcile(_ content: Shipment.Content, _ reading: inout CheckpointReading) {
        let elsewhere: Set<Role> =
            content == .product
            ? [.nurse, .physician, .coordinator, .cellLab, .pharmacist, .laboratory] : [.factory, .qualifiedPerson]
        for label in labels.unaccounted where !(label.printedBy.map { elsewhere.contains($0.role) } ?? false) {
            reading.find(
                .labelUnaccounted, "label", read: label.serial, expected: [Expected("printed", entry: label.printed)])
        }
    }
}
