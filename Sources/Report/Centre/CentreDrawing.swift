import Foundation

/// The drawings of a centre's page, as SVG.
enum CentreDrawing {
    /// One line of a drawing of bars.
    struct Bar {
        var label: String
        var value: Double
        var low: Double?, high: Double?
        var text: String
    }

    private static let row = 22.0
    private static let left = 330.0
    private static let width = 1060.0

    /// Bars from zero, to the right and to the left; `limit` draws a line at a value (full capacity).
    static func bars(_ bars: [Bar], title: String, note: String, limit: Double? = nil) -> String {
        guard !bars.isEmpty else { return "" }
        let ends =
            bars.flatMap { [$0.value, $0.low ?? $0.value, $0.high ?? $0.value] } + [0] + [limit].compactMap { $0 }
        let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
        let span = max(most - least, 1e-9)
        let right = width - 200
        let start = least < 0 ? left + 10 : left
        func x(_ value: Double) -> Double { start + (value - least) / span * (right - start) }
        let height = Double(bars.count) * row + 16
        var parts: [String] = []
        for (index, bar) in bars.enumerated() {
            let y = 8 + Double(index) * row
            parts.append(text(bar.label, left - 10, y + 14, anchor: "end"))
            let (from, to) = (min(x(0), x(bar.value)), max(x(0), x(bar.value)))
            parts.append(
                "<rect x=\"\(short(from))\" y=\"\(short(y + 3))\" width=\"\(short(max(1, to - from)))\" height=\"14\" "
                    + "fill=\"\(bar.value < 0 ? "#D55E00" : "#0072B2")\" opacity=\"0.75\"/>")
            if let low = bar.low, let high = bar.high {
                parts.append(line(x(low), y + 10, x(high), y + 10, "#1b1f24"))
            }
            parts.append(text(bar.text, max(x(0), x(bar.value), x(bar.high ?? bar.value)) + 6, y + 14, soft: true))
        }
        parts.append(line(x(0), 4, x(0), height - 6, "#1b1f24"))
        if let limit { parts.append(line(x(limit), 4, x(limit), height - 6, "#D55E00")) }
        return svg(parts, height, title, note)
    }

    /// Percentiles 10 to 90 as a line, the quartiles as a box, the median as a stroke.
    static func boxes(_ waits: [CentreFigures.Wait], title: String, note: String) -> String {
        let most = waits.compactMap(\.percentiles.last).max() ?? 1
        let right = width - 60
        func x(_ days: Double) -> Double { left + days / max(most, 1e-9) * (right - left) }
        let height = Double(waits.count) * row + 44
        var parts: [String] = []
        for tick in ticks(most) {
            parts.append(line(x(tick), 4, x(tick), height - 30, "#d0d7de"))
            parts.append(text(Words.number(tick), x(tick), height - 14, anchor: "middle", soft: true))
        }
        for (index, wait) in waits.enumerated() where wait.percentiles.count == 5 {
            let y = 8 + Double(index) * row
            let p = wait.percentiles
            parts.append(text(wait.label, left - 10, y + 14, anchor: "end"))
            parts.append(line(x(p[0]), y + 10, x(p[4]), y + 10, "#57606a"))
            parts.append(
                "<rect x=\"\(short(x(p[1])))\" y=\"\(short(y + 3))\" width=\"\(short(max(1, x(p[3]) - x(p[1]))))\" "
                    + "height=\"14\" fill=\"#cfe8f8\" stroke=\"#57606a\"/>")
            parts.append(
                "<line x1=\"\(short(x(p[2])))\" y1=\"\(short(y + 2))\" x2=\"\(short(x(p[2])))\" y2=\"\(short(y + 18))\" "
                    + "stroke=\"#0072B2\" stroke-width=\"3\"/>")
        }
        return svg(parts, height, title, note)
    }

    private static func ticks(_ most: Double) -> [Double] {
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500].first { most / $0 <= 8 } ?? 1000
        return Array(stride(from: 0, through: most, by: step))
    }

    private static func svg(_ parts: [String], _ height: Double, _ title: String, _ note: String) -> String {
        "<svg viewBox=\"0 0 \(short(width)) \(short(height))\" role=\"img\" aria-label=\"\(Escape.html(title))\">\n"
            + parts.joined(separator: "\n") + "\n</svg>\n<p class=\"note\">\(Escape.html(note))</p>\n"
    }

    private static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: String) -> String {
        "<line x1=\"\(short(x1))\" y1=\"\(short(y1))\" x2=\"\(short(x2))\" y2=\"\(short(y2))\" stroke=\"\(stroke)\"/>"
    }

    private static func text(
        _ words: String, _ x: Double, _ y: Double, anchor: String = "start", soft: Bool = false
    ) -> String {
        "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\"\(soft ? " class=\"soft\"" : "")>"
            + Escape.html(words) + "</text>"
    }

    private static func short(_ value: Double) -> String { String(format: "%.1f", value) }
}
