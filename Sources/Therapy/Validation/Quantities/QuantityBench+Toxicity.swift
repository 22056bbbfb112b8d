import Care

/// CRS and ICANS: drugs given, risk before the infusion, late onset.
extension QuantityBench {
    /// Infused patients with CRS of any grade.
    func withCRS(_ quantity: Quantity) throws(NotSimulated) -> [Outcome] {
        try run(quantity).infused.filter { $0.crsPeak ?? .none >= .grade1 }
    }

    /// Cumulative corticosteroid of those who were given any, mg of dexamethasone.
    func dexamethasoneEquivalent(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        try median(run(quantity).infused.map(\.dexamethasoneEquivalent).filter { $0 > 0 })
    }

    /// Odds of CRS or ICANS of grade 3 or more for a doubled EASIX before lymphodepletion.
    func easixDoublingOddsRatio(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let subjects = try run(quantity).infused.map { outcome in
            let severe = outcome.crsPeak ?? .none >= .grade3 || outcome.icansPeak ?? .none >= .grade3
            return (covariate: naturalLogarithm(outcome.patient.easix) / naturalLogarithm(2), event: severe)
        }
        guard let model = LogisticModel(subjects) else { throw NotSimulated("too few virtual patients or events") }
        return QuantityEstimate(value: model.oddsRatio, low: model.low, high: model.high)
    }

    /// CRS of grade 2 or more in a class: how many of EASIX and ferritin lie above their limits, 0 to 2.
    func easixFerritinClass(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let members = try run(quantity).infused.filter {
            ($0.patient.easix > quantity.input("easix") ? 1 : 0)
                + ($0.patient.ferritin > quantity.input("ferritin") ? 1 : 0) == Int(quantity.input("class"))
        }
        return try share(of: members) { $0.crsPeak ?? .none >= .grade2 }
    }

    /// Share of the infused whose CRS begins after a day.
    func crsAfter(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        try share(of: run(quantity).infused) { $0.crsOnset ?? 0 > quantity.input("day") }
    }

    /// Share of those whose cells were collected and who were never infused.
    func notInfusedAfterCollection(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let collected = try run(quantity).outcomes.filter { $0.failure == nil && $0.collections > 0 }
        return try share(of: collected) { !$0.infused }
    }
}
