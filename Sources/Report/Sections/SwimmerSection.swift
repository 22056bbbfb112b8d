/// Single patients' courses.
enum SwimmerSection {
    static func figure(_ figures: TrialFigures) -> Figure {
        let lanes = figures.swimmer
        let rows = lanes.map { lane in
            [
                lane.patient, lane.segments.map(words).joined(separator: ", "),
                lane.marks.map { "\(label($0.kind)) day \(Words.number($0.day))" }.joined(separator: ", "),
            ]
        }
        return Figure(
            id: "swimmer", title: "Patients’ courses", takeaway: takeaway(lanes),
            note:
                "One line per patient; day 0 is the infusion, or for those never infused the day the course is counted from.",
            drawn: !lanes.isEmpty,
            table: Table(head: ["Patient", "Where (days)", "What happened"], rows: rows))
    }

    private static func words(_ segment: TrialFigures.Segment) -> String {
        "\(label(segment.kind)) \(Words.number(segment.from)) to \(Words.number(segment.to))"
    }

    private static func label(_ kind: String) -> String { kind == "intensiveCare" ? "intensive care" : kind }

    private static func takeaway(_ lanes: [TrialFigures.Lane]) -> String {
        guard !lanes.isEmpty else { return "No course was recorded." }
        func with(_ kind: String) -> Int { lanes.filter { lane in lane.marks.contains { $0.kind == kind } }.count }
        return "Of the \(Words.count(lanes.count, "patient")) shown, \(with("response")) responded, "
            + "\(with("tocilizumab")) received tocilizumab, \(with("progression")) progressed and \(with("death")) died."
    }
}
