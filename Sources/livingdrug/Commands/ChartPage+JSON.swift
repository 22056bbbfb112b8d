import Care
import Foundation

/// The chart for programs.
extension ChartPage {
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
        struct StopOutput: Encodable {
            let id: String
            let step: String
            let severity: Stop.Severity
            let actions: [String]
            let reasons: [String]
            let cleared_by: String
            let can_be_overridden: Bool
        }
        struct StepOutput: Encodable {
            let step: String
            let state: String
            let next: String?
        }
        let therapy: String
        let subject: SubjectKind
        let at: Instant
        let label: String
        let stage: String
        let place: String
        let crs: GradeOutput
        let icans: GradeOutput
        let alerts: [Alert]
        let active_orders: [Order]
        let counsel: Counsel
        let scales: [ScaleOutput]
        let stops: [StopOutput]
        let steps: [StepOutput]
        let due: [Due]
        let best_response: Response?
        let corrections: [StruckEntry]
        let doubts: [Doubt]
    }

    func json() throws -> String {
        let crs = chart.crs
        let icans = chart.icans
        let output = Output(
            therapy: chart.therapy, subject: journal.subject, at: instant, label: label.words,
            stage: "\(chart.stage(at: instant))", place: place,
            crs: .init(grade: crs.grade.rawValue, reasons: crs.reasons.map(\.description), unknown: crs.unknown),
            icans: .init(
                grade: icans.grade.rawValue, reasons: icans.reasons.map(\.description), unknown: icans.unknown),
            alerts: alerts, active_orders: chart.activeOrders.map(\.order), counsel: counsel, scales: scaleOutputs,
            stops: steps.stops.map(output), steps: steps.progress.map(output),
            due: due.map {
                .init(what: $0.what, at: $0.at, overdue: $0.isOverdue, reason: $0.reason)
            },
            best_response: chart.bestResponse, corrections: journal.corrections, doubts: journal.doubts)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(output), as: UTF8.self)
    }

    private func output(_ stop: Stop) -> Output.StopOutput {
        .init(
            id: stop.id, step: stop.step.title, severity: stop.severity, actions: stop.actions.map(\.rawValue),
            reasons: stop.reasons.map(\.description), cleared_by: stop.clearedBy,
            can_be_overridden: stop.override != nil)
    }

    private func output(_ progress: StepProgress) -> Output.StepOutput {
        let state =
            switch progress.state {
            case .notBegun: "not begun"
            case .inProgress: "in progress"
            case .done: "done"
            case .skipped(let why): "skipped: \(why)"
            }
        return .init(step: progress.step.title, state: state, next: progress.next)
    }
}
