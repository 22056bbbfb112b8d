import Care
import Dynamics

/// Response, progression, hazards, death and the end.
extension Journey {
    /// The burden as an assessment measures it: with its error.
    func measuredBurden() -> Double {
        var error = chance.assessment(at: now)
        return reading(\.tumour)
            * exponential(logNormalSigma(cv: setting.numbers.measurement.burden) * error.normal())
    }

    /// What myeloma cells secrete, as the laboratory finds it now.
    func myelomaMarkers() -> MyelomaMarkers {
        MyelomaMarkers(
            mProtein: reading(\.mProtein), involvedFLC: reading(\.involvedFLC),
            uninvolvedFLC: integrator.parameter(setting.body.inputs.normalFLC, lane: lane))
    }

    /// Imaging or marrow, and what it means.
    func assessResponse() {
        guard var judge, !outcome.progressed else { return }
        outcome.ledger[.responseAssessment] += 1
        let assessment = judge.assess(
            burden: measuredBurden(), markers: myelomaMarkers(), neutrophils: reading(\.anc),
            platelets: reading(\.platelets))
        self.judge = judge
        record(.responseAssessed(assessment), by: .physician)
        if let residual = assessment.residualDisease {
            outcome.residualDiseaseNegative = (outcome.residualDiseaseNegative ?? false) || !residual
        }
        if assessment.response.isObjective, outcome.responseDay == nil { outcome.responseDay = now }
        outcome.bestResponse = judge.best ?? outcome.bestResponse ?? assessment.response
        trace?.response(assessment.response, day: now)
        if assessment.response == .progressive { progress() }
    }

    private func progress() {
        outcome.progressed = true
        outcome.progressionFree = now
        let lost = reading(\.antigenNegativeShare) > 0.5
        outcome.antigenLoss = lost
        record(
            .progressionReported(Progression(relapse: outcome.responseDay != nil, antigenLoss: lost)), by: .physician)
        trace?.mark(.progression, day: now)
        // The next therapy: some are saved by it, the others' disease is slowed.
        let rules = setting.disease.rules
        if chance.isSalvaged(probability: rules.salvaged.value) { shrinkTumour(to: 0) }
        let growth = integrator.parameter(setting.body.inputs.growth, lane: lane)
        set(\.growth, to: growth * rules.growthAfterProgression.value)
    }

    /// Death of the disease, looked at before anything else.
    func dies() -> Bool {
        guard reading(\.tumour) >= setting.limits(of: patient).lethal else { return false }
        die(of: .disease)
        return true
    }

    /// Infections, and deaths of toxicity, infection and other causes since the last look.
    func sufferHazards() {
        let days = now - lastHazardCheck
        lastHazardCheck = now
        guard days > 0 else { return }
        let hazards = setting.numbers.hazards
        let infection =
            setting.disease.rules.infections.value
            * hazards.infection(
                phase: hazards.infectionPhase(day: now), neutrophils: reading(\.anc), immunoglobulinG: reading(\.igg),
                onSteroid: chart.isOnCorticosteroid)
        for (number, severity) in chance.infection.infections(hazard: infection, from: now - days, to: now).enumerated()
        {
            // Two that are found at one look are two, not one that was sent twice.
            report(severity, as: number == 0 ? "infection" : "infection \(number + 1) of this look")
            if severity != .moderate { outcome.severeInfections += 1 }
            if severity == .fatal { return die(of: .infection) }
        }
        if chart.crsGrade >= .grade4, chance.deathInCRS4.strikes(hazard: hazards.deathInCRS4, days: days) {
            return die(of: .crs)
        }
        if chart.icansGrade >= .grade4, chance.deathInICANS4.strikes(hazard: hazards.deathInICANS4, days: days) {
            return die(of: .neurotoxicity)
        }
        if chance.background.strikes(hazard: hazards.background, days: days) { die(of: .other) }
    }

    /// An infection is diagnosed.
    func report(_ severity: InfectionClock.Severity, as name: String) {
        let grade =
            switch severity {
            case .moderate: 2
            case .severe: 3
            case .fatal: 5
            }
        record(.infectionReported(Infection(grade: grade, description: name + ", site not modelled")), by: .physician)
    }

    /// The patient dies.
    func die(of cause: Death.Cause) {
        record(.died(Death(cause: cause)), by: .physician)
        outcome.died = true
        outcome.causeOfDeath = cause
        trace?.mark(.death, day: now)
        if outcome.infused {
            outcome.survival = now
            if !outcome.progressed {
                outcome.progressed = true
                outcome.progressionFree = now
            }
        }
        close()
    }

    /// The end of follow-up.
    func finish() {
        outcome.survival = now
        if outcome.progressionFree == nil { outcome.progressionFree = now }
        close()
    }

    /// Closes the books.
    func close() {
        leaveHospital()
        phase = .ended
        nextLook = .infinity
        if outcome.infused {
            outcome.hospitalDays = outcome.hospitalDays ?? 0
            outcome.intensiveCareDays = outcome.intensiveCareDays ?? 0
            outcome.crsPeak = chart.crsEpisode?.peak ?? CRSGrade.none
            outcome.crsOnset = chart.crsEpisode.map { day(of: $0.onset) }
            outcome.crsDuration = chart.crsEpisode?.reportedDays
            outcome.icansPeak = chart.icansEpisode?.peak ?? ICANSGrade.none
            outcome.icansOnset = chart.icansEpisode.map { day(of: $0.onset) }
            outcome.icansDuration = chart.icansEpisode?.reportedDays
            if let home = outcome.stepDays[.hospital] { outcome.stepDays[.followUp] = now - home }
        }
        let intensive = outcome.intensiveCareDays ?? 0
        outcome.ledger[.intensiveCareDay] = intensive
        outcome.ledger[.wardDay] = (outcome.hospitalDays ?? 0) - intensive
        outcome.cost = outcome.ledger.cost(by: setting.product.prices)
        trace?.end(day: now)
        whereabouts?.move(to: .gone, day: now)
    }

    private func day(of instant: Instant) -> Double { setting.day(of: instant) }
}
