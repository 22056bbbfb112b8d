/// Glomerular filtration of a child, bedside Schwartz (2009, J Am Soc Nephrol 20:629): 0.413 · height / creatinine,
/// mL/min/1.73 m². Made with children of 1 to 16 years with kidney disease and an enzymatic creatinine; used to 18 years.
public enum BedsideSchwartz {
    /// Where the formula stands.
    public static let source = ScaleSource(
        "bedside Schwartz 2009, J Am Soc Nephrol 20:629", .read, "abstract, which states the formula")
    /// Ages at which it is used, years: from 1 to below 18.
    public static let ages = 1.0..<18.0

    /// Filtration, mL/min/1.73 m², from height (cm) and creatinine (mg/dL).
    public static func filtration(height: Double, creatinine: Double) -> Double { 0.413 * height / creatinine }

    /// The filtration with what it rests on; without a value outside 1 to 18 years.
    public static func assess(
        age: Double?, height: Double?, creatinine: Double?
    ) throws(ImpossibleValue) -> ScaleEstimate {
        try ImpossibleValue.check("age", age, 0...120, "a")
        try ImpossibleValue.check("height", height, 30...260, "cm")
        try ImpossibleValue.check(.creatinine, creatinine)
        try ImpossibleValue.check(positive: "creatinine", creatinine, "mg/dL")
        var estimate = ScaleEstimate.inputs(
            [("age", age, "a"), ("height", height, "cm"), ("creatinine", creatinine, "mg/dL")],
            unit: "mL/min/{1.73_m2}", source: source)
        guard let age, let height, let creatinine else { return estimate }
        if ages.contains(age) {
            estimate.value = filtration(height: height, creatinine: creatinine)
        } else {
            estimate.findings.append(ScaleFinding("the formula is for 1 to 18 years"))
        }
        return estimate
    }
}
