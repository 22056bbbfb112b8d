/// From acceptance at the factory to release.
extension IdentityLedger {
    mutating func takeManufacture(
        _ event: Event, entry: Int?, at: Instant?, by actor: Actor?
    ) -> [IdentityFinding] {
        func start(_ checkpoint: IdentityCheckpoint) -> CheckpointReading { reading(checkpoint, entry, at) }
        switch event {
        case .materialAccepted(let value): return take(value, start(.acceptance))
        case .lineCleared(let value): return take(value, start(.lineClearance))
        case .batchStarted(let value): return take(value, start(.batchStart))
        case .lotUsed(let value): return take(value, start(.lot))
        case .transductionCompleted(let value): return name(.batch, value.batch, "batch", start(.culture))
        case .cultureCounted(let value): return name(.batch, value.batch, "batch", start(.culture))
        case .deviationRaised(let value): return name(.batch, value.batch, "batch", start(.culture))
        case .batchHarvested(let value):
            workstations = workstations.filter { $0.value.value != value.batch }
            return name(.batch, value.batch, "batch", start(.culture))
        case .bagFilled(let value): return take(value, start(.finalBag), by: actor)
        case .releaseTested(let value):
            certified[value.batch] = .some(entry)
            return name(.batch, value.batch, "certificate's batch", start(.certificate))
        case .releaseApproved(let value): return name(.batch, value.batch, "batch", start(.release))
        case .batchReleased(let value): return take(value, start(.release))
        case .batchFailed(let value): return end(value.batch, .failed, start(.release))
        case .batchRecalled(let value): return end(value.batch, .recalled, start(.release))
        case .readinessConfirmed(let value) where value.what == .productOnSite && value.ready:
            var reading = start(.readiness)
            _ = mayPass(.batch, value.batch, "batch on site", &reading)
            return reading.findings
        default: return []
        }
    }

    private mutating func take(_ acceptance: MaterialAcceptance, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        reading.scan("material", acceptance.chainOfIdentity)
        reading.scan("batch record", acceptance.batchChainOfIdentity)
        if mayPass(.donation, acceptance.donation, "donation", &reading) { hasArrived(acceptance.donation, &reading) }
        if reading.isRead("batch", acceptance.batch), let end = genealogy[Item(.batch, acceptance.batch)]?.end {
            reading.find(
                .retired, "batch, \(end.fate.rawValue),", read: acceptance.batch,
                expected: [Expected(acceptance.batch, entry: end.entry)])
        }
        // Material that is locked away becomes no batch; what did not agree there is told, and stops nothing else.
        guard acceptance.accepted else { return reading.findings }
        establish(.batch, acceptance.batch, from: [Item(.donation, acceptance.donation)], reading)
        if reading.isClean {
            for bag in genealogy.items(.collectionBag)
            where genealogy[bag]?.parents.contains(Item(.donation, acceptance.donation)) == true
                && custody.ends[bag.identifier] == nil && custody.openShipment(of: bag.identifier) == nil
            {
                custody.ends[bag.identifier] = .inManufacture(batch: acceptance.batch)
            }
        }
        return reading.findings
    }

    /// Some bag of the donation is here: not under way, not destroyed.
    private func hasArrived(_ donation: String, _ reading: inout CheckpointReading) {
        let bags = genealogy.items(.collectionBag).filter {
            genealogy[$0]?.parents.contains(Item(.donation, donation)) ?? false
        }
        let isHere = bags.contains {
            custody.openShipment(of: $0.identifier) == nil && genealogy[$0]?.end == nil
                && genealogy[$0]?.stops.isEmpty ?? false
        }
        guard !isHere else { return }
        reading.find(
            .custodyGap, "donation '\(donation)'", read: "no bag of it is here",
            expected: bags.map { Expected($0.identifier, entry: custody.holding($0.identifier)?.entry) })
    }

    private mutating func take(_ clearance: LineClearance, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = repeatable(reading, clearance.batch)
        reading.scan("batch record at the workstation", clearance.chainOfIdentity)
        _ = mayPass(.batch, clearance.batch, "batch", &reading)
        if reading.isRead("workstation", clearance.workstation),
            let other = workstations[clearance.workstation], other.value != clearance.batch
        {
            reading.find(
                .repeated, "workstation with batch '\(other.value)' on it,", read: clearance.workstation,
                expected: [other])
        }
        if reading.isClean {
            workstations[clearance.workstation] = Expected(clearance.batch, entry: reading.entry)
            cleared[clearance.batch] = .some(reading.entry)
        }
        return reading.findings
    }

    private mutating func take(_ start: BatchStart, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        if mayPass(.batch, start.batch, "batch", &reading), cleared[start.batch] == nil {
            reading.find(.notEstablished, "line clearance for batch '\(start.batch)'", read: nil)
        }
        if !reading.isClean { establish(.batch, start.batch, reading) }
        return reading.findings
    }

    private mutating func take(_ lot: LotUse, _ reading: CheckpointReading) -> [IdentityFinding] {
        var reading = reading
        _ = isKnown(.batch, lot.batch, "batch", &reading)
        if lot.kind == .vector {
            let expected = order.map { [Expected($0.product, entry: $0.entry)] } ?? []
            if order == nil {
                reading.find(.notEstablished, "order, which says for which product the vector must be,", read: nil)
            } else if reading.isRead("product of vector lot '\(lot.lot)'", lot.product, expected: expected),
                lot.product != order?.product
            {
                reading.find(.mismatch, "product of vector lot '\(lot.lot)'", read: lot.product, expected: expected)
            }
        }
        if !reading.isClean { establish(.batch, lot.batch, reading) }
        return reading.findings
    }
}
