import Care

/// Tocilizumab: its concentration, and what follows it in patients with CRS.
extension QuantityBench {
    private static let hour = 1.0 / 24
    /// Days after the first dose within which IL-6 and CRP are looked at.
    private static let lookedDays = 3.0
    /// Days within which CRS must be over, and doses at the most (FDA's criterion, Le 2018).
    private static let responseDays = 14.0
    private static let responseDoses = 2

    /// Concentration in serum, mg/L: doses over an hour at an interval, looked at some days after the last one began.
    func tocilizumabConcentration(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        var run = BodyRun(body, typical: base)
        try run.set("WT", quantity.input("weight"))
        let amount = quantity.input("dosePerKilogram") * quantity.input("weight")
        let doses = Int(quantity.input("doses"))
        for dose in 0..<doses {
            try run.infuse("R_toci", amount: amount, on: Double(dose) * quantity.input("intervalDays"), over: Self.hour)
        }
        let last = Double(doses - 1) * quantity.input("intervalDays")
        return QuantityEstimate(
            value: try run.watch("toci_ugml", on: [last + quantity.input("daysAfterLast")])[0])
    }

    /// Highest serum IL-6 in the three days after the first dose, over the last value before it: median of patients.
    func interleukin6AfterTocilizumab(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        try median(
            run(quantity).traces.compactMap { trace in
                trace.around(.interleukin6, days: Self.lookedDays).flatMap { before, after in
                    before > 0 ? after.max().map { $0 / before } : nil
                }
            })
    }

    /// CRP at the end of the three days after the first dose, over the last value before it: median of patients.
    func crpAfterTocilizumab(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        try median(
            run(quantity).traces.compactMap { trace in
                trace.around(.crp, days: Self.lookedDays).flatMap { before, after in
                    before > 0 ? after.last.map { $0 / before } : nil
                }
            })
    }

    /// Of patients with severe CRS (grade 3 or more by ASTCT or Penn) who were given tocilizumab: CRS over within 14 days
    /// of the first dose, with two doses at the most.
    func tocilizumabResponse(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        let run = try run(quantity)
        let first = Dictionary(
            run.traces.compactMap { trace in trace.firstTocilizumab.map { (trace.patient, $0) } },
            uniquingKeysWith: { one, _ in one })
        let treated = run.infused.filter {
            ($0.crsPeak ?? .none >= .grade3 || $0.pennSevere) && first[$0.patient.index] != nil
        }
        return try share(of: treated) { outcome in
            guard let dose = first[outcome.patient.index], let onset = outcome.crsOnset,
                let duration = outcome.crsDuration
            else { return false }
            // Both the first and the last day count in the duration.
            let ended = onset + duration - 1
            // Whoever dies with CRS has not answered, however soon.
            let died = outcome.causeOfDeath == .crs
            return !died && ended - dose <= Self.responseDays && outcome.tocilizumabDoses <= Self.responseDoses
        }
    }
}

extension PatientTrace {
    /// Day of the first dose of tocilizumab.
    var firstTocilizumab: Double? { marks.first { $0.mark == .tocilizumab }?.day }

    /// The last sample before the first tocilizumab, and those in some days after it; nil if either is missing.
    func around(_ quantity: Quantity, days reach: Double) -> (before: Double, after: [Double])? {
        guard let dose = firstTocilizumab, let last = days.lastIndex(where: { $0 <= dose + 1e-9 }) else { return nil }
        let after = days.indices.filter { days[$0] > dose + 1e-9 && days[$0] <= dose + reach + 1e-9 }
        guard !after.isEmpty else { return nil }
        return (samples[quantity.rawValue][last], after.map { samples[quantity.rawValue][$0] })
    }
}
