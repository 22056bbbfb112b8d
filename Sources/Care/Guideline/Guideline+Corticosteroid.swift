/// Corticosteroids: on fixed days, by grade, and taken away again.
extension Guideline {
    func corticosteroid(
        _ chart: Chart, _ instant: Instant, _ day: Double, _ patient: Referral, _ advice: inout [Recommendation]
    ) {
        let running = chart.activeOrders.filter {
            $0.order.drug == .dexamethasone || $0.order.drug == .methylprednisolone
        }
        func stop(_ reason: String) {
            for active in running { advice.append(.stop(order: active.order.id, reason: reason)) }
        }
        let wanted = wantedCorticosteroid(chart, instant, patient)
        if let wanted, running.allSatisfy({ strength(wanted) > strength($0.order) }) {
            stop("replaced by a higher dose")
            advice.append(.order(wanted))
        } else if let strongest = running.max(by: { strength($0.order) < strength($1.order) }) {
            let isOver = wanted == nil && isResolved(chart, instant)
            guard isOver || isHighDoseOver(strongest, chart, instant, patient) else { return }
            guard let taper = policy.corticosteroidTaper else {
                if isOver { stop("CRS and ICANS of grade 1 or less for 24 h") }
                return
            }
            guard instant.days(since: strongest.placedAt) >= taper.days - 1e-6 else { return }
            var next = proposed(strongest.order, reason: "taper: CRS and ICANS have improved")
            next.amount = lowered(next.amount, by: taper)
            if strength(next) < taper.stopBelow { return stop("end of the taper") }
            stop("taper")
            advice.append(.order(next))
        } else if let order = prophylacticCorticosteroid(chart, instant, day, patient) {
            advice.append(.order(order))
        }
    }

    /// CRS and ICANS of grade 1 or less, and that for a day.
    func isResolved(_ chart: Chart, _ instant: Instant) -> Bool {
        (chart.lastModerateToxicity.map { instant.hours(since: $0) >= 24 } ?? true) && chart.crsGrade <= .grade1
            && chart.icansGrade <= .grade1
    }

    /// Grade 3 or more waits for nothing; a lower grade must have lasted as long as the policy says.
    private func isIndicatedForICANS(_ chart: Chart, _ instant: Instant) -> Bool {
        guard let from = policy.steroidFromICANS.flatMap(ICANSGrade.init(rawValue:)), chart.icansGrade >= from else {
            return false
        }
        guard chart.icansGrade < .grade3, let wait = policy.steroidAfterICANSHours else { return true }
        return chart.icansMonitor.hours(atLeast: from, at: instant).map { $0 >= wait } ?? false
    }

    private func isCRSOfGrade(_ chart: Chart) -> Bool {
        policy.steroidFromCRS.map { chart.crsGrade.rawValue >= $0 } ?? false
    }

    private func isFeverLong(_ chart: Chart, _ instant: Instant) -> Bool {
        policy.steroidAfterFeverDays.flatMap { days in
            chart.crsMonitor.hours(atLeast: .grade1, at: instant).map { $0 >= days * 24 }
        } ?? false
    }

    private func isCRSRefractory(_ chart: Chart, _ instant: Instant) -> Bool {
        policy.steroidAfterTocilizumabDoses.map { chart.isRefractory(toTocilizumab: $0, at: instant) } ?? false
    }

    /// What the policy gives a corticosteroid for at a time: CRS, ICANS, both, or neither. Prophylaxis is for neither.
    public func corticosteroidIndications(_ chart: Chart, at instant: Instant) -> Set<CorticosteroidDose.Toxicity> {
        var indications: Set<CorticosteroidDose.Toxicity> = []
        if isCRSOfGrade(chart) || isFeverLong(chart, instant) || isCRSRefractory(chart, instant) {
            indications.insert(.crs)
        }
        if isIndicatedForICANS(chart, instant) { indications.insert(.icans) }
        return indications
    }

    // MARK: How much

    private func wantedCorticosteroid(_ chart: Chart, _ instant: Instant, _ patient: Referral) -> ProposedOrder? {
        let crs = chart.crsGrade
        let icans = chart.icansGrade
        let indications = corticosteroidIndications(chart, at: instant)
        var doses: [CorticosteroidDose] = []
        if indications.contains(.crs) { doses.append(dose(for: .crs, grade: crs.rawValue)) }
        if indications.contains(.icans) { doses.append(dose(for: .icans, grade: icans.rawValue)) }
        let reason =
            if isCRSOfGrade(chart) || indications.contains(.icans) {
                "CRS grade \(crs.rawValue), ICANS grade \(icans.rawValue)"
            } else if isCRSRefractory(chart, instant) {
                "CRS grade \(crs.rawValue) after \(chart.tocilizumabGivenAt.count) doses of tocilizumab"
            } else {
                "CRS grade \(crs.rawValue) for \(policy.steroidAfterFeverDays ?? 0) days or more"
            }
        return doses.map { propose($0, patient, reason) }.max { strength($0) < strength($1) }
    }

