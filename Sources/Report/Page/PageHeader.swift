/// The title, the facts of the study and the table of contents.
enum PageHeader {
    static func html(_ study: TrialFigures.Study, _ sections: [Figure], charts: Bool) -> String {
        let links = sections.map { "<a href=\"#\($0.id)\">\(Escape.html($0.title))</a>" }.joined(separator: "\n")
        return """
            <header>
            <h1>\(Escape.html(study.title))</h1>
            <p class="eyebrow">A simulated trial; no figure here comes from real patients unless called published.</p>
            \(charts ? noscript : missing)
            <dl>
            \(facts(study))
            </dl>
            <nav aria-label="Contents">
            \(links)
            </nav>
            </header>
            """
    }

    private static let missing =
        "<p class=\"warning\">The charts are missing because Plotly is not installed: run <code>scripts/setup</code> and "
        + "make the report again. Every number is in the tables below.</p>"

    private static let noscript =
        "<noscript><p class=\"warning\">Without JavaScript no chart is drawn; every number is in the tables.</p></noscript>"

    private static func facts(_ study: TrialFigures.Study) -> String {
        let short = [
            ("Study", study.id), ("Product", study.product), ("Disease", study.disease), ("Care policy", study.policy),
            ("Patients", "\(study.patients)"), ("Seed", "\(study.seed)"),
        ]
        let items = short.map { "<div><dt>\($0.0)</dt><dd>\(Escape.html($0.1))</dd></div>" }
        let command = "<div class=\"wide\"><dt>Command</dt><dd><code>\(Escape.html(study.command))</code></dd></div>"
        return (items + [command]).joined(separator: "\n")
    }
}
