/// A journal folded once for all that is read from it: chart, alerts, doubts, results. When the journal grows, the fold goes
/// on from where it was, and says the same as one that was begun anew.
///
/// What is written now has often happened a little before what was written last, so a few earlier states are kept: the fold
/// goes back to the last one that what is new comes after. A correction changes what counts; then it begins anew.
public struct JournalFold: Sendable {
    /// The journal, all of whose entries are in the fold.
    public let journal: Journal
    /// The label by which alerts are raised; nil unknown.
    public let label: Label?
    private let struck: Set<Int>
    private var state: FoldState
    /// Earlier states, the newest last.
    private var earlier: [FoldState] = []

    /// Entries between two states that are kept, and how many are kept: at one set of vital signs a second, the last minute.
    private static let stride = 8
    private static let most = 8

    /// Folds a whole journal.
    public init(of journal: Journal, label: Label? = nil) {
        self.journal = journal
        self.label = label
        struck = journal.struck
        state = FoldState(therapy: journal.therapy, label: label)
        take(journal.chronology(after: nil, until: nil, leavingOut: struck))
    }

    /// The fold of the same journal, grown; of any other journal, a new one.
    public func grown(to journal: Journal) -> JournalFold {
        JournalFold(self, goingOnWith: journal) ?? JournalFold(of: journal, label: label)
    }

    private init?(_ other: JournalFold, goingOnWith journal: Journal) {
        let count = other.journal.entries.count
        guard journal.therapy == other.journal.therapy, journal.subject == other.journal.subject,
            journal.entries.count >= count,
            count == 0 || journal.entries[count - 1] == other.journal.entries[count - 1]
        else { return nil }
        let new = journal.entries[count...]
        guard !new.contains(where: \.event.isCorrection) else { return nil }
        (self.journal, label, struck) = (journal, other.label, other.struck)
        (state, earlier) = (other.state, other.earlier)
        guard let first = new.lazy.map(\.occurredAt).min() else { return }
        while let until = state.until, first <= until {
            guard let before = earlier.popLast() else { return nil }
            state = before
        }
        take(journal.chronology(after: state.until, until: nil, leavingOut: struck))
    }

    private mutating func take(_ positions: [Int]) {
        for (index, position) in positions.enumerated() {
            let entry = journal.entries[position]
            // A state ends with a moment, never within one: entries of one moment have an order of their own.
            if positions.count - index <= Self.stride * Self.most, state.until != entry.occurredAt,
                state.count - (earlier.last?.count ?? 0) >= Self.stride
            {
                earlier.append(state)
                if earlier.count > Self.most { earlier.removeFirst() }
            }
            state.take(entry)
        }
    }

    // MARK: Reading

    /// When the last thing happened; nil for a journal in which nothing counts.
    public var last: Instant? { state.until }

    /// Where the patient stands.
    public var chart: Chart { state.log.chart }

    /// Where the patient stood at a time.
    public func chart(at instant: Instant) -> Chart {
        guard let last, instant < last else { return chart }
        guard let before = earlier.last(where: { $0.until.map { $0 <= instant } ?? true }) else {
            return Chart(of: journal, at: instant)
        }
        var chart = before.log.chart
        for position in journal.chronology(after: before.until, until: instant, leavingOut: struck) {
            chart.apply(journal.entries[position])
        }
        return chart
    }

    /// Doubts about the entries.
    public var doubts: [Doubt] { state.doubts.doubts }

    /// What of the chain of identity stands.
    var openIdentityFindings: [IdentityFinding] { state.identity.open }

    /// What is to be done, by all that was done. Like what follows, for a time that is not before the last entry.
    public func calendar(at instant: Instant) -> DueCalendar { state.log.calendar(at: instant) }

    /// The alerts that wait for somebody, the most urgent first; `calendar` is that of the same time.
    public func standingAlerts(_ calendar: DueCalendar) -> [Alert] {
        let log = state.log.advanced(to: calendar.at)
        return Alerts.inOrder((log.alerts + log.overdue(in: calendar)).filter(\.isStanding))
    }

    /// The scales that read blood results.
    public func scales(at instant: Instant) -> LaboratoryScales {
        LaboratoryScales(state.results, chart: chart, at: instant)
    }
}

extension Event {
    fileprivate var isCorrection: Bool { if case .corrected = self { true } else { false } }
}
