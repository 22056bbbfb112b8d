/// All alerts of a therapy, raised and cleared by one entry after another: a fold, like the chart, and linear.
///
/// What time alone brings about (vital signs that did not come, a thawed bag) is set as a clock when its cause is seen,
/// and fires when an entry, or the one who asks, is later than it.
public struct AlertLog: Sendable {
    /// The chart so far.
    public private(set) var chart: Chart
    /// What was done so far.
    var deeds = Deeds()
    /// All alerts, in the order in which they began.
    public private(set) var alerts: [Alert] = []
    /// Acknowledgements that name no alert that stood then: a slip, or an alert that a correction undid.
    public private(set) var strayAcknowledgements: [(alert: String, entry: Int)] = []

    let rules: AlertRules
    let label: Label?
    private var open: [String: Int] = [:]
    private var clocks: [String: Clock] = [:]
    private var firesNext: Instant?
    private(set) var acknowledged: [String: Alert.Acknowledgement] = [:]
    var memory = Memory()

    /// What the rules remember between entries.
    struct Memory: Sendable {
        /// Ferritin of the last two days, and the highest since the rise was said.
        var ferritin: [(value: Double, at: Instant)] = []
        var ferritinPeak = 0.0
        /// Doses of tocilizumab on site.
        var tocilizumabStock: Int?
        /// Batches released, with what was pending.
        var released: [String: [String]] = [:]
        /// The bags of each batch.
        var bags: [String: [String]] = [:]
        /// Shipments under way: content by identifier.
        var underWay: [String: Shipment.Content] = [:]
        /// Grades at the last entry.
        var crs = CRSGrade.none
        var icans = ICANSGrade.none
    }

    /// What a clock does.
    enum Ring: Sendable {
        case raise(Draft)
        case resolve(family: String, why: String)
    }

    private struct Clock: Sendable {
        var fires: Instant
        var ring: Ring
    }

    /// An alert without its day.
    struct Draft: Sendable {
        var family: String
        var title: String
        var owner: Role
        var urgency: Alert.Urgency
        var reasons: [AlertReason]
    }

    /// No entries yet.
    public init(therapy: String, label: Label? = nil, rules: AlertRules = AlertRules()) {
        chart = Chart(therapy: therapy)
        self.label = label
        self.rules = rules
    }

    /// Takes the next entry in, in the order in which things happened.
    public mutating func take(_ entry: Entry) {
        advance(before: entry.occurredAt)
        chart.apply(entry)
        deeds.take(entry.event, at: entry.occurredAt, entry: entry.sequence)
        if case .alertAcknowledged(let value) = entry.event { acknowledge(value, entry) }
        watchBedside(entry)
        watchLaboratory(entry)
        watchMaterial(entry)
        watchOutcome(entry)
        if case .died = entry.event { endAll(entry, "the patient died") }
        if case .therapyCancelled = entry.event { endAll(entry, "the therapy was cancelled") }
    }

    // MARK: Raising and clearing

    /// Whether an alert of the family is open, acknowledged or not.
    func isOpen(_ family: String) -> Bool { open[family] != nil }

    /// Raises an alert, unless one of its family is open.
    mutating func raise(_ draft: Draft, at instant: Instant) {
        guard open[draft.family] == nil else { return }
        let day = "\(draft.family)/\(Day(of: instant))"
        // A second one of the same day; alerts of a day are few.
        let same = alerts.count { $0.id == day || $0.id.hasPrefix(day + ".") }
        open[draft.family] = alerts.count
        alerts.append(
            Alert(
                id: same == 0 ? day : "\(day).\(same + 1)", title: draft.title, owner: draft.owner,
                urgency: draft.urgency, since: instant, reasons: draft.reasons))
    }

    /// Clears the open alert of a family. What began and ended at one moment was never worth saying.
    mutating func resolve(_ family: String, at instant: Instant, why: String, entry: Int? = nil) {
        stop(family)
        guard let index = open.removeValue(forKey: family) else { return }
        if alerts[index].since == instant, alerts[index].acknowledgement == nil, index == alerts.count - 1 {
            alerts.removeLast()
        } else {
            alerts[index].resolution = Alert.Resolution(at: instant, why: why, entry: entry)
        }
    }

    /// Clears all open alerts whose family begins so.
    mutating func resolve(prefix: String, at instant: Instant, why: String, entry: Int? = nil) {
        for family in open.keys.filter({ $0.hasPrefix(prefix) }).sorted() {
            resolve(family, at: instant, why: why, entry: entry)
        }
        for family in clocks.keys where family.hasPrefix(prefix) { stop(family) }
    }

    /// What death, or the end of the therapy, ends: all but what concerns others and the product.
    private mutating func endAll(_ entry: Entry, _ why: String) {
        let kept = ["late-test", "recall", "second-malignancy", "replication-competent"]
        let families = Set(open.keys).union(clocks.keys).sorted()
        for family in families where !kept.contains(where: { family.hasPrefix($0) }) {
            resolve(family, at: entry.occurredAt, why: why, entry: entry.sequence)
        }
    }

    // MARK: Clocks

    /// Sets the clock of a family anew.
    mutating func set(_ family: String, at fires: Instant, _ ring: Ring) {
        clocks[family] = Clock(fires: fires, ring: ring)
        firesNext = clocks.values.map(\.fires).min()
    }

    /// Stops the clock of a family.
    mutating func stop(_ family: String) {
        if clocks.removeValue(forKey: family) != nil { firesNext = clocks.values.map(\.fires).min() }
    }

    /// Lets all clocks fire that are due before a moment.
    private mutating func advance(before instant: Instant) {
        while let next = firesNext, next < instant { fire(next) }
    }

    private mutating func fire(_ moment: Instant) {
        let due = clocks.filter { $0.value.fires == moment }.keys.sorted()
        for family in due {
            guard let clock = clocks[family] else { continue }
            stop(family)
            switch clock.ring {
            case .raise(let draft): raise(draft, at: clock.fires)
            case .resolve(let family, let why): resolve(family, at: clock.fires, why: why)
            }
        }
    }

    /// The log as it stands at a time after the last entry.
    public func advanced(to instant: Instant) -> AlertLog {
        var log = self
        while let next = log.firesNext, next <= instant { log.fire(next) }
        return log
    }

    // MARK: Acknowledging

    /// An acknowledgement is for the alert that it names; if a correction has since moved the beginning of that one to
    /// another day, for the one of its family that stands.
    private mutating func acknowledge(_ value: AlertAcknowledgement, _ entry: Entry) {
        let acknowledgement = Alert.Acknowledgement(
            by: entry.actor, at: entry.occurredAt, entry: entry.sequence, action: value.action)
        if value.alert.hasPrefix("overdue/") { return acknowledged[value.alert] = acknowledgement }
        let family = value.alert.split(separator: "/").dropLast().joined(separator: "/")
        if let index = open[family], alerts[index].acknowledgement == nil {
            alerts[index].acknowledgement = acknowledgement
        } else if open[family] == nil {
            strayAcknowledgements.append((value.alert, entry.sequence))
        }
    }
}
