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

    init(_ found: VersionedJournal, at instant: Instant, in records: CentreRecords) {
        journal = found.journal
        version = found.version
        head = found.head
        at = instant
        chart = Chart(of: found.journal, at: instant)
        label = records.label(of: chart, at: instant)
        rules = StepRules(chart, at: instant, label: label, site: records.register)
    }

    var scales: LaboratoryScales { LaboratoryScales(of: journal, chart: chart, at: at) }
    var alerts: [Alert] { Alerts.standing(in: journal, at: at, label: label) }
    var due: [DueItem] { chart.due(at: at, label: label) }
    var counsel: Counsel {
        let scales = scales
        return chart.counsel(at: at) { $0.take(scales) }
    }
}
