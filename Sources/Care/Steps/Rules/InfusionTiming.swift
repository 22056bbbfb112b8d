/// Days between lymphodepletion and infusion, and between a first infusion and a second.
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
            "\(since) d since the end of lymphodepletion", "after \(repetition.afterDays) d it is given again", in: last,
            source: source)
        guard let above = repetition.whiteCellsAbove else { return [rule.stop([late])] }
        let threshold = "above \(above.asWritten) 10*9/L it is given again"
        guard let (result, taken) = chart.latest(.leukocytes), taken > last.at else {
            return [rule.stop([late, rule.reason("white cells since then are unknown", threshold, source: source)], unknown: true)]
        }
        guard result.value > above else { return [] }
        let place = Pathway.Record(event: .labReported(result), at: taken, entry: chart.latestEntry(.leukocytes))
        return [
            rule.stop([
                late, rule.reason("white cells are \(result.value.asWritten) 10*9/L", threshold, in: place, source: source),
            ])
        ]
    }

    /// Components in the label's order: all bags of the earlier are in before the next begins.
    func componentStops(_ bag: String) -> [Stop] {
        let rule = StopRule.componentOrder
        guard let components = labelDose?.components, components.count > 1, let dose = labelDose else { return [] }
        let source = RuleSource(dose)
        let names = components.map(\.name)
        let order = "the order is \(names.joined(separator: ", "))"
        guard let filled = finalBag(bag), let component = filled.value.component,
            let place = names.firstIndex(where: { $0.folded == component.folded })
        else {
            return [
                rule.unknown("which component bag \(bag) holds is unknown", order, in: finalBag(bag), source: source, about: bag)
            ]
        }
        let earlier = Set(names.prefix(place).map(\.folded))
        let siblings = bags(of: filled.value.batch).filter { disposal(of: $0.value.bag) == nil }
        let missing = names.prefix(place).filter { name in
            !siblings.contains { $0.value.component?.folded == name.folded }
        }
        let waiting = siblings.filter { earlier.contains($0.value.component?.folded ?? "") && !isInfused($0.value.bag) }
        if let first = waiting.first {
            return [
                rule.found(
                    "\(component) is next, and \(first.value.component ?? "") of bag \(first.value.bag) has not run in",
                    order, in: first, source: source, about: bag)
            ]
        }
        return missing.isEmpty
            ? []
            : [rule.unknown("no bag of \(missing.joined(separator: ", ")) is recorded", order, source: source, about: bag)]
    }

    private var isSecondDay: Bool { firstInfusion.map { at.calendarDays(since: $0.at) > 0 } ?? false }

    /// Which bag belongs to which day, by its colour: the label lets blasts in the marrow decide, which no entry holds.
    func splitStops(_ bag: String) -> [Stop] {
        guard let dose = labelDose, let split = dose.split, !split.rules.isEmpty else { return [] }
        let source = RuleSource(dose)
        guard let filled = finalBag(bag), let colour = filled.value.component,
            let kind = dose.bags?.first(where: { $0.colour?.folded == colour.folded })
        else {
            return [
                StopRule.componentOrder.unknown(
                    "the colour of bag \(bag) is unknown", "bags are given by colour", in: finalBag(bag), source: source,
                    about: bag)
            ]
        }
        let day = isSecondDay ? "second" : "first"
        let fitting = split.rules.filter { (isSecondDay ? $0.second : $0.first).contains(kind.cells) }
        if fitting.isEmpty {
            return [
                StopRule.componentOrder.found(
                    "the \(colour) bag \(bag) is next", "it does not belong to the \(day) day", in: filled, source: source,
                    about: bag)
            ]
        }
        guard !isSecondDay, fitting.count < split.rules.count else { return [] }
        return [
            StopRule.split.unknown(
                "the \(colour) bag \(bag) on the first day is right for some blast counts only",
                "marrow within \(split.marrowWithinDays) d of lymphodepletion decides", in: filled, source: source,
                about: bag)
        ]
    }

    /// A second infusion has its day, and waits for toxicity or is left out.
    func secondDayStops() -> [Stop] {
        guard isSecondDay, let first = firstInfusion, let dose = labelDose else { return [] }
        let rule = StopRule.secondInfusion
        let source = RuleSource(dose)
        guard let split = dose.split else {
            return [
                rule.found(
                    "cells were given \(first.at.iso8601)", "the label has one day of infusion", in: first, source: source)
            ]
        }
        let (crs, icans) = (chart.crsEpisode?.peak ?? .none, chart.icansEpisode?.peak ?? .none)
        func reached(_ grade: Int, _ limit: Int?) -> Bool { limit.map { grade >= $0 } ?? false }
        if reached(crs.rawValue, split.stop?.crs) || reached(icans.rawValue, split.stop?.icans) {
            return [
                rule.found(
                    "CRS reached grade \(crs.rawValue), ICANS grade \(icans.rawValue)", "the second infusion is not given",
                    in: first, source: source)
            ]
        }
        // The first infusion is on day 1.
        let day = at.calendarDays(since: first.at) + 1
        let (earliest, latest) = (split.secondDay - split.toleranceDays, split.secondDay + split.toleranceDays)
        let isPostponed = reached(crs.rawValue, split.postpone?.crs) || reached(icans.rawValue, split.postpone?.icans)
        let last = isPostponed ? max(latest, split.postpone?.latestDay ?? latest) : latest
        if day < earliest || day > last {
            return [
                rule.found("day \(day)", "day \(earliest) to \(last)", in: first, source: source)
            ]
        }
        guard reached(chart.crsGrade.rawValue, split.postpone?.crs) || reached(chart.icansGrade.rawValue, split.postpone?.icans)
        else { return [] }
        return [
            rule.found(
                "CRS is of grade \(chart.crsGrade.rawValue), ICANS of grade \(chart.icansGrade.rawValue)",
                "the second infusion waits until day \(last)", in: first, source: source)
        ]
    }
}
