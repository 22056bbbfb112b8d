/// The bedside: identity, thaw, infusion.
extension IdentityLedger {
    mutating func take(_ check: IdentityCheck, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = repeatable(reading, check.bagIdentifier ?? onlyUsableBag)
        reading.scan("patient band", check.band)
        reading.scan("cassette", check.cassette)
        reading.scan("bag", check.bag)
        reading.scan("order", check.order)
        reading.scan("certificate", check.certificate)
        reading.twoPeople(check.checkedBy)
        if order == nil { reading.find(.notEstablished, "order of this therapy", read: nil) }
        let bag = bagAtBedside(check.bagIdentifier, &reading)
        if let bag, mayPass(.finalBag, bag, "bag at the bedside", &reading) {
            isOnSite(bag, &reading)
            for batch in genealogy[Item(.finalBag, bag)]?.parents ?? [] where certified[batch.identifier] == nil {
                reading.find(.notEstablished, "certificate of batch '\(batch.identifier)'", read: nil)
            }
        }
        // A check that fails takes back one that passed.
        if let bag { verified[bag] = reading.isClean ? .some(reading.entry) : nil }
        return reading.findings
    }

    /// The bag that was read; it need not be named where the therapy has only one that can be meant.
    private mutating func bagAtBedside(_ identifier: String?, _ reading: inout CheckpointReading) -> String? {
        if let identifier { return reading.isRead("bag at the bedside", identifier) ? identifier : nil }
        if genealogy.items(.finalBag).isEmpty {
            reading.find(.notEstablished, "filling of the bag at the bedside", read: nil)
        } else if let onlyUsableBag {
            return onlyUsableBag
        } else {
            reading.find(
                .unread, "which bag is at the bedside", read: nil,
                expected: usableBags.map { Expected($0.identifier, entry: genealogy[$0]?.entry) })
        }
        return nil
    }

    private var usableBags: [Item] { genealogy.items(.finalBag).filter { genealogy.end(of: $0) == nil } }
    private var onlyUsableBag: String? { usableBags.count == 1 ? usableBags[0].identifier : nil }

    private func isOnSite(_ bag: String, _ reading: inout CheckpointReading) {
        guard let shipment = custody.openShipment(of: bag) else { return }
        reading.find(
            .custodyGap, "bag '\(bag)'", read: "its shipment '\(shipment)' has not arrived",
            expected: [Expected("arrived", entry: custody.parcels[shipment]?.packed)])
    }

    mutating func take(_ thaw: Thaw, _ reading: CheckpointReading, ended: Bool) -> [IdentityFinding] {
        var reading = repeatable(reading, "\(thaw.bag), \(ended ? "end" : "start")")
        reading.scan("label of the bag to thaw", thaw.chainOfIdentity)
        if mayPass(.finalBag, thaw.bag, "bag to thaw", &reading) {
            isOnSite(thaw.bag, &reading)
            if ended {
                follows(thawing, "start of thawing", thaw.bag, &reading)
            } else {
                follows(verified, "identity check", thaw.bag, &reading)
            }
        }
        guard reading.isClean else { return reading.findings }
        if ended { thawed[thaw.bag] = .some(reading.entry) } else { thawing[thaw.bag] = .some(reading.entry) }
        return reading.findings
    }

    /// What was done to this bag before must have been done to this one, not to another.
    private func follows(_ done: [String: Int?], _ what: String, _ bag: String, _ reading: inout CheckpointReading) {
        guard done[bag] == nil else { return }
        let others = done.filter { genealogy.end(of: Item(.finalBag, $0.key)) == nil }.sorted { $0.key < $1.key }
        reading.find(
            .notEstablished, "\(what) of bag", read: bag, expected: others.map { Expected($0.key, entry: $0.value) })
    }

    mutating func take(_ start: InfusionStart, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = repeatable(reading, start.bag)
        reading.scan("patient band", start.band)
        reading.scan("bag's label", start.chainOfIdentity)
        if mayPass(.finalBag, start.bag, "bag to infuse", &reading) {
            follows(verified, "identity check", start.bag, &reading)
            follows(thawed, "thaw", start.bag, &reading)
        }
        if reading.isClean { running[start.bag] = .some(reading.entry) }
        return reading.findings
    }

    mutating func take(_ infusion: Infusion, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        let open = running.sorted { $0.key < $1.key }.map { Expected($0.key, entry: $0.value) }
        let bag = infusion.bag ?? (open.count == 1 ? open[0].value : nil)
        if let bag, isKnown(.finalBag, bag, "bag infused", &reading) {
            if running[bag] == nil {
                reading.find(.notEstablished, "start of infusion of bag", read: bag, expected: open)
            }
            if reading.isRead("batch infused", infusion.batch),
                let batches = genealogy[Item(.finalBag, bag)]?.parents,
                !batches.contains(Item(.batch, infusion.batch))
            {
                reading.find(
                    .mismatch, "batch infused", read: infusion.batch,
                    expected: batches.map { Expected($0.identifier, entry: genealogy[$0]?.entry) })
            }
        } else if bag == nil {
            reading.find(.unread, "bag infused", read: nil, expected: open)
            _ = isKnown(.batch, infusion.batch, "batch infused", &reading)
        }
        note(infusion, of: bag, reading)
        return reading.findings
    }

    /// The cells are in the patient, whatever was found.
    private mutating func note(_ infusion: Infusion, of bag: String?, _ reading: CheckpointReading) {
        guard let bag else {
            establish(.infusion, infusion.batch, from: [Item(.batch, infusion.batch)], reading)
            return
        }
        establish(.infusion, bag, from: [Item(.finalBag, bag)], reading)
        running[bag] = nil
        genealogy.end(Item(.finalBag, bag), .infused, entry: reading.entry)
        custody.ends[bag] = .infused
    }
}
