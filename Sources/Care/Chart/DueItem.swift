/// Something that is due for a patient.
public struct DueItem: Sendable, Equatable {
    /// What.
    public var what: String
    /// When.
    public var at: Instant
    /// Whether that has passed.
    public var isOverdue: Bool
    /// Why, with its source.
    public var reason: String
}

/// What the calendar asks for. Intervals: reference schedule of clinical practice (vital signs every 4 to 8 h in
/// hospital, ICE twice a day, daily laboratory values to day 14, IgG monthly to month 6, follow-up to year 15), from
/// memory unless the label says it.
extension Chart {
    /// What is due next, soonest first.
    public func due(at instant: Instant) -> [DueItem] {
        guard death == nil, cancellation == nil else { return [] }
        guard let infusedAt else { return dueBeforeInfusion(at: instant) }
        let day = instant.days(since: infusedAt)
        var items: [DueItem] = []
        func add(_ what: String, _ at: Instant, _ reason: String) {
            items.append(DueItem(what: what, at: at, isOverdue: at < instant, reason: reason))
        }
        if day <= 14 || unit != nil {
            let hours = unit != nil ? 6.0 : 12.0
            add(
                "vital signs", (latestVitals?.at ?? infusedAt).advanced(byDays: hours / 24),
                "every \(Int(hours)) h \(unit != nil ? "in hospital" : "at home") to day 14")
            add(
                "ICE score", (lastNeurologyAt ?? infusedAt).advanced(byDays: 0.5),
                "twice a day to day 14, and while in hospital")
            add(
                "blood count, CRP, ferritin", (latest(.crp)?.at ?? infusedAt).advanced(byDays: 1),
                "daily to day 14, and while in hospital")
        }
        for active in activeOrders {
            guard let hours = active.order.intervalHours else { continue }
            add(
                "\(active.order.drug.rawValue) \(active.order.amount) \(active.order.unit)",
                (active.lastGivenAt ?? active.placedAt).advanced(byDays: hours / 24), active.order.reason)
        }
        if let next = FollowUp.next(FollowUp.visits, after: lastSeenDay) {
            add(
                "visit", infusedAt.advanced(byDays: next),
                "schedule of visits: day \(Int(next)); follow-up lasts 15 years (FDA, integrating vectors)")
        }
        let assessments = FollowUp.responseAssessments(of: referral?.disease ?? "")
        let assessed = latestResponse.map { $0.at.days(since: infusedAt) }
        if progression == nil, let next = FollowUp.next(assessments, after: assessed) {
            add(
                "response assessment", infusedAt.advanced(byDays: next),
                "usual practice in the disease: day \(Int(next))")
        }
        let monthly = day <= 180 ? 28.0 : 91.0
        add(
            "IgG", (latest(.immunoglobulinG)?.at ?? infusedAt).advanced(byDays: monthly),
            "monthly to month 6, then every 3 months")
        if !hasBCells(since: infusedAt) {
            add(
                "B cells", (latest(.bCells)?.at ?? infusedAt).advanced(byDays: 91), "every 3 months until they recover")
        }
        return items.sorted { ($0.at, $0.what) < ($1.at, $1.what) }
    }

    /// Day of the last visit or vital signs after infusion: when somebody last saw the patient.
    private var lastSeenDay: Double? {
        guard let infusedAt else { return nil }
        return [lastVisitAt, latestVitals?.at].compactMap { $0?.days(since: infusedAt) }.max()
    }

    /// Whether B cells were seen again after the first month.
    private func hasBCells(since infusion: Instant) -> Bool {
        guard let (result, at) = latest(.bCells) else { return false }
        return at.days(since: infusion) > 28 && !result.belowDetection && result.value > 0
    }

    private func dueBeforeInfusion(at instant: Instant) -> [DueItem] {
        let next: String
        switch stage(at: instant) {
        case .referred: next = "eligibility assessment"
        case .eligible: next = hasConsent ? "leukapheresis" : "consent"
        case .collected: next = "shipment to manufacture"
        case .manufacturing: next = "release of the product"
        case .productReleased: next = "fitness check and lymphodepletion"
        case .conditioning: next = identityCheck == nil ? "identity check by two people" : "infusion"
        default: return []
        }
        return [DueItem(what: next, at: lastEventAt ?? instant, isOverdue: false, reason: "next step of the therapy")]
    }
}
