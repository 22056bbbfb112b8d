import Care
import Records

/// A journal read at a time: the chart and what the rules say of it, each part computed when it is asked for.
struct ChartReading: Sendable {
    let journal: Journal
    let version: Int
    let head: String
    let at: Instant
    let chart: Chart
    let label: Label?
    let rules: StepRules
    /// The journal's fold; nil for a time before its last entry, of which the fold says nothing.
    private let fold: JournalFold?

    init(_ found: VersionedJournal, at instant: Instant, in records: CentreRecords) {
        journal = found.journal
        version = found.version
        head = found.head
        at = instant
        let fold = records.folds.fold(of: found) { records.label(of: $0, at: instant) }
        if fold.last.map({ $0 <= instant }) ?? true {
            (self.fold, chart, label) = (fold, fold.chart, fold.label)
            rules = StepRules(fold, at: instant, site: records.register)
        } else {
            self.fold = nil
            chart = Chart(of: found.journal, at: instant)
            label = records.label(of: chart, at: instant)
            rules = StepRules(chart, at: instant, label: label, site: records.register)
        }
    }

    var scales: LaboratoryScales {
        fold?.scales(at: at) ?? LaboratoryScales(of: journal, chart: chart, at: at)
    }
    var counsel: Counsel {
        let scales = scales
        return chart.counsel(at: at) { $0.take(scales) }
    }
    var doubts: [Doubt] { fold?.doubts ?? journal.doubts }
    /// Of it are what is due, and the alerts of what is overdue.
    var calendar: DueCalendar { fold?.calendar(at: at) ?? DueCalendar(of: journal, at: at, label: label) }
    var alerts: [Alert] { alerts(calendar) }
    var due: [DueItem] { due(calendar) }

    func alerts(_ calendar: DueCalendar) -> [Alert] {
        fold?.standingAlerts(calendar) ?? Alerts.standing(in: journal, at: at, label: label)
    }

    func due(_ calendar: DueCalendar) -> [DueItem] {
        chart.death == nil && chart.cancellation == nil ? calendar.next : []
    }
}
