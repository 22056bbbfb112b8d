/// Arrival, and the end of what is not used.
extension IdentityLedger {
    mutating func take(_ shipment: Shipment, _ reading: CheckpointReading, by actor: Actor?) -> [IdentityFinding] {
        var reading = repeatable(reading, shipment.shipment)
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
