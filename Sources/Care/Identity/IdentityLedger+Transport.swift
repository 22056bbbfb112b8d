/// Packing, hand-over, arrival, disposal.
extension IdentityLedger {
    mutating func take(_ pack: PackOut, _ reading: CheckpointReading, by actor: Actor?) -> [IdentityFinding] {
        var reading = reading
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

    /// Whether somebody has something in hand. Unknown is not pass.
    private func isHolder(_ actor: Actor?, of item: String, _ subject: String, _ reading: inout CheckpointReading) {
        let holding = custody.holding(item)
        guard let holder = holding?.holder else {
            return reading.find(.custodyGap, subject, read: "who holds it is not recorded")
        }
        guard let actor, actor.name.isReadable else {
            return reading.find(
                .custodyGap, subject, read: "whose hands it is in is not recorded",
                expected: [Expected(holder.words, entry: holding?.entry)])
        }
        if actor != holder {
            reading.find(
                .custodyGap, subject, read: "in the hands of \(actor.words)",
                expected: [Expected(holder.words, entry: holding?.entry)])
        }
    }

    mutating func take(_ transfer: CustodyTransfer, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        reading.scan("label of what is handed over", transfer.chainOfIdentity)
        let isParcel = custody.parcels[transfer.item] != nil
        if isParcel || isBag(transfer.item, &reading) {
            if !isParcel, let shipment = custody.openShipment(of: transfer.item) {
                reading.find(
                    .custodyGap, "bag '\(transfer.item)'", read: "it is in shipment '\(shipment)'",
                    expected: [Expected("unpacked", entry: custody.parcels[shipment]?.packed)])
            } else {
                isHolder(transfer.from, of: transfer.item, "giver of '\(transfer.item)'", &reading)
            }
        }
        if !transfer.to.name.isReadable || transfer.to == transfer.from {
            reading.find(
                .custodyGap, "taker of '\(transfer.item)'", read: transfer.to.words,
                expected: [Expected("another person than the giver")])
        }
        guard reading.isClean else { return reading.findings }
        let holding = CustodyLog.Holding(holder: transfer.to, since: reading.at, entry: reading.entry)
        if isParcel {
            custody.shipments[transfer.item]?.append(holding)
        } else {
            custody.bags[transfer.item]?.append(holding)
        }
        return reading.findings
    }

    private mutating func isBag(_ bag: String, _ reading: inout CheckpointReading) -> Bool {
        guard reading.isRead("bag or shipment", bag) else { return false }
        if genealogy[Item(generation(of: bag), bag)] != nil { return true }
        if let refusal = refused[bag] {
            reading.find(.stoppedEarlier, "shipment", read: bag, expected: [refusal])
            return false
        }
        let parcels = custody.parcels.sorted { $0.key < $1.key }.map { Expected($0.key, entry: $0.value.packed) }
        reading.find(
            .unknown, "bag or shipment", read: bag, expected: known(.collectionBag) + known(.finalBag) + parcels)
        return false
    }

    mutating func take(_ shipment: Shipment, _ reading: CheckpointReading, by actor: Actor?) -> [IdentityFinding] {
        var reading = reading
        reading.scan("shipment's label", shipment.chainOfIdentity)
        let parcels = custody.parcels.filter { $0.value.arrival == nil }.sorted { $0.key < $1.key }
            .map { Expected($0.key, entry: $0.value.packed) }
        let isRead = reading.isRead("shipment", shipment.shipment, expected: parcels)
        if isRead, let identifier = shipment.shipment {
            if let parcel = custody.parcels[identifier] {
                receive(shipment, identifier, parcel, by: actor, &reading)
            } else if let refusal = refused[identifier] {
                reading.find(.stoppedEarlier, "shipment", read: identifier, expected: [refusal])
            } else {
                reading.find(.unknown, "shipment", read: identifier, expected: parcels)
            }
        }
        if !isRead || shipment.shipment.flatMap({ custody.parcels[$0] }) == nil {
            nameContent(shipment, &reading)
        }
        guard reading.isClean, let identifier = shipment.shipment, let parcel = custody.parcels[identifier] else {
            return reading.findings
        }
        let arrival = CustodyLog.Holding(
            holder: custody.shipments[identifier]?.last?.holder, since: reading.at, entry: reading.entry)
        custody.parcels[identifier]?.arrival = arrival
        for bag in parcel.items { custody.bags[bag]?.append(arrival) }
        return reading.findings
    }

    private mutating func receive(
        _ shipment: Shipment, _ identifier: String, _ parcel: CustodyLog.Parcel, by actor: Actor?,
        _ reading: inout CheckpointReading
    ) {
        if let arrival = parcel.arrival {
            return reading.find(
                .repeated, "shipment", read: identifier, expected: [Expected(identifier, entry: arrival.entry)])
        }
        if shipment.content != parcel.content {
            reading.find(
                .mismatch, "content of shipment '\(identifier)'", read: shipment.content.rawValue,
                expected: [Expected(parcel.content.rawValue, entry: parcel.packed)])
        }
        isHolder(actor, of: identifier, "shipment '\(identifier)'", &reading)
        let generation: Genealogy.Generation = parcel.content == .product ? .finalBag : .collectionBag
        let contents = parcel.items.flatMap { bag in
            [bag] + (genealogy[Item(generation, bag)]?.parents.map(\.identifier) ?? [])
        }
        let expected = contents.enumerated().filter { !contents[..<$0].contains($1) }
            .map { Expected($0.element, entry: parcel.packed) }
        if reading.isRead("what arrived", shipment.reference, expected: expected),
            !contents.contains(shipment.reference)
        {
            reading.find(.mismatch, "what arrived", read: shipment.reference, expected: expected)
        }
    }

    /// A shipment that nobody packed: what it holds must still belong to this therapy.
    private mutating func nameContent(_ shipment: Shipment, _ reading: inout CheckpointReading) {
        let generations: [Genealogy.Generation] =
            shipment.content == .product ? [.batch, .finalBag] : [.donation, .collectionBag]
        guard reading.isRead("what arrived", shipment.reference) else { return }
        if !generations.contains(where: { genealogy[Item($0, shipment.reference)] != nil }) {
            reading.find(.unknown, "what arrived", read: shipment.reference, expected: generations.flatMap(known))
        }
    }

    mutating func take(_ disposal: Disposal, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        guard reading.isRead("bag or batch", disposal.item) else { return reading.findings }
        let item = [Genealogy.Generation.finalBag, .collectionBag, .batch].map { Item($0, disposal.item) }
            .first { genealogy[$0] != nil }
        guard let item else {
            reading.find(
                .unknown, "bag or batch", read: disposal.item,
                expected: known(.collectionBag) + known(.finalBag) + known(.batch))
            return reading.findings
        }
        let fate: Genealogy.End.Fate = disposal.fate == .destroyed ? .destroyed : .quarantined
        genealogy.end(item, fate, entry: reading.entry)
        if item.generation != .batch, custody.ends[item.identifier] == nil {
            custody.ends[item.identifier] = .ended(fate)
        }
        return reading.findings
    }
}

extension Actor {
    /// Name and role.
    var words: String { name.isReadable ? "\(name), \(role.rawValue)" : "nobody" }
}
