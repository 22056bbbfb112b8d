import Care

/// What the guidelines recommend, side by side, with why and what would change it.
enum CounselFields {
    static func fields(_ counsel: Counsel, path: String, mayOrder: Bool) -> Fields {
        let urgencies = CounselUrgency.allCases.sorted(by: >)
        return [
            "groups": urgencies.compactMap { urgency -> Fields? in
                let rows = counsel.sideBySide.filter { $0.urgency == urgency }
                guard !rows.isEmpty else { return nil }
                return [
                    "urgency": Words.sentence(urgency.words), "level": urgency.rawValue,
                    "isFolded": urgency == .plan || urgency == .today,
                    "count": "\(rows.count)",
                    "questions": rows.map { question($0, path: path, mayOrder: mayOrder) },
                ]
            },
            "isEmpty": counsel.sideBySide.isEmpty, "open": open(counsel), "hasOpen": !open(counsel).isEmpty,
            "counselNote": Counsel.disclaimer,
        ]
    }

    private static func question(_ row: SideBySide, path: String, mayOrder: Bool) -> Fields {
        let silent = row.cells.filter { $0.answer == nil }.map(\.authority.words)
        return [
            "question": row.question.words, "questionId": row.question.rawValue, "differs": row.differs,
            "answers": row.cells.compactMap { cell in
                cell.answer.map { answer($0, rowUrgency: row.urgency, row, path: path, mayOrder: mayOrder) }
            },
            "silent": silent.isEmpty ? nil : "\(silent.joined(separator: ", ")): nothing held here for this",
        ]
    }

    private static func answer(
        _ item: CounselItem, rowUrgency: CounselUrgency, _ row: SideBySide, path: String, mayOrder: Bool
    ) -> Fields {
        let dose = item.dose
        let count = dose.flatMap { dose in
            dose.maximum.map { "\(dose.given ?? 0) of at most \($0) given, \(dose.left ?? 0) left" }
        }
        return [
            "authority": item.authority.words, "authorityId": item.authority.rawValue, "stance": item.stance.words,
            "stanceLevel": item.stance.rawValue,
            "soon": item.urgency == rowUrgency ? nil : item.urgency.words,
            "dose": dose?.words, "act": dose?.drug == item.action ? nil : item.action,
            "use": item.establishment == .usual
                ? nil : item.establishment == .offLabel ? "off label" : "investigational",
            "calculation": dose?.calculation, "count": count, "doseRules": (dose?.rules ?? []).map(Words.humane),
            "held": item.stops.map(Words.humane), "running": item.running.map(Words.humane), "changes": item.changes,
            "hasChanges": !item.changes.isEmpty,
            "alternatives": item.alternatives, "hasAlternatives": !item.alternatives.isEmpty,
            "found": item.reasons.map(finding), "hasFound": !item.reasons.isEmpty,
            "missing": item.unknown, "hasMissing": !item.unknown.isEmpty,
            "citation": item.source.words, "isMemory": item.source.verification == .memory,
            "order": mayOrder && item.stance.isProposal && item.running == nil
                ? order(item, id: "\(row.question.rawValue)-\(item.authority.rawValue)", path: path) : nil,
        ]
    }

    private static func finding(_ finding: Finding) -> String {
        "\(finding.finding): \(finding.threshold)" + (finding.at.map { ", \(Words.moment($0))" } ?? "")
    }

    /// A button that orders what is proposed, where it is a drug of ours with a computed dose.
    private static func order(_ item: CounselItem, id: String, path: String) -> Fields? {
        guard let dose = item.dose, let amount = dose.amount, let drug = Drug(rawValue: dose.drug),
            drug.unit == dose.unit
        else { return nil }
        let route = Route(rawValue: dose.route.rawValue)?.rawValue ?? ""
        return [
            "orderAction": "\(path)/order", "orderId": id, "orderWords": dose.words,
            "hiddenFields": [
                ("action", "place"), ("drug", drug.rawValue), ("amount", Words.number(amount)), ("route", route),
                ("minutes", Words.number(dose.minutes)), ("interval", dose.intervalHours.map(Words.number) ?? ""),
                ("reason", item.question.words), ("source", item.source.text),
            ].map { ["name": $0.0, "value": $0.1] as Fields },
        ]
    }

    /// What is missing, each with the questions that hang on it.
    private static func open(_ counsel: Counsel) -> [Fields] {
        var order: [String] = []
        var questions: [String: [String]] = [:]
        func note(_ missing: String, _ question: String) {
            if questions[missing] == nil { order.append(missing) }
            if questions[missing]?.contains(question) != true { questions[missing, default: []].append(question) }
        }
        for open in counsel.undecided { for missing in open.missing { note(missing, open.question.words) } }
        for item in counsel.items { for missing in item.unknown { note(missing, item.question.words) } }
        return order.map { ["lacking": $0, "hangs": (questions[$0] ?? []).joined(separator: " ")] }
    }
}
