/// Where the patient stands, computed from the journal and from nothing else: stage, grades with their reasons, running
/// orders, latest values.
///
/// A fold: `apply` takes one event after another, and costs well under a microsecond for most of them, so that the same
/// chart serves a bedside and a million virtual patients.
public struct Chart: Sendable {
    /// Chain-of-identity identifier of the therapy.
    public let therapy: String
    /// What happened on the way from vein to vein and in follow-up, as far as steps and custody are concerned.
    public private(set) var pathway = Pathway()
    /// Who was referred.
    public private(set) var referral: Referral?
    /// The last verdict on eligibility.
    public private(set) var eligibility: EligibilityAssessment?
    /// Whether consent stands.
    public private(set) var hasConsent = false
    /// Product ordered.
    public private(set) var productOrder: ProductOrder?
    /// Collections done.
    public private(set) var collections = 0
    /// Batch in manufacture.
    public private(set) var batchInManufacture: String?
    /// Batch released, if any.
    public private(set) var released: Release?
    /// The last identity check.
    public private(set) var identityCheck: IdentityCheck?
    /// First dose of lymphodepletion.
    public private(set) var lymphodepletionStart: Instant?
    /// Infusion of the cells.
    public private(set) var infusedAt: Instant?
    /// The infusion.
    public private(set) var infusion: Infusion?
    /// Unit the patient is in; nil at home.
    public private(set) var unit: Admission.Unit?
    /// Since when they have been there, or home.
    public private(set) var locatedSince: Instant?
    /// Last vital signs.
    public private(set) var latestVitals: (signs: VitalSigns, at: Instant)?
    /// Last follow-up visit.
    public private(set) var lastVisitAt: Instant?
    /// Last fever of 38.0 °C or more.
    public private(set) var lastFever: Instant?
    /// CRS grade that the team last wrote down.
    public private(set) var recordedCRS = CRSGrade.none
    /// ICANS grade that the team last wrote down.
    public private(set) var recordedICANS = ICANSGrade.none
    /// Tocilizumab given.
    public private(set) var tocilizumabGivenAt: [Instant] = []
    /// What became of CRS since the last tocilizumab; nil before the first.
    public private(set) var tocilizumabResponse: TocilizumabResponse?
    /// Siltuximab given.
    public private(set) var siltuximabGivenAt: [Instant] = []
    /// Last dose of anakinra.
    public private(set) var anakinraGivenAt: Instant?
    /// Last dose of immunoglobulin.
    public private(set) var immunoglobulinGivenAt: Instant?
    /// Last dose of a corticosteroid for toxicity.
    public private(set) var corticosteroidGivenAt: Instant?
    /// Since when a corticosteroid has been given for signs of CRS or ICANS; two days without one end the course (ours).
    public private(set) var corticosteroidSince: Instant?
    /// Last dose of paracetamol.
    public private(set) var paracetamolGivenAt: Instant?
    /// Fluid boluses given.
    public private(set) var fluidBoluses: [Instant] = []
    /// Last change of the vasopressors.
    private(set) var vasopressorChangedAt: Instant?
    /// Last change of the oxygen.
    private(set) var oxygenChangedAt: Instant?
    /// Orders that run.
    public private(set) var activeOrders: [ActiveOrder] = []
    /// Best response so far.
    public private(set) var bestResponse: Response?
    /// Last response.
    public private(set) var latestResponse: (assessment: ResponseAssessment, at: Instant)?
    /// Progression, if any.
    public private(set) var progression: (event: Progression, at: Instant)?
    /// Why the therapy ended before infusion.
    public private(set) var cancellation: Cancellation?
    /// Death.
    public private(set) var death: (cause: Death.Cause, at: Instant)?
    /// Last event seen.
    public private(set) var lastEventAt: Instant?
    /// Last neurological assessment.
    public var lastNeurologyAt: Instant? { icansMonitor.basis?.at }

    /// The last CRS grade of the team beside the computed one.
    private(set) var crsRecord: TeamGrade<CRSGrade>?
    /// The last ICANS grade of the team beside the computed one.
    private(set) var icansRecord: TeamGrade<ICANSGrade>?
    private(set) var crsMonitor = CRSMonitor()
    private(set) var icansMonitor = ICANSMonitor()
    private var laboratory = [(result: LabResult, at: Instant, entry: Int?)?](
        repeating: nil, count: Analyte.allCases.count)
    /// Last time at which CRS or ICANS was of grade 2 or more.
    private(set) var lastModerateToxicity: Instant?

    /// A running order and what has been given of it.
    public struct ActiveOrder: Sendable, Equatable {
        /// The order.
        public var order: Order
        /// When it was placed.
        public var placedAt: Instant
        /// Doses given.
        public var given: Int
        /// Last dose.
        public var lastGivenAt: Instant?
    }

    /// An empty chart.
    public init(therapy: String) { self.therapy = therapy }

