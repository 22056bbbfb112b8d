/// Limits beyond which a number must be a slip or in another unit, and what it then may be. They are wide, judge no
/// patient, and are assumed.
struct PatientLimits {
    /// Admitted values.
    let range: ClosedRange<Double>
    /// UCUM unit.
    let unit: String
    /// Whether only whole numbers have a meaning.
    var whole = false
    /// Other units in which the number may have been written, and by what it is then multiplied.
    var others: [(unit: String, factor: Double)] = []

    /// What is expected, in words.
    var words: String { "\(range.lowerBound.shown) to \(range.upperBound.shown) \(unit)" }

    /// What to do about a number outside the limits: a unit in which it would make sense, or a lost decimal point.
    func remedy(_ value: Double) -> String {
        for other in others where range.contains(value * other.factor) {
            return "It looks like \(other.unit); in \(unit) that is \(Self.short(value * other.factor))."
        }
        if !whole, value > range.upperBound, range.contains(value / 10), value / 10 > range.upperBound / 20 {
            return "Did you mean \(Self.short(value / 10))? Check the decimal point and the unit (\(unit))."
        }
        return "Check the number and its unit (\(unit))."
    }

    private static func short(_ value: Double) -> String { ((value * 1000).rounded() / 1000).shown }

    private static let perLitre: [(unit: String, factor: Double)] = [("cells per microlitre", 0.001)]

    /// Of a quantity.
    static func of(_ quantity: Label.Quantity) -> PatientLimits {
        let unit = quantity.unit
        return switch quantity {
        case .age: PatientLimits(range: 0...120, unit: unit)
        case .weight: PatientLimits(range: 1...400, unit: unit, others: [("grams", 0.001)])
        case .priorLines: PatientLimits(range: 0...50, unit: unit, whole: true)
        case .ecog: PatientLimits(range: 0...4, unit: unit, whole: true)
        case .karnofsky: PatientLimits(range: 10...100, unit: unit, whole: true)
        case .creatinineClearance: PatientLimits(range: 1...300, unit: unit)
        case .alt, .ast: PatientLimits(range: 0.01...500, unit: unit)
        case .bilirubin: PatientLimits(range: 0.05...60, unit: unit, others: [("µmol/L", 1 / 17.1)])
        case .ejectionFraction: PatientLimits(range: 5...90, unit: unit, others: [("a share", 100)])
        case .oxygenSaturation: PatientLimits(range: 40...100, unit: unit, others: [("a share", 100)])
        case .neutrophils: PatientLimits(range: 0...100, unit: unit, others: perLitre)
        case .platelets: PatientLimits(range: 0...3000, unit: unit, others: perLitre)
        case .lymphocytes: PatientLimits(range: 0...1000, unit: unit, others: perLitre)
        case .haemoglobin: PatientLimits(range: 2...25, unit: unit, others: [("g/L", 0.1)])
        }
    }

    /// Creatinine in serum.
    static let creatinine = PatientLimits(range: 0.1...25, unit: "mg/dL", others: [("µmol/L", 1 / 88.42)])
    /// Enzymes of the liver, and their upper limits of normal.
    static let enzyme = PatientLimits(range: 1...30_000, unit: "U/L")
    static let enzymeUpperLimit = PatientLimits(range: 10...200, unit: "U/L")
    /// Months from the end of a line to relapse.
    static let months = PatientLimits(range: 0...600, unit: "months")
}
