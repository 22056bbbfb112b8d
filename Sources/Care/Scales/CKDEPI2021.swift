/// Glomerular filtration of an adult by creatinine, CKD-EPI 2021 without race (Inker 2021, N Engl J Med 385:1737),
/// mL/min/1.73 m²: 142 · min(c/κ, 1)^α · max(c/κ, 1)^−1.200 · 0.9938^age · 1.012 in women, with κ 0.7 in women and 0.9 in
/// men, α −0.241 in women and −0.302 in men; c is creatinine, mg/dL.
public enum CKDEPI2021 {
    /// Where the formula stands.
    public static let source = ScaleSource(
        "CKD-EPI 2021, Inker 2021, N Engl J Med 385:1737", .secondary,
        "constants read at kidney.org, National Kidney Foundation")

    /// Filtration, mL/min/1.73 m², from age (a) and creatinine (mg/dL).
    public static func filtration(age: Double, sex: Sex, creatinine: Double) -> Double {
        let ratio = creatinine / (sex == .female ? 0.7 : 0.9)
        let exponent = ratio < 1 ? (sex == .female ? -0.241 : -0.302) : -1.2
        return 142 * power(ratio, exponent) * power(0.9938, age) * (sex == .female ? 1.012 : 1)
    }

    /// The filtration with what it rests on; without a value below 18 years.
    public static func assess(
        age: Double?, sex: Sex?, creatinine: Double?
    ) throws(ImpossibleValue) -> ScaleEstimate {
        try ImpossibleValue.check("age", age, 0...120, "a")
        try ImpossibleValue.check(.creatinine, creatinine)
        try ImpossibleValue.check(positive: "creatinine", creatinine, "mg/dL")
        var estimate = ScaleEstimate.inputs(
            [("age", age, "a"), ("creatinine", creatinine, "mg/dL")], unit: "mL/min/{1.73_m2}", source: source)
        if sex == nil { estimate.unknown.append("sex") }
        guard let age, let sex, let creatinine else { return estimate }
        if age < CreatinineClearance.adultAge {
            estimate.findings.append(ScaleFinding("below 18 years the formula is not used: see the bedside Schwartz"))
        } else {
            estimate.value = filtration(age: age, sex: sex, creatinine: creatinine)
        }
        return estimate
    }
}
