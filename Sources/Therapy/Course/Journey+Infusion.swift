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
        if plan.care == .inpatient { agenda.add(.admission, at: -0.25) }
        agenda.add(.infusion, at: 0)
    }

    /// A dose of fludarabine, cyclophosphamide or bendamustine starts to run in.
    func deplete(_ drug: Drug, amount: Double, minutes: Double) {
        record(
            .drugGiven(DrugAdministration(drug: drug, amount: amount, unit: "mg", minutes: minutes)), by: .nurse)
        let rate = amount / (minutes / 1440)
        switch drug {
        case .fludarabine: set(\.fludarabine, to: rate)
        case .cyclophosphamide: set(\.cyclophosphamide, to: rate)
        case .bendamustine: setBendamustine(to: rate)
        default: return
        }
        agenda.add(.infusionEnds(drug), at: now + minutes / 1440)
    }

    /// What was running in stops.
    func endInfusion(of drug: Drug) {
        switch drug {
        case .fludarabine: set(\.fludarabine, to: 0)
        case .cyclophosphamide: set(\.cyclophosphamide, to: 0)
        case .bendamustine: setBendamustine(to: 0)
        case .tocilizumab: set(\.tocilizumab, to: 0)
        case .siltuximab: set(\.siltuximab, to: 0)
        default: break
        }
    }

    private func setBendamustine(to rate: Double) {
        guard let input = setting.body.bendamustineInput else { return }
        integrator.setParameter(input, lane: lane, to: rate)
    }

    /// The cells are given, all or their first part, and the course after infusion is planned.
    func infuse() {
        guard let batch = plan.product else { return }
        if stopsForDisease() { return }
        let whole = batch.harvest.carPositiveCells
        let split = setting.study.dose.split
        let blasts = (outcome.baselineBurden ?? 0) / ResponseJudge.marrowMillilitres
        let cells = whole * (split?.firstShare(blasts: blasts) ?? 1)
        give(cells, of: batch)
        if let split { agenda.add(.secondInfusionIsDue(cells: whole - cells), at: split.secondDay) }
        recordProduct(batch)
        trace?.mark(.infusion, day: now)
        phase = plan.care == .inpatient ? .hospital : .home
        lastHazardCheck = now
        var stay = chance.stay()
        // Who is admitted with fever goes home when it is over, not after a stay that was planned.
        plannedStay =
            plan.care == .inpatient ? setting.study.logistics.plannedStayDays.draw(from: &stay) : 0
        nextLook = now
        for day in setting.study.response.days where day > 0 { agenda.add(.responseAssessment, at: day) }
        agenda.add(.end, at: setting.study.followUpDays)
    }

    /// Identity is checked by two people, then cells run in: 10⁶ of them.
    private func give(_ cells: Double, of batch: Batch) {
        let identity = chart.therapy
        record(
            .identityVerified(
                IdentityCheck(
                    band: identity, bag: identity, order: identity, certificate: identity,
                    checkedBy: ["nurse 1", "nurse 2"])), by: .nurse)
        record(
            .infusionCompleted(
                Infusion(
                    batch: batch.harvest.batch, carPositiveCells: cells, cellsPerKilogram: cells / patient.weight,
                    minutesSinceThaw: 20)), by: .nurse)
        // D is in blood cells/µL: 1/µL is 5·10⁸ cells in the body (Kimmel 2021).
        add(cells * 1e6 / 5e8, to: \.infused)
        outcome.dose = (outcome.dose ?? 0) + cells
    }

    /// The second part of a split dose is due. The patient is looked at first: by what was seen, and by the toxicity so far,
    /// it is given, put off by a day, or left out.
    func decideOnRest(_ cells: Double) {
        look()
        guard phase != .ended, let split = setting.study.dose.split else { return }
        let peak = (chart.crsEpisode?.peak.rawValue ?? 0, chart.icansEpisode?.peak.rawValue ?? 0)
        if peak.0 >= split.stopFromCRS || peak.1 >= split.stopFromICANS { return }
        if chart.crsGrade.rawValue >= split.postponeFromCRS || chart.icansGrade.rawValue >= split.postponeFromICANS {
            if now + 1 <= split.latestDay { agenda.add(.secondInfusionIsDue(cells: cells), at: now + 1) }
            return
        }
        agenda.add(.secondInfusion(cells: cells), at: now + Self.lookToRest)
    }

    /// Days from the look before the second infusion to its end: as long as a bag takes, from the check of identity on.
    private static let lookToRest = Journey.minutesABag / 1440

    /// The second part of a split dose is given.
    func infuseRest(_ cells: Double) {
        guard let batch = plan.product else { return }
        give(cells, of: batch)
    }

    private func recordProduct(_ batch: Batch) {
        outcome.infused = true
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
