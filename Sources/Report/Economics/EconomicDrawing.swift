import Foundation

/// Drawings of a cost-effectiveness analysis: plain SVG, without a program.
enum EconomicDrawing {
    private static let colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00"]
    private static let width = 680.0

    /// Draws on the cost-effectiveness plane, with the willingness to pay as a line.
    static func plane(_ figures: EconomicFigures) -> String {
        guard !figures.plane.isEmpty else { return "" }
        let x = Axis(figures.plane.map(\.qalys) + [0], from: 80, to: width - 20)
        let y = Axis(figures.plane.map(\.cost) + [0], from: 340, to: 20)
        var svg =
            open(height: 400, "Cost-effectiveness plane") + frame(x, y, "QALYs gained", "Costs added", height: 400)
        svg += "<line class=\"grid\" x1=\"\(at(x, 0))\" x2=\"\(at(x, 0))\" y1=\"20\" y2=\"340\"/>"
        svg += "<line class=\"grid\" x1=\"80\" x2=\"\(n(width - 20))\" y1=\"\(at(y, 0))\" y2=\"\(at(y, 0))\"/>"
        for point in figures.plane {
            svg += "<circle cx=\"\(at(x, point.qalys))\" cy=\"\(at(y, point.cost))\" r=\"2\" fill=\"\(colours[0])\" "
            svg += "fill-opacity=\"0.35\"/>"
        }
        // The line of the willingness to pay, as far as it stays inside.
        let high = min(x.high, y.high / figures.willingness)
        let low = max(x.low, y.low / figures.willingness)
        if high > low {
            svg += "<line stroke=\"\(colours[1])\" stroke-dasharray=\"5 4\" x1=\"\(at(x, low))\" "
            svg += "y1=\"\(at(y, low * figures.willingness))\" x2=\"\(at(x, high))\" "
            svg += "y2=\"\(at(y, high * figures.willingness))\"/>"
        }
        return svg + "</svg>"
    }

    /// Share of draws in which each strategy is worth most, by willingness to pay.
    static func acceptability(_ figures: EconomicFigures) -> String {
        guard figures.acceptability.count > 1 else { return "" }
        let x = Axis(figures.acceptability.map(\.willingness), from: 80, to: width - 20)
        let y = Axis([0, 1], from: 340, to: 20)
        var svg = open(height: 400 + 18 * Double(figures.strategies.count), "Acceptability curve")
        svg += frame(x, y, "Willingness to pay for one QALY", "Share of draws", height: 400)
        for (index, strategy) in figures.strategies.enumerated() {
            let colour = colours[index % colours.count]
            let line = figures.acceptability.map { "\(at(x, $0.willingness)),\(at(y, $0.shares[index]))" }
            svg +=
                "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\" points=\"\(line.joined(separator: " "))\"/>"
            let row = 400 + 18 * Double(index)
            svg += "<rect x=\"80\" y=\"\(n(row - 9))\" width=\"14\" height=\"4\" fill=\"\(colour)\"/>"
            svg += "<text x=\"100\" y=\"\(n(row))\">\(Escape.html(strategy.title))</text>"
        }
        return svg + "</svg>"
    }

    /// Net benefit with one number at the ends of its range.
    static func tornado(_ figures: EconomicFigures, rows: Int) -> String {
        let bars = Array(figures.tornado.prefix(rows))
        guard !bars.isEmpty else { return "" }
        let height = 60 + 24 * Double(bars.count)
        let x = Axis(
            bars.flatMap { [$0.at_low, $0.at_high] } + [0, figures.base_net_benefit], from: 260, to: width - 20)
        var svg = open(height: height, "Tornado plot")
        for (index, bar) in bars.enumerated() {
            let top = 10 + 24 * Double(index)
            let middle = x.place(figures.base_net_benefit)
            svg += "<text x=\"250\" y=\"\(n(top + 12))\" text-anchor=\"end\">\(Escape.html(short(bar.title)))</text>"
            for (value, colour) in [(bar.at_low, colours[4]), (bar.at_high, colours[0])] {
                let (left, right) = (min(middle, x.place(value)), max(middle, x.place(value)))
                svg +=
                    "<rect x=\"\(n(left))\" y=\"\(n(top))\" width=\"\(n(max(0.5, right - left)))\" height=\"16\" fill=\"\(colour)\"/>"
            }
        }
        svg += "<line class=\"grid\" x1=\"\(at(x, 0))\" x2=\"\(at(x, 0))\" y1=\"5\" y2=\"\(n(height - 40))\"/>"
        for tick in x.ticks {
            svg +=
                "<text class=\"soft\" x=\"\(at(x, tick))\" y=\"\(n(height - 24))\" text-anchor=\"middle\">\(label(tick))</text>"
        }
        return svg + "<text class=\"soft\" x=\"\(n((260 + width) / 2))\" y=\"\(n(height - 6))\" text-anchor=\"middle\">"
            + "Net benefit at \(Words.number(figures.willingness)) for a QALY</text></svg>"
    }

