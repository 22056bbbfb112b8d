/// Creatinine clearance of an adult after Cockcroft and Gault (1976, Nephron 16:31), mL/min, not per body surface:
/// (140 − age) · weight / (72 · creatinine), by 0.85 in women. It asks for a creatinine that is stable. Which weight to use
/// in obesity the formula does not say; the caller chooses.
public enum CreatinineClearance {
    /// Where the formula stands.
    public static let source = ScaleSource(
        "Cockcroft and Gault 1976, Nephron 16:31", .secondary, "formula read in a dictionary and two calculators")
    /// Age from which the formula is used, years.
    public static let adultAge = 18.0

    /// Clearance, mL/min, from age (a), weight (kg) and creatinine (mg/dL).
    public static func cockcroftGault(age: Double, sex: Sex, weight: Double, creatinine: Double) -> Double {
        (140 - age) * weight / (72 * creatinine) * (sex == .female ? 0.85 : 1)
    }

    /// The creatinine, mg/dL, that goes with a clearance (mL/min): the formula is its own inverse.
    public static func creatinine(age: Double, sex: Sex, weight: Double, clearance: Double) -> Double {
        cockcroftGault(age: age, sex: sex, weight: weight, creatinine: clearance)
    }

    /// The clearance with what it rests on; without a value below 18 years.
    public static func assess(
        age: Double?, sex: Sex?, weight: Double?, creatinine: Double?
    ) throws(ImpossibleValue) -> ScaleEstimate {
        try ImpossibleValue.check("age", age, 0...120, "a")
        try ImpossibleValue.check("weight", weight, 1...400, "kg")
        try ImpossibleValue.check(.creatinine, creatinine)
        try ImpossibleValue.check(positive: "creatinine", creatinine, "mg/dL")
        var estimate = ScaleEstimate.inputs(
            [("age", age, "a"), ("weight", weight, "kg"), ("creatinine", creatinine, "mg/dL")], unit: "mL/min",
            source: source)
        if sex == nil { estimate.unknown.append("sex") }
        guard let age, let sex, let weight, let creatinine else { return estimate }
        if age < adultAge {
            estimate.findings.append(ScaleFinding("below 18 years the formula is not used: see the bedside Schwartz"))
        } else {
            estimate.value = cockcroftGault(age: age, sex: sex, weight: weight, creatinine: creatinine)
        }
        return estimate
    }
}

extension ScaleEstimate {
    /// An estimate without a value yet: its known inputs are findings, the others unknown.
    static func inputs(
        _ inputs: [(name: String, value: Double?, unit: String)], unit: String, source: ScaleSource
    ) -> ScaleEstimate {
        ScaleEstimate(
            value: nil, unit: unit,
            findings: inputs.compactMap { input in
                input.value.map { ScaleFinding("\(input.name) \($0.plain) \(input.unit)") }
            }, unknown: inputs.filter { $0.value == nil }.map(\.name), source: source)
    }
}
