import Care

/// Computes quantities from trials that were run and from the body.
public struct QuantityBench: Sendable {
    let runs: [VirtualArm: ArmRun]
    let missing: [VirtualArm: String]
    let body: Body
    let base: [String: BodyParameter]

    /// - Parameters:
    ///   - runs: arms that were run.
    ///   - missing: arms that could not be run, and why.
    ///   - body: the body model.
    ///   - base: its parameters.
    public init(
        runs: [VirtualArm: ArmRun], missing: [VirtualArm: String] = [:], body: Body, base: [String: BodyParameter]
    ) {
        self.runs = runs
        self.missing = missing
        self.body = body
        self.base = base
    }

    /// A quantity with what comes out of the simulation, or why nothing does.
    public func result(for quantity: Quantity) -> QuantityResult {
        do throws(NotSimulated) {
            return QuantityResult(quantity, simulated: try estimate(quantity))
        } catch {
            return QuantityResult(quantity, simulated: nil, reason: error.reason)
        }
    }

    private func estimate(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        switch quantity.measure {
        case .fludarabineAUC: try fludarabineAUC(quantity)
        case .fludarabineAUCInPopulation: try fludarabineAUCInPopulation(quantity)
        case .fludarabineAUCBelow: try fludarabineAUCBelow(quantity)
        case .cyclophosphamideAUC: try cyclophosphamideAUC(quantity)
        case .cyclophosphamideInduction: try cyclophosphamideInduction(quantity)
        case .interleukin15WithCmax: try interleukin15WithCmax(quantity)
        case .cmaxInRespondersOverOthers: try cmaxInRespondersOverOthers(quantity)
        case .tocilizumabConcentration: try tocilizumabConcentration(quantity)
        case .interleukin6AfterTocilizumab: try interleukin6AfterTocilizumab(quantity)
        case .crpAfterTocilizumab: try crpAfterTocilizumab(quantity)
        case .tocilizumabResponse: try tocilizumabResponse(quantity)
        case .endpoint: try endpoint(quantity)
        case .tocilizumabUseInCRS: try share(of: withCRS(quantity)) { $0.tocilizumabDoses > 0 }
        case .corticosteroidUseInCRS: try share(of: withCRS(quantity)) { $0.dexamethasoneEquivalent > 0 }
        case .dexamethasoneEquivalent: try dexamethasoneEquivalent(quantity)
        case .bendamustineOverStudy: try bendamustineOverStudy(quantity)
        case .biphasicNeutrophils: try biphasicNeutrophils(quantity)
        case .immunoglobulinHalfLife: try immunoglobulinHalfLife(from: quantity.input("start"))
        case .immunoglobulinHalfLifeWhenLow: try immunoglobulinHalfLifeWhenLow(quantity)
        case .immunoglobulinTroughRise: try immunoglobulinTroughRise(quantity)
        case .bCellsAbsentDay30: try bCellsAbsentDay30(quantity)
        case .lowBurdenHazardRatio: try lowBurdenHazardRatio(quantity)
        case .earlyRelapses: try earlyRelapses(quantity)
        case .cmaxDoublingHazardRatio: try cmaxDoublingHazardRatio(quantity)
        case .cmaxWithResponse: try cmaxWithResponse(quantity)
        case .neurotoxicityDeaths: try deaths(quantity) { $0 == .neurotoxicity }
        case .infectionDeaths: try deaths(quantity) { $0 == .infection }
        case .easixDoublingOddsRatio: try easixDoublingOddsRatio(quantity)
        case .easixFerritinClass: try easixFerritinClass(quantity)
        case .crsAfter: try crsAfter(quantity)
        case .notInfusedAfterCollection: try notInfusedAfterCollection(quantity)
        case .mProteinHalfLife: try markerHalfLife(["Mp"])
        case .sBCMAHalfLife: try markerHalfLife(["sBCMA", "Sb"])
        case .costEffectiveness: costEffectiveness(quantity)
        }
    }

    // MARK: What several measures use

    /// The run of the quantity's arm.
    func run(_ quantity: Quantity, bendamustine: Bool = false) throws(NotSimulated) -> ArmRun {
        guard let study = quantity.study else { throw NotSimulated("no study stands for it") }
        let arm = VirtualArm(
            study: study, policy: bendamustine ? nil : quantity.policy, bendamustine: bendamustine)
        guard let run = runs[arm] else { throw NotSimulated(missing[arm] ?? "\(arm.words) was not run") }
        return run
    }

    /// A share of patients with Wilson's interval.
    func share(of patients: [Outcome], _ counts: (Outcome) -> Bool) throws(NotSimulated) -> QuantityEstimate {
        try share(events: patients.filter(counts).count, of: patients.count)
    }

    func share(events: Int, of total: Int) throws(NotSimulated) -> QuantityEstimate {
        guard total > 0 else { throw NotSimulated("no virtual patient comes into question") }
        let proportion = Proportion(events: events, of: total)
        return QuantityEstimate(value: proportion.value, low: proportion.low, high: proportion.high)
    }

    func median(_ values: [Double]) throws(NotSimulated) -> QuantityEstimate {
        guard let median = MedianEstimate(values) else { throw NotSimulated("no virtual patient comes into question") }
        return QuantityEstimate(value: median.value, low: median.low, high: median.high)
    }

    /// An endpoint of the trial by name.
    private func endpoint(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let run = try run(quantity)
        guard
            let found = Endpoints(run.outcomes, study: run.setting.study, asPublished: false).values[
                quantity.endpoint ?? ""],
            let value = found.value
        else { throw NotSimulated("no virtual patient comes into question") }
        return QuantityEstimate(value: value, low: found.low, high: found.high)
    }
}
