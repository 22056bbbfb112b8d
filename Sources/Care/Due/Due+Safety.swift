/// Replication-competent virus and second malignancies.
extension DueContext {
    /// Tests for replication-competent virus: before, month 3, 6 and 12, then yearly, where a sample in the archive is
    /// enough once the first year was negative. In studies; a licensed product's holder plans it otherwise.
    var replication: [DueItem] {
        guard let start = infusionDay else { return [] }
        let rule = Rule(
            id: "replication", topic: .replication, what: "test for replication-competent virus", owner: .laboratory,
            reason: "before infusion, month 3, 6 and 12, then yearly or a sample in the archive",
            source: "FDA, testing of retroviral vector-based products, January 2020", flag: .memory)
        guard chart.referral?.study != nil || !deeds[.replication].isEmpty else {
            return [
                rule.item(
                    nil,
                    .notApplicable(why: "asked for in studies; this journal names no study and holds no such test"))
            ]
        }
        var before = rule
        before.id += "/before"
        before.what += ", before infusion"
        let window = window(opens: start.advanced(by: -90), due: start, closes: start)
        let first = series(
            rule, [.months(3), .months(6), .years(1)] + (2...15).map { .years($0) }, keptBy: [.replication])
        let negatives = deeds[.replication].filter { $0.text == "negative" && Day(of: $0.at) > start }.count
        return [before.item(window, status(window, deeds[.replication]))]
            + first.map { item in
                guard negatives >= 3, item.id.contains("/year-"), !item.id.hasSuffix("/year-1") else { return item }
                var item = item
                item.what = item.what.replacing("test for", with: "archive a sample for")
                return item
            }
    }

    /// Second malignancies: asked for and looked for every year, for life.
    var malignancies: [DueItem] {
        guard let days else { return [] }
        let warning = label?.boxedWarnings?.first { $0.text.lowercased().contains("malignanc") }
        let rule = Rule(
            id: "second-malignancy", topic: .malignancy, what: "ask and look for a second malignancy",
            owner: .physician,
            reason: "for life: T-cell malignancies among others; one is reported, and a sample is kept",
            source: warning?.source ?? "FDA class warning, 2024", flag: warning?.flag ?? .memory)
        let years = max(15, Int((max(0, days) / 365.25).rounded(.down)) + 1)
        return series(rule, (1...years).map { .years($0) }, keptBy: [.visit, .malignancy])
    }
}
