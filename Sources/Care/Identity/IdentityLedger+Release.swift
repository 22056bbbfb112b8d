/// Final bags, release, and the end of a batch.
extension IdentityLedger {
    mutating func take(_ bag: FinalBag, _ reading: CheckpointReading, by actor: Actor?) -> [IdentityFinding] {
        var reading = reading
        reading.scan("final bag's label", bag.chainOfIdentity)
        _ = mayPass(.batch, bag.batch, "batch", &reading)
        isNewBag(bag.bag, &reading)
        if !(1...max(1, bag.of) ~= bag.number) {
            reading.find(.mismatch, "bag's number", read: "\(bag.number)", expected: [Expected("1 to \(bag.of)")])
        }
        let numbers = filled[bag.batch] ?? []
        if let same = numbers.first(where: { $0.number == bag.number }) {
            reading.find(
                .repeated, "bag's number", read: "\(bag.number) of \(bag.of)",
                expected: [Expected("\(same.number) of \(same.of)", entry: same.entry)])
        }
        if let other = numbers.first(where: { $0.of != bag.of }) {
            reading.find(
                .mismatch, "number of bags", read: "\(bag.of)", expected: [Expected("\(other.of)", entry: other.entry)])
        }
        filled[bag.batch, default: []].append(Filled(number: bag.number, of: bag.of, entry: reading.entry))
        establish(.finalBag, bag.bag, from: [Item(.batch, bag.batch)], reading)
        begin(bag.bag, by: actor, reading)
        return reading.findings
    }

    mutating func take(_ release: Release, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        if mayPass(.batch, release.batch, "batch", &reading), certified[release.batch] == nil {
            reading.find(.notEstablished, "certificate of batch '\(release.batch)'", read: nil)
        }
        if reading.isClean { released[release.batch] = .some(reading.entry) }
        if !reading.isClean { establish(.batch, release.batch, reading) }
        return reading.findings
    }

    mutating func end(
        _ batch: String, _ fate: Genealogy.End.Fate, _ reading: CheckpointReading
    ) -> [IdentityFinding] {
        let findings = name(.batch, batch, "batch", reading)
        genealogy.end(Item(.batch, batch), fate, entry: reading.entry)
        workstations = workstations.filter { $0.value.value != batch }
        for bag in genealogy.items(.finalBag)
        where genealogy[bag]?.parents.contains(Item(.batch, batch)) == true && custody.ends[bag.identifier] == nil {
            custody.ends[bag.identifier] = .ended(fate)
        }
        return findings
    }

    /// A final bag as it was filled.
    struct Filled {
        var number: Int
        var of: Int
        var entry: Int?
    }
}
