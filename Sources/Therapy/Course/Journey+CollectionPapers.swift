import Care

/// Papers from the order to the factory's door.
extension Journey {
    /// Payer, order, slot, and what was asked before the collection.
    func keepOrder(_ event: Event, by actor: Actor) {
        write(.coverageVerified(Coverage(status: .approved, payer: "simulated payer")), by: .coordinator)
        write(event, by: actor)
        bookSlot(forBatch: 0)
        for treatment in Self.washedOut { write(washout(treatment), by: .physician) }
        for index in plan.batches.indices { planShipment(forBatch: index) }
    }

    /// Treatments that labels and consensus ask for before a collection.
    private static let washedOut: [Label.TherapyClass] = [
        .chemotherapy, .intensiveChemotherapy, .bendamustine, .corticosteroid, .alemtuzumab, .antithymocyteGlobulin,
        .blinatumomab, .inotuzumab, .pegaspargase, .donorLymphocytes, .calcineurinInhibitor, .proteasomeInhibitor,
        .purineAnalogue, .radiotherapy, .cnsRadiotherapy,
    ]

    /// Which drugs a virtual patient had before is not simulated: chemotherapy is taken to have ended eight weeks before
    /// referral, and of the others none was given (assumed).
    private func washout(_ treatment: Label.TherapyClass) -> Event {
        treatment == .chemotherapy
            ? .washoutChecked(
                Washout(treatment: treatment.rawValue, lastGivenAt: setting.instant(of: -plan.infusion - 56)))
            : .washoutChecked(Washout(treatment: treatment.rawValue, neverGiven: true))
    }

    /// Books the manufacturing slot of a batch.
    func bookSlot(forBatch index: Int) {
        let batch = plan.batches[index]
        write(
            .slotChanged(
                ManufacturingSlot(
                    slot: "SLOT-\(batch.harvest.batch)", status: .booked,
                    manufacturer: setting.product.definition.brand,
                    startsAt: setting.instant(of: batch.started - plan.infusion))), by: .coordinator)
    }

    // MARK: Material

    /// Collections from which a batch is made: what was collected since the batch before failed; if nothing was, what
    /// was kept of those that it came from.
    func material(ofBatch index: Int) -> [Int] {
        let since = index > 0 ? plan.batches[index - 1].tested : -Double.infinity
        let fresh = plan.collections.indices.filter {
            plan.collections[$0].day >= since && plan.collections[$0].day <= plan.batches[index].started
        }
        return fresh.isEmpty && index > 0 ? material(ofBatch: index - 1) : fresh
    }

    private func donation(_ collection: Int) -> String { "D\(patient.index)-\(collection + 1)" }

    /// Batches for which a collection is, in order: each has a bag of it.
    private func batches(from collection: Int) -> [Int] {
        plan.batches.indices.filter { material(ofBatch: $0).contains(collection) }
    }

    private func bag(_ collection: Int, forBatch index: Int) -> String { "\(donation(collection))-bag\(index + 1)" }

    private func shipment(forBatch index: Int) -> String { "SH-\(plan.batches[index].harvest.batch)" }

    /// Whether the bags for a batch travel frozen: by the product, and what was kept for a second attempt.
    func isFrozen(forBatch index: Int) -> Bool {
        setting.product.process.startingMaterialFrozen
            || material(ofBatch: index).contains { batches(from: $0).first != index }
    }

    /// A collection, from the blood that was taken before it to its count.
    func keep(_ collection: Leukapheresis, by actor: Actor) {
        let index = collection.collection - 1
        let donation = donation(index)
        let bags = batches(from: index).map { bag(index, forBatch: $0) }
        keepBloodBefore(collection)
        for bag in bags { write(label("L-\(bag)", .printed), by: .nurse, minutesAgo: 260) }
        write(
            .collectionStarted(
                CollectionStart(
                    donation: donation, band: identity, label: identity, identifiersAsked: 2,
                    checkedBy: ["nurse 1", "nurse 2"])), by: .nurse, minutesAgo: 240)
        for bag in bags {
            write(label("L-\(bag)", .used, on: bag), by: .nurse, minutesAgo: 10)
            // A collection is about a fiftieth of the blood that was processed (assumed).
            let volume = (collection.volumeProcessed * 1000 / 50 / Double(bags.count)).rounded()
            write(
                .bagSealed(
                    CollectionBag(bag: bag, donation: donation, chainOfIdentity: identity, volume: volume)),
                by: .nurse, minutesAgo: 5)
        }
        write(.leukapheresisCompleted(collection), by: actor)
        papers.plan(.collectionCounted(count(collection)), by: .cellLab, at: now + 1.0 / 24)
        let frozen = batches(from: index).filter(isFrozen).map { bag(index, forBatch: $0) }
        if !frozen.isEmpty {
            papers.plan(.materialFrozen(Freezing(bags: frozen, curveInRange: true)), by: .cellLab, at: now + 1.5 / 24)
        }
    }

