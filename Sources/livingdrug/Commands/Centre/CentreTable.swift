import Report

/// What `centre` prints.
enum CentreTable {
    static func text(_ figures: CentreFigures) -> String {
        var parts = [
            "\(figures.title)\n\(figures.referred) patients referred in \(figures.runs) runs of \(short(figures.years)) "
                + "years, seeds from \(figures.seed); \(figures.bodies) bodies in \(short(figures.wall_seconds)) s",
            funnel(figures), losses(figures), measures(figures), waits(figures), products(figures), stations(figures),
        ]
        parts += scenarios(figures)
        parts.append("Research and education software, not a medical device.")
        return parts.joined(separator: "\n\n")
    }

    private static func estimate(_ estimate: CentreFigures.Estimate, _ unit: String) -> [String] {
        let unit = unit == "1/a" ? "a year" : unit
        return [
            TrialTable.value(estimate.value, unit), TrialTable.interval(estimate.low, estimate.high, unit),
        ]
    }

    private static func funnel(_ figures: CentreFigures) -> String {
        var table = TextTable([
            ("step", .left), ("patients", .right), ("of referred", .right), ("95 % interval", .left),
        ])
        for step in figures.funnel { table.add([step.label, "\(step.count)"] + estimate(step.share, "1")) }
        return table.text
    }

    private static func losses(_ figures: CentreFigures) -> String {
        var table = TextTable([
            ("not infused", .left), ("during", .left), ("patients", .right), ("of referred", .right),
            ("95 % interval", .left),
        ])
        for loss in figures.losses {
            table.add([loss.label, loss.during ?? "", "\(loss.count)"] + estimate(loss.share, "1"))
        }
        return table.text
    }

    private static func measures(_ figures: CentreFigures) -> String {
        var table = TextTable([("measure", .left), ("value", .right), ("95 % interval", .left)])
        for measure in figures.measures { table.add([measure.label] + estimate(measure.estimate, measure.unit)) }
        for measure in figures.access { table.add([measure.label] + estimate(measure.estimate, measure.unit)) }
        for staff in figures.staff {
            table.add(["Staff: \(staff.role)", "\(short(staff.hours_per_week)) h a week", ""])
        }
        return table.text
    }

    private static func waits(_ figures: CentreFigures) -> String {
        var table = TextTable([
            ("days", .left), ("10 %", .right), ("25 %", .right), ("median", .right), ("75 %", .right), ("90 %", .right),
        ])
        for wait in figures.waits { table.add([wait.label] + wait.percentiles.map(short)) }
        return table.text
    }

    private static func products(_ figures: CentreFigures) -> String {
        var table = TextTable([
            ("product", .left), ("referred", .right), ("infused of collected", .right), ("response", .right),
            ("vein to vein", .right), ("quartiles", .left),
        ])
        for service in figures.services {
            func value(_ id: String) -> String {
                service.measures.first { $0.id == id }.map { TrialTable.value($0.estimate.value, $0.unit) } ?? "–"
            }
            let wait = service.vein_to_vein?.percentiles
            table.add([
                service.id, "\(service.referred)", value("infusedOfCollected"), value("responseRate"),
                wait.map { "\(short($0[2])) d" } ?? "–", wait.map { "\(short($0[1])) to \(short($0[3]))" } ?? "",
            ])
        }
        return table.text
    }

    private static func stations(_ figures: CentreFigures) -> String {
        var table = TextTable([
            ("resource", .left), ("whose", .left), ("capacity", .right), ("", .left), ("used", .right),
            ("waiting", .right), ("longest", .right), ("wait, d", .right), ("beyond", .right),
        ])
        // A network is summed up in the files; the table shows what is used most.
        let shown = figures.stations.count <= 24 ? figures.stations : busiest(figures.stations)
        for station in shown {
            table.add([
                station.label, station.owner, short(station.capacity), station.unit,
                TrialTable.percent(station.utilisation) + " %", short(station.mean_waiting), "\(station.longest_line)",
                short(station.mean_wait_days), short(station.beyond),
            ])
        }
        let rest = figures.stations.count - shown.count
        return table.text + (rest > 0 ? "\nand \(rest) more that are used less (stations.csv)" : "")
            + "\nLittle's law in every line: largest error \(figures.littles_law_worst_error)"
    }

    private static func busiest(_ stations: [CentreFigures.Station]) -> [CentreFigures.Station] {
        Array(stations.sorted { $0.utilisation > $1.utilisation }.prefix(16))
    }

    private static func scenarios(_ figures: CentreFigures) -> [String] {
        guard !figures.scenarios.isEmpty else { return [] }
        var table = TextTable([
            ("difference, points of referred", .left), ("infused", .right), ("response", .right),
            ("complete response", .right), ("by more infused", .right), ("by less disease", .right),
            ("vein to vein, d", .right),
        ])
        for scenario in figures.scenarios {
            func row(_ id: String) -> String {
                guard let row = scenario.rows.first(where: { $0.id == id }) else { return "–" }
                return signed(row.difference, row.unit)
            }
            table.add([
                scenario.title, row("infusedOfReferred"), row("respondersOfReferred"),
                row("completeRespondersOfReferred"), signed(scenario.path.complete_responses.by_more_infused, "1"),
                signed(scenario.path.complete_responses.by_disease, "1"), row("veinToVein"),
            ])
        }
        return [table.text]
    }

    private static func signed(_ estimate: CentreFigures.Estimate, _ unit: String) -> String {
        guard let value = estimate.value else { return "–" }
        let scale = unit == "1" ? 100.0 : 1
        func text(_ value: Double) -> String { (value > 0 ? "+" : "") + short(value * scale) }
        guard let low = estimate.low, let high = estimate.high else { return text(value) }
        return "\(text(value)) (\(text(low)) to \(text(high)))"
    }

    private static func short(_ value: Double) -> String {
        let rounded = abs(value) >= 100 ? value.rounded() : (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
