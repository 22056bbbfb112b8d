extension Counsel {
    /// For a terminal: what is urgent first, each question with the guidelines' answers beneath it.
    /// - Parameter explained: with reasons, sources, alternatives and what would change it.
    public func lines(explained: Bool = true) -> [String] {
        guard !sideBySide.isEmpty else { return ["nothing is recommended now"] + open() + [Self.disclaimer] }
        var lines: [String] = []
        for urgency in CounselUrgency.allCases.sorted(by: >) {
            let rows = sideBySide.filter { $0.urgency == urgency }
            guard !rows.isEmpty else { continue }
            lines.append(urgency.words.uppercased())
            for row in rows { lines += row.lines(explained: explained).map { "  " + $0 } }
        }
        return lines + open() + [Self.disclaimer]
    }

    /// What is missing, and which questions hang on it.
    private func open() -> [String] {
        var questions: [(missing: String, actions: [String])] = []
        func note(_ missing: String, _ action: String) {
            if let index = questions.firstIndex(where: { $0.missing == missing }) {
                if !questions[index].actions.contains(action) { questions[index].actions.append(action) }
            } else {
                questions.append((missing, [action]))
            }
        }
        for open in undecided { for missing in open.missing { note(missing, open.question.words) } }
        for item in items { for missing in item.unknown { note(missing, item.question.words) } }
        guard !questions.isEmpty else { return [] }
        return ["WOULD CHANGE WITH"] + questions.map { "  \($0.missing): \($0.actions.joined(separator: " "))" }
    }
}

extension SideBySide {
    /// The question, a line a guideline, the dose and what stands against it; then why and what would change it.
    func lines(explained: Bool) -> [String] {
        var lines = [question.words]
        let width = cells.map(\.authority.words.count).max() ?? 0
        func name(_ authority: Authority) -> String {
            authority.words + String(repeating: " ", count: width - authority.words.count)
        }
        for cell in cells {
            guard let item = cell.answer else { continue }
            let flag = item.source.verification == .read ? "" : " [\(item.source.checked)]"
            let soon = item.urgency == urgency ? "" : "\(item.urgency.words), "
            lines.append("  \(name(cell.authority))  \(soon)\(item.words)\(flag)")
        }
        let answers = cells.compactMap(\.answer)
        lines += Self.block("dose", answers.compactMap(\.dose?.calculation) + answers.flatMap { $0.dose?.rules ?? [] })
        lines += Self.block("doses", answers.compactMap(\.dose?.count))
        lines += Self.block("stop", answers.flatMap(\.stops))
        lines += Self.block("runs", answers.compactMap(\.running))
        guard explained else { return lines }
        let silent = cells.filter { $0.answer == nil }.map(\.authority.words)
        if !silent.isEmpty { lines.append("    \(silent.joined(separator: ", ")): nothing held here for this") }
        lines += Self.block("change", answers.flatMap(\.changes))
        lines += Self.block("or", answers.flatMap(\.alternatives))
        lines += Self.block("why", answers.flatMap(\.reasons).map(\.words))
        lines += Self.block("source", answers.map { "\($0.authority.words): \($0.source.words)" })
        return lines
    }

    private static func block(_ title: String, _ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { !$0.isEmpty && seen.insert($0).inserted }.map { "    \(title): \($0)" }
    }
}

extension CounselDose {
    /// How many were given and are left.
    fileprivate var count: String? {
        guard let maximum, let left else { return nil }
        return "\(drug): \(given ?? 0) of at most \(maximum) given, \(left) left"
    }
}
