/// The risk window after infusion, and running orders.
extension DueContext {
    /// Last day of twice-daily vital signs at home: 14 as practised, longer where the label asks for daily watch longer.
    var riskDays: Double { max(14, Double(label?.monitoring?.dailyDays ?? 0)) }

    /// Hours between vital signs now; nil when nobody asks for them.
    var vitalSignsHours: Double? {
        guard let days, days >= 0 else { return nil }
        if chart.unit != nil { return 6 }
        return days <= riskDays ? 12 : nil
    }

    /// Vital signs, ICE, blood.
    var monitoring: [DueItem] {
        guard let infusedAt = chart.infusedAt, let hours = vitalSignsHours else { return [] }
        let label = label?.monitoring.map { "; label: daily for \($0.dailyDays) days (\($0.citation))" } ?? ""
        func rule(_ id: String, _ what: String, _ owner: Role, _ reason: String) -> Rule {
            Rule(
                id: id, topic: .monitoring, what: what, owner: owner, reason: reason + label,
                source: "reference schedule of practice", flag: .memory)
        }
        let place = chart.unit != nil ? "in hospital" : "at home to day \(Int(riskDays))"
        var items = [
            recurring(
                rule("vital-signs", "vital signs", .nurse, "every \(Int(hours)) h \(place)"),
                last: last(.vitals, since: infusedAt), hours: hours),
            recurring(
                rule("ice", "ICE score", .nurse, "twice a day \(place)"), last: last(.neurology, since: infusedAt),
                hours: 12),
        ]
        let inflammation = min(
            last(.laboratory(.crp), since: infusedAt), last(.laboratory(.ferritin), since: infusedAt))
        items.append(
            recurring(
                rule("crp-ferritin", "CRP and ferritin", .laboratory, "daily \(place)"), last: inflammation, hours: 24))
        return items
    }

    /// Blood counts: daily in the risk window, then ever more seldom, then yearly.
    var bloodCounts: [DueItem] {
        guard let infusedAt = chart.infusedAt, let days, days >= 0 else { return [] }
        let (interval, words): (Double, String) =
            if vitalSignsHours != nil { (1, "daily in the risk window and in hospital") } else if days <= 28 {
                (7, "weekly to day 28")
            } else if days <= 183 { (28, "monthly to month 6") } else if days <= 730 {
                (91, "every 3 months to year 2")
            } else { (365, "yearly") }
        let rule = Rule(
            id: "blood-count", topic: .monitoring, what: "blood count", owner: .laboratory,
            reason: "\(words): late cytopenia", source: "reference schedule of practice; spacing after day 14 assumed",
            flag: .memory)
        return [
            recurring(rule, last: last(.laboratory(.neutrophils), since: infusedAt), hours: interval * 24)
        ]
    }

    /// The next dose of each running order.
    var orders: [DueItem] {
        chart.activeOrders.compactMap { active in
            guard let hours = active.order.intervalHours else { return nil }
            let rule = Rule(
                id: "order/\(active.order.id)", topic: .order,
                what: "\(active.order.drug.rawValue) \(active.order.amount) \(active.order.unit)", owner: .nurse,
                reason: active.order.reason, source: active.order.source.isEmpty ? "order" : active.order.source,
                flag: .read)
            let window = DueWindow(
                opens: (active.lastGivenAt ?? active.placedAt).advanced(byDays: hours / 32),
                due: (active.lastGivenAt ?? active.placedAt).advanced(byDays: hours / 24))
            return rule.item(window, status(window, []))
        }
    }
}
