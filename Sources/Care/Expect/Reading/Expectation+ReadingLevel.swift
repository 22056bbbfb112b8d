extension Expectation {
    /// What a reader is asked to read of a section, in the order of reading, a line for each sentence or item.
    func words(of section: Section, lists: Bool = true) -> String {
        func lines(_ lines: [Line]) -> [String] { lines.flatMap { [$0.text, $0.certainty ?? ""] } }
        let first = [section.title] + lines(section.happens) + lines(section.feel) + (lists ? section.callAtOnce : [])
        let rest = [section.you, section.family, section.watch, section.numbers].flatMap(lines)
        return (first + rest + (lists ? section.unknown : [])).joined(separator: "\n")
    }

    /// What a reader is asked to read of a question.
    func words(of question: Question) -> String {
        ([question.question] + question.answer.flatMap { [$0.text, $0.certainty ?? ""] } + question.unknown)
            .joined(separator: "\n")
    }

    /// The whole plan as it is read: all that is ahead, without the list of sources.
    ///
    /// - Parameter lists: whether fragments in lists (`callAtOnce`, `unknown`) count too: each is a short sentence, which
    ///   makes the text seem easier.
    func words(lists: Bool = true) -> String {
        ([emergency] + today + introduction
            + sections.filter { $0.place != .behind }.map { words(of: $0, lists: lists) }
            + questions.map { words(of: $0) } + disclaimer).joined(separator: "\n")
    }

    /// How hard the plan is to read, lists of fragments left out: the stricter measure.
    public var readingLevel: ReadingLevel { ReadingLevel(of: words(lists: false), names: names) }
}
