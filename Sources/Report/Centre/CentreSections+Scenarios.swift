extension CentreSections {
    private static let judged = [
        "infusedOfReferred", "respondersOfReferred", "lostToDisease", "responseRate", "referralToInfusion",
        "veinToVein",
    ]

    private static func difference(_ row: CentreFigures.Row) -> String {
        Words.difference(row.difference.value, row.difference.low, row.difference.high, row.unit)
    }

    private static func row(_ scenario: CentreFigures.Scenario, _ id: String) -> CentreFigures.Row? {
        scenario.rows.first { $0.id == id }
    }

    /// All scenarios beside the plan.
    static func compared(_ scenarios: [CentreFigures.Scenario]) -> CentreSection {
        let labels = judged.compactMap { id in scenarios.first.flatMap { row($0, id)?.label } }
        let table = Table(
            head: ["Scenario"] + labels,
            rows: scenarios.map { scenario in
                [scenario.title] + judged.map { id in row(scenario, id).map(difference) ?? "–" }
            }, open: true)
        let best = scenarios.max { gain($0) < gain($1) }
        return CentreSection(
            id: "scenarios", title: "Scenarios beside the plan",
            says: best.flatMap { best in
                row(best, "infusedOfReferred").map {
                    "\(best.title): \(difference($0)) more of those referred are infused."
                }
            } ?? "",
            content: tornado(scenarios, "infusedOfReferred", "Change of the share infused, of those referred")
                + tornado(scenarios, "respondersOfReferred", "Change of the share with a response, of those referred")
                + table.html(true))
    }

    private static func gain(_ scenario: CentreFigures.Scenario) -> Double {
        row(scenario, "infusedOfReferred")?.difference.value ?? 0
    }

    private static func tornado(_ scenarios: [CentreFigures.Scenario], _ id: String, _ title: String) -> String {
        let bars = scenarios.compactMap { scenario -> CentreDrawing.Bar? in
            guard let row = row(scenario, id), let value = row.difference.value else { return nil }
            return CentreDrawing.Bar(
                label: scenario.title, value: value, low: row.difference.low, high: row.difference.high,
                text: difference(row))
        }
        return CentreDrawing.bars(
            bars.sorted { abs($0.value) > abs($1.value) }, title: title,
            note: title + ", percentage points, with the 95 % interval over the runs, paired by patients.")
    }

    /// Through which path a scenario gains responses.
    static func path(_ scenario: CentreFigures.Scenario) -> CentreSection {
        let path = scenario.path
        let parts = [
            ("Objective responses", path.responses.all),
            ("through more patients infused", path.responses.by_more_infused),
            ("in patients infused either way", path.responses.by_disease),
            ("Complete responses", path.complete_responses.all),
            ("through more patients infused", path.complete_responses.by_more_infused),
            ("in patients infused either way", path.complete_responses.by_disease),
            ("Infused only here", path.gained), ("Infused only in the plan", path.lost),
        ]
        let rescued = path.rescued_from.map { ("of those, otherwise: \($0.label.lowercased())", $0.estimate) }
        let rows = (parts + rescued).map { label, estimate in
            [label, Words.difference(estimate.value, estimate.low, estimate.high, "1")]
        }
        let measures = Table(
            head: ["", "Plan", "Scenario", "Difference (95 %)"],
            rows: scenario.rows.map {
                [$0.label, words($0.plan, $0.unit), words($0.scenario, $0.unit), difference($0)]
            })
        return CentreSection(
            id: "scenario-\(scenario.id)", title: scenario.title,
            says:
                "Of 100 referred, \(said(path.responses, "responses")); \(said(path.complete_responses, "complete responses")). "
                + "Tumour before lymphodepletion in patients infused either way: "
                + "\(words(path.burden_ratio, "1")) of the plan's.",
            content: Table(head: ["Points of those referred", "(95 %)"], rows: rows, open: true).html(true)
                + measures.html(true))
    }

    private static func said(_ gain: CentreFigures.Gain, _ what: String) -> String {
        "\(hundred(gain.all)) \(what) (\(hundred(gain.by_more_infused)) through more patients infused, "
            + "\(hundred(gain.by_disease)) in patients infused either way)"
    }

    private static func hundred(_ estimate: CentreFigures.Estimate) -> String {
        estimate.value.map { Words.tenths($0 * 100) } ?? "–"
    }

    /// What one more of each resource would buy.
    static func bottlenecks(_ more: [CentreFigures.Scenario]) -> CentreSection {
        let sorted = more.sorted { gain($0) > gain($1) }
        let clear = sorted.filter { (row($0, "infusedOfReferred")?.difference.low ?? 0) > 0 }
        return CentreSection(
            id: "bottlenecks", title: "Bottlenecks: what one more would buy",
            says: clear.isEmpty
                ? "No resource stands out: one more of any leaves the share infused within its interval."
                : "What is short: \(Words.list(clear.map { $0.title.lowercased() })).",
            content: tornado(sorted, "infusedOfReferred", "Change of the share infused, of those referred")
                + tornado(sorted, "respondersOfReferred", "Change of the share with a response, of those referred"))
    }
}
