/// Where the parameters come from.
enum AssumptionSection {
    static func figure(_ figures: TrialFigures) -> Figure {
        let origins = figures.origins
        let all = origins.published + origins.fitted + origins.assumed
        let takeaway =
            "Of \(Words.count(all, "parameter")), \(origins.published) are published, \(origins.fitted) fitted and "
            + "\(origins.assumed) assumed; the assumed ones are listed here."
        return Figure(
            id: "assumptions", title: "Assumed parameters", takeaway: takeaway, note: nil, drawn: false,
            table: Table(
                head: ["Parameter", "Value", "Unit", "Origin", "Reason"],
                rows: figures.assumed.map { [$0.name, $0.value, $0.unit, "⚠ assumed", $0.source] }, open: true))
    }
}
