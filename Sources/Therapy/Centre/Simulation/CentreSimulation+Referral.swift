import Care
import Dynamics
import Queueing

/// From referral to the payer's answer.
extension CentreSimulation {
    /// All referrals are known from the seed, and so is what would become of everybody who is never collected.
    mutating func planReferrals() {
        let last = plan.time.end + plan.time.runOutDays
        for (service, offered) in plan.services.enumerated() {
            var stream = RandomStream(
                seed: model.seed, patient: UInt64(service), purpose: .centreReferrals)
            let gap = TimeFrame.daysPerYear / offered.referralsPerYear.value
            var day = stream.exponential(mean: gap)
            var number = 0
            while day < last {
                let patient = makePatient(service: service, number: number, day: day)
                patients[patient.index] = patient
                if isCounted(patient) { open += 1 }
                ask(.referred, patient, .waiting(holding: patient.holding))
                calendar.schedule(.referral(service: service, number: number), at: day)
                number += 1
                day += stream.exponential(mean: gap)
            }
        }
    }

    private func makePatient(service: Int, number: Int, day: Double) -> CentrePatient {
        let setting = model.settings[service]
        let index = Self.index(service, number)
        // A candidate as referred, not one of those whom a trial would enrol.
        let virtual = VirtualPatient.draw(
            index: index, source: setting.source, from: setting.study.population, covariates: setting.covariates,
            inclusion: [])
        var homes = setting.source.stream(.centreHome, patient: index)
        let home = plan.region.home(from: &homes)
        let (site, distance) = nearest(to: home, service: plan.services[service].id)
        let hours = plan.region.hours(distance)
        var patient = CentrePatient(
            index: index, service: service, site: site, virtual: virtual, distance: distance, hours: hours,
            referred: day)
        // Each is drawn whether it is needed or not, so that a scenario moves no other draw.
        var steps = setting.source.stream(.centreSteps, patient: index)
        patient.intake = plan.steps.intakeDays.draw(from: &steps)
        patient.approval = plan.steps.approvalDays.draw(from: &steps)
        patient.isUnsuitable = steps.bernoulli(plan.steps.unsuitableShare.value)
        patient.isDenied = steps.bernoulli(plan.steps.deniedShare.value)
        patient.declines = steps.bernoulli(plan.proximity.declines(hours: hours))
        let isHeld = steps.bernoulli(plan.steps.holdingShare.value)
        patient.holding = isHeld ? plan.steps.holdingGrowth.value : nil
        patient.priority = plan.priorityRule?.score(virtual) ?? 0
        var stay = Chance(source: setting.source, patient: index, hazards: setting.numbers.hazards).stay()
        patient.plannedStay = setting.study.logistics.plannedStayDays.draw(from: &stay)
        return patient
    }

    private func nearest(to home: Home, service: String) -> (site: Int, distance: Double) {
        let offered = plan.sites.indices.filter { plan.sites[$0].offers(service) }
        let distances = offered.map { (site: $0, distance: plan.region.distance(from: home, to: plan.sites[$0])) }
        guard let nearest = distances.min(by: { $0.distance < $1.distance }) else {
            preconditionFailure("the plan was checked: every service is offered somewhere")
        }
        return nearest
    }

    /// A referral comes in.
    mutating func refer(_ index: Int) {
        guard let patient = patients[index] else { return }
        note("referred", index)
        let answer = answer(.referred, index)
        if let ended = answer.ended, ended > 0 {
            planDropOut(index, fate(of: answer), at: patient.referred + ended)
        }
        calendar.schedule(.readyForConsult(index), at: now + patient.intake)
    }

    /// What ends somebody's wait, as the body has it.
    func fate(of answer: BodyAnswer) -> CentreFate {
        if answer.outcome.diedWaiting || answer.outcome.died { return .died }
        switch answer.outcome.notInfused {
        case .progression: return .progressed
        case .ineligible: return .unsuitable
        case .manufacturingFailure: return .manufacturingFailure
        default: return .withdrew
        }
    }

    /// Replaces what was known of a patient's drop-out.
    mutating func planDropOut(_ index: Int, _ fate: CentreFate?, at day: Double) {
        patients[index]?.generation += 1
        guard let fate, let generation = patients[index]?.generation else { return }
        calendar.schedule(.dropOut(index, generation: generation, fate), at: day)
    }

    /// The papers are there.
    mutating func waitForConsult(_ index: Int) {
        guard isOnTheWay(index), let patient = patients[index] else { return }
        sites[patient.site].consults.arrive(index, at: now)
    }

    /// Somebody is seen.
    mutating func offerConsult(site: Int, _ number: Int) {
        let calendar = SlotCalendar(
            slots: kinds[site].consultsPerWeek.value, inDays: 7, phase: phase(of: site))
        self.calendar.schedule(.consultSlot(site: site, number: number + 1), at: calendar.time(of: number + 1))
        guard let index = sites[site].consults.offer(at: now), var patient = patients[index] else { return }
        patient.consulted = now
        patient.stage = .approval
        patients[index] = patient
        note("consulted", index)
        let criteria = plan.steps.studyCriteria ? model.settings[patient.service].study.inclusion : []
        let assessment = Eligibility.assess(criteria, productVersion: "", value: patient.virtual.value(of:))
        if !assessment.eligible || patient.isUnsuitable { return end(index, .unsuitable) }
        if patient.declines { return end(index, .cannotStayNear) }
        self.calendar.schedule(.payerAnswers(index), at: now + patient.approval)
    }

    /// Calendars of different sites and services do not beat together.
    func phase(of number: Int) -> Double {
        (Double(number) * 0.618_033_988_75 + 0.5).truncatingRemainder(dividingBy: 1)
    }

    /// The payer answers.
    mutating func payerAnswers(_ index: Int) {
        guard isOnTheWay(index), var patient = patients[index] else { return }
        if patient.isDenied { return end(index, .denied) }
        patient.approved = now
        patient.stage = .slot
        patients[index] = patient
        note("approved", index)
        factory[patient.service][line(of: patient)].arrive(index, priority: patient.priority, at: now)
    }
}
