/// Limits that end on a day: nearness to the centre, driving, irradiated blood.
extension DueContext {
    /// The limits.
    var restrictions: [DueItem] {
        guard let start = infusionDay else { return [] }
        return [
            stay("proximity", "stay near the centre until then", label?.proximity.map { ($0.weeks, $0) }, from: start),
            stay(
                "driving", "no driving and no dangerous work until then", label?.driving.map { ($0.weeks, $0) },
                from: start),
            limit(
                Rule(
                    id: "restriction/irradiated-blood", topic: .restriction,
                    what: "irradiated blood products at least until then", owner: .laboratory,
                    reason:
                        "from 7 days before collection to 90 days after infusion, and longer while fludarabine acts",
                    source: label?.aftercare?.first { $0.topic == .irradiatedBlood }?.source ?? "EHA/EBMT", flag: .read),
                until: start.advanced(by: 90)),
        ]
    }

    private func stay(_ id: String, _ what: String, _ rule: (weeks: Double, fact: any Cited)?, from start: Day)
        -> DueItem
    {
        var item = Rule(
            id: "restriction/\(id)", topic: .restriction, what: what, owner: .physician, reason: "", source: "label",
            flag: .memory)
        guard let rule else {
            let why =
                label.map { "the label \($0.nameAndVersion) as known here does not say it" }
                ?? "the label is unknown: name product, jurisdiction and day"
            item.reason = "the label sets it (US: 4 and 8 weeks, from 2025-06-26 2 and 2)"
            return item.item(nil, .undated(why: why))
        }
        item.reason = "\(weeks(rule.weeks)) by \(label?.nameAndVersion ?? "the label")"
        item.source = rule.fact.source
        item.flag = rule.fact.flag
        return limit(item, until: start.advanced(by: Int((rule.weeks * 7).rounded())))
    }

    private func weeks(_ count: Double) -> String {
        count == count.rounded() ? "\(Int(count)) weeks" : "\(count) weeks"
    }
}
