/// Time between another treatment and a step, by the label.
extension StepFacts {
    /// When a treatment was last given, as far as anything recorded says.
    func lastGiven(_ treatment: String) -> (at: Instant, place: (any Placed)?)? {
        var last: (at: Instant, place: (any Placed)?)?
        func note(_ instant: Instant, _ place: (any Placed)?) {
            if instant <= at, last.map({ $0.at < instant }) ?? true { last = (instant, place) }
        }
        let treatment = treatment.folded
        for washout in washouts where washout.value.treatment.folded == treatment {
            if let given = washout.value.lastGivenAt { note(given, washout) }
        }
        for dose in drugs where dose.value.drug.rawValue.folded == treatment { note(dose.at, dose) }
        if treatment == "corticosteroid", let given = chart.corticosteroidGivenAt { note(given, nil) }
        return last
    }

    /// Whether somebody asked, and was told that it was never given.
    func wasNeverGiven(_ treatment: String) -> Bool {
        washouts.last { $0.value.treatment.folded == treatment.folded }?.value.neverGiven == true
    }

    /// What the label asks to be left out before a step. What its text only suggests (a trial, a consensus) warns.
    func washoutStops(before step: Label.Washout.Step, rule: StopRule) -> [Stop] {
        guard let asked = label?.version.washouts else {
            return [rule.unknown(missing("what must be washed out before \(step.rawValue)"))]
        }
        return asked.filter { $0.before == step }.compactMap { washout in
            let name = washout.therapy.rawValue
            let severity: Stop.Severity = washout.basis == .label ? rule.severity : .warning
            let threshold = "\(washout.days.asWritten) d are asked for before \(step.rawValue)"
            guard let (last, place) = lastGiven(name) else {
                return wasNeverGiven(name)
                    ? nil
                    : rule.unknown(
                        "whether \(name) was given is not recorded", threshold, source: RuleSource(washout),
                        about: name, severity: severity)
            }
            guard at.days(since: last) < washout.days else { return nil }
            return rule.found(
                "\(name) was last given \(last.iso8601)", threshold, in: place, source: RuleSource(washout),
                about: name, severity: severity)
        }
    }
}
