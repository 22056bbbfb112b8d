import Care

/// The page for patient and family: what happens, what they may feel, when to call. It prints on two sheets of A4.
public struct ExpectPageView: Sendable {
    let plan: Expectation
    let chartPath: String?
    let phone: String?

    /// Makes the page.
    /// - Parameters:
    ///   - chartPath: path of the chart that it belongs to.
    ///   - phone: the centre's number, day and night; nil: a line to write it on.
    public init(_ plan: Expectation, chartPath: String? = nil, phone: String? = nil) {
        self.plan = plan
        self.chartPath = chartPath
        self.phone = phone
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let ahead = plan.sections.filter { $0.place != .behind }
        let behind = plan.sections.filter { $0.place == .behind }
        return try Layout.page(
            "expect",
            [
                "heading": plan.title, "chartPath": chartPath, "disease": plan.disease,
                "reader": plan.audience == .patient ? "patient and family" : "parents", "phone": phone,
                "emergency": plan.emergency, "planDisclaimer": plan.disclaimer.joined(separator: " "),
                "today": plan.today.joined(separator: " "), "introduction": plan.introduction,
                "behind": behind.map(\.title), "hasBehind": !behind.isEmpty,
                // All phases need smaller print than the few that are still ahead.
                "isLong": ahead.count > 5,
                "contents": ahead.map { ["href": "#\($0.phase.rawValue)", "title": $0.title] as Fields },
                "sections": ahead.map(section), "questions": plan.questions.map(question),
                "glossary": plan.glossary.map { ["term": $0.term, "meaning": $0.meaning] as Fields },
                "label": plan.label, "sources": plan.sources,
            ], in: frame)
    }

    private func section(_ section: Expectation.Section) -> Fields {
        let feel = plan.audience == .parents ? "What your child may feel" : "What you may feel"
        let parts: [(String, [Expectation.Line], String)] = [
            ("What happens", section.happens, "main"), (feel, section.feel, "main"),
            ("What you do", section.you, "main"),
            ("The family’s part", section.family, "more"), ("What the team watches", section.watch, "more"),
            ("Numbers", section.numbers, "more"),
        ]
        return [
            "phaseId": section.phase.rawValue, "phase": section.title, "isNow": section.place == .now,
            "calls": section.callAtOnce, "hasCalls": !section.callAtOnce.isEmpty,
            "parts": parts.filter { !$0.1.isEmpty }.map { title, lines, weight in
                ["part": title, "weight": weight, "lines": lines.map(line)] as Fields
            },
            "unknown": section.unknown, "hasUnknown": !section.unknown.isEmpty,
        ]
    }

    private func line(_ line: Expectation.Line) -> Fields { ["text": line.text, "certainty": line.certainty] }

    private func question(_ question: Expectation.Question) -> Fields {
        [
            "question": question.question, "answers": question.answer.map(line), "unknown": question.unknown,
            "hasUnknown": !question.unknown.isEmpty,
        ]
    }
}
