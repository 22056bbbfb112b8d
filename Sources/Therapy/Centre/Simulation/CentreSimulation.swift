import Dynamics
import Queueing

/// One run of a centre: a calendar of events in which every patient has a body.
///
/// The simulation goes on until it must know what a body did; then it says which bodies it wants run and waits. Several
/// runs (other seeds, other scenarios) wait together, so that bodies fill the lanes. Nothing that a body does after the
/// dates are fixed can touch the centre before the day for which it is asked: a patient who waits is looked at weekly,
/// and the dates of a collection and of lymphodepletion are known days ahead.
struct CentreSimulation {
    let model: CentreModel
    let kinds: [CentreKind]
    let discipline: QueueDiscipline
    var calendar = EventCalendar<CentreHappening>()
    var patients: [Int: CentrePatient] = [:]
    var sites: [SiteState]
    /// Lines of the manufacturing slots: by service, then by site (or one for all).
    var factory: [[SlotLine<Int>]]
    var events: [CentreEvent] = []
    var stations: [StationReport] = []

    private var requests: [BodyRequest] = []
    private var answers: [BodyRequest.Stage: [Int: BodyAnswer]] = [:]
    /// Patients of the window whose way is not over.
    var open = 0
    private(set) var isFinished = false
    private var isOver = false
    let keepsEvents: Bool

    var plan: CentrePlan { model.plan }
    var now: Double { calendar.now }

    init(_ model: CentreModel, keepsEvents: Bool) {
        self.model = model
        self.keepsEvents = keepsEvents
        kinds = model.kinds
        discipline = model.plan.priorityRule == nil ? .firstCome : .priority
        let discipline = discipline
        sites = kinds.map { SiteState($0, discipline) }
        factory = model.plan.services.map { service in
            (0..<(service.slotsShared ? 1 : model.plan.sites.count)).map { _ in SlotLine(discipline) }
        }
        planReferrals()
        planSlots()
        calendar.schedule(.warmUpEnds, at: plan.time.start)
        calendar.schedule(.windowEnds, at: plan.time.end)
    }

    // MARK: The loop

    /// Goes on until a body must be known.
    /// - Returns: The bodies that are wanted; empty when the run is over.
    mutating func advance(with found: [(BodyRequest, BodyAnswer)]) -> [BodyRequest] {
        for (request, answer) in found { answers[request.stage, default: [:]][request.patient] = answer }
        while !isOver {
            if !requests.isEmpty, let due = peek(), isBlocked(due) {
                defer { requests = [] }
                return requests
            }
            guard let (time, happening) = nextEvent() else { break }
            happen(happening, at: time)
            let last = plan.time.end + plan.time.runOutDays + VeinToVein.longestWait
            isOver = time > plan.time.end && (open == 0 || time > last)
        }
        if !requests.isEmpty {
            defer { requests = [] }
            return requests
        }
        isFinished = true
        closeBooks()
        return []
    }

    private var ahead: (time: Double, event: CentreHappening)?

    private mutating func peek() -> CentreHappening? {
        if ahead == nil { ahead = calendar.next() }
        return ahead?.event
    }

    private mutating func nextEvent() -> (time: Double, event: CentreHappening)? {
        defer { ahead = nil }
        return ahead ?? calendar.next()
    }

    /// Whether an event needs an answer that is not there yet.
    private func isBlocked(_ happening: CentreHappening) -> Bool {
        switch happening {
        case .referral(let service, let number): !isKnown(.referred, Self.index(service, number))
        case .collection(let index):
            isOnTheWay(index) && patients[index]?.collected == nil && !isKnown(.collected, index)
        case .lymphodepletion(let index): isOnTheWay(index) && !isKnown(.complete, index)
        default: false
        }
    }

    private func isKnown(_ stage: BodyRequest.Stage, _ index: Int) -> Bool { answers[stage]?[index] != nil }

    func isOnTheWay(_ index: Int) -> Bool { patients[index].map { !$0.isResolved } ?? false }

