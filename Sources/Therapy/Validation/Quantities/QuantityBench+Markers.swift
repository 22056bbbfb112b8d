import Dynamics

/// Myeloma markers, and arithmetic on published costs.
extension QuantityBench {
    /// Half-life of a marker, d, when next to no tumour makes it: read off the fall over two days. The first of the names
    /// that the body has is the marker.
    func markerHalfLife(_ names: [String]) throws(NotSimulated) -> QuantityEstimate {
        guard let name = names.first(where: { body.program.state($0) != nil }) else {
            throw NotSimulated("the body has no state '\(names[0])'")
        }
        var run = BodyRun(body, typical: base)
        try run.set("T0", 1e-6)
        // High above whatever normal cells still make of it.
        try run.act(.put(name, 1e6), on: 0)
        let levels = try run.watch(name, on: [0.5, 2.5])
        return QuantityEstimate(value: 2 * naturalLogarithm(2) / naturalLogarithm(levels[0] / levels[1]))
    }

    /// Cost per quality-adjusted life year gained, from a publication's own costs and years.
    func costEffectiveness(_ quantity: Quantity) -> QuantityEstimate {
        QuantityEstimate(
            value: (quantity.input("cost") - quantity.input("otherCost"))
                / (quantity.input("years") - quantity.input("otherYears")))
    }
}
