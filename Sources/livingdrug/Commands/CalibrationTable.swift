import Foundation
import Report

/// The tables that `calibrate` prints.
enum CalibrationTable {
    static func text(_ summary: CalibrationFigures) -> String {
        var parameters = TextTable([
            ("parameter", .left), ("start", .right), ("fitted", .right), ("prior 95 %", .left),
            ("posterior/prior SD", .right),
        ])
        for parameter in summary.parameters {
            parameters.add([
                parameter.label, short(parameter.start), short(parameter.fitted),
                "\(short(parameter.prior_low)) to \(short(parameter.prior_high))",
                String(format: "%.2f", parameter.ratio) + (parameter.identifiable ? "" : " *"),
            ])
        }
        var endpoints = TextTable([
            ("study", .left), ("endpoint", .left), ("published (95 %)", .left), ("before", .right), ("after", .right),
            ("other patients", .right), ("off, SD", .right),
        ])
        for endpoint in summary.endpoints {
            endpoints.add([
                endpoint.study, endpoint.label,
                "\(short(endpoint.published)) (\(short(endpoint.low)) to \(short(endpoint.high)))",
                short(endpoint.before), short(endpoint.after), short(endpoint.control),
                endpoint.residual_after.map { String(format: "%+.1f", $0) } ?? "nobody",
            ])
        }
        let end = String(
            format: "Objective %.1f at the start, %.1f at the end; %d steps, %@, %.0f s",
            summary.objective_start, summary.objective_end, summary.iterations,
            summary.converged ? "converged" : "stopped at the largest number of steps", summary.wall_seconds)
        return [
            parameters.text, "* not identifiable: the data say nothing beyond the prior", "", endpoints.text, "", end,
        ].joined(separator: "\n")
    }

    private static func short(_ value: Double?) -> String { value.map { String(format: "%.3g", $0) } ?? "–" }
}
