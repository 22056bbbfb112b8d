import Foundation

/// The drawings of a calibration's page, as SVG.
enum CalibrationDrawing {
    private static let row = 18.0
    private static let left = 330.0
    private static let width = 1060.0

    /// How far each endpoint is off, before and after.
    static func residuals(_ figures: CalibrationFigures) -> String {
        let limit = 6.0
        let right = width - 20
        func x(_ residual: Double) -> Double {
            left + (min(max(residual, -limit), limit) + limit) / (2 * limit) * (right - left)
        }
        let height = Double(figures.endpoints.count + 2) * row + 20
        var parts = [
            "<rect x=\"\(short(x(-2)))\" y=\"8\" width=\"\(short(x(2) - x(-2)))\" height=\"\(short(height - 40))\" "
                + "fill=\"#0072B2\" opacity=\"0.08\"/>"
        ]
        for tick in stride(from: -limit, through: limit, by: 2) {
            parts.append(line(x(tick), 8, x(tick), height - 32, "grid"))
            parts.append(text("\(Int(tick))", x(tick), height - 16, anchor: "middle", soft: true))
        }
        for (index, endpoint) in figures.endpoints.enumerated() {
            let y = 8 + (Double(index) + 0.75) * row
            parts.append(text("\(endpoint.study)  \(endpoint.label)", left - 10, y + 4, anchor: "end"))
            if let before = endpoint.residual_before {
                if let after = endpoint.residual_after { parts.append(line(x(before), y, x(after), y, "grid")) }
                parts.append(circle(x(before), y, fill: "#fff", stroke: "#57606a"))
            }
            if let control = endpoint.residual_control {
                parts.append(line(x(control), y - 5, x(control), y + 5, nil, stroke: "#D55E00"))
            }
            if let after = endpoint.residual_after {
                parts.append(circle(x(after), y, fill: "#0072B2", stroke: "#0072B2"))
            }
        }
        return svg(
            parts, height, "How far each endpoint is off, in standard deviations",
            "Simulated less published, in standard deviations of publication, simulation and discrepancy together; "
                + "beyond 6 drawn at 6. Hollow: before. Filled: after. Bar: after, other virtual patients. Shaded: within 2."
        )
    }

    /// Posterior over prior standard deviation of each parameter.
    static func ratios(_ figures: CalibrationFigures) -> String {
        let sorted = figures.parameters.sorted { ($0.ratio, $0.label) < ($1.ratio, $1.label) }
        let right = width - 40
        let height = Double(sorted.count + 2) * row + 20
        func x(_ ratio: Double) -> Double { left + min(max(ratio, 0), 1) * (right - left) }
        var parts: [String] = []
        for tick in [0, 0.25, 0.5, 0.75, 0.9, 1] {
            parts.append(line(x(tick), 8, x(tick), height - 32, "grid"))
            parts.append(text("\(tick)", x(tick), height - 16, anchor: "middle", soft: true))
        }
        for (index, parameter) in sorted.enumerated() {
            let y = 8 + (Double(index) + 0.75) * row
            parts.append(text(parameter.label, left - 10, y + 4, anchor: "end"))
            parts.append(
                "<rect x=\"\(short(left))\" y=\"\(short(y - 5))\" width=\"\(short(x(parameter.ratio) - left))\" "
                    + "height=\"10\" fill=\"\(parameter.identifiable ? "#0072B2" : "#D55E00")\"/>")
        }
        return svg(
            parts, height, "Posterior over prior standard deviation",
            "Posterior over prior standard deviation: the shorter the bar, the more the data say. Orange: above 0.9, "
                + "not identifiable.")
    }

    /// The objective after each step of the descent.
    static func trace(_ figures: CalibrationFigures) -> String {
        let steps = figures.trace.filter { !$0.step.hasPrefix("screen") }
        guard steps.count > 1, let top = steps.map(\.objective).max(), top > 0 else { return "" }
        let (height, right) = (260.0, width - 20)
        func x(_ index: Int) -> Double { 70 + Double(index) / Double(steps.count - 1) * (right - 70) }
        func y(_ objective: Double) -> Double { 12 + (1 - objective / top) * (height - 52) }
        var parts = [line(70, y(0), right, y(0), "grid"), line(70, y(0), 70, y(top), "grid")]
        parts.append(text(Words.number(top), 62, y(top) + 4, anchor: "end", soft: true))
        parts.append(text("0", 62, y(0) + 4, anchor: "end", soft: true))
        let points = steps.indices.map { "\(short(x($0))),\(short(y(steps[$0].objective)))" }
        parts.append(
            "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" stroke=\"#0072B2\" stroke-width=\"2\"/>"
        )
        for index in steps.indices {
            parts.append(circle(x(index), y(steps[index].objective), fill: "#0072B2", stroke: "#0072B2"))
            parts.append(text("\(index)", x(index), y(0) + 18, anchor: "middle", soft: true))
        }
        return svg(parts, height, "The objective after each step", "The objective after each step of the descent.")
    }

    private static func svg(_ parts: [String], _ height: Double, _ title: String, _ note: String) -> String {
        "<svg viewBox=\"0 0 \(short(width)) \(short(height))\" role=\"img\" aria-label=\"\(Escape.html(title))\">\n"
            + parts.joined(separator: "\n") + "\n</svg>\n<p class=\"note\">\(Escape.html(note))</p>\n"
    }

    private static func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String?, stroke: String = "#d0d7de"
    ) -> String {
        "<line x1=\"\(short(x1))\" y1=\"\(short(y1))\" x2=\"\(short(x2))\" y2=\"\(short(y2))\" "
            + (kind.map { "class=\"\($0)\"" } ?? "stroke=\"\(stroke)\" stroke-width=\"2\"") + "/>"
    }

    private static func circle(_ x: Double, _ y: Double, fill: String, stroke: String) -> String {
        "<circle cx=\"\(short(x))\" cy=\"\(short(y))\" r=\"4\" fill=\"\(fill)\" stroke=\"\(stroke)\"/>"
    }

    private static func text(_ text: String, _ x: Double, _ y: Double, anchor: String, soft: Bool = false) -> String {
        "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\"\(soft ? " class=\"soft\"" : "")>"
            + Escape.html(text) + "</text>"
    }

    private static func short(_ value: Double) -> String { String(format: "%.1f", value) }
}
