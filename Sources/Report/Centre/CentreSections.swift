/// The sections of a centre's page.
enum CentreSections {
    static func all(_ figures: CentreFigures) -> [CentreSection] {
        var sections = [funnel(figures), losses(figures), waits(figures), products(figures), use(figures)]
        let scenarios = figures.scenarios.filter { $0.role == "scenario" }
        let more = figures.scenarios.filter { $0.role == "oneMore" }
        if !scenarios.isEmpty { sections.append(compared(scenarios)) }
        sections += scenarios.map(path)
        if !more.isEmpty { sections.append(bottlenecks(more)) }
        return sections + [staff(figures), costs(figures), access(figures), assumptions(figures)]
    }

    private static func value(_ figures: CentreFigures, _ id: String) -> String {
        guard let measure = figures.measures.first(where: { $0.id == id }) else { return "–" }
        return words(measure.estimate, measure.unit)
    }

    static func words(_ estimate: CentreFigures.Estimate, _ unit: String) -> String {
        unit == "USD"
            ? estimate.value.map(Words.dollars) ?? "–"
            : Words.estimate(estimate.value, estimate.low, estimate.high, unit == "1/a" ? "a year" : unit)
    }

    private static func bar(_ label: String, _ estimate: CentreFigures.Estimate, unit: String) -> CentreDrawing.Bar {
        CentreDrawing.Bar(
            label: label, value: estimate.value ?? 0, low: estimate.low, high: estimate.high,
            text: words(estimate, unit))
    }

    private static func funnel(_ figures: CentreFigures) -> CentreSection {
        let table = Table(
            head: ["Step", "Patients", "Of those referred (95 %)"],
            rows: figures.funnel.map { [$0.label, "\($0.count)", words($0.share, "1")] })
        return CentreSection(
            id: "funnel", title: "From referral to response",
            says: "Infused: \(value(figures, "infusedOfReferred")) of those referred, "
                + "\(value(figures, "infusedOfAccepted")) of those accepted and covered.",
            content: CentreDrawing.bars(
                figures.funnel.map { bar($0.label, $0.share, unit: "1") }, title: "From referral to response",
                note: "Shares of all who were referred, with their 95 % interval over the runs.") + table.html(true))
    }

    private static func losses(_ figures: CentreFigures) -> CentreSection {
        let table = Table(
            head: ["Why not infused", "During", "Patients", "Of those referred (95 %)"],
            rows: figures.losses.map { [$0.label, $0.during ?? "", "\($0.count)", words($0.share, "1")] }, open: true)
        return CentreSection(
            id: "losses", title: "Who is not infused, and why",
            says: "Lost to progression before infusion: \(value(figures, "lostToDisease")) of those accepted.",
            content: table.html(true))
    }

    private static func waits(_ figures: CentreFigures) -> CentreSection {
        let table = Table(
            head: ["Stage", "Patients", "10 %", "25 %", "Median", "75 %", "90 %"],
            rows: figures.waits.map { [$0.label, "\($0.patients)"] + $0.percentiles.map { Words.number($0) } })
        return CentreSection(
            id: "waits", title: "How long each stage takes",
            says: "Referral to infusion, median: \(value(figures, "referralToInfusion")).",
            content: CentreDrawing.boxes(
                figures.waits, title: "How long each stage takes, days",
                note:
                    "Days. Line: 10th to 90th percentile; box: quartiles; stroke: median. Of those who completed the stage."
            ) + table.html(true))
    }

    private static func products(_ figures: CentreFigures) -> CentreSection {
        let shown = [
            "infusedOfReferred", "infusedOfCollected", "responseRate", "referralToInfusion", "veinToVein", "stay",
        ]
        let head = figures.measures.filter { shown.contains($0.id) }.map(\.label)
        let rows = figures.services.map { service in
            [service.id, service.study, "\(service.referred)"]
                + service.measures.filter { shown.contains($0.id) }.map { words($0.estimate, $0.unit) }
        }
        return CentreSection(
            id: "products", title: "By product",
            says: "Each product has the patients, doses and rules of a study; its slots are its own.",
            content: CentreDrawing.boxes(
                figures.services.compactMap(\.vein_to_vein), title: "Vein to vein by product, days",
                note: "Days from the first collection to infusion.")
                + Table(head: ["Product", "Patients as in", "Referred"] + head, rows: rows, open: true).html(true))
    }

    private static func use(_ figures: CentreFigures) -> CentreSection {
        let table = Table(
            head: [
                "Resource", "Whose", "Capacity", "Used", "Waiting, mean", "Longest line", "Wait, days", "Left the line",
                "Wasted", "Beyond capacity",
            ],
            rows: figures.stations.map { station in
                [
                    station.label, station.owner, "\(Words.number(station.capacity)) \(station.unit)",
                    Words.percent(station.utilisation), Words.number(station.mean_waiting), "\(station.longest_line)",
                    Words.number(station.mean_wait_days), Words.number(station.left), Words.number(station.wasted),
                    Words.number(station.beyond),
                ]
            })
        let busiest = figures.stations.max { $0.utilisation < $1.utilisation }
        return CentreSection(
            id: "use", title: "How much is used",
            says: busiest.map {
                "Used most: \($0.label.lowercased()) (\($0.owner)), \(Words.percent($0.utilisation))."
            } ?? "",
            content: CentreDrawing.bars(
                figures.stations.map { station in
                    CentreDrawing.Bar(
                        label: "\(station.label), \(station.owner)", value: station.utilisation, low: nil, high: nil,
                        text: Words.percent(station.utilisation))
                }, title: "Share of each resource that is used",
                note:
                    "Mean over the runs. Red line: all of it. A patient who cannot wait is taken beyond the capacity.",
                limit: 1) + table.html(true))
    }

    private static func staff(_ figures: CentreFigures) -> CentreSection {
        CentreSection(
            id: "staff", title: "Staff",
            says: "Hours a week that the patients need, by the plan's hours for each activity.",
            content: Table(
                head: ["Role", "Hours a week"],
                rows: figures.staff.map { [$0.role, Words.number($0.hours_per_week)] }, open: true
            ).html(true))
    }

    private static func costs(_ figures: CentreFigures) -> CentreSection {
        let total = figures.costs.reduce(0) { $0 + $1.usd_all_per_infused }
        return CentreSection(
            id: "costs", title: "Cost by step",
            says:
                "\(Words.dollars(total)) for each infused patient, with what was spent on those who were not infused. "
                + "Prices are those of the product files.",
            content: Table(
                head: ["Step", "Of an infused patient", "With those not infused"],
                rows: figures.costs.map {
                    [$0.label, Words.dollars($0.usd_per_infused), Words.dollars($0.usd_all_per_infused)]
                }, open: true
            ).html(true))
    }

    private static func access(_ figures: CentreFigures) -> CentreSection {
        CentreSection(
            id: "access", title: "The way to the centre",
            says: "How far patients live, who can come, and what it takes.",
            content: Table(
                head: ["", "Value (95 %)"], rows: figures.access.map { [$0.label, words($0.estimate, $0.unit)] },
                open: true
            ).html(true))
    }

    private static func assumptions(_ figures: CentreFigures) -> CentreSection {
        let rows = figures.assumed.map { "<li>\(Escape.html($0))</li>" }.joined(separator: "\n")
        return CentreSection(
            id: "assumptions", title: "What is assumed",
            says:
                "Numbers of this plan that no publication gives. Those of studies and products are in their own files.",
            content: "<ul>\(rows)</ul>")
    }
}
