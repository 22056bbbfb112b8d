import Care
import Therapy

/// UCUM codes that the catalogue's files use.
enum Units {
    /// All that a free parameter may carry. A code that is not here is a slip, or is added here with its first use.
    static let known: Set<String> = [
        "1", "%", "a", "mo", "wk", "d", "h", "min", "s", "1/a", "1/d", "1/h", "1/min", "/d", "/h",
        "kg", "g", "mg", "ug", "ng", "pg", "mg/kg", "mg/m2", "ug/kg", "g/kg", "cm", "m2",
        "L", "mL", "uL", "L/d", "mL/d", "L/h", "mL/min", "mL/min/{1.73_m2}", "L/kg", "mL/kg", "L/h/kg", "L/d/kg",
        "g/L", "g/dL", "mg/L", "mg/dL", "ug/L", "ug/mL", "ng/mL", "pg/mL", "U/L", "mg.h/L", "ug.h/mL",
        "umol/L", "nmol/L", "pmol/L", "mmol/L", "pg/mL/d", "mg/L/d", "g/L/d", "g/d", "mg/d", "mg/h",
        "10*6", "10*9", "10*9/L", "10*6/kg", "10*6/L", "10*6/d", "10*9/L/d", "L/(10*9.d)",
        "{cells}", "{cells}/uL", "{cells}/mL", "{cells}/L", "{cells}/d", "1/{cells}", "1/({cells}.d)",
        "d.{cells}/uL", "{copies}", "{copies}/{cell}", "{copies}/ug", "Cel", "mm[Hg]", "USD",
    ]

    /// The unit of each quantity that a criterion may look at.
    static func unit(of quantity: Criterion.Quantity) -> String {
        switch quantity {
        case .age: "a"
        case .ecog, .priorLines: "1"
        case .creatinineClearance: "mL/min/{1.73_m2}"
        case .lymphocytes, .neutrophils, .platelets: "10*9/L"
        case .haemoglobin: "g/dL"
        }
    }
}
