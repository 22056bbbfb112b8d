/// Kaplan-Meier curves.
enum SurvivalSection {
    static func figure(_ figures: TrialFigures) -> Figure {
        let curves = figures.survival
        let rows = curves.flatMap { curve in
            (0..<min(curve.time.count, curve.s.count, curve.low.count, curve.high.count)).map { index in
                [
                    curve.name, Words.number(curve.time[index]),
                    Words.estimate(curve.s[index], curve.low[index], curve.high[index], "1"), atRisk(curve, index),
                ]
            }
        }
        let ends = curves.compactMap(phrase)
        return Figure(
            id: "survival", title: "Time to event",
            takeaway: ends.isEmpty
                ? "No one was followed." : "Kaplan-Meier estimates at the last event: \(ends.joined(separator: "; ")).",
            note: "Steps: Kaplan-Meier estimate. Bands: pointwise 95 % interval. Below: patients still at risk.",
            drawn: !rows.isEmpty,
            table: Table(head: ["Curve", "Month", "Without event (95 % CI)", "At risk"], rows: rows))
    }

    /// The number at risk, where it is known for this very time.
    private static func atRisk(_ curve: TrialFigures.Curve, _ index: Int) -> String {
        curve.atRisk.first { $0.month == curve.time[index] }.map { "\($0.n)" } ?? ""
    }

    private static func phrase(_ curve: TrialFigures.Curve) -> String? {
        guard let month = curve.time.last, let s = curve.s.last else { return nil }
        let text = Words.estimate(s, curve.low.last, curve.high.last, "1")
        return "\(curve.name) \(text) at month \(Words.number(month))"
    }
}
