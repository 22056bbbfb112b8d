/// Weight in pounds, height in inches, results in another unit: each value is possible, together they can hardly be.
extension DoubtSearch {
    /// Kilograms in a pound; centimetres in an inch.
    static let pound = 0.453_592_37
    static let inch = 2.54

    /// What later amounts are held against.
    struct Scale: Sendable {
        var weight: (kilograms: Double, entry: Int)?
        /// The last result of each analyte that moves slowly.
        var results: [Analyte: (value: Double, at: Instant, entry: Int)] = [:]
    }

    mutating func lookAtUnits(_ entry: Entry) {
        switch entry.event {
        case .referralReceived(let referral):
            scale.weight = (referral.weight, entry.sequence)
            stature(referral, entry.sequence)
        case .infusionCompleted(let infusion):
            if let weight = scale.weight { dose(infusion, weight, entry.sequence) }
        case .labReported(let result): step(to: result, entry)
        default: break
        }
    }

    private mutating func stature(_ referral: Referral, _ number: Int) {
        guard let problem = Self.stature(referral) else { return }
        doubt(.unit, .doubtful, [number], problem, "Weight is in kg, height in cm: check both. Doses rest on them.")
    }

    /// What is doubtful about weight and height at this age; nil: nothing.
    ///
    /// Adults: a body-mass index below 12 or from 45 (assumed; few live with either). Children: a weight beyond 0.4 to
    /// 2.6 times a rough median for the age (after the formulas of Nelson, from memory), a height beyond 0.7 to 1.3.
    static func stature(_ referral: Referral) -> String? {
        let (kilograms, centimetres) = (referral.weight, referral.height)
        func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
        guard referral.age < 18 else {
            let index = kilograms / ((centimetres / 100) * (centimetres / 100))
            guard index < 12 || index >= 45 else { return nil }
            let found = "\(text(kilograms)) kg at \(text(centimetres)) cm is a body-mass index of \(text(index))"
            if centimetres * inch >= 120, centimetres < 90 { return found + "; \(text(centimetres)) may be inches" }
            let asPounds = index * pound
            return found
                + ((15..<45).contains(asPounds) && index >= 45 ? "; as pounds it would be \(text(asPounds))" : "")
        }
        let years = max(referral.age, 1)
        let usualWeight = years <= 6 ? 2 * years + 8 : min((7 * years - 5) / 2, 65)
        let usualHeight = years <= 12 ? 6 * years + 77 : 150 + 3 * (years - 12)
        if !(0.4...2.6).contains(kilograms / usualWeight) {
            let asPounds = kilograms * pound / usualWeight
            return "\(text(kilograms)) kg at \(text(referral.age)) years, where about \(text(usualWeight)) kg is usual"
                + ((0.6...1.7).contains(asPounds) && kilograms > usualWeight ? "; it may be pounds" : "")
        }
        if !(0.7...1.3).contains(centimetres / usualHeight) {
            return
                "\(text(centimetres)) cm at \(text(referral.age)) years, where about \(text(usualHeight)) cm is usual"
        }
        return nil
    }

    /// The cells given and the cells per kg say a weight of their own.
    private mutating func dose(_ infusion: Infusion, _ weight: (kilograms: Double, entry: Int), _ number: Int) {
        guard infusion.cellsPerKilogram > 0, infusion.carPositiveCells > 0 else { return }
        let implied = infusion.carPositiveCells / infusion.cellsPerKilogram
        let ratio = implied / weight.kilograms
        guard !(0.8...1.25).contains(ratio) else { return }
        let isPounds = abs(ratio - 1 / Self.pound) < 0.15 || abs(ratio - Self.pound) < 0.03
        doubt(
            .unit, .doubtful, [weight.entry, number],
            "cells and cells per kg of the infusion make \((implied * 10).rounded() / 10) kg, the referral says "
                + "\(weight.kilograms) kg" + (isPounds ? "; the ratio is that of pounds and kilograms" : ""),
            "Check the weight, and the unit of the dose.")
    }

    /// A hundredfold step between two results within two days: per µL for 10⁹/L, mg/L for g/L. Not for what
    /// really moves so fast.
    private mutating func step(to result: LabResult, _ entry: Entry) {
        guard !result.belowDetection, result.value > 0, result.analyte.movesSlowly else { return }
        if let (value, at, number) = scale.results[result.analyte], entry.occurredAt.days(since: at) <= 2 {
            let factor = max(result.value / value, value / result.value)
            if factor >= 100 {
                doubt(
                    .unit, .doubtful, [number, entry.sequence],
                    "\(result.analyte.rawValue) \(value) and then \(result.value) \(result.analyte.unit), a factor "
                        + "of \(Int(factor.rounded())) within two days",
                    "Check the unit of both.")
            }
        }
        scale.results[result.analyte] = (result.value, entry.occurredAt, entry.sequence)
    }
}

extension Analyte {
    /// Whether it cannot change a hundredfold in two days.
    fileprivate var movesSlowly: Bool {
        switch self {
        case .carT, .bCells, .interleukin6, .interferonGamma, .crp, .ferritin, .neutrophils, .lymphocytes, .leukocytes,
            .cd3, .cd4, .dDimer, .alt, .ast:
            false
        default: true
        }
    }
}
