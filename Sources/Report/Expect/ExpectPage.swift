import Care

/// A plan for patient and family as one web page that needs nothing else: no script, no font, no network. It is made for
/// a phone and for A4 paper, and says nothing by colour alone.
public enum ExpectPage {
    /// The page of a plan.
    public static func html(for plan: Expectation) -> String {
        let behind = plan.sections.filter { $0.place == .behind }
        let ahead = plan.sections.filter { $0.place != .behind }
        let child = plan.audience == .parents
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Escape.html(plan.title)) – LivingDrug</title>
            <style>
            \(Style.text)
            \(ExpectStyle.text)
            </style>
            </head>
            <body>
            \(header(plan))
            <main class="expect">
            \(contents(ahead))
            \(behind.isEmpty ? "" : behindYou(behind))
            \(ahead.map { ExpectSection.html($0, isChild: child) }.joined(separator: "\n"))
            \(questions(plan))
            \(words(plan))
            </main>
            \(footer(plan))
            </body>
            </html>

            """
    }

    private static func header(_ plan: Expectation) -> String {
        """
        <header>
        <h1>\(Escape.html(plan.title))</h1>
        <p class="eyebrow">For \(plan.audience == .patient ? "patient and family" : "parents"). \
        \(Escape.html(plan.disease)).</p>
        <div class="phone"><p><strong>Phone of the centre, day and night</strong></p>
        <p class="blank" aria-label="Write the phone number here">&nbsp;</p>
        <p>\(Escape.html(plan.emergency))</p></div>
        <div class="warning" role="note" aria-label="Disclaimer">\(paragraph(plan.disclaimer))</div>
        \(today(plan))
        \(plan.introduction.map { "<p>\(Escape.html($0))</p>" }.joined(separator: "\n"))
        </header>
        """
    }

    private static func today(_ plan: Expectation) -> String {
        plan.today.isEmpty ? "" : "<div class=\"today\">\(paragraph(plan.today))</div>"
    }

    private static func contents(_ sections: [Expectation.Section]) -> String {
        let links = sections.map { "<a href=\"#\($0.phase.rawValue)\">\(Escape.html($0.title))</a>" }
        let rest = ["<a href=\"#questions\">Questions people ask</a>", "<a href=\"#words\">Words</a>"]
        return "<nav aria-label=\"Contents\">\n\((links + rest).joined(separator: "\n"))\n</nav>"
    }

    private static func behindYou(_ sections: [Expectation.Section]) -> String {
        let items = sections.map { "<li>\(Escape.html($0.title))</li>" }.joined()
        return "<section id=\"behind\"><h2>Behind you</h2><ul class=\"done\">\(items)</ul></section>"
    }

    private static func questions(_ plan: Expectation) -> String {
        let items = plan.questions.map { question in
            """
            <details><summary>\(Escape.html(question.question))</summary>
            \(ExpectSection.list(question.answer))\(ExpectSection.unknown(question.unknown))
            </details>
            """
        }
        return """
            <section id="questions"><h2>Questions people ask</h2>
            <p>Open those that you want to read. The hard ones come last.</p>
            \(items.joined(separator: "\n"))
            </section>
            """
    }

    private static func words(_ plan: Expectation) -> String {
        let items = plan.glossary.map { "<dt>\(Escape.html($0.term))</dt><dd>\(Escape.html($0.meaning))</dd>" }
        return
            "<section id=\"words\"><h2>Words</h2>\n<dl class=\"words\">\(items.joined(separator: "\n"))</dl></section>"
    }

    private static func footer(_ plan: Expectation) -> String {
        let items = plan.sources.map { "<li>\(Escape.html($0))</li>" }.joined(separator: "\n")
        return """
            <footer>
            <details><summary>Sources, for your team</summary>
            <p>Label: \(Escape.html(plan.label))</p>
            <ul>\(items)</ul></details>
            </footer>
            """
    }

    private static func paragraph(_ lines: [String]) -> String {
        "<p>\(Escape.html(lines.joined(separator: " ")))</p>"
    }
}
