import Care
import Dynamics

/// One virtual patient's way from referral to the last follow-up: the loop of the body and the rules.
///
/// The body runs in a lane of the integrator. At each stop the journey measures what a nurse or a laboratory would,
/// writes it into the journal, lets the chart grade it and the guideline answer, and acts on the body by the orders.
/// The rules see measurements only, never the body's hidden states.
final class Journey {
    /// What is the same for every patient of a trial.
    let setting: TrialSetting
    let patient: VirtualPatient
    let plan: VeinToVein
    /// Infections that are to come before infusion.
    let infections: WaitingInfections
    /// Body parameters of this patient.
    let parameters: [Double]

    var outcome: Outcome
    var chart: Chart
    /// The full journal, if this patient is opened.
    var journal: Journal?
    /// What is still to be written beside the events of the course, if a journal is kept.
    var papers = Papers()
    /// Where the patient was from admission on, if a centre asks.
    var whereabouts: Whereabouts?
    /// Whether the course went on beyond the days that were asked for.
    var reachedHorizon = false
    /// Samples for the report, if this patient is traced.
    var trace: PatientTrace?

    var agenda = Agenda<Planned>()
    /// Next look at the patient; infinite before infusion (waiting checks are planned ones) and after the end.
    var nextLook = Double.infinity
    /// Day from infusion.
    var now: Double
    /// How few cells each clone of the tumour must be taken for before its last one dies: exponential draws, mean one.
    let lastCells: [Double]
    /// Luck, by purpose and day.
    var chance: Chance
    /// Errors of what is measured at this look.
    var measurement: RandomStream

    var phase = Phase.waiting
    var support: Support
    var judge: ResponseJudge?
    var admittedAt: Double?
    var intensiveSince: Double?
    var plannedStay = 0.0
    var lastHazardCheck: Double
    var lastNeurology = -Double.infinity
    var lastLaboratory = -Double.infinity
    var lastCarT: (day: Double, value: Double)?
    var orderCount = 0
    var filgrastimDays = 0
    var neutrophilCourse = NeutrophilCourse()

    unowned var integrator: LaneIntegrator
    var lane = 0

    /// Where the patient is.
    enum Phase { case waiting, conditioning, hospital, home, ended }

    /// A patient of a trial: drawn with their plan.
    convenience init(
        index: Int, setting: TrialSetting, integrator: LaneIntegrator, recording: Bool, tracing: Bool
    ) {
        let study = setting.study
        let patient = VirtualPatient.draw(
            index: index, source: setting.source, from: study.population, covariates: setting.covariates,
            inclusion: study.inclusion)
        let plan = VeinToVein.plan(
            for: patient, study: study, product: setting.product, course: setting.numbers,
            infections: setting.waitingInfections(of: patient), source: setting.source)
        self.init(
            patient, plan: plan, setting: setting, integrator: integrator, recording: recording, tracing: tracing)
    }

    /// A patient whose dates others set, a centre with its queues.
    init(
        _ patient: VirtualPatient, plan: VeinToVein, setting: TrialSetting, integrator: LaneIntegrator,
        recording: Bool, tracing: Bool
    ) {
        let index = patient.index
        self.patient = patient
        self.plan = plan
        infections = setting.waitingInfections(of: patient)
        self.setting = setting
        self.integrator = integrator
        parameters = setting.parameters.draw(
            for: patient, plan: plan, covariates: setting.covariates,
            engrafting: setting.numbers.cells.engrafting, source: setting.source)
        support = Support(setting.numbers.support)
        chance = Chance(source: setting.source, patient: index, hazards: setting.numbers.hazards)
        measurement = chance.measurement(at: 0)
        var last = chance.extinction()
        lastCells = setting.body.clones.map { _ in last.exponential(mean: 1) }
        now = -plan.infusion
        lastHazardCheck = now
        outcome = Outcome(patient: patient)
        let therapy = setting.chainOfIdentity(of: index)
        chart = Chart(therapy: therapy)
        if recording {
            journal = Journal(therapy: therapy, subject: setting.subject(of: index))
        }
        if tracing { trace = PatientTrace(patient: index) }
    }

