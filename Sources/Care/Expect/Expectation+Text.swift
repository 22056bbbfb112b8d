extension Expectation {
    /// The plan as plain text for a terminal, lines up to `width` characters.
    public func text(width: Int = 80) -> String {
        var page = TextPage(width: width)
        page.heading(title, underline: "=")
        page.paragraph("For \(audience == .patient ? "patient and family" : "parents"). \(disease). \(label)")
        page.paragraphs(disclaimer)
        page.paragraph("Phone of the centre: ______________________")
        page.paragraph(emergency)
        page.paragraphs(today)
        page.paragraphs(introduction)
        let behind = sections.filter { $0.place == .behind }
        if !behind.isEmpty { page.list("Behind you", behind.map(\.title)) }
        for section in sections where section.place != .behind { add(section, to: &page) }
        page.heading("Questions people ask", underline: "=")
        page.paragraph("The hard ones come last. You need not read them now.")
        for question in questions {
            page.heading(question.question, underline: "-")
            page.lines(question.answer)
            page.unknown(question.unknown)
        }
        if !glossary.isEmpty { page.list("Words", glossary.map { "\($0.term): \($0.meaning)." }) }
        page.list("Sources, for your team", sources)
        return page.text
    }

    private func add(_ section: Section, to page: inout TextPage) {
        page.heading(section.title + (section.place == .now ? "  <- you are here" : ""), underline: "=")
        page.lines("What happens", section.happens)
        page.lines("What [you|your child] may feel".voiced(audience), section.feel)
        page.list("Call at once, day or night", section.callAtOnce)
        page.lines("What you do", section.you)
        page.lines("The family's part", section.family)
        page.lines("What the team watches", section.watch)
        page.lines("Numbers", section.numbers)
        page.unknown(section.unknown)
    }
}

extension String {
    /// With a capital letter at the start.
    var startingWithCapital: String { prefix(1).uppercased() + dropFirst() }

    func voiced(_ audience: Expectation.Audience) -> String { Voice(audience: audience).say(self) }
}

/// Lays lines out on a page of fixed width.
private struct TextPage {
    let width: Int
    private(set) var text = ""

    mutating func heading(_ title: String, underline: Character) {
        text += "\n\(title)\n\(String(repeating: underline, count: title.count))\n"
    }

    mutating func paragraph(_ line: String) { wrap(line, first: "", rest: "") }

    mutating func paragraphs(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        paragraph(lines.joined(separator: " "))
        text += "\n"
    }

    mutating func list(_ title: String, _ items: [String]) {
        guard !items.isEmpty else { return }
        text += "\n\(title)\n"
        for item in items { wrap(item, first: "  - ", rest: "    ") }
    }

    mutating func lines(_ title: String, _ lines: [Expectation.Line]) {
        guard !lines.isEmpty else { return }
        text += "\n\(title)\n"
        self.lines(lines)
    }

    mutating func lines(_ lines: [Expectation.Line]) {
        for line in lines {
            wrap(line.text, first: "  - ", rest: "    ")
            if let certainty = line.certainty { wrap(certainty, first: "    (", rest: "     ", end: ")") }
        }
    }

    mutating func unknown(_ items: [String]) {
        guard !items.isEmpty else { return }
        list("Not known here; ask your team", items)
    }

    private mutating func wrap(_ line: String, first: String, rest: String, end: String = "") {
        var row = first
        var isEmpty = true
        for word in (line + end).split(separator: " ") {
            if !isEmpty, row.count + 1 + word.count > width {
                text += row + "\n"
                row = rest
                isEmpty = true
            }
            row += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        text += row + "\n"
    }
}
