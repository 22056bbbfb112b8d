/// Time and cost of each step.
enum StepSection {
    static func figure(_ figures: TrialFigures) -> Figure {
        let rows = figures.steps.map {
            [
                $0.name, Words.number($0.p25), Words.number($0.p50), Words.number($0.p75),
                Words.dollars($0.costMean),
            ]
        }
        return Figure(
            id: "steps", title: "Time and cost of each step", takeaway: takeaway(figures.steps),
            note: "Dots: median days with the 25th and 75th percentile. Bars: mean cost per patient.",
            drawn: !rows.isEmpty,
            table: Table(head: ["Step", "Days, 25 %", "Days, median", "Days, 75 %", "Mean cost, USD"], rows: rows))
    }

    private static func takeaway(_ steps: [TrialFigures.Step]) -> String {
        guard let dearest = steps.max(by: { $0.costMean < $1.costMean }) else { return "No step was recorded." }
        let all = steps.reduce(0) { $0 + $1.costMean }
        let cost =
            "“\(dearest.name)” costs the most (\(Words.dollars(dearest.costMean)) of \(Words.dollars(all)) per patient)"
        let timed = steps.filter { $0.p50 != nil }
        guard let longest = timed.max(by: { ($0.p50 ?? 0) < ($1.p50 ?? 0) }) else { return cost + "." }
        let days = "(median \(Words.number(longest.p50)) days)"
        guard longest.name != dearest.name else {
            return "“\(dearest.name)” takes the longest \(days) and costs the most "
                + "(\(Words.dollars(dearest.costMean)) of \(Words.dollars(all)) per patient)."
        }
        return "“\(longest.name)” takes the longest \(days), and \(cost)."
    }
}