    private func keepBloodBefore(_ collection: Leukapheresis) {
        let share = patient.cd3 > 0 ? collection.cd3Before / patient.cd3 : 1
        let taken = setting.instant(of: max(papers.lastDay, now - 1))
        if batches(from: collection.collection - 1).contains(where: {
            material(ofBatch: $0).first == collection.collection - 1
        }) {
            let markers = ["HBsAg", "anti-HBc", "anti-HCV", "anti-HIV 1/2", "syphilis"].map {
                InfectiousMarkers.Marker(name: $0, reactive: false)
            }
            write(
                .infectiousMarkersReported(InfectiousMarkers(takenAt: taken, markers: markers)), by: .laboratory,
                minutesAgo: 300)
        }
        write(
            .labReported(LabResult(.lymphocytes, significant(patient.lymphocytes * share))), by: .laboratory,
            minutesAgo: 300)
        write(
            .labReported(LabResult(.cd3, significant(collection.cd3Before * 1000))), by: .laboratory, minutesAgo: 300)
    }

    /// Half of the nucleated cells are CD3+, and nearly all are alive (assumed).
    private func count(_ collection: Leukapheresis) -> CollectionCount {
        CollectionCount(
            donation: donation(collection.collection - 1), volume: (collection.volumeProcessed * 1000 / 50).rounded(),
            nucleatedCells: collection.cd3Collected * 2, cd3: collection.cd3Collected, viability: 0.98,
            expectedCD3: setting.product.process.collectionEfficiency.value * collection.cd3Before
                * collection.volumeProcessed)
    }

    // MARK: To the factory

    /// What of a collection goes to the factory for a batch, so that it is there when its slot begins.
    private func planShipment(forBatch index: Int) {
        let batch = plan.batches[index]
        let material = material(ofBatch: index)
        guard let last = material.last else { return }
        let ready = max(plan.collections[last].day, index > 0 ? plan.batches[index - 1].tested : 0)
        let packed = max(
            ready + min(2.0 / 24, (batch.started - ready) / 2), batch.started - plan.inboundDays - 1.0 / 24)
        let transit = batch.started - packed
        let (shipment, frozen) = (shipment(forBatch: index), isFrozen(forBatch: index))
        let start = packed - plan.infusion
        // A shipper that holds for longer than half as long again; the factory names a day after the slot as the last.
        let pack = PackOut(
            shipment: shipment, content: .startingMaterial, items: material.map { bag($0, forBatch: index) },
            chainOfIdentity: identity, shipper: frozen ? "dry shipper" : "cool box", logger: "LOG-\(shipment)",
            holdDays: max(10, (2 * transit).rounded(.up)), holdFactor: 0.8, transitDays: max(0, transit - 1.0 / 1440),
            expiresAt: setting.instant(of: batch.started - plan.infusion + 1), lowestTemperature: frozen ? nil : 2,
            highestTemperature: frozen ? -130 : 8)
        papers.plan(.packedOut(pack), by: .nurse, at: start)
        papers.plan(handOver(shipment, from: .nurse, to: .courier), by: .courier, at: start + transit * 0.1)
        papers.plan(
            .temperatureLogged(TemperatureReading(shipment: shipment, temperature: frozen ? -180 : 5)), by: .courier,
            at: start + transit * 0.5)
    }

    /// Material arrives, and the factory takes it in for its batch.
    func keepMaterial(_ shipment: Shipment, by actor: Actor) {
        guard let index = plan.batches.firstIndex(where: { $0.harvest.batch == shipment.reference }) else {
            return write(.shipmentReceived(shipment), by: actor)
        }
        let batch = shipment.reference
        var arrived = shipment
        arrived.reference = material(ofBatch: index).first.map(donation) ?? batch
        arrived.shipment = self.shipment(forBatch: index)
        arrived.chainOfIdentity = identity
        write(.shipmentReceived(arrived), by: actor)
        write(handOver(self.shipment(forBatch: index), from: .courier, to: .factory), by: .factory)
        for collection in material(ofBatch: index) {
            write(
                .materialAccepted(
                    MaterialAcceptance(
                        accepted: true, batch: batch, donation: donation(collection), chainOfIdentity: identity,
                        batchChainOfIdentity: identity)), by: .quality)
        }
        let collected = material(ofBatch: index).map { plan.collections[$0].record.cd3Collected }.reduce(0, +)
        let minimum = setting.product.process.collectionMinimum.value
        if collected < minimum {
            write(
                .deviationRaised(
                    Deviation(
                        batch: batch, severity: .major,
                        description: "\(significant(collected))×10⁹ CD3+ cells taken in, \(minimum)×10⁹ are asked for")),
                by: .quality)
        }
        write(
            .lineCleared(LineClearance(batch: batch, workstation: "WS-1", chainOfIdentity: identity)), by: .factory)
    }
}
