/// Everything that is due for a patient, from consent to year 15 and, for second malignancies, for life.
///
/// Pure: the same journal, label and time give the same calendar. Where the label is needed and unknown, the item says
/// so and has no date.
public struct DueCalendar: Sendable, Equatable, Codable {
    /// When it was looked at.
    public let at: Instant
    /// All items, those with a date by date, then the others.
    public let items: [DueItem]

    /// The calendar of a journal, as of a time: done items name the entry that did it.
    public init(of journal: Journal, at instant: Instant, label: Label? = nil) {
        var chart = Chart(therapy: journal.therapy)
        var deeds = Deeds()
        for position in journal.chronology(until: instant) {
            let entry = journal.entries[position]
            chart.apply(entry)
            deeds.take(entry.event, at: entry.occurredAt, entry: entry.sequence)
        }
        self.init(DueContext(chart: chart, deeds: deeds, label: label, now: instant))
    }

    init(_ context: DueContext) {
        at = context.now
        let items =
            context.preparation + context.monitoring + context.bloodCounts + context.orders + context.visits
            + context.responseAssessments + context.persistence + context.immunity + context.vaccination
            + context.prophylaxis + context.replication + context.malignancies + context.restrictions
            + context.registry + context.handover
        self.items = items.sorted {
            ($0.at?.milliseconds ?? .max, $0.id) < ($1.at?.milliseconds ?? .max, $1.id)
        }
    }

    /// What is overdue, what may be done now, and of each series the next to come: what a team looks at.
    public var next: [DueItem] {
        var seen: Set<String> = []
        return items.filter { item in
            switch item.status {
            case .overdue, .due: return true
            case .upcoming: return seen.insert(item.series).inserted
            case .undated, .done, .missed, .notApplicable: return false
            }
        }
    }
}

extension DueItem {
    /// The series that it belongs to: its identifier without the time. Single items are a series of their own.
    var series: String {
        let tail = id.split(separator: "/").last ?? ""
        let isTime = ["day-", "month-", "year-"].contains { tail.hasPrefix($0) }
        return isTime ? String(id.dropLast(tail.count)) : id
    }
}

extension Chart {
    /// What is overdue, due now and due next, soonest first: the open part of `DueCalendar`.
    public func due(at instant: Instant, label: Label? = nil) -> [DueItem] {
        guard death == nil, cancellation == nil else { return [] }
        return DueCalendar(DueContext(chart: self, deeds: deeds, label: label, now: instant)).next
    }
}
