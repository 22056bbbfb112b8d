/// What to do for the chart as it is now, under a management policy. Pure: the same chart gets the same answer at a
/// bedside and in a simulation.
public struct Guideline: Sendable {
    /// The thresholds in force.
    public let policy: ManagementPolicy

    /// A guideline with these thresholds.
    public init(policy: ManagementPolicy) { self.policy = policy }

    /// The ASCO guideline of 2021.
    public static let asco2021 = Guideline(policy: .asco2021)

    /// All that is recommended now, most urgent first. Nothing that already runs is proposed again.
    public func advice(for chart: Chart, at instant: Instant) -> [Recommendation] {
        guard chart.death == nil, let day = chart.day(at: instant), day >= 0, let patient = chart.referral else {
            return []
        }
        var advice: [Recommendation] = []
        support(chart, instant, patient.weight, &advice)
        tocilizumab(chart, instant, day, patient.weight, &advice)
        corticosteroid(chart, instant, &advice)
        filgrastim(chart, day, patient.weight, &advice)
        immunoglobulin(chart, instant, patient.weight, &advice)
        levetiracetam(chart, instant, &advice)
        return advice
    }

    // MARK: Anticytokine therapy

    private func tocilizumab(
        _ chart: Chart, _ instant: Instant, _ day: Double, _ weight: Double, _ advice: inout [Recommendation]
    ) {
        let isProphylaxis =
            policy.prophylacticTocilizumabDay.map { day >= $0 && day < $0 + 1 && chart.tocilizumabGivenAt.isEmpty }
            ?? false
        guard isProphylaxis || isIndicated(chart, instant), !chart.isOrdered(.tocilizumab),
            Tocilizumab.refusal(after: chart.tocilizumabGivenAt, at: instant) == nil
        else { return }
        let grade = chart.crsGrade.rawValue
        advice.append(
            .order(
                ProposedOrder(
                    drug: .tocilizumab, amount: Tocilizumab.dose(weight: weight).rounded(), unit: "mg", minutes: 60,
                    doses: 1, urgency: .now,
                    reason: isProphylaxis
                        ? "prophylaxis on day \(Int(day))"
                        : "CRS grade \(grade); dose \(chart.tocilizumabGivenAt.count + 1) of at most "
                            + "\(Tocilizumab.totalLimit)",
                    source: policy.source)))
    }

    /// Grade 2, or 1 where the policy starts there, must have lasted as long as the policy says; grade 3 or more waits
    /// for nothing.
    private func isIndicated(_ chart: Chart, _ instant: Instant) -> Bool {
        guard let from = policy.tocilizumabFromCRS, let threshold = CRSGrade(rawValue: from), chart.crsGrade != .none
        else { return false }
        if chart.crsGrade >= max(threshold, .grade3) { return true }
        let lowest = min(threshold, .grade2)
        if let hours = chart.crsMonitor.hours(atLeast: lowest, at: instant) {
            if threshold <= .grade2, hours >= policy.tocilizumabAfterHours { return true }
            // A policy that starts at grade 3 still treats grade 2 that persists, where it names a time.
            if threshold > .grade2, policy.tocilizumabAfterHours > 0, hours >= policy.tocilizumabAfterHours {
                return true
            }
        }
        guard let days = policy.persistentFeverDays,
            let hours = chart.crsMonitor.hours(atLeast: .grade1, at: instant)
        else { return false }
        return hours >= days * 24 && chart.tocilizumabGivenAt.isEmpty
    }

    private func corticosteroid(_ chart: Chart, _ instant: Instant, _ advice: inout [Recommendation]) {
        let running = chart.activeOrders.map(\.order).filter {
            $0.drug == .dexamethasone || $0.drug == .methylprednisolone
        }
        func stop(_ orders: [Order], _ reason: String) {
            for order in orders { advice.append(.stop(order: order.id, reason: reason)) }
        }
        guard let wanted = wantedCorticosteroid(chart, instant) else {
            // Stopped when both toxicities have been of grade 1 or less for a day.
            if chart.lastModerateToxicity.map({ instant.hours(since: $0) >= 24 }) ?? true, chart.crsGrade <= .grade1,
                chart.icansGrade <= .grade1
            {
                stop(running, "CRS and ICANS of grade 1 or less for 24 h")
            }
            return
        }
        guard running.allSatisfy({ strength(wanted) > strength($0) }) else { return }
        stop(running, "replaced by a higher dose")
        advice.append(.order(wanted))
    }

    private func wantedCorticosteroid(_ chart: Chart, _ instant: Instant) -> ProposedOrder? {
        let crs = chart.crsGrade
        let icans = chart.icansGrade
        let forCRS = policy.steroidFromCRS.map { crs.rawValue >= $0 } ?? false
        let forICANS = policy.steroidFromICANS.map { icans.rawValue >= $0 } ?? false
        let refractory =
            policy.steroidAfterTocilizumabDoses.map {
                chart.tocilizumabGivenAt.count >= $0 && crs >= .grade2
                    && (chart.tocilizumabGivenAt.last.map { instant.hours(since: $0) >= 8 } ?? false)
            } ?? false
        guard forCRS || forICANS || refractory else { return nil }
        let reason =
            forCRS || forICANS
            ? "CRS grade \(crs.rawValue), ICANS grade \(icans.rawValue)"
            : "CRS grade \(crs.rawValue) after \(chart.tocilizumabGivenAt.count) doses of tocilizumab"
        func propose(_ drug: Drug, _ amount: Double, every hours: Double) -> ProposedOrder {
            ProposedOrder(
                drug: drug, amount: amount, unit: "mg", minutes: 0, intervalHours: hours, urgency: .now,
                reason: reason, source: policy.source)
        }
        // Grade 4: methylprednisolone 500 mg every 12 h for CRS, 1000 mg a day for ICANS (ASCO 2021).
        if forICANS, icans >= .grade4 { return propose(.methylprednisolone, 1000, every: 24) }
        if forCRS, crs >= .grade4 { return propose(.methylprednisolone, 500, every: 12) }
        let severe = (forCRS && crs >= .grade3) || (forICANS && icans >= .grade3)
        return propose(.dexamethasone, 10, every: severe ? 6 : 12)
    }

    /// mg of dexamethasone equivalent a day (methylprednisolone 4 mg is 0.75 mg).
    private func strength(_ order: ProposedOrder) -> Double {
        strength(order.drug, order.amount, order.intervalHours)
    }

    private func strength(_ order: Order) -> Double { strength(order.drug, order.amount, order.intervalHours) }

    private func strength(_ drug: Drug, _ amount: Double, _ hours: Double?) -> Double {
        amount * (drug == .methylprednisolone ? Corticosteroid.methylprednisoloneEquivalence : 1) * 24 / (hours ?? 24)
    }
}

/// Equivalence of corticosteroids.
public enum Corticosteroid {
    /// mg of dexamethasone that 1 mg of methylprednisolone is worth: 0.75 to 4 (from memory, high confidence).
    public static let methylprednisoloneEquivalence = 0.75 / 4
}
