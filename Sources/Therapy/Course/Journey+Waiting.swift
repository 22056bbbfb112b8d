import Care
import Dynamics

/// From referral to the arrival of the product.
extension Journey {
    /// Referral, eligibility, and everything that is planned for the cells.
    func enrol() {
        let study = setting.study
        record(
            .referralReceived(
                Referral(
                    disease: setting.disease.title, age: patient.age, sex: patient.sex, weight: patient.weight,
                    height: patient.height, priorLines: patient.priorLines, ecog: patient.ecog, study: study.id)),
            by: .coordinator)
        reportScreening()
        let assessment = Eligibility.assess(
            study.inclusion, productVersion: setting.productVersion, value: patient.value(of:))
        record(.eligibilityAssessed(assessment), by: .physician)
        outcome.eligible = assessment.eligible
        guard assessment.eligible else {
            return cancel(.ineligible, assessment.reasons.joined(separator: "; "))
        }
        record(.consentRecorded(Consent(given: true)), by: .physician)
        record(
            .productOrdered(
                ProductOrder(
                    product: study.product, productVersion: setting.productVersion, chainOfIdentity: chart.therapy)),
            by: .coordinator)
        planCells()
    }

    private func reportScreening() {
        for (analyte, value) in [
            (Analyte.lymphocytes, patient.lymphocytes), (.neutrophils, patient.neutrophils),
            (.platelets, patient.platelets), (.haemoglobin, patient.haemoglobin), (.ldh, patient.ldh),
            (.crp, patient.crp), (.ferritin, patient.ferritin), (.immunoglobulinG, patient.immunoglobulinG),
        ] {
            record(.labReported(LabResult(analyte, significant(value))), by: .laboratory)
        }
    }

    private func planCells() {
        let start = now
        for collection in plan.collections { agenda.add(.collection(collection.record), at: start + collection.day) }
        for (index, batch) in plan.batches.enumerated() {
            let name = batch.harvest.batch
            agenda.add(
                .note(
                    .shipmentReceived(
                        Shipment(
                            content: .startingMaterial, reference: name,
                            cryopreserved: isFrozen(forBatch: index), days: plan.inboundDays)),
                    .courier), at: start + batch.started)
            agenda.add(
                .note(.batchStarted(BatchStart(batch: name, attempt: batch.attempt, cd3Input: batch.input)), .factory),
                at: start + batch.started)
            agenda.add(
                .note(.transductionCompleted(batch.transduction), .factory),
                at: min(start + batch.started + 2, start + batch.harvested))
            agenda.add(.note(.batchHarvested(batch.harvest), .factory), at: start + batch.harvested)
            agenda.add(.note(.releaseTested(batch.certificate), .quality), at: start + batch.tested)
            agenda.add(
                .verdict(batch, isLast: batch.attempt == plan.batches.count), at: start + batch.tested)
        }
        if let bridging = plan.bridging {
            agenda.add(.bridging(remaining: bridging.remaining), at: start + bridging.day)
        }
        var check = start + Calendar.waitingInterval
        while check < start + (plan.lastCheck ?? plan.arrival) {
            agenda.add(.waitingCheck, at: check)
            check += Calendar.waitingInterval
        }
        for (day, severity) in infections.before(infusion: plan.infusion, conditioning: plan.conditioning) {
            agenda.add(.infection(severity), at: start + day)
        }
        if plan.product != nil { agenda.add(.arrival, at: start + plan.arrival) }
        if plan.isOpen { agenda.add(.horizon, at: start + plan.infusion) }
        hold()
    }

    /// Therapy that holds the disease until the first collection.
    private func hold() {
        guard let holding = plan.holding else { return }
        let growth = integrator.parameter(setting.body.inputs.growth, lane: lane)
        set(\.growth, to: growth * holding)
        if let first = plan.collections.first { agenda.add(.holdingEnds(growth: growth), at: now + first.day) }
    }

    /// A collection ended.
    func collect(_ collection: Leukapheresis) {
        outcome.collections += 1
        outcome.cd3Collected += collection.cd3Collected
        outcome.ledger[.leukapheresis] += 1
        if outcome.collections == 1 { outcome.stepDays[.collection] = now + plan.infusion }
        record(.leukapheresisCompleted(collection), by: .nurse)
    }

    /// A batch passed, or did not.
    func decide(on batch: Batch, isLast: Bool) {
        outcome.batches = batch.attempt
        let name = batch.harvest.batch
        switch batch.verdict {
        case .inSpecification:
            outcome.manufactured = true
            record(.batchReleased(Release(batch: name, inSpecification: true, deviations: [])), by: .quality)
        case .outOfSpecification(let tests):
            outcome.manufactured = true
            record(.batchReleased(Release(batch: name, inSpecification: false, deviations: tests)), by: .quality)
        case .failed(let reason):
            record(.batchFailed(BatchFailure(batch: name, reason: reason, remanufacture: !isLast)), by: .quality)
            if isLast {
                outcome.manufactured = false
                cancel(.manufacturingFailure, reason)
            }
        }
    }

    /// The product is at the hospital: fitness is checked, then lymphodepletion begins.
    func receiveProduct() {
        guard let batch = plan.product else { return }
        record(
            .shipmentReceived(
                Shipment(
                    content: .product, reference: batch.harvest.batch, cryopreserved: true, days: plan.outboundDays)),
            by: .courier)
        if let collected = plan.collections.first { outcome.stepDays[.manufacture] = plan.arrival - collected.day }
        agenda.add(.fitnessCheck, at: plan.conditioning - plan.infusion)
    }

    /// Bridging therapy shrinks the tumour.
    func bridge(remaining: Double) {
        shrinkTumour(to: remaining)
        outcome.ledger[.bridging] += 1
        record(.bridgingGiven(Bridging(regimen: setting.study.bridging.regimen)), by: .physician)
    }

    /// Disease may outrun the product; patients may leave.
    func checkWhileWaiting() {
        let days = now - lastHazardCheck
        lastHazardCheck = now
        if stopsForDisease() { return }
        // What a study gives for all reasons but the disease holds fatal infections, too; those come by themselves.
        let hazard = max(0, setting.study.logistics.withdrawalPerDay.value - infections.fatalHazard)
        if chance.withdrawal.strikes(hazard: hazard, days: days) {
            cancel(.adverseEvent, "complication or wish while waiting")
        }
    }

    /// An infection before the cells are given. A severe one holds lymphodepletion, which the plan knows.
    func sufferWaiting(_ severity: InfectionClock.Severity) {
        report(severity, as: "infection before infusion")
        guard severity != .moderate else { return }
        if outcome.collections > 0 { outcome.severeInfectionsWaiting += 1 }
        if severity == .fatal {
            outcome.diedWaiting = true
            return die(of: .infection)
        }
        if journal != nil { holdForInfection() }
    }

    /// Whether the tumour has grown beyond what lets a patient go on; then the therapy ends here.
    func stopsForDisease() -> Bool {
        let burden = reading(\.tumour)
        if burden >= setting.limits(of: patient).lethal {
            outcome.diedWaiting = true
            die(of: .disease)
            return true
        }
        if burden >= setting.limits(of: patient).unfit {
            cancel(.progression, "disease progressed while the product was awaited")
            return true
        }
        return false
    }

    /// The patient leaves the path to infusion.
    func cancel(_ reason: Cancellation.Reason, _ detail: String) {
        record(.therapyCancelled(Cancellation(reason: reason, detail: detail)), by: .physician)
        outcome.notInfused = reason
        close()
    }
}
