import Dynamics

/// Fludarabine and cyclophosphamide: exposure. Units: mg, mg/m², mg·h/L.
extension QuantityBench {
    private static let halfHour = 0.5 / 24
    private static let hour = 1.0 / 24
    /// Days until nothing more than rounding is left of F-ara-A (half-life 16 h, in renal failure twice that).
    private static let washedOut = 30.0

    /// AUC of F-ara-A from daily doses to one typical patient.
    func fludarabineAUC(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        var run = BodyRun(body, typical: base)
        try run.set("WT", quantity.input("weight"))
        try run.set("BSA", quantity.input("bodySurface"))
        try run.set("EGFR", quantity.input("clearance"))
        let amount = quantity.input("dosePerSquareMetre") * quantity.input("bodySurface")
        return QuantityEstimate(value: try exposure(&run, amount: amount, doses: Int(quantity.input("doses"))))
    }

    /// Median of the AUCs of a study's patients as referred, with the central 95 %.
    func fludarabineAUCInPopulation(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let setting = try run(quantity).setting
        let integrator = LaneIntegrator(
            setting.body.program, backend: setting.body.backend, method: .rodas5p, tolerances: Trial.tolerances)
        var areas: [Double] = []
        for index in 0..<Self.populationSize {
            let journey = Journey(
                index: index, setting: setting, integrator: integrator, recording: false, tracing: false)
            var run = BodyRun(body, parameters: journey.parameters)
            let amount = quantity.input("dosePerSquareMetre") * journey.patient.bodySurface
            areas.append(try exposure(&run, amount: amount, doses: Int(quantity.input("doses"))))
        }
        return QuantityEstimate(
            value: Quantile.of(areas, 0.5) ?? .nan, low: Quantile.of(areas, 0.025), high: Quantile.of(areas, 0.975))
    }

    /// As many as Langenhorst 2019 had.
    private static let populationSize = 258

    private func exposure(_ run: inout BodyRun, amount: Double, doses: Int) throws(NotSimulated) -> Double {
        for day in 0..<doses {
            try run.infuse("R_flu", amount: amount, on: Double(day), over: Self.halfHour)
        }
        return try run.watch("AUC_flu", on: [Self.washedOut])[0]
    }

    /// Share of infused patients with an AUC below a limit.
    func fludarabineAUCBelow(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let areas = try run(quantity).infused.compactMap(\.fludarabineAUC)
        return try share(events: areas.filter { $0 < quantity.input("limit") }.count, of: areas.count)
    }

    /// AUC of cyclophosphamide from one dose over an hour, by trapezoids.
    func cyclophosphamideAUC(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        var run = BodyRun(body, typical: base)
        try run.set("BSA", quantity.input("bodySurface"))
        let amount = quantity.input("dosePerSquareMetre") * quantity.input("bodySurface")
        try run.infuse("R_cy", amount: amount, on: 0, over: Self.hour)
        let days = (0...600).map { Double($0) * 0.2 / 24 }
        let levels = try run.watch("c_cy", on: days)
        var area = 0.0
        for index in 1..<days.count {
            area += 24 * (days[index] - days[index - 1]) * 0.5 * (levels[index] + levels[index - 1])
        }
        return QuantityEstimate(value: area)
    }

    /// Clearance some hours after the first dose over that before it: the enzyme that makes the active metabolite.
    func cyclophosphamideInduction(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        var run = BodyRun(body, typical: base)
        try run.set("WT", quantity.input("weight"))
        let amount = quantity.input("dosePerKilogram") * quantity.input("weight")
        try run.infuse("R_cy", amount: amount, on: 0, over: Self.hour)
        let enzyme = try run.watch("Enz", on: [0, quantity.input("hours") / 24])
        return QuantityEstimate(value: enzyme[1] / enzyme[0])
    }
}
