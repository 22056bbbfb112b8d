/// Which bag is next, and the day of a second infusion.
extension StepFacts {
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
                rule.unknown(
                    "which component bag \(bag) holds is unknown", order, in: finalBag(bag), source: source, about: bag)
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
            : [
                rule.unknown(
                    "no bag of \(missing.joined(separator: ", ")) is recorded", order, source: source, about: bag)
            ]
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
                    "the colour of bag \(bag) is unknown", "bags are given by colour", in: finalBag(bag),
                    source: source,
                    about: bag)
            ]
        }
        let day = isSecondDay ? "second" : "first"
        let fitting = split.rules.filter { (isSecondDay ? $0.second : $0.first).contains(kind.cells) }
        if fitting.isEmpty {
            return [
                StopRule.componentOrder.found(
                    "the \(colour) bag \(bag) is next", "it does not belong to the \(day) day", in: filled,
                    source: source,
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
                    "cells were given \(first.at.iso8601)", "the label has one day of infusion", in: first,
                    source: source)
            ]
        }
        let (crs, icans) = (chart.crsEpisode?.peak ?? .none, chart.icansEpisode?.peak ?? .none)
        func reached(_ grade: Int, _ limit: Int?) -> Bool { limit.map { grade >= $0 } ?? false }
        if reached(crs.rawValue, split.stop?.crs) || reached(icans.rawValue, split.stop?.icans) {
            return [
                rule.found(
                    "CRS reached grade \(crs.rawValue), ICANS grade \(icans.rawValue)",
                    "the second infusion is not given",
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
        guard
            reached(chart.crsGrade.rawValue, split.postpone?.crs)
                || reached(chart.icansGrade.rawValue, split.postpone?.icans)
        else { return [] }
        return [
            rule.found(
                "CRS is of grade \(chart.crsGrade.rawValue), ICANS of grade \(chart.icansGrade.rawValue)",
                "the second infusion waits until day \(last)", in: first, source: source)
        ]
    }
}
