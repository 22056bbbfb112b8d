import Care

/// Blood, B cells and immunoglobulin.
extension QuantityBench {
    /// Share of traced patients whose neutrophils came back above 1.5 and fell below 1.0 × 10⁹/L again after day 21, within
    /// 60 days (the intermittent type of Rejeski 2021; definition from memory).
    func biphasicNeutrophils(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let courses = try run(quantity).traces.filter { ($0.days.last ?? 0) >= 60 }
        return try share(events: courses.filter(\.hasSecondNeutrophilDip).count, of: courses.count)
    }

    /// Share of traced patients without B cells about day 30.
    func bCellsAbsentDay30(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let arm = try run(quantity)
        let counts = arm.traces.compactMap { $0.value(.bCells, near: 30) }
        let detection = arm.setting.course.measurement.bCellDetection.value
        return try share(events: counts.filter { $0 < detection }.count, of: counts.count)
    }

    /// Half-life of IgG when none is made, d: read off the fall over ten days.
    func immunoglobulinHalfLife(from start: Double) throws(NotSimulated) -> QuantityEstimate {
        var run = BodyRun(body, typical: base)
        // What makes IgG is scaled by its normal level: without a level none is made.
        try run.set("IgG0", 0)
        try run.act(.put("IgG", start), on: 0)
        let levels = try run.watch("IgG", on: [1, 11])
        return QuantityEstimate(value: 10 * naturalLogarithm(2) / naturalLogarithm(levels[0] / levels[1]))
    }

    /// That at a low level over that at a normal one.
    func immunoglobulinHalfLifeWhenLow(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let low = try immunoglobulinHalfLife(from: quantity.input("low"))
        let normal = try immunoglobulinHalfLife(from: quantity.input("normal"))
        return QuantityEstimate(value: low.value / normal.value)
    }

    /// What repeated immunoglobulin adds to the trough once it no longer rises, g/L.
    func immunoglobulinTroughRise(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let interval = quantity.input("intervalDays")
        let doses = 20
        let end = Double(doses) * interval
        var with = BodyRun(body, typical: base)
        try with.set("WT", quantity.input("weight"))
        try with.set("IgG0", quantity.input("own"))
        let without = with
        for dose in 0..<doses {
            try with.act(
                .add("IgGx", quantity.input("dosePerKilogram") * quantity.input("weight")),
                on: Double(dose) * interval)
        }
        let levels = [try with.watch("igg_total", on: [end])[0], try without.watch("igg_total", on: [end])[0]]
        return QuantityEstimate(value: levels[0] - levels[1])
    }
}

extension PatientTrace {
    /// Whether neutrophils came back above 1.5 × 10⁹/L and fell below 1.0 again after day 21, within 60 days. The count on
    /// the day of infusion is not a recovery.
    var hasSecondNeutrophilDip: Bool {
        var course = NeutrophilCourse(countingInfusionDay: false)
        for (day, count) in zip(days, samples[Quantity.neutrophils.rawValue]) { course.note(count, day: day) }
        return course.hasSecondDip
    }
}
