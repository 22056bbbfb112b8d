/// Visits, response, CAR-T persistence.
extension DueContext {
    /// Visits to year 15: to month 18 as practised, then yearly.
    var visits: [DueItem] {
        let years = Int(label?.followUp?.years ?? 15)
        let rule = Rule(
            id: "visit", topic: .visit, what: "visit", owner: .physician,
            reason: "late effects of integrating vectors are looked for for \(years) years; spacing as practised",
            source: label?.followUp?.source ?? "FDA, long-term follow-up after gene therapy, January 2020 (15 years)",
            flag: label?.followUp?.flag ?? .read)
        let early: [Offset] = [.days(28), .months(2), .months(3), .months(6), .months(9), .years(1), .months(18)]
        return series(
            rule, early + (years >= 2 ? (2...years).map { Offset.years($0) } : []), keptBy: [.visit, .vitals])
    }

    /// Response: PET in lymphoma, marrow and residual disease in acute leukaemia, M-protein in myeloma, CT and blood in
    /// chronic lymphocytic leukaemia; until progression.
    var responseAssessments: [DueItem] {
        let disease = chart.referral?.disease ?? ""
        let (what, offsets) = Self.assessments(of: disease)
        let rule = Rule(
            id: "response", topic: .response, what: "response assessment (\(what))", owner: .physician,
            reason: disease.isEmpty ? "the disease is not recorded; days as in lymphoma" : "usual days in \(disease)",
            source: "usual practice", flag: .memory)
        return series(rule, offsets, keptBy: [.response]).map { item in
            guard let progression = chart.progression, item.isOpen || item.wasMissed, let due = item.at,
                progression.at < due
            else { return item }
            var item = item
            item.status = .notApplicable(why: "progression on \(Day(of: progression.at))")
            return item
        }
    }

    /// What is assessed and when, by disease.
    static func assessments(of disease: String) -> (what: String, at: [Offset]) {
        let name = disease.lowercased()
        if name.contains("myeloma") {
            return (
                "M-protein, free light chains; marrow",
                [28, 56, 84, 112, 140].map { .days($0) } + [.months(6), .years(1)]
            )
        }
        if name.contains("chronic lymphocytic") || name.contains("cll") {
            return ("CT, blood, marrow", [.days(28), .months(3), .months(6), .years(1)])
        }
        if name.contains("leuk") || name.contains("b-all") {
            return ("marrow, residual disease", [.days(28), .months(3), .months(6), .months(9), .years(1)])
        }
        return ("PET", [.days(28), .months(3), .months(6), .years(1)])
    }

    /// CAR-T cells in blood, at centres that measure them: where a result is in the journal.
    var persistence: [DueItem] {
        guard let first = chart.infusedAt, deeds[.laboratory(.carT)].contains(where: { $0.at >= first }) else {
            return []
        }
        let rule = Rule(
            id: "car-t", topic: .persistence, what: "CAR-T cells in blood", owner: .laboratory,
            reason: "this centre measures persistence; no label asks for it", source: "assumed: spacing as of visits",
            flag: .memory)
        return series(
            rule, [.days(28), .months(3), .months(6), .years(1), .years(2)], keptBy: [.laboratory(.carT)])
    }
}

extension DueItem {
    /// Whether its window closed without it.
    var wasMissed: Bool { if case .missed = status { true } else { false } }
}
