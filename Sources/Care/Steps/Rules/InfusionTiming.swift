/// Days and doses between lymphodepletion and infusion.
extension StepFacts {
    /// The label's window for the first infusion, in days of the calendar.
    func windowStops() -> [Stop] {
        guard infusions.isEmpty, let last = lastLymphodepletion, let start = lymphodepletionStart else { return [] }
        let rule = StopRule.lymphodepletionWindow
        guard let regimen = labelLymphodepletion else {
            return [rule.unknown(missing("lymphodepletion for this disease"), in: last)]
        }
        let source = RuleSource(regimen)
        let since = at.calendarDays(since: last.at)
        if let repetition = regimen.repetition, since > repetition.afterDays {
            return repetitionStops(repetition, since: since, last: last, source: source)
        }
        if let window = regimen.window {
            let origin = window.from == .end ? last : start
            let days = at.calendarDays(since: origin.at)
            let words = window.from == .end ? "end" : "start"
            guard days < window.earliest || days > window.latest else { return [] }
            return [
                rule.found(
                    "\(days) d since the \(words) of lymphodepletion", "\(window.earliest) to \(window.latest) d",
                    in: origin, source: source)
            ]
        }
        // Days alone are a plan: another day warns.
        guard let planned = regimen.drugs.compactMap({ $0.days?.max() }).max() else {
            return [rule.unknown(missing("the days from lymphodepletion to infusion"), in: last, source: source)]
        }
        guard since != -planned else { return [] }
        return [
            rule.found(
                "\(since) d since the end of lymphodepletion", "the label's plan is \(-planned) d", in: last,
                source: source, severity: .warning)
        ]
    }

    /// Doses of the last course beside those of the label; another drug than the label's is another regimen, and is not
    /// counted here.
    func regimenStops() -> [Stop] {
        guard infusions.isEmpty, let regimen = labelLymphodepletion, let start = lymphodepletionStart else { return [] }
        return regimen.drugs.compactMap { drug in
            let given = drugs.filter { $0.value.drug == drug.drug && $0.at >= start.at }
            guard given.count < drug.doses else { return nil }
            return StopRule.lymphodepletionDoses.found(
                "\(given.count) doses of \(drug.drug.rawValue) are recorded", "\(drug.doses) in the label",
                in: given.last ?? start, source: RuleSource(regimen), about: drug.drug.rawValue)
        }
    }

    private func repetitionStops(
        _ repetition: Label.Lymphodepletion.Repetition, since: Int, last: Noted<DrugAdministration>, source: RuleSource
    ) -> [Stop] {
        let rule = StopRule.lymphodepletionWindow
        let late = rule.reason(
            "\(since) d since the end of lymphodepletion", "after \(repetition.afterDays) d it is given again",
            in: last,
            source: source)
        guard let above = repetition.whiteCellsAbove else { return [rule.stop([late])] }
        let threshold = "above \(above.asWritten) 10*9/L it is given again"
        guard let (result, taken) = chart.latest(.leukocytes), taken > last.at else {
            return [
                rule.stop(
                    [late, rule.reason("white cells since then are unknown", threshold, source: source)], unknown: true)
            ]
        }
        guard result.value > above else { return [] }
        let place = Pathway.Record(event: .labReported(result), at: taken, entry: chart.latestEntry(.leukocytes))
        return [
            rule.stop([
                late,
                rule.reason("white cells are \(result.value.asWritten) 10*9/L", threshold, in: place, source: source),
            ])
        ]
    }
}
