/// Antipyretic, fluids, vasopressors and oxygen by the last vital signs. Thresholds are those of usual intensive care of
/// adults (mean arterial pressure 65 mmHg, saturation 92 %); weaning thresholds and steps are assumed. What was given
/// after the signs were taken is not proposed again for the same signs.
extension Guideline {
    private static var lowPressure: Double { CRSAxes.hypotension }
    private static var weanPressure: Double { 78 }
    private static var lowSaturation: Double { 92 }
    private static var weanSaturation: Double { 96 }
    private static var mostVasopressors: Int { 3 }

    /// Longest time for which vital signs speak for the patient, hours (assumed).
    private static var validHours: Double { 4 }

    func support(_ chart: Chart, _ instant: Instant, _ weight: Double, _ advice: inout [Recommendation]) {
        guard let (signs, at) = chart.latestVitals, instant.hours(since: at) <= Self.validHours else { return }
        antipyretic(chart, signs, instant, weight, &advice)
        pressure(chart, signs, instant, weight, &advice)
        oxygen(chart, signs, &advice)
    }

    /// Paracetamol for the fever of CRS: 15 mg/kg, at most 1 g, not within 6 h of the last (usual dose, from memory).
    private func antipyretic(
        _ chart: Chart, _ signs: VitalSigns, _ instant: Instant, _ weight: Double, _ advice: inout [Recommendation]
    ) {
        guard chart.crsGrade != .none, let temperature = signs.temperature, temperature >= CRSAxes.fever,
            !chart.isOrdered(.paracetamol), chart.paracetamolGivenAt.map({ instant.hours(since: $0) >= 6 }) ?? true
        else { return }
        advice.append(
            propose(
                .paracetamol, min(1000, (15 * weight).rounded()), "mg", "temperature \(temperature) °C with CRS"))
    }

    private func pressure(
        _ chart: Chart, _ signs: VitalSigns, _ instant: Instant, _ weight: Double, _ advice: inout [Recommendation]
    ) {
        guard let pressure = signs.meanArterialPressure, !chart.isOrdered(.fluidBolus), !chart.isOrdered(.vasopressor),
            !chart.wasSupportedSinceVitals(chart.fluidBoluses.last),
            !chart.wasSupportedSinceVitals(chart.vasopressorChangedAt)
        else { return }
        let running = signs.vasopressors ?? 0
        if pressure < Self.lowPressure {
            // Two boluses in 24 h, then vasopressors (ASCO 2021: hypotension after two boluses). 500 mL, 10 mL/kg in
            // children (assumed).
            let boluses = chart.fluidBoluses.reduce(0) { $0 + (instant.hours(since: $1) < 24 ? 1 : 0) }
            if boluses < 2 {
                advice.append(
                    propose(
                        .fluidBolus, min(500, (10 * weight).rounded()), "mL", minutes: 30,
                        "mean arterial pressure \(pressure) mmHg, below \(Self.lowPressure)"))
            } else if running < Self.mostVasopressors {
                advice.append(
                    propose(
                        .vasopressor, Double(running + 1), "{agents}",
                        "mean arterial pressure \(pressure) mmHg after two fluid boluses"
                            + (signs.vasopressors == nil ? "; how many vasopressors run is not recorded" : "")))
            }
        } else if pressure >= Self.weanPressure, running > 0 {
            advice.append(
                propose(
                    .vasopressor, Double(running - 1), "{agents}", "mean arterial pressure \(pressure) mmHg: wean"))
        }
    }

    private func oxygen(_ chart: Chart, _ signs: VitalSigns, _ advice: inout [Recommendation]) {
        guard let saturation = signs.oxygenSaturation, let now = signs.oxygen, !chart.isOrdered(.oxygen),
            !chart.wasSupportedSinceVitals(chart.oxygenChangedAt)
        else { return }
        let step: OxygenSupport?
        if saturation < Self.lowSaturation {
            switch now {
            case .roomAir: step = .nasalCannula(litresPerMinute: 4)
            case .nasalCannula: step = .highFlow
            case .highFlow: step = .positivePressure
            case .positivePressure: step = nil
            }
        } else if saturation >= Self.weanSaturation {
            switch now {
            case .roomAir: step = nil
            case .nasalCannula: step = .roomAir
            case .highFlow: step = .nasalCannula(litresPerMinute: 4)
            case .positivePressure: step = .highFlow
            }
        } else {
            step = nil
        }
        guard let step else { return }
        let litres: Double = if case .nasalCannula(let flow) = step { flow } else { 0 }
        advice.append(
            propose(.oxygen, litres, "L/min", oxygen: step, "saturation \(saturation) % on \(now.words)"))
    }

    private func propose(
        _ drug: Drug, _ amount: Double, _ unit: String, minutes: Double = 0, oxygen: OxygenSupport? = nil,
        _ reason: String
    ) -> Recommendation {
        .order(
            ProposedOrder(
                drug: drug, amount: amount, unit: unit, minutes: minutes, doses: 1, oxygen: oxygen, urgency: .now,
                reason: reason, source: "supportive care; thresholds of usual practice"))
    }
}
