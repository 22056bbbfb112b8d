import Dynamics

/// CAR-T expansion: with IL-15, with response.
extension QuantityBench {
    /// Patients whose IL-15 is looked at: enough for a correlation's interval of about ±0.1.
    private static let looked = 400

    /// Rank correlation of IL-15 in serum on the day of infusion with CAR-T Cmax.
    func interleukin15WithCmax(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let run = try run(quantity)
        guard let state = body.program.state("I15") else { throw NotSimulated("the body has no state 'I15'") }
        let count = min(Self.looked, run.outcomes.count)
        var levels = [Double?](repeating: nil, count: count)
        // The same patients again, up to the infusion only.
        let integrator = LaneIntegrator(
            body.program, backend: body.backend, method: .rodas5p, tolerances: Trial.tolerances)
        var journeys = [Journey?](repeating: nil, count: integrator.laneCount)
        var next = 0
        func start(_ lane: Int) -> LaneIntegrator.Directive {
            while next < count {
                let journey = Journey(
                    index: next, setting: run.setting, integrator: integrator, recording: false, tracing: false)
                next += 1
                journeys[lane] = journey
                let directive = journey.begin(lane: lane)
                if !journey.isOver { return directive }
            }
            return .idle
        }
        integrator.run(
            starting: start,
            atStop: { lane, stop in
                guard let journey = journeys[lane] else { return .idle }
                let directive = journey.resume(stop)
                guard journey.isOver || journey.outcome.infused else { return directive }
                if journey.outcome.infused {
                    levels[journey.patient.index] = integrator.state(state, lane: lane)
                }
                return start(lane)
            })
        let pairs = zip(levels, run.outcomes).compactMap { level, outcome -> (Double, Double)? in
            guard let level, let cmax = outcome.cmax, outcome.failure == nil else { return nil }
            return (level, cmax)
        }
        return try correlation(pairs)
    }

    /// Median Cmax of those who responded over that of the others. The interval divides the medians' limits: wider than
    /// 95 %.
    func cmaxInRespondersOverOthers(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let infused = try run(quantity).infused
        let responders = try median(infused.filter { $0.responseDay != nil }.compactMap(\.cmax))
        let others = try median(infused.filter { $0.responseDay == nil }.compactMap(\.cmax))
        guard others.value > 0, let low = others.low, let high = others.high, low > 0 else {
            throw NotSimulated("the others' median is zero")
        }
        return QuantityEstimate(
            value: responders.value / others.value, low: responders.low.map { $0 / high },
            high: responders.high.map { $0 / low })
    }

    /// Rank correlation of Cmax with objective response.
    func cmaxWithResponse(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        try correlation(
            run(quantity).infused.compactMap { outcome in
                outcome.cmax.map { ($0, outcome.responseDay == nil ? 0 : 1) }
            })
    }

    private func correlation(_ pairs: [(Double, Double)]) throws(NotSimulated) -> QuantityEstimate {
        guard let found = RankCorrelation(pairs) else { throw NotSimulated("too few virtual patients") }
        return QuantityEstimate(value: found.value, low: found.low, high: found.high)
    }

    /// Hazard ratio of the end of response for a doubled Cmax, among responders.
    func cmaxDoublingHazardRatio(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let subjects = try run(quantity).infused.compactMap { outcome -> CoxModel.Subject? in
            guard let began = outcome.responseDay, let ended = outcome.progressionFree, let cmax = outcome.cmax,
                cmax > 0
            else { return nil }
            return (ended - began, outcome.progressed, naturalLogarithm(cmax) / naturalLogarithm(2))
        }
        return try hazardRatio(subjects)
    }

    func hazardRatio(_ subjects: [CoxModel.Subject]) throws(NotSimulated) -> QuantityEstimate {
        guard let model = CoxModel(subjects) else { throw NotSimulated("too few virtual patients or events") }
        return QuantityEstimate(value: model.hazardRatio, low: model.low, high: model.high)
    }
}
