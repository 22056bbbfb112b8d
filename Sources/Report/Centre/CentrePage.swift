/// The report of a centre as one web page that needs nothing else. Its drawings are plain SVG, without a program.
public enum CentrePage {
    /// The page for these figures.
    public static func html(for figures: CentreFigures) -> String {
        let sections = CentreSections.all(figures)
        let links = sections.map { "<a href=\"#\($0.id)\">\(Escape.html($0.title))</a>" }.joined(separator: "\n")
        return """
            \(PageHead.html(title: figures.title, style: style))
            <body>
            <header>
            <h1>\(Escape.html(figures.title))</h1>
            <p class="eyebrow">A treatment centre with its queues; every patient has a virtual body that goes on while
            they wait.</p>
            <dl>
            \(facts(figures))
            </dl>
            <nav>
            \(links)
            </nav>
            </header>
            <main>
            \(sections.map(\.html).joined(separator: "\n"))
            </main>
            <footer><p>Research and education software, not a medical device.</p></footer>
            </body>
            </html>

            """
    }

    private static let style = """

        svg{max-width:100%;height:auto}svg text{font:12px system-ui,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--ink)}
        #funnel{grid-column:1/-1}svg .soft{fill:var(--soft)}svg .grid{stroke:var(--line)}
        """

    private static func facts(_ figures: CentreFigures) -> String {
        let short = [
            ("Referred", Words.count(figures.referred, "patient")), ("Years", Words.number(figures.years)),
            ("Runs", "\(figures.runs), seeds from \(figures.seed)"),
            ("Bodies run", "\(figures.bodies) (\(figures.bodies_shared) shared between scenarios)"),
            ("Little's law, largest error", Words.number(figures.littles_law_worst_error)),
            ("Time", "\(Words.number(figures.wall_seconds)) s"),
        ]
        let items = short.map { "<div><dt>\($0.0)</dt><dd>\(Escape.html($0.1))</dd></div>" }
        let command = "<div class=\"wide\"><dt>Command</dt><dd><code>\(Escape.html(figures.command))</code></dd></div>"
        return (items + [command]).joined(separator: "\n")
    }
}

/// A section of the page.
struct CentreSection {
    let id: String
    let title: String
    let says: String
    let content: String

    var html: String {
        """
        <section id="\(id)">
        <h2>\(Escape.html(title))</h2>
        <p class="takeaway">\(Escape.html(says))</p>
        \(content)
        </section>
        """
    }
}
