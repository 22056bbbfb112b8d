/// What the guidelines recommend for a chart as it is now: for people, with reasons, doses, what would change it, and
/// where they differ. It decides nothing; a physician does.
///
/// The simulator's own path is `Guideline.advice(for:at:)`, which turns one policy into orders.
public struct Counsel: Codable, Sendable, Equatable {
    /// The time that is counselled for.
    public var at: Instant
    /// Recommendations, the most urgent first.
    public var items: [CounselItem]
    /// The same by question, the guidelines beside each other.
    public var sideBySide: [SideBySide]
    /// What could not be decided, and what is missing for it.
    public var undecided: [Undecided]

    /// Said wherever counsel is shown.
    public static let disclaimer =
        "Decision support for trained staff, not a medical device; what is marked 'from memory' needs a clinician's "
        + "confirmation before use."

    /// Counsel for a chart at a time; `complete` adds what the chart does not hold.
    public init(
        for chart: Chart, at instant: Instant, complete: (inout ClinicalPicture) -> Void = { _ in }
    ) {
        var picture = ClinicalPicture(of: chart, at: instant)
        complete(&picture)
        self.init(for: picture, chart: chart)
    }

    init(for picture: ClinicalPicture, chart: Chart) {
        at = picture.now
        var items: [CounselItem] = []
        var undecided: [Undecided] = []
        var answered: Set<Int> = []
        let isOpen = chart.death == nil && chart.cancellation == nil
        let stops = HeldActions(isOpen ? chart.hardStops(at: picture.now) : [])
        for row in isOpen ? CounselRow.all : [] {
            guard !answered.contains(row.key), row.when.truth(in: picture) != .no else { continue }
            let judgement = row.when.judge(picture)
            switch judgement.truth {
            case .no: continue
            case .unknown:
                undecided.append(
                    Undecided(
                        question: row.question, authority: row.authority, action: row.action,
                        missing: judgement.missing))
            case .yes:
                answered.insert(row.key)
                items.append(CounselItem(row, judgement, picture, chart, stops))
            }
        }
        let order = CounselUrgency.allCases.sorted(by: >)
        self.items = order.flatMap { urgency in items.filter { $0.urgency == urgency } }
        sideBySide = SideBySide.rows(of: items)
        self.undecided = undecided
    }
}

/// What the hard stops forbid now. Many stops forbid one act, so that each act is looked for once.
private struct HeldActions {
    let stops: [HardStop]
    let actions: Set<String>

    init(_ stops: [HardStop]) {
        self.stops = stops
        actions = Set(stops.map(\.action))
    }

    func reasons(against action: String) -> [String] { stops.filter { $0.action == action }.map(\.reason) }

    /// Whether a text speaks of something that is forbidden.
    func isNamed(in text: String) -> Bool { actions.contains { text.contains($0) } }
}

extension CounselRow {
    /// One answer a guideline and question.
    fileprivate var key: Int {
        let questions = CounselQuestion.allCases.count
        let column = Authority.allCases.firstIndex(of: authority) ?? 0
        return column * questions + (CounselQuestion.allCases.firstIndex(of: question) ?? 0)
    }
}

extension CounselItem {
    fileprivate init(
        _ row: CounselRow, _ judgement: Condition.Judgement, _ picture: ClinicalPicture, _ chart: Chart,
        _ held: HeldActions
    ) {
        let dose = row.dosing?.dose(for: picture)
        let drug = row.dosing?.known
        let stops = drug.map { held.reasons(against: $0.rawValue) } ?? []
        let running = drug.flatMap { drug in chart.activeOrders.first { $0.order.drug == drug } }
        self.init(
            question: row.question, authority: row.authority,
            stance: row.stance.isProposal && !stops.isEmpty ? .held : row.stance, urgency: row.urgency,
            action: row.action, dose: dose,
            alternatives: row.alternatives.filter { !held.isNamed(in: $0) },
            changes: row.changes, reasons: judgement.findings, unknown: judgement.missing + (dose?.unknown ?? []),
            stops: stops,
            running: running.map {
                "\($0.order.drug.rawValue) \(plain($0.order.amount)) \($0.order.unit)"
                    + ($0.order.intervalHours.map { " every \(plain($0)) h" } ?? "")
                    + " ordered \($0.placedAt.iso8601)"
            },
            establishment: row.establishment, source: row.citation)
    }
}

extension Chart {
    /// What the guidelines recommend now; `complete` adds what the chart does not hold.
    public func counsel(
        at instant: Instant, complete: (inout ClinicalPicture) -> Void = { _ in }
    ) -> Counsel {
        Counsel(for: self, at: instant, complete: complete)
    }
}
