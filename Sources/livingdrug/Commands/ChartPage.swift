import Care
import Foundation

/// A chart as text for people and as JSON for programs.
struct ChartPage {
    private let chart: Chart
    private let subject: SubjectKind
    private let instant: Instant

    init(_ chart: Chart, subject: SubjectKind, at instant: Instant) {
        self.chart = chart
        self.subject = subject
        self.instant = instant
    }

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
        if let response = chart.latestResponse {
            lines.append("Response   \(response.assessment.response.rawValue) (\(response.assessment.criteria))")
        }
        lines += grade("CRS", chart.crs.grade.rawValue, chart.crs.reasons, chart.crs.unknown)
        lines += grade("ICANS", chart.icans.grade.rawValue, chart.icans.reasons, chart.icans.unknown)
        lines += section("Active orders", chart.activeOrders.map { order($0) })
        lines += section("Advice now (\(Guideline.asco2021.policy.title))", advice)
        lines += section("Forbidden now", chart.hardStops(at: instant).map { "\($0.action): \($0.reason)" })
        lines += section(
            "Due",
            chart.due(at: instant).prefix(8).map {
                "\($0.at?.iso8601 ?? "no date")\($0.isOverdue ? " OVERDUE" : "")  \($0.what) (\($0.reason))"
            })
        return lines.joined(separator: "\n")
    }

    private var kind: String {
        switch subject {
        case .real: "patient"
        case .training: "TRAINING"
        case .simulated(let study, let seed, let patient): "SIMULATED: \(study), seed \(seed), patient \(patient)"
        }
    }

    private var place: String {
        switch chart.unit {
        case .ward: "ward"
        case .intensiveCare: "intensive care"
        case nil: "at home"
        }
    }

    private var advice: [String] {
        Guideline.asco2021.advice(for: chart, at: instant).map {
            switch $0 {
            case .order(let order):
                "\(order.drug.rawValue) \(order.amount) \(order.unit)\(way(order.route)), \(order.urgency.rawValue): "
                    + "\(order.reason) (\(order.source))"
            case .stop(let id, let reason): "stop order \(id): \(reason)"
            }
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
        lines += reasons.map { "           because: \($0)" }
        lines += unknown.map { "           unknown: \($0)" }
        return lines
    }

    private func section(_ title: String, _ items: [String]) -> [String] {
        ["", title] + (items.isEmpty ? ["  none"] : items.map { "  " + $0 })
    }

    // MARK: JSON

    private struct Output: Encodable {
        struct GradeOutput: Encodable {
            let grade: Int
            let reasons: [String]
            let unknown: [String]
        }
        struct Due: Encodable {
            let what: String
            let at: Instant?
            let overdue: Bool
            let reason: String
        }
        struct Stop: Encodable {
            let action: String
            let reason: String
            let can_be_overridden: Bool
        }
        let therapy: String
        let subject: SubjectKind
        let at: Instant
        let stage: String
        let place: String
        let crs: GradeOutput
        let icans: GradeOutput
        let active_orders: [Order]
        let advice: [String]
        let forbidden: [Stop]
        let due: [Due]
        let best_response: Response?
    }

    func json() throws -> String {
        let crs = chart.crs
        let icans = chart.icans
        let output = Output(
            therapy: chart.therapy, subject: subject, at: instant, stage: "\(chart.stage(at: instant))", place: place,
            crs: .init(grade: crs.grade.rawValue, reasons: crs.reasons.map(\.description), unknown: crs.unknown),
            icans: .init(
                grade: icans.grade.rawValue, reasons: icans.reasons.map(\.description), unknown: icans.unknown),
            active_orders: chart.activeOrders.map(\.order), advice: advice,
            forbidden: chart.hardStops(at: instant).map {
                .init(action: $0.action, reason: $0.reason, can_be_overridden: $0.canBeOverridden)
            },
            due: chart.due(at: instant).map {
                .init(what: $0.what, at: $0.at, overdue: $0.isOverdue, reason: $0.reason)
            },
            best_response: chart.bestResponse)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(output), as: UTF8.self)
    }
}
