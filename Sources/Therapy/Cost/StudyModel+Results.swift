import Economics

extension StudyModel {
    /// Both strategies by these numbers, in these patients (all if nil).
    func results(_ numbers: Numbers, sample: [Int]?) throws(Fault) -> [StrategyResult] {
        let use = CohortUse(patients, sample: sample ?? Array(patients.indices))
        let background = try Background(
            lifeTable, age: age, female: female,
            mortalityRatio: try numbers[plan.population.mortalityRatio, "population", "mortalityRatio"])
        var rules = Valuation(
            discounting: plan.discounting, horizon: plan.horizonYears, cycle: plan.cycleMonths / 12,
            background: background, view: view)
        let comparator: StrategyResult
        do { comparator = try plan.comparator.value(numbers, by: rules) } catch { throw error.under("comparator") }
        rules.horizon = max(plan.cycleMonths / 12, plan.horizonYears - followUp)
        let tail = try tail(use, numbers, rules)
        var parts = try stepCosts(use, numbers)
        for (index, cost) in plan.treated.costs.enumerated() where view.counts(cost.payer ?? .healthCare) {
            do {
                parts.append(.init(title: cost.title, amount: try amount(cost, use, tail, numbers, rules)))
            } catch { throw error.under("treated", "costs", "\(index)") }
        }
        if view == .societal { parts += try societalCosts(use, numbers) }
        parts.append(.init(title: "Not infused: \(comparator.title)", amount: use.left * comparator.cost))
        let later = Discounting.factor(rate: plan.discounting.effects, years: followUp) * use.aliveAtEnd
        let rate = plan.discounting.effects
        let free = use.free + later * tail.years(\.progressionFree, rate: rate)
        let alive = use.free + use.progressed + later * tail.years(\.alive, rate: rate)
        let own = StrategyResult(
            id: "study", title: title, qalys: try qalys(use, tail, numbers, later) + use.left * comparator.qalys,
            lifeYears: alive + use.left * comparator.lifeYears,
            undiscountedLifeYears: use.years + use.aliveAtEnd * tail.years(\.alive)
                + use.left * comparator.undiscountedLifeYears,
            progressionFreeYears: free + use.left * comparator.progressionFreeYears, parts: parts)
        return [own, comparator]
    }

    /// States of those who are alive at the end of follow-up, from then on.
    private func tail(_ use: CohortUse, _ numbers: Numbers, _ rules: Valuation) throws(Fault) -> PartitionedSurvival {
        let ratio = try numbers[Self.tail, "tail"]
        let from = followUp
        let backgroundThen = rules.background.survival(at: from)
        func on(_ curve: TailCurve, _ years: Double) -> Double {
            power(curve.survival(at: years), ratio) * rules.background.survival(at: from + years) / backgroundThen
        }
        let share = use.aliveAtEnd > 0 ? use.freeAtEnd / use.aliveAtEnd : 0
        return try PartitionedSurvival(
            progressionFree: { share * on(progressionTail, $0) }, overall: { on(survivalTail, $0) },
            horizon: rules.horizon, cycle: rules.cycle, startingFree: share, crossing: .capped)
    }

    /// Costs within follow-up by step, from the ledgers.
    private func stepCosts(_ use: CohortUse, _ numbers: Numbers) throws(Fault) -> [StrategyResult.Part] {
        var steps = [Double](repeating: 0, count: TherapyStep.allCases.count + 1)
        for resource in Price.Resource.allCases {
            let cost = use.counts[resource.index] * (try numbers[Self.price(resource.rawValue), "prices"])
            // The product stands by itself: it hides everything else otherwise.
            let step = resource == .product ? steps.count - 1 : TherapyStep.allCases.firstIndex(of: resource.step) ?? 0
            steps[step] += cost
        }
        let product = StrategyResult.Part(title: "Product", amount: steps[steps.count - 1])
        return [product] + zip(TherapyStep.allCases, steps).map { .init(title: $0.label, amount: $1) }
    }

    private func societalCosts(_ use: CohortUse, _ numbers: Numbers) throws(Fault) -> [StrategyResult.Part] {
        let society = try SocietalUse(use, numbers)
        var parts: [StrategyResult.Part] = []
        for (what, amount) in society.uses {
            let title =
                switch what {
                case .travelTrip: "Society: journeys"
                case .lodgingNight: "Society: nights near the centre"
                case .carerDay: "Society: carers' time"
                case .lostWorkDay: "Society: lost work"
                }
            parts.append(.init(title: title, amount: amount * (try numbers[Self.price(what.rawValue), "prices"])))
        }
        return parts
    }

    /// A cost of the life after the therapy: within follow-up by the patients' own years, then by the tail's.
    private func amount(
        _ cost: Strategy.Cost, _ use: CohortUse, _ tail: PartitionedSurvival, _ numbers: Numbers, _ rules: Valuation
    ) throws(Fault) -> Double {
        guard cost.fromYear == nil, cost.untilYear == nil else {
            throw Fault(
                ["fromYear"], found: "a span of years", expected: "none for the treated of a study",
                remedy: "Take `fromYear` and `untilYear` away; the patients' own course says what happens when.")
        }
        let each = try numbers[cost.amount, "amount"] * (try cost.share.map(share(numbers)) ?? 1)
        let later = Discounting.factor(rate: plan.discounting.costs, years: followUp) * use.aliveAtEnd
        // Events within follow-up are discounted as at its middle.
        let middle = Discounting.factor(rate: plan.discounting.costs, years: followUp / 2)
        let within: Double =
            switch cost.when {
            case .start: use.infused
            case .progression: middle * use.progressions
            case .death: middle * use.deaths
            case .yearProgressionFree: use.free
            case .yearProgressed: use.progressed
            case .yearAlive: use.free + use.progressed
            }
        guard cost.when != .start else { return each * within }
        var alone = cost
        alone.share = nil
        let perUnit = try alone.amount(in: tail, numbers.setting(cost.amount, to: 1), rules)
        return each * (within + later * perUnit)
    }

    private func share(_ numbers: Numbers) -> (String) throws(Fault) -> Double {
        { (name: String) throws(Fault) -> Double in try numbers[name, "share"] }
    }

    private func qalys(
        _ use: CohortUse, _ tail: PartitionedSurvival, _ numbers: Numbers, _ later: Double
    ) throws(Fault) -> Double {
        func utility(_ name: UtilitySet.Name) throws(Fault) -> Double { try numbers[Self.utility(name), "utilities"] }
        let rate = plan.discounting.effects
        let progressed = try utility(.progressed)
        var sum = try utility(.progressionFree) * use.free + progressed * use.progressed
        sum += later * (try utility(.longTerm)) * tail.years(\.progressionFree, rate: rate)
        sum += later * progressed * tail.years(\.progressed, rate: rate)
        for name in UtilitySet.Name.allCases {
            guard let days = name == .hospital ? use.hospitalDays : use.toxicDays[name] else { continue }
            sum -= try utility(name) * days / PatientUse.year
        }
        return sum
    }
}
