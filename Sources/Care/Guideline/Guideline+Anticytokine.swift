/// Drugs against IL-6: tocilizumab and siltuximab.
extension Guideline {
    func tocilizumab(
        _ chart: Chart, _ instant: Instant, _ day: Double, _ weight: Double, _ advice: inout [Recommendation]
    ) {
        let isProphylaxis =
            policy.prophylacticTocilizumabDay.map { day >= $0 && day < $0 + 1 && chart.tocilizumabGivenAt.isEmpty }
            ?? false
        guard isProphylaxis || (isIndicated(chart, instant) && !chart.hasImprovedOnTocilizumab),
            !chart.isOrdered(.tocilizumab),
            Tocilizumab.refusal(after: chart.tocilizumabGivenAt, at: instant) == nil
        else { return }
        let grade = chart.crsGrade.rawValue
        advice.append(
            .order(
                ProposedOrder(
                    drug: .tocilizumab,
                    amount: Tocilizumab.dose(weight: weight, policy.tocilizumabDose ?? .usual).rounded(), unit: "mg",
                    minutes: 60,
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

    /// For CRS of grade 2 or more that the policy's number of doses of tocilizumab did not end within 8 h.
    func siltuximab(
        _ chart: Chart, _ instant: Instant, _ weight: Double, _ advice: inout [Recommendation]
    ) {
        guard let rule = policy.siltuximab,
            chart.isRefractory(toTocilizumab: rule.afterTocilizumabDoses, at: instant),
            !chart.isOrdered(.siltuximab), Siltuximab.refusal(after: chart.siltuximabGivenAt, at: instant) == nil
        else { return }
        advice.append(
            .order(
                ProposedOrder(
                    drug: .siltuximab, amount: (rule.milligramsPerKilogram * weight).rounded(), unit: "mg",
                    minutes: Siltuximab.minutes, doses: 1, urgency: .now,
                    reason: "CRS grade \(chart.crsGrade.rawValue) after \(chart.tocilizumabGivenAt.count) doses of "
                        + "tocilizumab",
                    source: policy.source)))
    }
}

extension Chart {
    /// Whether CRS is better than when tocilizumab was last given, so that it is not repeated.
    var hasImprovedOnTocilizumab: Bool { tocilizumabResponse?.hasImproved(to: crsGrade) ?? false }

    /// Whether CRS is of grade 2 or more 8 h or longer after this many doses of tocilizumab: what persists is enough, it
    /// need not be as bad as it was.
    func isRefractory(toTocilizumab doses: Int, at instant: Instant) -> Bool {
        guard crsGrade >= .grade2, tocilizumabGivenAt.count >= doses, let last = tocilizumabGivenAt.last else {
            return false
        }
        return instant.hours(since: last) >= Tocilizumab.interval
    }
}
