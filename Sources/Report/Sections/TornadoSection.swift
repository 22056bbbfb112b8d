import Foundation

/// How the cohort's results move with single numbers.
enum TornadoSection {
    static func figure(_ figures: SensitivityFigures) -> Figure {
        let rows = figures.outputs.flatMap { output in
            output.bars.map { bar in
                [
                    output.label, bar.label, bar.kind, bar.values, effect(bar.low, output), effect(bar.high, output),
                ]
            }
        }
        return Figure(
            id: "tornado", title: "One number at a time", takeaway: takeaway(figures.outputs),
            note:
                "Change of the cohort’s result when one number is held, in every patient, at the cohort’s 10th percentile "
                + "(hatched) and at its 90th (solid), with everything else drawn as before; lines are 95 % intervals of "
                + "pairs. The greatest twelve.",
            drawn: !rows.isEmpty,
            table: Table(
                head: [
                    "Result", "Number", "Kind", "10th and 90th percentile", "At the 10th (95 % CI)",
                    "At the 90th (95 % CI)",
                ],
                rows: rows))
    }

    private static func effect(_ estimate: SensitivityFigures.Estimate, _ output: SensitivityFigures.Output) -> String {
        guard output.isLogarithm else {
            return Words.difference(estimate.value, estimate.low, estimate.high, "1")
        }
        func fold(_ value: Double?) -> String { value.map { "×" + Words.number(pow(10, $0)) } ?? "–" }
        return "\(fold(estimate.value)) (\(fold(estimate.low)) to \(fold(estimate.high)))"
    }

    private static func takeaway(_ outputs: [SensitivityFigures.Output]) -> String {
        let said = outputs.filter { $0.name == "crs_grade_3_or_higher" || $0.name == "complete_response" }
            .compactMap { output -> String? in
                guard let bar = output.bars.first, let low = bar.low.value, let high = bar.high.value else {
                    return nil
                }
                return
                    "\(output.label) changes most with \(SobolSection.name(bar.label)), by \(Words.tenths(100 * low)) points "
                    + "at the 10th percentile and \(Words.tenths(100 * high)) at the 90th"
            }
        return said.isEmpty ? "No result moves." : said.joined(separator: "; ") + "."
    }
}
