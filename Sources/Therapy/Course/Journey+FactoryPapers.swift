import Care

/// Papers of the factory, and of the product's way to the hospital.
extension Journey {
    private func lot(_ kind: LotUse.Kind, of batch: String, product: String? = nil) -> Event {
        .lotUsed(
            LotUse(
                batch: batch, kind: kind, lot: "\(kind.rawValue)-1", released: true,
                expiresAt: setting.instant(of: now + 180), product: product))
    }

    /// A batch begins, with released lots.
    func keep(_ start: BatchStart, by actor: Actor) {
        write(.batchStarted(start), by: actor)
        write(lot(.reagent, of: start.batch), by: .factory)
        write(lot(.medium, of: start.batch), by: .factory)
    }

    /// The product's own vector.
    func keep(_ transduction: Transduction, by actor: Actor) {
        write(lot(.vector, of: transduction.batch, product: setting.study.product), by: .factory)
        write(.transductionCompleted(transduction), by: actor)
    }

    /// The last count, harvest, bags with their labels, freezing.
    func keep(_ harvest: Harvest, by actor: Actor) {
        if let batch = plan.batches.first(where: { $0.harvest.batch == harvest.batch }) {
            let viable = batch.input * powerOfTwo(harvest.doublings) * harvest.viability
            write(
                .cultureCounted(
                    CultureCount(
                        batch: harvest.batch, cultureDays: harvest.cultureDays, viableCells: viable,
                        viability: harvest.viability, forecastDose: harvest.carPositiveCells)), by: .factory)
        }
        write(.batchHarvested(harvest), by: actor)
        let bags = fill(harvest)
        papers.bags[harvest.batch] = bags
        for bag in bags {
            write(label("L-\(bag.bag)", .printed), by: .factory)
            write(.bagFilled(bag), by: .factory)
            write(label("L-\(bag.bag)", .used, on: bag.bag), by: .factory)
        }
        write(.materialFrozen(Freezing(bags: bags.map(\.bag), curveInRange: true)), by: .factory)
    }

    /// Final bags of a batch, in the order in which they are given.
    private func fill(_ harvest: Harvest) -> [FinalBag] {
        let portions = BagPortion.portions(of: setting.study)
        return portions.enumerated().map { index, portion in
            FinalBag(
                batch: harvest.batch, bag: "\(harvest.batch)-F\(index + 1)", number: index + 1, of: portions.count,
                component: portion.component, carPositiveCells: harvest.carPositiveCells * portion.share,
                chainOfIdentity: identity,
                // Nine months in the vapour, as several labels have it (assumed).
                expiresAt: setting.instant(of: now + 270))
        }
    }

    /// Results that the simulator does not draw: a clean batch.
    func keep(_ certificate: Certificate, by actor: Actor) {
        func clean(_ name: String, _ value: Double = 0, _ unit: String = "1", _ limit: String = "negative")
            -> Certificate.Test
        {
            Certificate.Test(name: name, value: value, unit: unit, limit: limit, passed: true)
        }
        write(
            .releaseTested(
                Certificate(
                    batch: certificate.batch,
                    tests: [
                        clean("sterility"), clean("gramStain"), clean("mycoplasma"),
                        clean("replicationCompetentVirus"), clean("identity", 0, "1", "conforms"),
                        clean("appearance", 0, "1", "conforms"), clean("endotoxin", 0.5, "[EU]/kg/h", "<= 5"),
                    ])), by: .laboratory)
        write(.releaseTested(certificate), by: actor)
    }

    /// Approvals if it is out of specification, the signature, and the way to the hospital.
    func keep(_ release: Release, by actor: Actor) {
        if !release.inSpecification {
            func approve(_ kind: ReleaseApproval.Kind, _ reference: String, by approver: Actor) {
                write(
                    .releaseApproved(ReleaseApproval(batch: release.batch, kind: kind, reference: reference)),
                    by: approver)
            }
            approve(.manufacturerOffer, "offer of \(release.batch) out of specification", by: .quality)
            approve(.physicianRequest, "no other product in time", by: .physician)
            approve(.ethicsCommittee, "single-patient access", by: .coordinator)
            approve(.patientConsent, "consent to a product out of specification", by: .physician)
        }
        var signed = release
        let isUnion = setting.product.definition.jurisdiction != "US"
        signed.signedBy = [Actor(role: isUnion ? .qualifiedPerson : .quality, name: "head of quality")]
        write(.batchReleased(signed), by: actor)
        if plan.product?.harvest.batch == release.batch { planReturn(of: release.batch) }
    }

    private func shipment(of batch: String) -> String { "SH-\(batch)-product" }

    private func planReturn(of batch: String) {
        let (days, shipment) = (plan.outboundDays, shipment(of: batch))
        let transit = days * 0.9
        let pack = PackOut(
            shipment: shipment, content: .product, items: (papers.bags[batch] ?? []).map(\.bag),
            chainOfIdentity: identity, shipper: "dry shipper", logger: "LOG-\(shipment)",
            holdDays: max(10, (2 * transit).rounded(.up)), holdFactor: 0.8, transitDays: transit,
            highestTemperature: -150)
        papers.plan(.packedOut(pack), by: .factory, at: now + days * 0.1)
        papers.plan(handOver(shipment, from: .factory, to: .courier), by: .courier, at: now + days * 0.2)
        papers.plan(
            .temperatureLogged(TemperatureReading(shipment: shipment, temperature: -180)), by: .courier,
            at: now + days * 0.6)
    }

    /// The product arrives: its seal is looked at, and what must be ready is counted.
    func keepProduct(_ shipment: Shipment, by actor: Actor) {
        let name = self.shipment(of: shipment.reference)
        var arrived = shipment
        arrived.shipment = name
        arrived.chainOfIdentity = identity
        write(.shipmentReceived(arrived), by: actor)
        write(handOver(name, from: .courier, to: .cellLab), by: .cellLab)
        write(
            .readinessConfirmed(Readiness(what: .productOnSite, ready: true, batch: shipment.reference)), by: .cellLab)
        write(.readinessConfirmed(Readiness(what: .tocilizumab, ready: true, count: 4)), by: .pharmacist)
        write(.readinessConfirmed(Readiness(what: .room, ready: true)), by: .coordinator)
    }

    /// A batch is lost: it is destroyed before another begins, which has a slot of its own.
    func keep(_ failure: BatchFailure, by actor: Actor) {
        write(.batchFailed(failure), by: actor)
        write(
            .materialDisposed(
                Disposal(item: failure.batch, fate: .destroyed, evidence: "record of destruction of \(failure.batch)")),
            by: .quality)
        guard failure.remanufacture,
            let next = plan.batches.firstIndex(where: { $0.harvest.batch == failure.batch }).map({ $0 + 1 }),
            next < plan.batches.count
        else { return }
        if material(ofBatch: next) != material(ofBatch: next - 1) {
            write(.recollectionDecided(Recollection(reason: failure.reason)), by: .physician)
        }
        bookSlot(forBatch: next)
    }
}
