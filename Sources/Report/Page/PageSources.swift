/// The references.
enum PageSources {
    static func html(_ study: TrialFigures.Study) -> String {
        let items = study.sources.map { "<li>\(Escape.html($0))</li>" }.joined(separator: "\n")
        return """
            <section id="sources">
            <h2>Sources</h2>
            \(study.sources.isEmpty ? "<p>None given.</p>" : "<ol>\n\(items)\n</ol>")
            </section>
            """
    }
}
