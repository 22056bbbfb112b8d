import Foundation
import Report

/// Plots of a trial as data for the charting library: JSON that the module reads, and the tables say the same.
enum TrialPlots {
    /// A drawing: traces and layout.
    private struct Drawing: Encodable {
        var data: [Trace]
        var x: String
        var y: String
        var xIsShare = false
        var yIsLog = false
        var yIsShare = false
        var height = 360
    }

    private struct Trace: Encodable {
        struct Whiskers: Encodable {
            var plus: [Double]
            var minus: [Double]
        }
        var name: String
        var x: [Double]
        var y: [Double]?
        var labels: [String]?
        /// `points`, `line`, `steps`, `lower` and `upper` (a band between them).
        var kind: String
        var series: Int
        var whiskers: Whiskers?
    }

    /// Simulated shares beside published ones, survival, and the percentiles over time.
    static func fields(_ outcome: TrialOutcome) -> [Fields] {
        var plots: [(id: String, title: String, summary: String, drawing: Drawing)] = []
        let shares = outcome.rows.filter { $0.share != nil && $0.publishedShare != nil }
        if !shares.isEmpty {
            let inside = shares.count { $0.isInside == true }
            plots.append(
                (
                    "plot-shares", "Simulated and published shares",
                    "\(inside) of \(shares.count) simulated shares lie within the published 95 % interval.",
                    forest(shares)
                ))
        }
        if !outcome.curves.isEmpty {
            plots.append(
                ("plot-survival", "Time to event", "Kaplan–Meier curves from infusion, in months.", curves(outcome)))
        }
        for band in outcome.bands where !band.days.isEmpty {
            plots.append(
                (
                    "plot-\(Words.slug(band.name))", band.label,
                    "Median with the middle half and the middle 90 % of patients, by day from infusion.",
                    self.band(band)
                ))
        }
        return plots.compactMap { plot in
            guard let json = json(plot.drawing) else { return nil }
            return ["plotId": plot.id, "plotTitle": plot.title, "summary": plot.summary, "json": json]
        }
    }

    private static func forest(_ rows: [TrialOutcome.Row]) -> Drawing {
        func trace(
            _ name: String, _ series: Int, _ value: (TrialOutcome.Row) -> (value: Double, low: Double, high: Double)?
        )
            -> Trace
        {
            let found = rows.compactMap { row in value(row).map { (row.label, $0) } }
            return Trace(
                name: name, x: found.map(\.1.value), labels: found.map(\.0), kind: "points", series: series,
                whiskers: .init(
                    plus: found.map { $0.1.high - $0.1.value }, minus: found.map { $0.1.value - $0.1.low }))
        }
        return Drawing(
            data: [trace("published", 1, \.publishedShare), trace("simulated", 0, \.share)], x: "share of patients",
            y: "",
            xIsShare: true, height: 140 + 34 * rows.count)
    }

    private static func curves(_ outcome: TrialOutcome) -> Drawing {
        let traces = outcome.curves.enumerated().map { index, curve in
            let steps = thinned(curve)
            return Trace(name: curve.name, x: steps.map(\.month), y: steps.map(\.share), kind: "steps", series: index)
        }
        return Drawing(data: traces, x: "months from infusion", y: "share", yIsShare: true, height: 420)
    }

    /// From all at the beginning, a step for each tenth of a month at the most: a large trial has thousands, and a
    /// drawing shows none narrower.
    private static func thinned(_ curve: TrialFigures.Curve) -> [(month: Double, share: Double)] {
        var steps: [(month: Double, share: Double)] = [(0, 1)]
        for (time, share) in zip(curve.time, curve.s) {
            let step = ((time * 10).rounded(.down) / 10, (share * 10_000).rounded() / 10_000)
            if steps.last?.month == step.0 { steps[steps.count - 1] = step } else { steps.append(step) }
        }
        // The last level holds for as long as patients were followed.
        if let end = curve.atRisk.last?.month, let last = steps.last, last.month < end {
            steps.append((end, last.share))
        }
        return steps
    }

    private static func band(_ band: TrialFigures.Band) -> Drawing {
        func trace(_ name: String, _ values: [Double], _ kind: String) -> Trace {
            Trace(name: name, x: band.days, y: values, kind: kind, series: 0)
        }
        return Drawing(
            data: [
                trace("5th percentile", band.p5, "lower"), trace("95th percentile", band.p95, "upper"),
                trace("lower quartile", band.p25, "lower"), trace("upper quartile", band.p75, "upper"),
                trace("median", band.p50, "line"),
            ], x: "days from infusion", y: Words.unit(band.unit), yIsLog: band.logScale)
    }

    /// JSON that cannot end the element it stands in: `<` is written as its escape.
    private static func json(_ drawing: Drawing) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        guard let data = try? encoder.encode(drawing) else { return nil }
        return String(decoding: data, as: UTF8.self)
            .replacingOccurrences(of: "<", with: "\\u003c").replacingOccurrences(of: ">", with: "\\u003e")
            .replacingOccurrences(of: "&", with: "\\u0026")
    }
}