    /// Asks for a body.
    mutating func ask(_ stage: BodyRequest.Stage, _ patient: CentrePatient, _ plan: VeinToVein) {
        requests.append(
            BodyRequest(
                patient: patient.index, stage: stage, service: patient.service, virtual: patient.virtual, plan: plan))
    }

    /// Takes an answer.
    mutating func answer(_ stage: BodyRequest.Stage, _ index: Int) -> BodyAnswer {
        guard let answer = answers[stage]?.removeValue(forKey: index) else {
            preconditionFailure("patient \(index) was not run as \(stage)")
        }
        return answer
    }

    /// Number of a patient: the same whatever else changes.
    static func index(_ service: Int, _ number: Int) -> Int { service * 10_000_000 + number }

    // MARK: What happens

    private mutating func happen(_ happening: CentreHappening, at time: Double) {
        switch happening {
        case .referral(let service, let number): refer(Self.index(service, number))
        case .readyForConsult(let index): waitForConsult(index)
        case .consultSlot(let site, let number): offerConsult(site: site, number)
        case .payerAnswers(let index): payerAnswers(index)
        case .factorySlot(let service, let line, let number): offerSlot(service, line, number)
        case .collectionSlot(let site, let number): offerCollection(site: site, number)
        case .collection(let index): collect(index)
        case .verdict(let index): decide(index)
        case .arrival(let index): receive(index)
        case .readyForBed(let index): waitForBed(index)
        case .bedReview(let site):
            sites[site].reviewDue = false
            promiseBeds(site: site)
        case .lymphodepletion(let index): deplete(index)
        case .move(let index, let place): move(index, to: place)
        case .dropOut(let index, let generation, let fate):
            if patients[index]?.generation == generation { end(index, fate) }
        case .warmUpEnds: restartStatistics()
        case .windowEnds: stations = report()
        }
    }

    private mutating func restartStatistics() {
        for site in sites.indices { sites[site].restart(at: now) }
        for service in factory.indices {
            for line in factory[service].indices { factory[service][line].restart(at: now) }
        }
    }

    /// Notes an event.
    mutating func note(_ what: String, _ index: Int) {
        if keepsEvents { events.append(CentreEvent(day: now, patient: index, what: what)) }
    }

    /// Somebody's way is over: they leave every line.
    mutating func end(_ index: Int, _ fate: CentreFate) {
        guard var patient = patients[index], !patient.isResolved else { return }
        patient.fate = fate
        patient.ended = now
        patient.generation += 1
        patients[index] = patient
        if isCounted(patient) { open -= 1 }
        guard fate != .infused else { return }
        note(fate.rawValue, index)
        leaveLines(patient)
    }

    /// Whether a patient belongs to the window that is reported.
    func isCounted(_ patient: CentrePatient) -> Bool {
        patient.referred >= plan.time.start && patient.referred < plan.time.end
    }

    /// What a patient without a product used, to the day on which that was known.
    private mutating func closeBooks() {
        for (index, answer) in answers[.complete] ?? [:] where patients[index]?.fate == .manufacturingFailure {
            patients[index]?.outcome = answer.outcome
        }
        for index in patients.keys where patients[index]?.fate == nil { patients[index]?.fate = .unresolved }
    }

    private mutating func leaveLines(_ patient: CentrePatient) {
        let (index, site) = (patient.index, patient.site)
        sites[site].consults.leave(index, at: now)
        sites[site].collections.leave(index, at: now)
        sites[site].bedLine.leave(index, at: now)
        let line = line(of: patient)
        factory[patient.service][line].leave(index, at: now)
        if patient.slotted != nil, patient.collected == nil { factory[patient.service][line].waste() }
        if patient.booked != nil, patient.collected == nil { sites[site].collections.waste() }
        leaveBed(index, site)
    }

    /// The line of manufacturing slots in which a patient waits.
    func line(of patient: CentrePatient) -> Int { plan.services[patient.service].slotsShared ? 0 : patient.site }
}
