import Care
import Foundation

/// A chart as text for people and as JSON for programs.
struct ChartPage {
    let chart: Chart
    let journal: Journal
    let instant: Instant
    let label: PatientLabel
    /// Whether reasons, sources and alternatives are shown with the recommendations.
    let isExplained: Bool
    /// What the blood says.
    let scales: LaboratoryScales
    /// What the steps say of it.
    let steps: StepRules

    init(_ chart: Chart, of journal: Journal, at instant: Instant, label: PatientLabel, isExplained: Bool = false) {
        self.chart = chart
        self.journal = journal
        self.instant = instant
        self.label = label
        self.isExplained = isExplained
        scales = LaboratoryScales(of: journal, chart: chart, at: instant)
        steps = StepRules(chart, at: instant, label: label.label)
    }

    /// Alerts that wait for somebody.
    var alerts: [Alert] { Alerts.standing(in: journal, at: instant, label: label.label) }

    var counsel: Counsel { chart.counsel(at: instant) { $0.take(scales) } }

    var due: [DueItem] { chart.due(at: instant, label: label.label) }

    var text: String {
        var lines = [
            "\(chart.therapy)  \(kind)", "at \(instant.iso8601)", "", "Stage      \(chart.stage(at: instant))",
        ]
        if let referral = chart.referral {
            lines.append(
                "Patient    \(referral.sex.rawValue), \(Int(referral.age)) years, \(Int(referral.weight.rounded())) kg, "
                    + "\(referral.disease)")
        }
        lines.append("Place      \(place)")
        lines.append("Label      \(label.words)")
        if let next = steps.next { lines.append("Next       \(next.next ?? "") (\(next.step.title))") }
        if let response = chart.latestResponse {
            lines.append("Response   \(response.assessment.response.rawValue) (\(response.assessment.criteria))")
        }
        lines += section("Alerts that wait", alerts.flatMap { $0.lines() })
        lines += grade("CRS", chart.crs.grade.rawValue, chart.crs.reasons, chart.crs.unknown)
        lines += grade("ICANS", chart.icans.grade.rawValue, chart.icans.reasons, chart.icans.unknown)
        lines += section("Scales of the blood", scaleLines)
        lines += section("Active orders", chart.activeOrders.map { order($0) })
        lines += section("Recommended now, by guideline", counsel.lines(explained: isExplained))
        lines += stopLines
        lines += section(
            "Due",
            due.prefix(8).map {
                "\($0.at?.iso8601 ?? "no date")\($0.isOverdue ? " OVERDUE" : "")  \($0.what) (\($0.reason))"
            })
        lines += section("Struck out", journal.corrections.map(\.line), silentIfEmpty: true)
        lines += section("Doubtful entries", journal.doubts.map(\.line), silentIfEmpty: true)
        return lines.joined(separator: "\n")
    }

    private var kind: String {
        switch journal.subject {
        case .real: "patient"
        case .training: "TRAINING"
        case .simulated(let study, let seed, let patient): "SIMULATED: \(study), seed \(seed), patient \(patient)"
        }
    }

    var place: String {
        switch chart.unit {
        case .ward: "ward"
        case .intensiveCare: "intensive care"
        case nil: "at home"
        }
    }

    private func way(_ route: Route?) -> String { route.map { " \($0.rawValue)" } ?? "" }

    private func order(_ active: Chart.ActiveOrder) -> String {
        let interval = active.order.intervalHours.map { " every \(Int($0)) h" } ?? ""
        let drug = "\(active.order.drug.rawValue) \(active.order.amount) \(active.order.unit)\(way(active.order.route))"
        return "\(drug)\(interval), \(active.given) given: \(active.order.reason) (\(active.order.source))"
    }

    private func grade(_ name: String, _ grade: Int, _ reasons: [Reason], _ unknown: [String]) -> [String] {
        var lines = ["", "\(name)\(String(repeating: " ", count: 11 - name.count))grade \(grade)"]
        lines += reasons.map { "           because: \($0.finding)" }
        // Most reasons are of one moment and one source: said once.
        var seen: Set<String> = []
        lines += reasons.map { "           by: \($0.source), observed \($0.at.iso8601)" }.filter {
            seen.insert($0).inserted
        }
        lines += unknown.map { "           unknown: \($0)" }
        return lines
    }

    func section(_ title: String, _ items: [String], silentIfEmpty: Bool = false) -> [String] {
        if items.isEmpty, silentIfEmpty { return [] }
        return ["", title] + (items.isEmpty ? ["  none"] : items.map { "  " + $0 })
    }
}
