import Care
import Queueing

/// From the product at the hospital to the last discharge.
extension CentreSimulation {
    /// A patient whose product is there is ready for lymphodepletion.
    mutating func waitForBed(_ index: Int) {
        guard isOnTheWay(index), let patient = patients[index] else { return }
        sites[patient.site].bedLine.join(index, priority: patient.priority, at: now)
        promiseBeds(site: patient.site)
    }

    /// Promises beds to those who wait, as long as one should be free on the day that it is needed. Outpatients need
    /// none.
    mutating func promiseBeds(site: Int) {
        while let next = sites[site].bedLine.first, let patient = patients[next] {
            let needed = lymphodepletionDay(patient) + bedLead(patient)
            let isOutpatient = kinds[site].care == .outpatient
            guard isOutpatient || sites[site].bedsLeft(on: needed, now: now) > 0 else { break }
            guard let index = sites[site].bedLine.serveNext(at: now) else { break }
            if !isOutpatient { sites[site].promises[index] = needed }
            callIn(index)
        }
        guard !sites[site].bedLine.isEmpty, !sites[site].reviewDue else { return }
        sites[site].reviewDue = true
        calendar.schedule(.bedReview(site: site), at: now + 1)
    }

    /// Days from the first day of lymphodepletion to the day on which the bed is needed.
    private func bedLead(_ patient: CentrePatient) -> Double {
        kinds[patient.site].care == .fromInfusion ? depletionDays(patient) : 0
    }

    /// The first day of lymphodepletion, if a patient is called in now: a severe infection puts it off.
    private func lymphodepletionDay(_ patient: CentrePatient) -> Double {
        let infections = model.settings[patient.service].waitingInfections(of: patient.virtual)
        return patient.referred + infections.clearDay(from: now + plan.steps.callInDays.value - patient.referred)
    }

    /// Days from the first day of lymphodepletion to infusion.
    private func depletionDays(_ patient: CentrePatient) -> Double {
        -(model.settings[patient.service].study.lymphodepletion.map(\.day).min() ?? -5)
    }

    /// All dates are fixed: the whole course can be run.
    private mutating func callIn(_ index: Int) {
        guard var patient = patients[index], let path = patient.path, let arrived = patient.arrived else { return }
        patient.promised = now
        patient.stage = .lymphodepletion
        let start = lymphodepletionDay(patient)
        patients[index] = patient
        note("bed promised", index)
        let conditioning = start - patient.referred
        ask(
            .complete, patient,
            VeinToVein(
                collections: path.collections, inboundDays: path.inbound, batches: path.batches,
                outboundDays: path.outbound, arrival: arrived - patient.referred, conditioning: conditioning,
                infusion: conditioning + depletionDays(patient), bridging: patient.bridging,
                holding: patient.holding, care: kinds[patient.site].care == .outpatient ? .outpatient : .inpatient,
                lastCheck: conditioning))
        calendar.schedule(.lymphodepletion(index), at: start)
    }

    /// Lymphodepletion begins, or the last check finds a patient who cannot go on.
    mutating func deplete(_ index: Int) {
        guard isOnTheWay(index), var patient = patients[index] else { return }
        let answer = answer(.complete, index)
        patient.outcome = answer.outcome
        let infusion = now + depletionDays(patient)
        guard answer.outcome.infused else {
            let ended = patient.referred + (answer.ended ?? 0)
            let goesOn = ended > now + 1e-6
            if goesOn { patient.conditioned = now }
            patients[index] = patient
            guard goesOn else { return end(index, fate(of: answer)) }
            occupyEarly(patient)
            return planDropOut(index, fate(of: answer), at: ended)
        }
        patient.conditioned = now
        patient.infused = infusion
        patient.generation += 1
        patients[index] = patient
        note("lymphodepletion", index)
        occupyEarly(patient)
        for move in answer.whereabouts.moves { calendar.schedule(.move(index, move.place), at: infusion + move.day) }
        for day in answer.whereabouts.visits { sites[patient.site].visits.add(on: infusion + day) }
        calendar.schedule(.dropOut(index, generation: patient.generation, .infused), at: infusion)
    }

    /// A centre that admits for lymphodepletion gives the bed now.
    private mutating func occupyEarly(_ patient: CentrePatient) {
        guard kinds[patient.site].care == .fromLymphodepletion else { return }
        takeBed(patient)
    }

    private mutating func takeBed(_ patient: CentrePatient) {
        let (index, site) = (patient.index, patient.site)
        guard !sites[site].beds.serves(index) else { return }
        sites[site].promises[index] = nil
        sites[site].beds.takeAtOnce(index, at: now)
        // A first stay is as long as planned, or as stays have been here. Of a patient who comes back nobody knows how
        // long; it is planned from day to day.
        let stay = max(patient.plannedStay, sites[site].stays.mean)
        sites[site].leaving[index] = max((patient.infused ?? now) + stay, now + 1)
    }

    /// A bed, or the promise of one, is free again.
    mutating func leaveBed(_ index: Int, _ site: Int) {
        let wasPromised = sites[site].promises.removeValue(forKey: index) != nil
        sites[site].leaving[index] = nil
        if sites[site].beds.finish(index, at: now) || wasPromised { promiseBeds(site: site) }
    }

    /// A patient moves: admission, intensive care and back, home.
    mutating func move(_ index: Int, to place: Whereabouts.Place) {
        guard let patient = patients[index] else { return }
        let site = patient.site
        note(place.rawValue, index)
        if place != .intensiveCare { sites[site].intensiveCare.finish(index, at: now) }
        switch place {
        case .ward: takeBed(patient)
        case .intensiveCare:
            if !sites[site].intensiveCare.serves(index) { sites[site].intensiveCare.takeAtOnce(index, at: now) }
            leaveBed(index, site)
        case .home, .gone:
            leaveBed(index, site)
            let day = now
            if patient.discharged == nil, patient.infused ?? .infinity <= day {
                patients[index]?.discharged = day
                if place == .home, let infused = patient.infused { sites[site].stays.add(day - infused) }
            }
        }
    }
}