    /// The chart of a journal as it was at a time: entries that happened later are not seen, and entries that a
    /// correction struck out never. The order of writing changes nothing; see `Journal.chronology`.
    public init(of journal: Journal, at instant: Instant? = nil) {
        self.init(therapy: journal.therapy)
        for position in journal.chronology(until: instant) { apply(journal.entries[position]) }
    }

    // MARK: Reading

    /// Days since infusion; nil before.
    public func day(at instant: Instant) -> Double? { infusedAt.map { instant.days(since: $0) } }

    /// The last result of an analyte.
    public func latest(_ analyte: Analyte) -> (result: LabResult, at: Instant)? {
        laboratory[analyte.index].map { ($0.result, $0.at) }
    }

    /// Sequence number of the entry that holds the last result of an analyte.
    public func latestEntry(_ analyte: Analyte) -> Int? { laboratory[analyte.index]?.entry }

    /// CRS grade now.
    public var crsGrade: CRSGrade { crsMonitor.grade }
    /// ICANS grade now.
    public var icansGrade: ICANSGrade { icansMonitor.grade }
    /// CRS from its first onset: highest grade so far, and when the first episode resolved.
    public var crsEpisode: Episode<CRSGrade>? { crsMonitor.episodes.summary }
    /// ICANS likewise.
    public var icansEpisode: Episode<ICANSGrade>? { icansMonitor.episodes.summary }

    /// When the last signs of ICANS were gone; nil while there are some, or were none.
    var icansEnd: Instant? { icansMonitor.episodes.last?.resolved }

    /// Whether support given at this time is newer than the vital signs.
    func wasSupportedSinceVitals(_ given: Instant?) -> Bool {
        guard let given, let (_, taken) = latestVitals else { return false }
        return given >= taken
    }

    /// Whether a drug is ordered and not all of the order given.
    public func isOrdered(_ drug: Drug) -> Bool { activeOrders.contains { $0.order.drug == drug } }

    /// Whether an order for a corticosteroid runs.
    public var isOnCorticosteroid: Bool {
        isOrdered(.dexamethasone) || isOrdered(.methylprednisolone)
    }

    /// The stage at a time.
    public func stage(at instant: Instant) -> Stage {
        if let death { return .dead(death.cause) }
        if let cancellation { return .cancelled(cancellation.reason) }
        if let day = day(at: instant) {
            let whole = Int(day.rounded(.down))
            return day < 29 ? .monitoring(day: whole) : .followUp(day: whole)
        }
        if lymphodepletionStart != nil { return .conditioning }
        if released != nil { return .productReleased }
        if batchInManufacture != nil { return .manufacturing }
        if collections > 0 { return .collected }
        if let eligibility { return eligibility.eligible ? .eligible : .ineligible }
        return .referred
    }

    // MARK: Folding

    /// Takes one entry in: its event, and who wrote it where.
    public mutating func apply(_ entry: Entry) {
        apply(entry.event, at: entry.occurredAt, entry: entry.sequence, by: entry.actor)
    }

    /// Takes one event in.
    /// - Parameters:
    ///   - entry: sequence number of the entry that holds it; nil for one that stands in no journal.
    ///   - actor: who wrote it.
    public mutating func apply(_ event: Event, at instant: Instant, entry: Int? = nil, by actor: Actor? = nil) {
        lastEventAt = instant
        if event.concernsPathway {
            pathway.take(Pathway.Record(event: event, at: instant, entry: entry, actor: actor))
        }
        switch event {
        case .vitalsTaken(let signs): take(signs, at: instant)
        case .neurologyAssessed(let assessment):
            guard infusedAt != nil, death == nil else { return }
            icansMonitor.take(assessment, at: instant)
            noteToxicity(instant)
        case .labReported(let result): laboratory[result.analyte.index] = (result, instant, entry)
        case .crsGraded(let grading):
            recordedCRS = grading.grade
            crsRecord = TeamGrade(recorded: grading.grade, computed: crsGrade, at: instant)
        case .icansGraded(let grading):
            recordedICANS = grading.grade
            icansRecord = TeamGrade(recorded: grading.grade, computed: icansGrade, at: instant)
        case .drugGiven(let dose): take(dose, at: instant)
        case .orderPlaced(let order):
            activeOrders.append(ActiveOrder(order: order, placedAt: instant, given: 0, lastGivenAt: nil))
        case .orderStopped(let stop): activeOrders.removeAll { $0.order.id == stop.id }
        case .admitted(let admission): move(to: admission.unit, at: instant)
        case .discharged: move(to: nil, at: instant)
        case .responseAssessed(let assessment): take(assessment, at: instant)
        case .progressionReported(let event): if progression == nil { progression = (event, instant) }
        case .died(let death): die(of: death.cause, at: instant)
        default: takePathway(event, at: instant)
        }
    }

