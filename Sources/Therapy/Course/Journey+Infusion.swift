import Care
import Dynamics

/// Lymphodepletion and the infusion of the dose that was made.
extension Journey {
    /// The last look before lymphodepletion: the baseline, and whether the patient may go on.
    func checkFitness() {
        if stopsForDisease() { return }
        checkWhileWaiting()
        guard phase != .ended else { return }
        phase = .conditioning
        let study = setting.study
        let burden = measuredBurden()
        outcome.baselineBurden = burden
        outcome.ledger[.responseAssessment] += 1
        let limits = setting.limits(of: patient)
        judge = ResponseJudge(
            criteria: study.response.criteria, detectable: limits.detectable, residual: limits.residual,
            baseline: burden, baselineMarkers: myelomaMarkers())
        outcome.ledger[.lymphodepletion] += study.lymphodepletion.isEmpty ? 0 : 1
        for dose in study.lymphodepletion {
            let amount = dose.milligramsPerSquareMetre * patient.bodySurface
            agenda.add(.lymphodepletion(dose.drug, amount: amount, minutes: dose.minutes), at: max(now, dose.day))
        }
        agenda.add(.admission, at: -0.25)
        agenda.add(.infusion, at: 0)
    }

    /// A dose of fludarabine or cyclophosphamide starts to run in.
    func deplete(_ drug: Drug, amount: Double, minutes: Double) {
        record(
            .drugGiven(DrugAdministration(drug: drug, amount: amount, unit: "mg", minutes: minutes)), by: .nurse)
        let rate = amount / (minutes / 1440)
        switch drug {
        case .fludarabine: set(\.fludarabine, to: rate)
        case .cyclophosphamide: set(\.cyclophosphamide, to: rate)
        default: return
        }
        agenda.add(.infusionEnds(drug), at: now + minutes / 1440)
    }

    /// What was running in stops.
    func endInfusion(of drug: Drug) {
        switch drug {
        case .fludarabine: set(\.fludarabine, to: 0)
        case .cyclophosphamide: set(\.cyclophosphamide, to: 0)
        case .tocilizumab: set(\.tocilizumab, to: 0)
        case .siltuximab: set(\.siltuximab, to: 0)
        default: break
        }
    }

    /// Identity is checked by two people, then the cells run in.
    func infuse() {
        guard let batch = plan.product else { return }
        if stopsForDisease() { return }
        let identity = chart.therapy
        record(
            .identityVerified(
                IdentityCheck(
                    band: identity, bag: identity, order: identity, certificate: identity,
                    checkedBy: ["nurse 1", "nurse 2"])), by: .nurse)
        let cells = batch.harvest.carPositiveCells
        record(
            .infusionCompleted(
                Infusion(
                    batch: batch.harvest.batch, carPositiveCells: cells, cellsPerKilogram: cells / patient.weight,
                    minutesSinceThaw: 20)), by: .nurse)
        // D is in blood cells/µL: 1/µL is 5·10⁸ cells in the body (Kimmel 2021).
        add(cells * 1e6 / 5e8, to: \.infused)
        recordProduct(batch)
        trace?.mark(.infusion, day: now)
        phase = .hospital
        lastHazardCheck = now
        var stay = chance.stay()
        plannedStay = setting.study.logistics.plannedStayDays.draw(from: &stay)
        nextLook = now
        for day in setting.study.response.days where day > 0 { agenda.add(.responseAssessment, at: day) }
        agenda.add(.end, at: setting.study.followUpDays)
    }

    private func recordProduct(_ batch: Batch) {
        outcome.infused = true
        outcome.dose = batch.harvest.carPositiveCells
        outcome.carPositive = batch.transduction.carPositive
        outcome.vectorCopyNumber = batch.transduction.vectorCopyNumber
        outcome.viability = batch.harvest.viability
        outcome.memoryFraction = batch.harvest.memoryFraction
        if case .outOfSpecification = batch.verdict {
            outcome.outOfSpecification = true
        } else {
            outcome.outOfSpecification = false
        }
        outcome.enrolmentToInfusion = plan.infusion
        outcome.veinToVein = plan.collections.first.map { plan.infusion - $0.day }
        outcome.stepDays[.conditioning] = plan.infusion - plan.arrival
        outcome.ledger[.product] += 1
    }
}
