/// From hand to hand, with no gap.
extension IdentityLedger {
    /// Whether somebody has something in hand. Unknown is not pass.
    func isHolder(_ actor: Actor?, of item: String, _ subject: String, _ reading: inout CheckpointReading) {
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
        var reading = repeatable(reading, transfer.item)
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
            moveUnpacked(from: transfer, holding)
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

    /// A shipment that was scanned on arrival and then handed on whole takes along what nobody took out of it.
    private mutating func moveUnpacked(from transfer: CustodyTransfer, _ holding: CustodyLog.Holding) {
        guard let parcel = custody.parcels[transfer.item], parcel.arrival != nil else { return }
        for bag in parcel.items
        where custody.openShipment(of: bag) == nil && custody.ends[bag] == nil
            && custody.bags[bag]?.last?.holder == transfer.from
        {
            custody.bags[bag]?.append(holding)
        }
    }
}

extension Actor {
    /// Name and role.
    var words: String { name.isReadable ? "\(name), \(role.rawValue)" : "nobody" }
}
