/// The rules by which strategies of one analysis are valued: money, rates, horizon, people.
public struct Valuation: Sendable, Equatable {
    /// Rates.
    public var discounting: Discounting
    /// Years looked at.
    public var horizon: Double
    /// Length of a cycle, years.
    public var cycle: Double
    /// What everybody may die of.
    public var background: Background
    /// Whose costs count.
    public var view: View

    /// Makes rules.
    public init(discounting: Discounting, horizon: Double, cycle: Double, background: Background, view: View) {
        self.discounting = discounting
        self.horizon = horizon
        self.cycle = cycle
        self.background = background
        self.view = view
    }
}

extension Strategy {
    /// What the strategy costs and gives to those who get it.
    public func value(_ numbers: Numbers, by rules: Valuation) throws(Fault) -> StrategyResult {
        let background = rules.background
        let free: SurvivalCurve
        let overall: SurvivalCurve
        do { free = try progressionFreeSurvival.curve(numbers, background: background) } catch {
            throw error.under("progressionFreeSurvival")
        }
        do { overall = try overallSurvival.curve(numbers, background: background) } catch {
            throw error.under("overallSurvival")
        }
        let states = try PartitionedSurvival(
            progressionFree: { free.survival(at: $0) * background.survival(at: $0) },
            overall: { overall.survival(at: $0) * background.survival(at: $0) }, horizon: rules.horizon,
            cycle: rules.cycle, crossing: crossing ?? .refused)
        var parts: [StrategyResult.Part] = []
        for (index, cost) in costs.enumerated() where rules.view.counts(cost.payer ?? .healthCare) {
            do {
                parts.append(.init(title: cost.title, amount: try cost.amount(in: states, numbers, rules)))
            } catch { throw error.under("costs", "\(index)") }
        }
        let rate = rules.discounting.effects
        return StrategyResult(
            id: id, title: title, qalys: try qalys(in: states, numbers, rate: rate),
            lifeYears: states.years(\.alive, rate: rate), undiscountedLifeYears: states.years(\.alive),
            progressionFreeYears: states.years(\.progressionFree, rate: rate), parts: parts)
    }

    private func qalys(in states: PartitionedSurvival, _ numbers: Numbers, rate: Double) throws(Fault) -> Double {
        let free = try numbers[utilities.progressionFree, "utilities", "progressionFree"]
        let progressed = try numbers[utilities.progressed, "utilities", "progressed"]
        var sum = progressed * states.years(\.progressed, rate: rate)
        if let name = utilities.longTerm {
            let longTerm = try numbers[name, "utilities", "longTerm"]
            let year = utilities.longTermFromYear ?? 0
            sum += free * states.years(\.progressionFree, rate: rate, within: 0..<max(year, .leastNonzeroMagnitude))
            sum += longTerm * states.years(\.progressionFree, rate: rate, within: year..<Double.infinity)
        } else {
            sum += free * states.years(\.progressionFree, rate: rate)
        }
        for (index, burden) in (burdens ?? []).enumerated() {
            let path = "\(index)"
            let share = try numbers[burden.share, "burdens", path, "share"]
            let disutility = try numbers[burden.disutility, "burdens", path, "disutility"]
            sum -= share * disutility * (try numbers[burden.days, "burdens", path, "days"]) / 365.25
        }
        return sum
    }
}

extension Strategy.Cost {
    /// The discounted amount a patient.
    public func amount(in states: PartitionedSurvival, _ numbers: Numbers, _ rules: Valuation) throws(Fault) -> Double {
        var share = 1.0
        if let name = self.share {
            share = try numbers[name, "share"]
            try Fault.requireProbability(share, "share")
        }
        let each = share * (try numbers[amount, "amount"])
        let rate = rules.discounting.costs
        let span = (fromYear ?? 0)..<max(untilYear ?? .infinity, fromYear ?? 0)
        return switch when {
        case .start: each
        case .progression: each * states.events(\.left, rate: rate)
        case .death: each * states.events(\.died, rate: rate)
        case .yearProgressionFree: each * states.years(\.progressionFree, rate: rate, within: span)
        case .yearProgressed: each * states.years(\.progressed, rate: rate, within: span)
        case .yearAlive: each * states.years(\.alive, rate: rate, within: span)
        }
    }
}