    /// Costs of each strategy by what they are for.
    static func parts(_ figures: EconomicFigures) -> String {
        let rows = figures.strategies.flatMap { strategy in strategy.parts.map { (strategy, $0) } }
        guard !rows.isEmpty else { return "" }
        let height = 40 + 22 * Double(rows.count)
        let x = Axis(rows.map(\.1.amount) + [0], from: 330, to: width - 80)
        var svg = open(height: height, "Costs by what they are for")
        for (index, row) in rows.enumerated() {
            let top = 10 + 22 * Double(index)
            let strategy = figures.strategies.firstIndex { $0.id == row.0.id } ?? 0
            svg +=
                "<text x=\"320\" y=\"\(n(top + 12))\" text-anchor=\"end\">\(Escape.html(short(row.1.title, 48)))</text>"
            let (left, right) = (min(x.place(0), x.place(row.1.amount)), max(x.place(0), x.place(row.1.amount)))
            svg += "<rect x=\"\(n(left))\" y=\"\(n(top))\" width=\"\(n(max(0.5, right - left)))\" height=\"14\" "
            svg += "fill=\"\(colours[strategy % colours.count])\"/>"
            svg += "<text class=\"soft\" x=\"\(n(right + 4))\" y=\"\(n(top + 12))\">\(label(row.1.amount))</text>"
        }
        return svg + "</svg>"
    }

    // MARK: Parts of a drawing

    /// A linear axis with room at its ends.
    private struct Axis {
        let low, high, start, end: Double

        init(_ values: [Double], from start: Double, to end: Double) {
            let (least, most) = (values.min() ?? 0, values.max() ?? 1)
            let room = most > least ? 0.04 * (most - least) : 1
            low = least < 0 ? least - room : least
            high = most > 0 ? most + room : most
            self.start = start
            self.end = end
        }

        func place(_ value: Double) -> Double { start + (value - low) / max(high - low, 1e-300) * (end - start) }

        /// About five round numbers.
        var ticks: [Double] {
            let step = (high - low) / 5
            let scale = pow(10, floor(log10(max(step, 1e-300))))
            let round = ([1, 2, 5, 10].first { $0 * scale >= step } ?? 10) * scale
            return stride(from: (low / round).rounded(.up) * round, through: high, by: round).map { $0 }
        }
    }

    private static func open(height: Double, _ title: String) -> String {
        "<svg viewBox=\"0 0 \(n(width)) \(n(height))\" role=\"img\" aria-label=\"\(Escape.html(title))\">"
    }

    private static func frame(_ x: Axis, _ y: Axis, _ across: String, _ up: String, height: Double) -> String {
        var svg = ""
        for tick in x.ticks {
            svg += "<text class=\"soft\" x=\"\(at(x, tick))\" y=\"358\" text-anchor=\"middle\">\(label(tick))</text>"
        }
        for tick in y.ticks {
            svg +=
                "<text class=\"soft\" x=\"74\" y=\"\(n(y.place(tick) + 4))\" text-anchor=\"end\">\(label(tick))</text>"
            svg +=
                "<line class=\"grid\" stroke-opacity=\"0.5\" x1=\"80\" x2=\"\(n(width - 20))\" y1=\"\(at(y, tick))\" y2=\"\(at(y, tick))\"/>"
        }
        svg += "<text x=\"\(n((80 + width) / 2))\" y=\"378\" text-anchor=\"middle\">\(Escape.html(across))</text>"
        return svg + "<text x=\"80\" y=\"14\">\(Escape.html(up))</text>"
    }

    private static func label(_ value: Double) -> String {
        if value == 0 { return "0" }
        return value.magnitude >= 10_000 ? "\(Words.number((value / 1000).rounded()))k" : Words.number(value)
    }
    private static func short(_ text: String, _ length: Int = 38) -> String {
        text.count <= length ? text : text.prefix(length - 1) + "…"
    }
    private static func at(_ axis: Axis, _ value: Double) -> String { n(axis.place(value)) }
    private static func n(_ value: Double) -> String { String(format: "%.1f", value.isFinite ? value : 0) }
}
