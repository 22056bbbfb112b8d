/// What each guideline answers to one question.
public struct SideBySide: Codable, Sendable, Equatable {
    /// One guideline's answer.
    public struct Cell: Codable, Sendable, Equatable {
        /// Whose.
        public var authority: Authority
        /// The answer; nil where the guideline, as far as it is held here, says nothing for this patient.
        public var answer: CounselItem?
    }

    /// The question.
    public var question: CounselQuestion
    /// The label, ASCO and EBMT/EHA wherever one of them answers, others where they do.
    public var cells: [Cell]

    /// The most urgent answer's urgency.
    public var urgency: CounselUrgency { cells.compactMap(\.answer?.urgency).max() ?? .plan }

    /// Whether those that answer differ in stance, urgency or dose.
    public var differs: Bool {
        let answers = cells.compactMap(\.answer)
        guard let first = answers.first else { return false }
        return answers.contains {
            $0.stance != first.stance || $0.urgency != first.urgency || $0.dose?.words != first.dose?.words
        }
    }

    /// One row a question, the most urgent first.
    static func rows(of items: [CounselItem]) -> [SideBySide] {
        let order = CounselQuestion.allCases
        let rows = order.compactMap { question -> SideBySide? in
            let answers = items.filter { $0.question == question }
            guard !answers.isEmpty else { return nil }
            let isCompared = answers.contains { Authority.columns.contains($0.authority) }
            let authorities = Authority.allCases.filter { authority in
                isCompared && Authority.columns.contains(authority) || answers.contains { $0.authority == authority }
            }
            return SideBySide(
                question: question,
                cells: authorities.map { authority in
                    Cell(authority: authority, answer: answers.first { $0.authority == authority })
                })
        }
        return CounselUrgency.allCases.sorted(by: >).flatMap { urgency in rows.filter { $0.urgency == urgency } }
    }
}