    private mutating func takePathway(_ event: Event, at instant: Instant) {
        switch event {
        case .referralReceived(let value):
            referral = value
            icansMonitor.note(age: value.age, at: instant)
        case .eligibilityAssessed(let value): eligibility = value
        case .consentRecorded(let value): hasConsent = value.given
        case .productOrdered(let value): productOrder = value
        case .leukapheresisCompleted: collections += 1
        case .batchStarted(let value): batchInManufacture = value.batch
        case .batchReleased(let value):
            released = value
            batchInManufacture = nil
        case .batchFailed(let value):
            batchInManufacture = nil
            if released?.batch == value.batch { released = nil }
        case .identityVerified(let value): identityCheck = value
        case .infusionCompleted(let value):
            if infusedAt == nil { infusedAt = instant }
            infusion = value
        case .followUpVisited: lastVisitAt = instant
        case .therapyCancelled(let value): cancellation = value
        default: break
        }
    }

    private mutating func take(_ signs: VitalSigns, at instant: Instant) {
        latestVitals = (signs, instant)
        if let temperature = signs.temperature, temperature >= CRSAxes.fever { lastFever = instant }
        guard let infusedAt, death == nil else { return }
        crsMonitor.take(signs, at: instant, day: instant.days(since: infusedAt))
        let grade = crsGrade
        tocilizumabResponse?.note(grade)
        noteToxicity(instant)
    }

    private mutating func noteToxicity(_ instant: Instant) {
        if crsGrade >= .grade2 || icansGrade >= .grade2 { lastModerateToxicity = instant }
    }

    private mutating func take(_ dose: DrugAdministration, at instant: Instant) {
        switch dose.drug {
        case .tocilizumab:
            tocilizumabGivenAt.append(instant)
            tocilizumabResponse = TocilizumabResponse(gradeAtDose: crsGrade)
            crsMonitor.treat(with: .anticytokine, dose.drug, at: instant)
        case .siltuximab:
            siltuximabGivenAt.append(instant)
            crsMonitor.treat(with: .anticytokine, dose.drug, at: instant)
        case .dexamethasone, .methylprednisolone:
            noteCorticosteroid(at: instant)
            crsMonitor.treat(with: .anticytokine, dose.drug, at: instant)
        case .anakinra:
            anakinraGivenAt = instant
            crsMonitor.treat(with: .anticytokine, dose.drug, at: instant)
        case .paracetamol:
            paracetamolGivenAt = instant
            crsMonitor.treat(with: .antipyretic, dose.drug, at: instant)
        case .immunoglobulin: immunoglobulinGivenAt = instant
        case .fluidBolus: fluidBoluses.append(instant)
        case .vasopressor: vasopressorChangedAt = instant
        case .oxygen: oxygenChangedAt = instant
        case .fludarabine, .cyclophosphamide, .bendamustine:
            if lymphodepletionStart == nil { lymphodepletionStart = instant }
        default: break
        }
        guard let index = activeOrders.firstIndex(where: { $0.order.drug == dose.drug }) else { return }
        activeOrders[index].given += 1
        activeOrders[index].lastGivenAt = instant
        if let doses = activeOrders[index].order.doses, activeOrders[index].given >= doses {
            activeOrders.remove(at: index)
        }
    }

    private mutating func noteCorticosteroid(at instant: Instant) {
        let isPaused = corticosteroidGivenAt.map { instant.hours(since: $0) >= 48 } ?? true
        if isPaused { corticosteroidSince = nil }
        if corticosteroidSince == nil, crsGrade != .none || icansGrade != .none { corticosteroidSince = instant }
        corticosteroidGivenAt = instant
    }

    private mutating func take(_ assessment: ResponseAssessment, at instant: Instant) {
        latestResponse = (assessment, instant)
        let order = Response.allCases
        let rank = { (response: Response) in order.firstIndex(of: response) ?? order.count }
        if bestResponse.map({ rank(assessment.response) < rank($0) }) ?? true { bestResponse = assessment.response }
    }

    private mutating func move(to unit: Admission.Unit?, at instant: Instant) {
        self.unit = unit
        locatedSince = instant
    }

    private mutating func die(of cause: Death.Cause, at instant: Instant) {
        death = (cause, instant)
        activeOrders = []
        if cause == .crs { crsMonitor.die(at: instant) }
        if cause == .neurotoxicity { icansMonitor.die(at: instant) }
    }
}

extension Analyte {
    /// Position in tables by analyte.
    var index: Int {
        switch self {
        case .carT: 0
        case .bCells: 1
        case .interleukin6: 2
        case .crp: 3
        case .ferritin: 4
        case .interferonGamma: 5
        case .immunoglobulinG: 6
        case .neutrophils: 7
        case .platelets: 8
        case .lymphocytes: 9
        case .haemoglobin: 10
        case .creatinine: 11
        case .ldh: 12
        case .mProtein: 13
        case .leukocytes: 14
        case .cd4: 15
        case .cd3: 16
        case .fibrinogen: 17
        case .dDimer: 18
        case .triglycerides: 19
        case .alt: 20
        case .ast: 21
        case .bilirubin: 22
        case .potassium: 23
        case .phosphate: 24
        case .uricAcid: 25
        }
    }
}
