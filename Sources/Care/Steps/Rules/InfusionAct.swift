/// What a thaw, a start or an end of an infusion itself raises.
extension StepFacts {
    func infusionObjections(to event: Event) -> [Stop] {
        switch event {
        case .thawStarted(let thaw): bagStops(thaw.bag)
        case .infusionStarted(let start):
            bagStops(start.bag) + thawStops(start) + filterStops(start) + lengthStops(start)
                + doseStops(adding: finalBag(start.bag)?.value, cells: nil, in: finalBag(start.bag))
        case .infusionCompleted(let infusion): completionStops(infusion)
        default: []
        }
    }

    private func bagStops(_ bag: String) -> [Stop] {
        componentStops(bag) + splitStops(bag) + secondDayStops()
    }

    private func filterStops(_ start: InfusionStart) -> [Stop] {
        let rule = StopRule.filter
        if let infusion = label?.version.infusion, !infusion.leukodepletingFilterForbidden { return [] }
        let source = label?.version.infusion.map { RuleSource($0) }
        return switch start.leukodepletingFilter {
        case false: []
        case true:
            [rule.found("a leukodepleting filter is in the line", "it would hold the cells back", source: source)]
        default: [rule.unknown("nobody looked for a leukodepleting filter", "none may be in the line", source: source)]
        }
    }

    private func lengthStops(_ start: InfusionStart) -> [Stop] {
        guard let infusion = label?.version.infusion, let longest = infusion.longestMinutes,
            start.expectedMinutes > longest
        else { return [] }
        return [
            StopRule.infusionLength.found(
                "\(start.expectedMinutes.asWritten) min are expected", "\(longest.asWritten) min are the longest",
                source: RuleSource(infusion))
        ]
    }

    /// What ran in, against range and arithmetic. It has happened and is written down in any case.
    private func completionStops(_ infusion: Infusion) -> [Stop] {
        let dose = doseStops(
            adding: infusion.bag.flatMap { finalBag($0)?.value }, cells: infusion.carPositiveCells, in: nil)
        guard let weight else { return dose }
        let computed = infusion.carPositiveCells / weight.value
        guard !(abs(infusion.cellsPerKilogram - computed) <= computed * StepNumbers.doseTolerance) else { return dose }
        return dose + [
            StopRule.doseWritten.found(
                "\(infusion.cellsPerKilogram.asWritten) 10*6/kg are written",
                "\(infusion.carPositiveCells.asWritten) 10*6 ÷ \(weight.value.asWritten) kg = \(computed.asWritten)",
                in: weight.place)
        ]
    }
}
