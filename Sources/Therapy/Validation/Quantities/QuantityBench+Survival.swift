import Care

/// Progression and death.
extension QuantityBench {
    /// Hazard ratio of progression or death, burden before lymphodepletion below a limit against above.
    func lowBurdenHazardRatio(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let subjects = try run(quantity).infused.compactMap { outcome -> CoxModel.Subject? in
            guard let burden = outcome.baselineBurden, let time = outcome.progressionFree else { return nil }
            return (time, outcome.progressed, burden < quantity.input("burden") ? 1 : 0)
        }
        return try hazardRatio(subjects)
    }

    /// Share of progressions (deaths without progression left out) that were seen by a day.
    func earlyRelapses(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let relapsed = try run(quantity).infused.filter { $0.antigenLoss != nil }
        return try share(of: relapsed) { $0.progressionFree ?? .infinity <= quantity.input("day") }
    }

    /// Share of the infused who died of a cause, without progression, by a day.
    func deaths(_ quantity: Quantity, of cause: (Death.Cause) -> Bool) throws(NotSimulated) -> QuantityEstimate {
        try share(of: run(quantity).infused) { outcome in
            outcome.causeOfDeath.map(cause) == true && outcome.diedWithoutProgression(within: quantity.input("day"))
        }
    }
}
