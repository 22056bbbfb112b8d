import Care
import Foundation

/// A plot as the template of an SVG needs it: only attributes and classes, no style of its own, so that the page's style
/// sheet colours it for light, dark and paper.
enum PlotDrawing {
    static func fields(_ plot: Plot, from: Instant, to: Instant, day: (Instant) -> String) -> Fields {
        let layout = PlotLayout(plot, from: from, to: to)
        var shown = plot.points.filter { $0.at >= from && $0.at <= to }
        if plot.isStepped, let before = plot.points.last(where: { $0.at < from }) {
            shown.insert(.init(at: from, value: before.value), at: 0)
        }
        return [
            "plotId": plot.id, "plotTitle": plot.title, "plotUnit": plot.unit, "summary": plot.summary,
            "plotNote": plot.note, "width": text(PlotLayout.width), "height": text(layout.height),
            "left": text(PlotLayout.left), "right": text(PlotLayout.right), "top": text(PlotLayout.top),
            "bottom": text(layout.bottom), "labelY": text(layout.bottom + 15),
            "plotWidth": text(PlotLayout.right - PlotLayout.left),
            "bands": bands(layout), "valueTicks": valueTicks(layout), "dayTicks": dayTicks(layout, day),
            "line": path(shown, layout), "dots": plot.isStepped ? [] : dots(shown, layout),
            "hasDoses": !plot.doses.isEmpty, "doses": doses(layout), "doseY": text(layout.bottom + 33),
            "hasPoints": !shown.isEmpty,
            "rows": shown.reversed().prefix(60).map { point in
                [
                    "at": Words.time(point.at), "value": "\(Words.short(point.value)) \(plot.unit)",
                    "band": plot.bands.filter {
                        $0.range.lowerBound <= point.value && point.value < $0.range.upperBound
                    }
                    .max { $0.weight < $1.weight }?.words,
                ] as Fields
            },
            "more": shown.count > 60 ? "The latest 60 of \(shown.count) are listed." : nil,
        ]
    }

    private static func bands(_ layout: PlotLayout) -> [Fields] {
        layout.plot.bands.compactMap { band in
            let low = max(band.range.lowerBound, layout.lowest)
            let high = min(band.range.upperBound, layout.highest)
            guard low < high else { return nil }
            let (top, bottom) = (layout.y(high), layout.y(low))
            return [
                "x": text(PlotLayout.left), "y": text(top), "height": text(bottom - top), "weight": "\(band.weight)",
                "words": bottom - top >= 11 ? band.words : nil, "textY": text(bottom - 3),
                "edge": text(band.range.upperBound >= layout.highest ? bottom : top),
            ]
        }
    }

    private static func valueTicks(_ layout: PlotLayout) -> [Fields] {
        layout.valueTicks.map { value in
            let y = layout.y(value)
            return ["y": text(y), "textY": text(y + 4), "label": Words.short(value)]
        }
    }

    private static func dayTicks(_ layout: PlotLayout, _ day: (Instant) -> String) -> [Fields] {
        layout.dayTicks.map { instant in
            let x = layout.x(instant)
            let anchor = x > PlotLayout.right - 18 ? "end" : "middle"
            return ["x": text(x), "label": day(instant), "anchor": anchor]
        }
    }

    private static func path(_ points: [ChartHistory.Point], _ layout: PlotLayout) -> String {
        var path = ""
        var last: ChartHistory.Point?
        for point in points {
            let (x, y) = (text(layout.x(point.at)), text(layout.y(point.value)))
            if path.isEmpty {
                path = "M\(x) \(y)"
            } else if layout.plot.isStepped {
                path += "H\(x)V\(y)"
            } else {
                path += "L\(x) \(y)"
            }
            last = point
        }
        // A grade holds until now.
        if layout.plot.isStepped, last != nil { path += "H\(text(layout.x(layout.to)))" }
        return path
    }

    private static func dots(_ points: [ChartHistory.Point], _ layout: PlotLayout) -> [Fields] {
        guard points.count <= 150 else { return [] }
        return points.map { ["x": text(layout.x($0.at)), "y": text(layout.y($0.value))] }
    }

    private static func doses(_ layout: PlotLayout) -> [Fields] {
        layout.plot.doses.filter { $0.at >= layout.from && $0.at <= layout.to }.map { dose in
            let x = layout.x(dose.at)
            return [
                "x": text(x), "x1": text(x - 4), "x2": text(x + 4), "y": text(layout.bottom + 24),
                "tip": text(layout.bottom + 31), "name": dose.name,
            ]
        }
    }

    static func text(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }
}