    /// The policy's dose for a grade, or the usual one.
    private func dose(for toxicity: CorticosteroidDose.Toxicity, grade: Int) -> CorticosteroidDose {
        func best(_ doses: [CorticosteroidDose]) -> CorticosteroidDose? {
            doses.filter { $0.toxicity == toxicity && $0.grade <= grade }.max { $0.grade < $1.grade }
        }
        return (policy.corticosteroidDoses.flatMap(best)) ?? best(CorticosteroidDose.asco2021)
            ?? CorticosteroidDose.asco2021[0]
    }

    private func propose(_ dose: CorticosteroidDose, _ patient: Referral, _ reason: String) -> ProposedOrder {
        ProposedOrder(
            drug: dose.drug,
            amount: Corticosteroid.dose(
                dose.drug, adult: dose.milligrams, intervalHours: dose.intervalHours, age: patient.age,
                weight: patient.weight),
            unit: "mg", minutes: 0, intervalHours: dose.intervalHours, urgency: .now, reason: reason,
            source: policy.source)
    }

    /// Whether a dose that is limited in days, or a step down from it, has run its days while the grade that it was for
    /// has passed.
    private func isHighDoseOver(
        _ active: Chart.ActiveOrder, _ chart: Chart, _ instant: Instant, _ patient: Referral
    ) -> Bool {
        guard let taper = policy.corticosteroidTaper else { return false }
        for dose in (policy.corticosteroidDoses ?? []) + CorticosteroidDose.asco2021 {
            guard let days = dose.days, chart.crsGrade.rawValue < dose.grade, chart.icansGrade.rawValue < dose.grade
            else { continue }
            var step = propose(dose, patient, "")
            var needed = days
            while strength(step) >= taper.stopBelow, strength(step) >= strength(active.order) {
                if step.isSame(as: active.order) { return instant.days(since: active.placedAt) >= needed - 1e-6 }
                step.amount = lowered(step.amount, by: taper)
                needed = taper.days
            }
        }
        return false
    }

    private func lowered(_ amount: Double, by taper: CorticosteroidTaper) -> Double {
        (amount * taper.factor * 10).rounded() / 10
    }

    private func prophylacticCorticosteroid(
        _ chart: Chart, _ instant: Instant, _ day: Double, _ patient: Referral
    ) -> ProposedOrder? {
        guard let rule = policy.prophylacticCorticosteroid,
            let due = rule.days.first(where: { day >= $0 && day < $0 + 1 }),
            chart.corticosteroidGivenAt.map({ instant.days(since: $0) > day - due + 1e-6 }) ?? true
        else { return nil }
        return ProposedOrder(
            drug: rule.drug,
            amount: Corticosteroid.dose(
                rule.drug, adult: rule.milligrams, intervalHours: 24, age: patient.age, weight: patient.weight),
            unit: "mg", minutes: 0, doses: 1, urgency: .now, reason: "prophylaxis on day \(Int(due))",
            source: policy.source)
    }

    // MARK: Strength

    /// mg of dexamethasone equivalent a day.
    private func strength(_ order: ProposedOrder) -> Double {
        strength(order.drug, order.amount, order.intervalHours)
    }

    private func strength(_ order: Order) -> Double { strength(order.drug, order.amount, order.intervalHours) }

    private func strength(_ drug: Drug, _ amount: Double, _ hours: Double?) -> Double {
        Corticosteroid.dexamethasoneEquivalent(drug, milligrams: amount) * 24 / (hours ?? 24)
    }

    private func proposed(_ order: Order, reason: String) -> ProposedOrder {
        ProposedOrder(
            drug: order.drug, amount: order.amount, unit: order.unit, minutes: order.minutes,
            intervalHours: order.intervalHours, urgency: .today, reason: reason, source: policy.source)
    }
}

extension ProposedOrder {
    /// Whether an order is for the same drug, dose and interval.
    fileprivate func isSame(as order: Order) -> Bool {
        drug == order.drug && amount == order.amount && intervalHours == order.intervalHours
    }
}