    // MARK: The loop

    /// Puts the body into a lane and starts the course at enrolment.
    func begin(lane: Int) -> LaneIntegrator.Directive {
        self.lane = lane
        integrator.load(lane: lane, time: now, parameters: parameters)
        setExtinction()
        trace?.move(to: .waiting, day: now)
        enrol()
        return advance()
    }

    /// Goes on from a stop of the integrator.
    func resume(_ stop: LaneIntegrator.Stop) -> LaneIntegrator.Directive {
        if case .failed(let failure) = stop {
            outcome.failure = "\(failure)"
            phase = .ended
            return .idle
        }
        now = integrator.time(lane)
        loseClones()
        // Who is looked at is looked at before a dose: it may be stopped, or another ordered in its place.
        var doses: [Planned] = []
        while phase != .ended, let planned = agenda.take(dueBy: now) {
            if case .dose = planned, now >= nextLook { doses.append(planned) } else { perform(planned) }
        }
        if phase != .ended, now >= nextLook { look() }
        for dose in doses where phase != .ended { perform(dose) }
        return advance()
    }

    private func advance() -> LaneIntegrator.Directive {
        guard phase != .ended else { return .idle }
        return .advance(to: min(agenda.next ?? .infinity, nextLook))
    }

    /// Whether the course is over.
    var isOver: Bool { phase == .ended }

    private func perform(_ planned: Planned) {
        switch planned {
        case .note(let event, let actor): record(event, by: actor)
        case .collection(let collection): collect(collection)
        case .verdict(let batch, let isLast): decide(on: batch, isLast: isLast)
        case .arrival: receiveProduct()
        case .bridging(let remaining): bridge(remaining: remaining)
        case .waitingCheck: checkWhileWaiting()
        case .infection(let severity): sufferWaiting(severity)
        case .holdingEnds(let growth): set(\.growth, to: growth)
        case .horizon:
            reachedHorizon = true
            close()
        case .fitnessCheck: checkFitness()
        case .lymphodepletion(let drug, let amount, let minutes): deplete(drug, amount: amount, minutes: minutes)
        case .infusionEnds(let drug): endInfusion(of: drug)
        case .admission: admit(to: .ward, because: "CAR-T infusion")
        case .infusion: infuse()
        case .secondInfusionIsDue(let cells): decideOnRest(cells)
        case .secondInfusion(let cells): infuseRest(cells)
        case .dose(let order): giveDose(of: order)
        case .responseAssessment: assessResponse()
        case .end: finish()
        }
    }

    // MARK: The record

    /// Writes an event: the chart sees it at once; the journal keeps it if this patient is opened.
    func record(_ event: Event, by actor: Actor) {
        let instant = setting.instant(of: now)
        chart.apply(event, at: instant)
        outcome.ledger.bookCentre(event)
        if journal != nil { keep(event, by: actor) }
    }

    // MARK: The body

    /// A measured quantity of the body.
    func reading(_ path: KeyPath<Body.Readings, Int>) -> Double {
        integrator.observable(setting.body.readings[keyPath: path], lane: lane)
    }

    /// Adds to a state of the body: a dose.
    func add(_ amount: Double, to path: KeyPath<Body.Compartments, Int>) {
        let state = setting.body.compartments[keyPath: path]
        integrator.setState(state, lane: lane, to: integrator.state(state, lane: lane) + amount)
    }

    /// Multiplies a state of the body.
    func scale(_ path: KeyPath<Body.Compartments, Int>, by factor: Double) {
        let state = setting.body.compartments[keyPath: path]
        integrator.setState(state, lane: lane, to: integrator.state(state, lane: lane) * factor)
    }

    /// Sets an input of the body.
    func set(_ path: KeyPath<Body.Inputs, Int>, to value: Double) {
        integrator.setParameter(setting.body.inputs[keyPath: path], lane: lane, to: value)
    }
}
