/// A quantity that a recommendation can hang on.
public enum Measure: String, Codable, Sendable, CaseIterable {
    /// Grades: CRS, ICANS; IEC-HS and haematotoxicity (ICAHT) only where somebody graded them
    case crsGrade, icansGrade, iecHSGrade, icahtGrade
    /// Days from infusion; days from the start of lymphodepletion
    case day, daysFromLymphodepletion
    /// Hours that CRS of any grade has lasted; hours from infusion to its onset
    case hoursOfCRS, hoursToCRS
    /// Doses of tocilizumab so far; hours since the last; hours on a corticosteroid for toxicity
    case tocilizumabDoses, hoursSinceTocilizumab, hoursOnCorticosteroid
    /// Fluid boluses in 24 h; vasopressors running; oxygen saturation, %; mean arterial pressure, mmHg; temperature, °C
    case fluidBoluses, vasopressors, saturation, arterialPressure, temperature
    /// Blood count
    case neutrophils, platelets, haemoglobin, whiteCells, cd4
    /// Proteins and inflammation
    case immunoglobulinG, ferritin, fibrinogen, triglycerides, dDimer
    /// Organs and salts
    case creatinineClearance, alt, bilirubin, potassium, phosphate, calcium, uricAcid
    /// Days of neutrophils at or below 0.5 × 10⁹/L
    case daysOfNeutropenia
    /// Days since the last immunoglobulin
    case daysSinceImmunoglobulin
    /// Age, a; days from the change of the US labels on 2025-06-26 to the infusion
    case age, daysFromLabelChange

    /// Name and unit for people.
    public var words: (name: String, unit: String) {
        switch self {
        case .crsGrade: ("CRS grade", "")
        case .icansGrade: ("ICANS grade", "")
        case .iecHSGrade: ("IEC-HS grade", "")
        case .icahtGrade: ("ICAHT grade", "")
        case .day: ("day", "from infusion")
        case .daysFromLymphodepletion: ("day", "from the start of lymphodepletion")
        case .hoursOfCRS: ("CRS for", "h")
        case .hoursToCRS: ("CRS began", "h after infusion")
        case .tocilizumabDoses: ("tocilizumab doses given:", "")
        case .hoursSinceTocilizumab: ("last tocilizumab", "h ago")
        case .hoursOnCorticosteroid: ("corticosteroid for", "h")
        case .fluidBoluses: ("fluid boluses in 24 h:", "")
        case .vasopressors: ("vasopressors running:", "")
        case .saturation: ("oxygen saturation", "%")
        case .arterialPressure: ("mean arterial pressure", "mmHg")
        case .temperature: ("temperature", "°C")
        case .neutrophils: ("neutrophils", "× 10⁹/L")
        case .platelets: ("platelets", "× 10⁹/L")
        case .haemoglobin: ("haemoglobin", "g/dL")
        case .whiteCells: ("white cells", "× 10⁹/L")
        case .cd4: ("CD4 count", "/µL")
        case .immunoglobulinG: ("IgG", "g/L")
        case .ferritin: ("ferritin", "ng/mL")
        case .fibrinogen: ("fibrinogen", "mg/dL")
        case .triglycerides: ("triglycerides", "mg/dL")
        case .dDimer: ("D-dimer", "mg/L")
        case .creatinineClearance: ("creatinine clearance", "mL/min")
        case .alt: ("ALT", "U/L")
        case .bilirubin: ("bilirubin", "mg/dL")
        case .potassium: ("potassium", "mmol/L")
        case .phosphate: ("phosphate", "mg/dL")
        case .calcium: ("calcium", "mg/dL")
        case .uricAcid: ("uric acid", "mg/dL")
        case .daysOfNeutropenia: ("neutrophils ≤0.5 × 10⁹/L for", "d")
        case .daysSinceImmunoglobulin: ("last immunoglobulin", "d ago")
        case .age: ("age", "a")
        case .daysFromLabelChange: ("infused", "days after the US labels changed on 2025-06-26")
        }
    }

    /// Whether it is part of a blood count.
    private var isCount: Bool {
        switch self {
        case .neutrophils, .platelets, .haemoglobin, .whiteCells: true
        default: false
        }
    }

    /// Hours for which a value speaks for the patient; nil for as long as no newer one is there. Assumed: what is asked
    /// for daily counts for three days, blood counts a month once the first month is over, what is asked for at visits
    /// half a year.
    func validHours(day: Double?) -> Double? {
        if isCount, let day, day > 30 { return 24 * 31 }
        return validHours
    }

    private var validHours: Double? {
        switch self {
        case .saturation, .arterialPressure, .temperature, .vasopressors: 24
        case .neutrophils, .platelets, .haemoglobin, .whiteCells, .ferritin, .fibrinogen, .triglycerides, .dDimer,
            .creatinineClearance, .alt, .bilirubin, .potassium, .phosphate, .calcium, .uricAcid:
            72
        case .iecHSGrade, .icahtGrade: 72
        case .immunoglobulinG: 24 * 100
        case .cd4: 24 * 190
        default: nil
        }
    }
}
