/// Percentiles of the measured quantities over time.
enum BandSections {
    static func kinetics(_ figures: TrialFigures) -> Figure {
        let bands = figures.bands.filter { !isHumoral($0) }
        return figure("bands", "Cells, cytokines and blood counts after infusion", bands)
    }

    static func humoral(_ figures: TrialFigures) -> Figure {
        figure("humoral", "B cells and IgG", figures.bands.filter(isHumoral))
    }

    /// Whether a band belongs beside the B cells.
    static func isHumoral(_ band: TrialFigures.Band) -> Bool {
        [band.name, band.label].contains { text in
            let plain = text.lowercased().filter { $0.isLetter }
            return ["bcell", "igg", "immunoglobulin"].contains { plain.hasPrefix($0) }
        }
    }

    private static func figure(_ id: String, _ title: String, _ bands: [TrialFigures.Band]) -> Figure {
        Figure(
            id: id, title: title, takeaway: takeaway(bands),
            note: "Line: median. Dark band: 25th to 75th percentile. Light band: 5th to 95th. "
                + "On logarithmic axes zero is drawn at the lowest value above zero.",
            drawn: bands.contains { !$0.days.isEmpty },
            table: Table(
                head: ["Quantity", "Unit", "Day", "5 %", "25 %", "Median", "75 %", "95 %"], rows: bands.flatMap(rows)))
    }

    private static func rows(_ band: TrialFigures.Band) -> [[String]] {
        let columns = [band.days, band.p5, band.p25, band.p50, band.p75, band.p95]
        let count = columns.map(\.count).min() ?? 0
        return sampled(count).map { index in
            [band.label, band.unit] + columns.map { Words.number($0[index]) }
        }
    }

    /// At most some forty rows of a long series, the last one among them.
    private static func sampled(_ count: Int) -> [Int] {
        guard count > 0 else { return [] }
        let stride = max(1, count / 40)
        return Array(Swift.stride(from: 0, to: count - 1, by: stride)) + [count - 1]
    }

    private static func takeaway(_ bands: [TrialFigures.Band]) -> String {
        let extremes = bands.compactMap(extreme)
        let parts = [("Highest medians", false), ("lowest medians", true)].compactMap { title, falls -> String? in
            let said = extremes.filter { $0.falls == falls }.map(\.text)
            return said.isEmpty ? nil : "\(title): \(Words.list(said))"
        }
        guard let first = parts.first else { return "No such measurement was recorded." }
        return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: "; ") + "."
    }

    /// The rise or the fall of the median, whichever is the greater in proportion.
    private static func extreme(_ band: TrialFigures.Band) -> (text: String, falls: Bool)? {
        let points = zip(band.days, band.p50).filter { $0.1.isFinite }
        guard let first = points.first?.1, let top = points.max(by: { $0.1 < $1.1 }),
            let bottom = points.min(by: { $0.1 < $1.1 })
        else { return nil }
        let falls = first > 0 && top.1 * bottom.1 < first * first
        let (day, value) = falls ? bottom : top
        return ("\(band.label) \(spoken(value, band.unit)) on day \(Words.number(day))", falls)
    }

    /// A sentence says less than a table: what no assay would tell from nothing is given as a bound.
    private static func spoken(_ value: Double, _ unit: String) -> String {
        value > 0 && value < 0.001 ? "below \(Words.value(0.001, unit))" : Words.value(value, unit)
    }
}
