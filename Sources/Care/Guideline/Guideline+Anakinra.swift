/// Anakinra: on its day for everyone, by grade, or where a corticosteroid has not helped.
extension Guideline {
    func anakinra(
        _ chart: Chart, _ instant: Instant, _ day: Double, _ patient: Referral, _ advice: inout [Recommendation]
    ) {
        guard let rule = policy.anakinra else { return }
        let reason = indication(rule, chart, instant, day)
        if let running = chart.activeOrders.first(where: { $0.order.drug == .anakinra }) {
            let isLongEnough = instant.days(since: running.placedAt) >= rule.days - 1e-6
            guard isLongEnough, reason == nil, isResolved(chart, instant) else { return }
            advice.append(
                .stop(
                    order: running.order.id, reason: "\(rule.days) days, and CRS and ICANS of grade 1 or less for 24 h")
            )
        } else if let reason {
            let dose = Anakinra.dose(
                rule, age: patient.age, weight: patient.weight, creatinineClearance: chart.creatinineClearance)
            advice.append(
                .order(
                    ProposedOrder(
                        drug: .anakinra, amount: dose.milligrams, unit: "mg", minutes: 0,
                        intervalHours: dose.intervalHours, route: rule.route, urgency: .now, reason: reason,
                        source: policy.source)))
        }
    }

    /// Why a course is to be started or goes on; nil if there is no reason.
    private func indication(_ rule: AnakinraRule, _ chart: Chart, _ instant: Instant, _ day: Double) -> String? {
        let (crs, icans) = (chart.crsGrade, chart.icansGrade)
        if rule.fromICANS.map({ icans.rawValue >= $0 }) ?? false { return "ICANS grade \(icans.rawValue)" }
        if rule.fromCRS.map({ crs.rawValue >= $0 }) ?? false { return "CRS grade \(crs.rawValue)" }
        if let hours = rule.afterSteroidHours, max(crs.rawValue, icans.rawValue) >= 2, chart.isOnCorticosteroid,
            let since = chart.corticosteroidSince, instant.hours(since: since) >= hours - 1e-6
        {
            return "CRS grade \(crs.rawValue), ICANS grade \(icans.rawValue) after "
                + "\(Int(instant.hours(since: since))) h on a corticosteroid"
        }
        if let from = rule.prophylacticFromDay, day >= from, day < from + 1, chart.anakinraGivenAt == nil {
            return "prophylaxis from day \(Int(from))"
        }
        return nil
    }
}

extension Chart {
    /// Creatinine clearance of an adult after Cockcroft and Gault, mL/min, by the last creatinine; nil if it is not known.
    var creatinineClearance: Double? {
        guard let referral, referral.age >= Corticosteroid.adultAge, let (result, _) = latest(.creatinine),
            result.value > 0
        else { return nil }
        return CreatinineClearance.cockcroftGault(
            age: referral.age, sex: referral.sex, weight: referral.weight, creatinine: result.value)
    }
}
