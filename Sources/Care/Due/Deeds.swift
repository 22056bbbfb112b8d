/// What was done and when, as far as the calendar asks: one list a kind, in the order in which it happened.
public struct Deeds: Sendable {
    /// One thing done.
    public struct Deed: Sendable, Equatable {
        /// When.
        public var at: Instant
        /// Sequence number of its entry; nil where no journal was written.
        public var entry: Int?
        /// What was said of it: name of a visit, a form; why a visit was missed.
        public var text: String
    }

    /// Kinds of deed.
    public enum Kind: Hashable, Sendable {
        /// Seen: visits; vital signs and neurology
        case visit, vitals, neurology
        /// Blood
        case laboratory(Analyte)
        /// Response, replication-competent virus, vaccines
        case response, replication, inactivatedVaccine, liveVaccine
        /// Registry forms sent, visits missed
        case form, missedVisit
        /// Before infusion
        case referral, eligibility, consent, markers, fitness, pregnancyTest, lymphodepletionReview, collection,
            batchStart, release, identityCheck, lymphodepletion
        /// Product here; tocilizumab here
        case arrival, tocilizumab
        /// Second malignancy
        case malignancy
        /// Immunoglobulin given; follow-up handed over, signed by both
        case immunoglobulin, transfer
    }

    /// Deeds of one kind.
    private struct Log: Sendable {
        var all = SharedArray<Deed>()
        /// Those on another day than the one before. A window of whole days looks at no more: the first deed in it is one
        /// of them, for the one before it, on the same day, would be in the window, too.
        var firstsOfDays = SharedArray<Deed>()

        mutating func append(_ deed: Deed) {
            if all.last.map({ Day(of: $0.at) != Day(of: deed.at) }) ?? true { firstsOfDays.append(deed) }
            all.append(deed)
        }
    }

    private var logs: [Kind: Log] = [:]

    /// No deeds.
    public init() {}

    /// All of a kind.
    public subscript(kind: Kind) -> SharedArray<Deed> { logs[kind]?.all ?? SharedArray() }

    /// Of a kind, the first of each day: all that a window of whole days asks for.
    func firstsOfDays(_ kind: Kind) -> SharedArray<Deed> { logs[kind]?.firstsOfDays ?? SharedArray() }

    mutating func note(_ kind: Kind, at instant: Instant, entry: Int?, _ text: String = "") {
        logs[kind, default: Log()].append(Deed(at: instant, entry: entry, text: text))
    }

    /// Takes one event in.
    mutating func take(_ event: Event, at instant: Instant, entry: Int?) {
        func note(_ kind: Kind, _ text: String = "") { self.note(kind, at: instant, entry: entry, text) }
        switch event {
        case .vitalsTaken: note(.vitals)
        case .neurologyAssessed: note(.neurology)
        case .labReported(let result): note(.laboratory(result.analyte))
        case .responseAssessed: note(.response)
        case .drugGiven(let dose):
            switch dose.drug {
            case .immunoglobulin: note(.immunoglobulin)
            case .fludarabine, .cyclophosphamide, .bendamustine: note(.lymphodepletion)
            default: break
            }
        default: takePathway(event, at: instant, entry: entry)
        }
    }

    /// Takes one event of the pathway in.
    mutating func takePathway(_ event: Event, at instant: Instant, entry: Int?) {
        func note(_ kind: Kind, _ text: String = "") { self.note(kind, at: instant, entry: entry, text) }
        switch event {
        case .followUpVisited(let visit): note(.visit, visit.visit)
        case .visitMissed(let visit): note(.missedVisit, visit.reason ?? "no reason given")
        case .registryFormSent(let form): note(.form, form.form)
        case .replicationTested(let test):
            note(.replication, test.positive.map { $0 ? "positive" : "negative" } ?? "archived")
        case .vaccinated(let vaccination):
            note(vaccination.live ? .liveVaccine : .inactivatedVaccine, vaccination.vaccine)
        case .secondMalignancyReported(let value): note(.malignancy, value.description)
        case .careTransferred(let transfer):
            if transfer.givenBy != nil, transfer.takenBy != nil { note(.transfer, transfer.to) }
        case .referralReceived: note(.referral)
        case .eligibilityAssessed: note(.eligibility)
        case .consentRecorded(let consent): if consent.given { note(.consent) }
        case .infectiousMarkersReported(let markers):
            self.note(.markers, at: markers.takenAt, entry: entry)
        case .fitnessChecked(let check):
            note(.fitness)
            if check.pregnant != nil { note(.pregnancyTest) }
        case .lymphodepletionReviewed: note(.lymphodepletionReview)
        case .leukapheresisCompleted: note(.collection)
        case .batchStarted: note(.batchStart)
        case .batchReleased: note(.release)
        case .identityVerified: note(.identityCheck)
        case .shipmentReceived(let shipment): if shipment.content == .product { note(.arrival) }
        case .readinessConfirmed(let readiness) where readiness.ready:
            if readiness.what == .productOnSite { note(.arrival) }
            if readiness.what == .tocilizumab { note(.tocilizumab) }
        default: break
        }
    }
}

extension Chart {
    /// What the chart itself knows to be done: of signs, results and responses only the last of each kind. That is
    /// enough to tell what is open, since what counts for an open window is the last.
    var deeds: Deeds {
        var deeds = Deeds()
        for record in pathway.records { deeds.takePathway(record.event, at: record.at, entry: record.entry) }
        if let (_, at) = latestVitals { deeds.note(.vitals, at: at, entry: nil) }
        if let at = lastNeurologyAt { deeds.note(.neurology, at: at, entry: nil) }
        for analyte in Analyte.allCases {
            if let (_, at) = latest(analyte) { deeds.note(.laboratory(analyte), at: at, entry: nil) }
        }
        if let (_, at) = latestResponse { deeds.note(.response, at: at, entry: nil) }
        if let at = immunoglobulinGivenAt { deeds.note(.immunoglobulin, at: at, entry: nil) }
        if let at = lymphodepletionStart { deeds.note(.lymphodepletion, at: at, entry: nil) }
        return deeds
    }
}
