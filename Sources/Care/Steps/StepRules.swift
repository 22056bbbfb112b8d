/// What the steps forbid for a chart as it is now: every rule, with its reasons.
///
/// Pure: the label in force and the centre's registers are handed in. What is not handed in is unknown, and unknown is not
/// pass. The journal never refuses what has happened: a stop says that an act may not be done, and an act that was done in
/// spite of one is recorded with the stop beside it.
public struct StepRules: Sendable {
    let facts: StepFacts

    /// Rules for a chart at a time.
    /// - Parameters:
    ///   - label: the product's label in force; nil unknown.
    ///   - site: what the centre's registers and procedures say; nil unknown.
    public init(_ chart: Chart, at instant: Instant, label: Label? = nil, site: Site? = nil) {
        facts = StepFacts(chart, at: instant, label: label, site: site)
    }

    /// Rules for a journal that is folded, by the label of its fold.
    /// - Parameter instant: a time that is not before the last entry.
    public init(_ fold: JournalFold, at instant: Instant, site: Site? = nil) {
        facts = StepFacts(
            fold.chart, at: instant, label: fold.label, site: site, identity: fold.openIdentityFindings)
    }

    /// All that stands now, step by step: what forbids acts that are still ahead, and duties that are not done.
    public var stops: [Stop] { facts.stopsAhead().inOrder }

    /// What stands now against one act.
    public func stops(against action: Action) -> [Stop] {
        facts.allStops().filter { $0.actions.contains(action) && facts.override(of: $0) == nil }.inOrder
    }

    /// May this be done now, by this actor? Empty, or warnings only, is yes.
    public func stops(proposing event: Event, by actor: Actor, at instant: Instant) -> [Stop] {
        let facts =
            instant == facts.at
            ? facts : StepFacts(facts.chart, at: instant, label: facts.label, site: facts.site)
        let objections = facts.objections(to: event, by: actor)
        let known = Set(objections.map(\.id))
        var standing: [Stop] = []
        if let action = event.action, !facts.isEndOfRunning(event) {
            let concerned = facts.subjects(of: event)
            standing = facts.allStops().filter { stop in
                stop.actions.contains(action) && !known.contains(stop.id) && stop.concerns(concerned)
            }
        }
        return (objections + standing).filter { facts.override(of: $0) == nil }.inOrder
    }

    /// Stops that stand and were overridden, each with the override.
    public var overridden: [(stop: Stop, by: StopOverride, entry: Int?)] {
        facts.allStops().compactMap { stop in facts.override(of: stop).map { (stop, $0.value, $0.entry) } }
    }
}

extension [Stop] {
    /// By step, then by severity, each once.
    fileprivate var inOrder: [Stop] {
        var seen: Set<String> = []
        let sorted: [Stop] = enumerated().sorted { a, b in
            (a.element.step, a.element.severity.rank, a.offset) < (b.element.step, b.element.severity.rank, b.offset)
        }.map { $0.element }
        return sorted.filter { seen.insert("\($0.id) \($0.severity)").inserted }
    }
}

extension Stop.Severity {
    fileprivate var rank: Int {
        switch self {
        case .identity: 0
        case .stop: 1
        case .warning: 2
        }
    }
}
