import Care

/// A phase of the plan.
enum ExpectSection {
    static func html(_ section: Expectation.Section, isChild: Bool) -> String {
        let now = section.place == .now ? " <span class=\"now\">You are here</span>" : ""
        return """
            <section id="\(section.phase.rawValue)"\(section.place == .now ? " class=\"current\"" : "")>
            <h2>\(Escape.html(section.title))\(now)</h2>
            \(part("What happens", section.happens))
            \(part(isChild ? "What your child may feel" : "What you may feel", section.feel))
            <div class="call"><h3>Call at once, day or night</h3>
            <ul>\(section.callAtOnce.map { "<li>\(Escape.html($0))</li>" }.joined())</ul></div>
            \(part("What you do", section.you))
            \(part("The family’s part", section.family))
            \(part("What the team watches", section.watch))
            \(part("Numbers", section.numbers))
            \(unknown(section.unknown))
            </section>
            """
    }

    private static func part(_ title: String, _ lines: [Expectation.Line]) -> String {
        lines.isEmpty ? "" : "<h3>\(title)</h3>\n\(list(lines))"
    }

    static func list(_ lines: [Expectation.Line]) -> String {
        "<ul>"
            + lines.map { line in
                let certainty = line.certainty.map { " <small>\(Escape.html($0))</small>" } ?? ""
                return "<li>\(Escape.html(line.text))\(certainty)</li>"
            }.joined(separator: "\n") + "</ul>"
    }

    static func unknown(_ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return "<h3>Not known here; ask your team</h3>\n<ul class=\"unknown\">"
            + items.map { "<li>\(Escape.html($0))</li>" }.joined() + "</ul>"
    }
}
