import Care

extension EventSamples {
    /// The steps from vein to vein, custody and follow-up.
    static let steps: [Event] = [
        .coverageVerified(Coverage(status: .pending, payer: "payer", reference: "reference")),
        .fitnessChecked(
            FitnessCheck(
                ecog: 2, activeInfection: true, pregnant: true, oxygenSaturation: 1.5, ejectionFraction: 1.5,
                creatinineClearance: 1.5, progressing: true)),
        .slotChanged(
            ManufacturingSlot(
                slot: "SLOT-1", status: .offered, manufacturer: "manufacturer",
                startsAt: Instant(millisecondsSince1970: 1_772_000_000_000, zoneOffsetMinutes: 60))),
        .washoutChecked(
            Washout(
                treatment: "treatment",
                lastGivenAt: Instant(millisecondsSince1970: 1_772_000_000_000, zoneOffsetMinutes: 60), neverGiven: false
            )),
        .infectiousMarkersReported(
            InfectiousMarkers(
                takenAt: Instant(millisecondsSince1970: 1_772_000_000_000, zoneOffsetMinutes: 60),
                markers: [.init(name: "HBsAg", reactive: false)])),
        .labelUsed(LabelUse(serial: "serial", fate: .printed, chainOfIdentity: "COI-1", item: "BAG-1")),
        .collectionStarted(
            CollectionStart(
                donation: "DIN-1", band: "COI-1", label: "COI-1", identifiersAsked: 2, checkedBy: ["a", "b"])),
        .bagSealed(CollectionBag(bag: "BAG-1", donation: "DIN-1", chainOfIdentity: "COI-1", volume: 1.5)),
        .collectionCounted(
            CollectionCount(
                donation: "DIN-1", volume: 1.5, nucleatedCells: 1.5, cd3: 1.5, viability: 0.8, expectedCD3: 1.5)),
        .materialFrozen(Freezing(bags: ["a", "b"], curveInRange: true)),
        .packedOut(
            PackOut(
                shipment: "SH-1", content: .product, items: ["a", "b"], chainOfIdentity: "COI-1", shipper: "shipper",
                logger: "logger", holdDays: 1.5, holdFactor: 0.8, transitDays: 1.5,
                expiresAt: Instant(millisecondsSince1970: 1_772_000_000_000, zoneOffsetMinutes: 60),
                lowestTemperature: 1.5, highestTemperature: 1.5)),
        .custodyTransferred(
            CustodyTransfer(
                item: "BAG-1", from: Actor(role: .quality, name: "Eve"), to: Actor(role: .quality, name: "Eve"),
                chainOfIdentity: "COI-1")),
        .temperatureLogged(TemperatureReading(shipment: "SH-1", temperature: 1.5)),
        .materialAccepted(
            MaterialAcceptance(
                accepted: true, batch: "B1", donation: "DIN-1", chainOfIdentity: "COI-1", batchChainOfIdentity: "COI-1",
                detail: "detail")),
        .lineCleared(LineClearance(batch: "B1", workstation: "workstation", chainOfIdentity: "COI-1")),
        .lotUsed(
            LotUse(
                batch: "B1", kind: .vector, lot: "lot", released: true,
                expiresAt: Instant(millisecondsSince1970: 1_772_000_000_000, zoneOffsetMinutes: 60), product: "product")
        ),
        .cultureCounted(
            CultureCount(batch: "B1", cultureDays: 1.5, viableCells: 1.5, viability: 0.8, forecastDose: 1.5)),
        .deviationRaised(Deviation(batch: "B1", severity: .minor, description: "description")),
        .bagFilled(
            FinalBag(
                batch: "B1", bag: "BAG-1", number: 2, of: 2, component: "component", carPositiveCells: 1.5, volume: 1.5,
                chainOfIdentity: "COI-1",
                expiresAt: Instant(millisecondsSince1970: 1_772_000_000_000, zoneOffsetMinutes: 60))),
        .releaseApproved(ReleaseApproval(batch: "B1", kind: .manufacturerOffer, reference: "reference")),
        .batchRecalled(Recall(batch: "B1", reason: "reason")),
        .materialDisposed(Disposal(item: "BAG-1", fate: .destroyed, evidence: "evidence")),
        .recollectionDecided(Recollection(reason: "reason")),
        .readinessConfirmed(Readiness(what: .productOnSite, ready: true, count: 2, batch: "B1")),
        .lymphodepletionReviewed(LymphodepletionReview(creatinineClearance: 1.5, fludarabineDose: 1.5, plannedDays: 2)),
        .thawStarted(Thaw(bag: "BAG-1", chainOfIdentity: "COI-1")),
        .thawEnded(Thaw(bag: "BAG-1", chainOfIdentity: "COI-1")),
        .infusionStarted(
            InfusionStart(
                bag: "BAG-1", band: "COI-1", chainOfIdentity: "COI-1", expectedMinutes: 1.5, leukodepletingFilter: true)
        ),
        .transfused(Transfusion(kind: .redCells, irradiated: true, units: 2)),
        .vaccinated(Vaccination(vaccine: "vaccine", live: true)),
        .alertAcknowledged(AlertAcknowledgement(alert: "alert", action: "action")),
        .stopOverridden(
            StopOverride(
                stop: "stop", reason: "reason", secondSignature: Actor(role: .quality, name: "Eve"),
                productVersion: "productVersion")),
        .visitMissed(MissedVisit(visit: "visit", reason: "reason")),
        .registryFormSent(RegistryForm(form: "form", reference: "reference")),
        .replicationTested(ReplicationTest(method: "method", positive: true)),
        .secondMalignancyReported(
            SecondMalignancy(lineage: .tCell, description: "description", sampleKept: true, reportedTo: "reportedTo")),
        .careTransferred(
            CareTransfer(
                from: "from", to: "to", givenBy: Actor(role: .quality, name: "Eve"),
                takenBy: Actor(role: .quality, name: "Eve"))),
    ]
}
