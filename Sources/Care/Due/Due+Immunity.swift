/// Immunoglobulin, B cells, CD4, vaccines, antimicrobial prophylaxis.
extension DueContext {
    /// IgG, B cells, CD4.
    var immunity: [DueItem] {
        guard let infusedAt = chart.infusedAt, let days, days >= 0 else { return [] }
        func rule(_ id: String, _ what: String, _ reason: String) -> Rule {
            Rule(
                id: id, topic: .immunity, what: what, owner: .laboratory, reason: reason,
                source: "reference schedule of practice", flag: .memory)
        }
        var items = [
            recurring(
                rule("igg", "IgG", "monthly to month 6, then every 3 months"),
                last: last(.laboratory(.immunoglobulinG), since: infusedAt), hours: (days <= 180 ? 28 : 91) * 24)
        ]
        if !hasBCells(since: infusedAt) {
            items.append(
                recurring(
                    rule("b-cells", "B cells", "every 3 months until they recover"),
                    last: last(.laboratory(.bCells), since: infusedAt), hours: 91 * 24))
        }
        return items
            + series(
                rule("cd4", "CD4 cells", "prophylaxis and vaccines wait for more than 200 per µL"),
                [.months(3), .months(6), .years(1), .months(18), .years(2)], keptBy: [.laboratory(.cd4)])
    }

    /// Whether B cells were seen again after the first month.
    private func hasBCells(since infusion: Instant) -> Bool {
        guard let (result, at) = chart.latest(.bCells) else { return false }
        return at.days(since: infusion) > 28 && !result.belowDetection && result.value > 0
    }

    private static let vaccines = "table of general recommendations, ashpublications.org/view-large/12523012"

    /// Vaccines: influenza and COVID-19 from month 3, other inactivated from month 6 and 2 months after immunoglobulin,
    /// live not before month 12, 8 months after immunoglobulin and with more than 200 CD4 cells per µL.
    var vaccination: [DueItem] {
        guard let start = infusionDay else { return [] }
        let immunoglobulin: Day? = deeds[.immunoglobulin].last.map { Day(of: $0.at) }
        func rule(_ id: String, _ what: String, _ reason: String) -> Rule {
            Rule(
                id: "vaccination/\(id)", topic: .vaccination, what: what, owner: .physician, reason: reason,
                source: Self.vaccines, flag: .read)
        }
        func given(_ isRespiratory: Bool) -> [Deeds.Deed] {
            deeds[.inactivatedVaccine].filter { Self.isRespiratory($0.text) == isRespiratory }
        }
        let early = start.advanced(byMonths: 3)
        let respiratory = window(opens: early, due: early.advanced(byMonths: 3))
        let opens = max(start.advanced(byMonths: 6), immunoglobulin?.advanced(byMonths: 2) ?? start)
        // What was given under an older rule was given: it counts from month 6 on.
        let inactivated = window(opens: opens, due: opens.advanced(byMonths: 3))
        let since = window(opens: start.advanced(byMonths: 6), due: inactivated.dueDay)
        let kept = status(since, given(false))
        let live = max(start.advanced(byMonths: 12), immunoglobulin?.advanced(byMonths: 8) ?? start)
        return [
            rule("influenza-covid", "influenza and COVID-19 vaccines (inactivated)", "from month 3")
                .item(respiratory, status(respiratory, given(true))),
            rule("inactivated", "other inactivated vaccines", "from month 6, and 2 months after immunoglobulin")
                .item(inactivated, kept.isDone ? kept : status(inactivated, given(false))),
            liveVaccines(
                rule(
                    "live", "live vaccines are forbidden until then",
                    "not before month 12, nor within 8 months of immunoglobulin, nor with 200 CD4 cells per µL or less"
                ), until: live),
        ]
    }

    /// What the calendar takes for a vaccine against influenza or COVID-19.
    private static func isRespiratory(_ vaccine: String) -> Bool {
        let name = vaccine.lowercased()
        return ["influenza", "flu", "covid", "sars-cov-2"].contains { name.contains($0) }
    }

    private func liveVaccines(_ rule: Rule, until day: Day) -> DueItem {
        let item = limit(rule, until: day)
        guard item.status.isDone else { return item }
        guard let (cd4, at) = chart.latest(.cd4) else {
            return rule.item(item.window, .undated(why: "still forbidden: CD4 cells are unknown"))
        }
        guard cd4.value > 200 else {
            return rule.item(
                item.window, .undated(why: "still forbidden: CD4 cells \(cd4.value) per µL on \(Day(of: at))"))
        }
        return item
    }

    /// Review of aciclovir and of prophylaxis against Pneumocystis, at a visit.
    var prophylaxis: [DueItem] {
        let cd4 = chart.latest(.cd4).map { "CD4 cells last \($0.result.value) per µL on \(Day(of: $0.at))" }
        let rule = Rule(
            id: "prophylaxis", topic: .prophylaxis, what: "review antiviral and Pneumocystis prophylaxis",
            owner: .physician,
            reason: "guidelines end it between month 6 and 18, when CD4 cells are above 200 per µL; they disagree. "
                + (cd4 ?? "CD4 cells are unknown"),
            source: "EHA/EBMT, ASH and a centre's table", flag: .read)
        return series(rule, [.months(6), .years(1), .months(18)], keptBy: [.visit])
    }
}

extension DueStatus {
    /// Whether it was done.
    var isDone: Bool { if case .done = self { true } else { false } }
}

extension DueWindow {
    /// The day on which it is due, in its own zone.
    var dueDay: Day { Day(of: due) }
}
