import Care
import Therapy

/// Units that fields of a study are kept in.
enum Units {
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
