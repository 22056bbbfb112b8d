/// Tocilizumab: doses allowed and doses on site.
extension AlertLog {
    mutating func countTocilizumab(_ entry: Entry) {
        if let stock = memory.tocilizumabStock {
            memory.tocilizumabStock = max(0, stock - 1)
            watchStock(entry)
        }
        let given = chart.tocilizumabGivenAt.count
        guard given >= Tocilizumab.totalLimit - 1 else { return }
        let left = max(0, Tocilizumab.totalLimit - given)
        if left == 0 {
            resolve("tocilizumab-one-left", at: entry.occurredAt, why: "it was given", entry: entry.sequence)
        }
        let draft = Draft(
            family: left == 0 ? "tocilizumab-none-left" : "tocilizumab-one-left",
            title: left == 0
                ? "No further tocilizumab is allowed: the next line of treatment" : "One dose of tocilizumab is left",
            owner: .physician, urgency: left == 0 ? .now : .today,
            reasons: [
                AlertReason(
                    finding: "\(given) doses given", threshold: "\(Tocilizumab.totalLimit) in all",
                    at: entry.occurredAt, entry: entry.sequence,
                    source: "US label of tisagenlecleucel; ASCO 2021", flag: .read)
            ])
        raise(draft, at: entry.occurredAt)
        set(
            "tocilizumab-course", at: entry.occurredAt.advanced(byDays: 14),
            .resolve(family: draft.family, why: "14 days without a further dose"))
    }

    mutating func watchStock(_ entry: Entry) {
        guard let stock = memory.tocilizumabStock else { return }
        if stock >= rules.tocilizumabLeft {
            return resolve(
                "tocilizumab-stock", at: entry.occurredAt, why: "\(stock) doses are on site", entry: entry.sequence)
        }
        guard chart.lymphodepletionStart != nil || chart.infusedAt != nil,
            chart.day(at: entry.occurredAt).map({ $0 <= 30 }) ?? true
        else { return }
        raise(
            Draft(
                family: "tocilizumab-stock", title: "Tocilizumab runs out: \(stock) left on site", owner: .pharmacist,
                urgency: stock == 0 ? .now : .today,
                reasons: [
                    AlertReason(
                        finding: "\(stock) doses left on site", threshold: "\(rules.tocilizumabLeft) or more",
                        at: entry.occurredAt, entry: entry.sequence,
                        source: label?.tocilizumab?.source ?? "labels: a dose, and another within 8 h",
                        flag: label?.tocilizumab?.flag ?? .read)
                ]), at: entry.occurredAt)
        if let infusedAt = chart.infusedAt {
            set(
                "tocilizumab-window", at: infusedAt.advanced(byDays: 30),
                .resolve(family: "tocilizumab-stock", why: "30 days after infusion"))
        }
    }
}
