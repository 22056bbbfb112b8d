extension StepRules {
    /// An entry with the stops that stood against it when it was done.
    public struct Audited: Sendable, Equatable {
        /// The entry.
        public var entry: Entry
        /// What stood against it; warnings too.
        public var stops: [Stop]
    }

    /// Goes through a journal as it stands, in the order in which things happened, and asks of every entry whether it might
    /// have been done then. What a correction struck out is not asked; what is right is.
    /// - Parameters:
    ///   - label: the label in force at a time.
    ///   - site: what the centre's registers said.
    public static func audit(
        _ journal: Journal, site: Site? = nil, label: (Instant) -> Label?
    ) -> [Audited] {
        let struck = journal.struck
        var chart = Chart(therapy: journal.therapy)
        var audited: [Audited] = []
        let entries = journal.entries.filter { !struck.contains($0.sequence) }
        for (_, entry) in entries.enumerated().sorted(by: {
            ($0.element.occurredAt, $0.offset) < ($1.element.occurredAt, $1.offset)
        }) {
            let rules = StepRules(chart, at: entry.occurredAt, label: label(entry.occurredAt), site: site)
            let stops = rules.stops(proposing: entry.event, by: entry.actor, at: entry.occurredAt)
            if !stops.isEmpty { audited.append(Audited(entry: entry, stops: stops)) }
            chart.apply(entry)
        }
        return audited
    }
}
