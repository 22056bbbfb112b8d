/// Studies of one role, each with its forest plots and its table.
struct StudyGroupSection {
    let id: String
    let title: String
    let note: String
    let studies: [ValidationFigures.Study]

    var html: String {
        let body = studies.map(html).joined(separator: "\n")
        return """
            <section id="\(id)">
            <h2>\(Escape.html(title))</h2>
            <p class="takeaway">\(Escape.html(note))</p>
            \(studies.isEmpty ? "<p>None was run.</p>" : body)
            </section>
            """
    }

    private func html(_ study: ValidationFigures.Study) -> String {
        """
        <h3 id="\(Escape.html(study.id))">\(Escape.html(study.title))</h3>
        <p class="note">\(study.inside) of \(study.rows.count) inside; \(Words.count(study.infused, "virtual patient")) \
        infused.</p>
        \(plot(study.rows.filter { $0.unit == "1" }, .shares, "Shares of patients"))
        \(plot(study.rows.filter { $0.unit != "1" }, .multiples, "Times and counts, as multiples of the published value"))
        \(table(study).html(true))
        """
    }

    private func plot(_ rows: [ValidationFigures.Row], _ axis: ForestAxis, _ caption: String) -> String {
        ForestPlot(rows: rows.map(forestRow), axis: axis, caption: caption).html
    }

    private func forestRow(_ row: ValidationFigures.Row) -> ForestRow {
        // Shares stand as they are; other values as multiples of the published one.
        let scale = row.unit == "1" ? 1 : row.published.value ?? 1
        func placed(_ estimate: ValidationFigures.Estimate) -> ValidationFigures.Estimate {
            .init(
                value: estimate.value.map { $0 / scale }, low: estimate.low.map { $0 / scale },
                high: estimate.high.map { $0 / scale })
        }
        return ForestRow(
            label: row.label, detail: detail(row), simulated: placed(row.simulated), published: placed(row.published),
            simulatedText: Words.estimate(row.simulated.value, row.simulated.low, row.simulated.high, row.unit),
            publishedText: Words.estimate(row.published.value, row.published.low, row.published.high, row.unit),
            isInside: row.isInside)
    }

    private func detail(_ row: ValidationFigures.Row) -> String {
        var parts = ["n = \(row.n)"]
        if let scale = row.scale { parts.append(scale + (row.scaleDiffers ? " ‡" : "")) }
        if row.basis.hasPrefix("assumed") { parts.append("†") }
        if row.verification == "unverified" { parts.append("unverified *") }
        return parts.joined(separator: ", ")
    }

    private func table(_ study: ValidationFigures.Study) -> Table {
        Table(
            head: [
                "Endpoint", "Simulated (95 %)", "Published (95 %)", "Inside", "n", "Interval", "Scale", "Evidence",
                "Source",
            ],
            rows: study.rows.map { row in
                [
                    row.label,
                    Words.estimate(row.simulated.value, row.simulated.low, row.simulated.high, row.unit),
                    Words.estimate(row.published.value, row.published.low, row.published.high, row.unit),
                    row.isInside ? "yes" : "no", "\(row.n)", row.basis, row.scale ?? "", row.verification,
                    [row.source, row.note].compactMap { $0 }.joined(separator: "; "),
                ]
            })
    }
}
