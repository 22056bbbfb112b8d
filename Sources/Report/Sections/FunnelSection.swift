/// Who was enrolled, who was infused, and who was lost on the way.
enum FunnelSection {
    static func figure(_ figures: TrialFigures) -> Figure {
        let stages = figures.funnel
        let rows = stages.map { stage in
            [
                stage.name, "\(stage.count)", Words.percent(share(stage.count, stages[0].count)),
                stage.lost.map { "\($0.reason): \($0.count)" }.joined(separator: ", "),
            ]
        }
        return Figure(
            id: "funnel", title: "Cohort", takeaway: takeaway(stages), note: nil, drawn: !stages.isEmpty,
            table: Table(head: ["Stage", "Patients", "Share", "Lost before the next stage"], rows: rows))
    }

    private static func takeaway(_ stages: [TrialFigures.Stage]) -> String {
        guard let first = stages.first, let last = stages.last, first.count > 0 else {
            return "No patient was enrolled."
        }
        let reached = "\(last.count) of \(first.count) patients (\(Words.percent(share(last.count, first.count))))"
        let losses = stages.flatMap(\.lost)
        guard let worst = losses.max(by: { $0.count < $1.count }), worst.count > 0 else {
            return "\(reached) reached “\(last.name)”."
        }
        let all = losses.reduce(0) { $0 + $1.count }
        return "\(reached) reached “\(last.name)”; “\(worst.reason)” accounts for \(worst.count) of \(all) losses."
    }

    private static func share(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : .nan }
}
