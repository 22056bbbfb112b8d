/// Leukapheresis and labels.
extension IdentityLedger {
    mutating func take(_ start: CollectionStart, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        reading.scan("patient band", start.band)
        reading.scan("collection bag's label", start.label)
        if start.identifiersAsked < 2 {
            reading.find(
                .tooFew, "identifiers that the patient confirmed", read: "\(start.identifiersAsked)",
                expected: [.init("2 or more")])
        }
        reading.twoPeople(start.checkedBy)
        if reading.isRead("donation", start.donation), let ended = endedCollections[start.donation] {
            reading.find(
                .repeated, "donation", read: start.donation, expected: [Expected(start.donation, entry: ended)])
        }
        establish(.donation, start.donation, reading)
        return reading.findings
    }

    mutating func take(_ bag: CollectionBag, _ reading: CheckpointReading, by actor: Actor?) -> [IdentityFinding] {
        var reading = reading
        reading.scan("bag's label", bag.chainOfIdentity)
        let donation = Item(.donation, bag.donation)
        if mayPass(.donation, bag.donation, "donation", &reading), endedCollections[bag.donation] != nil {
            // A bag may be sealed after the machine has stopped, but not once the next donation runs.
            let running = known(.donation).filter { endedCollections[$0.value] == nil }
            if !running.isEmpty { reading.find(.mismatch, "donation", read: bag.donation, expected: running) }
        }
        isNewBag(bag.bag, &reading)
        establish(.collectionBag, bag.bag, from: [donation], reading)
        begin(bag.bag, by: actor, reading)
        return reading.findings
    }

    /// A bag's identifier stands for one bag.
    mutating func isNewBag(_ bag: String, _ reading: inout CheckpointReading) {
        guard reading.isRead("bag", bag) else { return }
        for generation in [Genealogy.Generation.collectionBag, .finalBag] {
            guard let origin = genealogy[Item(generation, bag)] else { continue }
            reading.find(.repeated, "bag", read: bag, expected: [Expected(bag, entry: origin.entry)])
        }
    }

    /// Custody begins with whoever sealed or filled the bag.
    mutating func begin(_ bag: String, by actor: Actor?, _ reading: CheckpointReading) {
        guard bag.isReadable, custody.bags[bag] == nil else { return }
        custody.bags[bag] = [CustodyLog.Holding(holder: actor, since: reading.at, entry: reading.entry)]
    }

    mutating func take(_ freezing: Freezing, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        if freezing.bags.isEmpty { _ = reading.isRead("frozen bag", nil) }
        for bag in freezing.bags {
            guard reading.isRead("frozen bag", bag) else { continue }
            let generation = generation(of: bag)
            if genealogy[Item(generation, bag)] == nil {
                reading.find(.unknown, "frozen bag", read: bag, expected: known(.collectionBag) + known(.finalBag))
                establish(generation, bag, reading)
            }
        }
        return reading.findings
    }

    /// Whether a bag is a final bag, or (also when it is not known) one of a collection.
    func generation(of bag: String) -> Genealogy.Generation {
        genealogy[Item(.finalBag, bag)] == nil ? .collectionBag : .finalBag
    }

    mutating func take(_ use: LabelUse, _ reading: CheckpointReading, by actor: Actor?) -> [IdentityFinding] {
        var reading = reading
        reading.scan("label", use.chainOfIdentity)
        guard reading.isRead("label's serial number", use.serial) else { return reading.findings }
        let before = labels[use.serial]
        let expected = [Expected(before?.fate.rawValue ?? "printed", entry: before?.entry)]
        switch (use.fate, before?.fate) {
        case (.printed, .some):
            reading.find(.repeated, "label's serial number", read: use.serial, expected: expected)
        case (.printed, nil), (_, .printed), (_, .passedOn): break
        case (_, nil): reading.find(.notEstablished, "printing of label", read: use.serial, expected: expected)
        case (.used, .used): reading.find(.repeated, "label", read: use.serial, expected: expected)
        case (_, .some(let fate)):
            reading.find(.retired, "label, \(fate.rawValue),", read: use.serial, expected: expected)
        }
        if use.fate == .used { _ = reading.isRead("what label '\(use.serial)' was put on", use.item) }
        labels.take(use, entry: reading.entry, by: actor)
        return reading.findings
    }
}
