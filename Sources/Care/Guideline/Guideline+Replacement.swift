/// Growth factor, immunoglobulin and the prevention of seizures.
extension Guideline {
    func filgrastim(_ chart: Chart, _ day: Double, _ weight: Double, _ advice: inout [Recommendation]) {
        guard let threshold = policy.filgrastimBelow, let (result, _) = chart.latest(.neutrophils) else { return }
        let running = chart.activeOrders.first { $0.order.drug == .filgrastim }
        if let running {
            guard result.value >= 1.0 else { return }
            advice.append(.stop(order: running.order.id, reason: "neutrophils back at 1.0 × 10⁹/L"))
        } else if day >= policy.filgrastimFromDay, result.value < threshold {
            advice.append(
                .order(
                    ProposedOrder(
                        drug: .filgrastim, amount: (5 * weight).rounded(), unit: "ug", minutes: 0, intervalHours: 24,
                        urgency: .today,
                        reason: "neutrophils \(result.value) × 10⁹/L, below \(threshold)", source: policy.source)))
        }
    }

    func immunoglobulin(
        _ chart: Chart, _ instant: Instant, _ weight: Double, _ advice: inout [Recommendation]
    ) {
        guard let threshold = policy.immunoglobulinBelow, let (result, measured) = chart.latest(.immunoglobulinG),
            result.value < threshold, !chart.isOrdered(.immunoglobulin),
            // Not again without a new measurement, and at most every 28 days.
            chart.immunoglobulinGivenAt.map({ measured > $0 && instant.days(since: $0) >= 28 - 1e-6 }) ?? true
        else { return }
        advice.append(
            .order(
                ProposedOrder(
                    drug: .immunoglobulin, amount: (0.4 * weight).rounded(), unit: "g", minutes: 240, doses: 1,
                    urgency: .today, reason: "IgG \(result.value) g/L, below \(threshold)", source: policy.source)))
    }

    /// 750 mg twice a day from the onset of ICANS (dose: CARTOX table, read; that it is given at onset rather than to
    /// all, and stopped a week after the last sign, is assumed). Adults only: children are dosed by weight.
    func levetiracetam(_ chart: Chart, _ instant: Instant, _ advice: inout [Recommendation]) {
        guard let episode = chart.icansEpisode else { return }
        let running = chart.activeOrders.first { $0.order.drug == .levetiracetam }
        if let running {
            guard chart.icansGrade == .none, let end = chart.icansEnd, instant.days(since: end) >= 7 else { return }
            advice.append(.stop(order: running.order.id, reason: "a week without signs of ICANS"))
        } else if chart.icansGrade != .none, (chart.referral?.age ?? 0) >= 18 {
            advice.append(
                .order(
                    ProposedOrder(
                        drug: .levetiracetam, amount: 750, unit: "mg", minutes: 0, intervalHours: 12, urgency: .today,
                        reason: "ICANS since \(episode.onset.iso8601): prevention of seizures",
                        source: "CARTOX; start and end assumed")))
        }
    }
}
