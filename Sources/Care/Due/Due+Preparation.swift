/// What must be done before infusion. Most days of it are not fixed in a journal: what the next step waits for is due
/// now.
extension DueContext {
    /// The next step, and what it waits for.
    var preparation: [DueItem] {
        let items = [markers, pregnancyTest, lymphodepletionReview, arrival, tocilizumab].compactMap { $0 }
        return (chart.infusedAt == nil ? [nextStep].compactMap { $0 } : []) + items
    }

    private func rule(
        _ id: String, _ what: String, _ owner: Role, _ reason: String, _ source: String, _ flag: SourceStanding
    )
        -> Rule
    {
        Rule(
            id: "preparation/\(id)", topic: .preparation, what: what, owner: owner, reason: reason, source: source,
            flag: flag)
    }

    private var nextStep: DueItem? {
        let (next, owner): (String, Role)
        switch chart.stage(at: now) {
        case .referred: (next, owner) = ("eligibility assessment", .physician)
        case .eligible:
            (next, owner) = chart.hasConsent ? ("leukapheresis", .nurse) : ("consent", .physician)
        case .collected: (next, owner) = ("shipment to manufacture", .cellLab)
        case .manufacturing: (next, owner) = ("release of the product", .quality)
        case .productReleased: (next, owner) = ("fitness check and lymphodepletion", .physician)
        case .conditioning:
            (next, owner) = chart.identityCheck == nil ? ("identity check by two people", .nurse) : ("infusion", .nurse)
        default: return nil
        }
        let since = chart.lastEventAt ?? now
        let window = DueWindow(opens: since, due: max(since, now))
        return rule("next-step", next, owner, "next step of the therapy", "the twenty steps", .read)
            .item(window, .due)
    }

    /// Due now, done if a deed lies in the days before the step, missed once the step is done without it.
    private func before(
        _ step: Instant?, _ rule: Rule, since: Instant, _ done: SharedArray<Deeds.Deed>, within days: Int? = nil
    )
        -> DueItem
    {
        let until = step ?? now
        let valid = done.last { deed in
            deed.at <= until && (days.map { Day(of: deed.at).advanced(by: $0) >= Day(of: until) } ?? true)
        }
        let window = DueWindow(opens: since, due: until, closes: step)
        if let valid { return rule.item(window, .done(at: valid.at, entry: valid.entry)) }
        if let end, step == nil { return rule.item(window, .notApplicable(why: end.why)) }
        if step != nil { return rule.item(window, .missed(reason: "nothing is recorded in time")) }
        // What is needed before the next step is due as soon as it can be done, and late only by the step.
        return rule.item(window, .due)
    }

    private var markers: DueItem? {
        guard let referred = deeds[.referral].first?.at else { return nil }
        return before(
            deeds[.collection].first?.at,
            rule(
                "markers", "infectious disease markers", .laboratory, "within 30 days before collection",
                "EU tissue and cell rules, FDA 21 CFR 1271", .memory),
            since: referred, deeds[.markers], within: 30)
    }

    private var pregnancyTest: DueItem? {
        guard let release = deeds[.release].first?.at ?? chart.lymphodepletionStart else { return nil }
        let rule = rule(
            "pregnancy-test", "pregnancy test", .physician,
            "before lymphodepletion, in women who may have children; within 14 days (assumed)",
            "labels, section on females of reproductive potential", .memory)
        guard let referral = chart.referral else {
            return rule.item(nil, .undated(why: "sex and age are not recorded"))
        }
        guard referral.sex == .female, (10...55).contains(referral.age) else {
            return rule.item(
                nil, .notApplicable(why: "\(referral.sex.rawValue), \(Int(referral.age)) years (10 to 55 assumed)"))
        }
        return before(chart.lymphodepletionStart, rule, since: release, deeds[.pregnancyTest], within: 14)
    }

    private var lymphodepletionReview: DueItem? {
        guard let release = deeds[.release].first?.at ?? chart.lymphodepletionStart else { return nil }
        return before(
            chart.lymphodepletionStart,
            rule(
                "lymphodepletion-review", "dose of fludarabine beside the kidneys", .pharmacist,
                "before lymphodepletion", "step 14 of the pathway", .read),
            since: release, deeds[.lymphodepletionReview])
    }

    private var arrival: DueItem? {
        guard let release = deeds[.release].first?.at ?? chart.lymphodepletionStart else { return nil }
        return before(
            chart.lymphodepletionStart,
            rule(
                "arrival", "product on site", .cellLab, "on site, or confirmed, before lymphodepletion",
                label?.infusion?.source ?? "labels of all products", label?.infusion?.flag ?? .read),
            since: release, deeds[.arrival])
    }

    private var tocilizumab: DueItem? {
        guard let release = deeds[.release].first?.at ?? chart.lymphodepletionStart else { return nil }
        var rule = rule(
            "tocilizumab", "tocilizumab on site", .pharmacist, "before infusion; how many, the label says",
            label?.tocilizumab?.source ?? "labels", label?.tocilizumab?.flag ?? .read)
        if let stock = label?.tocilizumab {
            guard stock.doses > 0 else {
                return rule.item(nil, .notApplicable(why: "\(label?.nameAndVersion ?? "the label") asks for none"))
            }
            rule.reason = "\(stock.doses) before infusion by \(label?.nameAndVersion ?? "the label")"
        }
        return before(chart.infusedAt, rule, since: release, deeds[.tocilizumab])
    }
}
