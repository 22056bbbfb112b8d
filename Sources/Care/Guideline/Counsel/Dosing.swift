/// A dose rule as data, computed for a patient by `dose(for:)`.
enum Dosing: Sendable {
    /// 8 mg/kg, 12 below 30 kg, at most 800 mg; every 8 h; 3 in 24 h and 4 in all.
    case tocilizumab
    /// mg, hours between doses (nil once), how it ends. Children by weight, see `Corticosteroid.dose`.
    case dexamethasone(Double, every: Double?, String?)
    case methylprednisolone(Double, every: Double, String?)
    /// mg/kg.
    case methylprednisolonePerKilogram(Double, every: Double, String?)
    /// mg, hours. Half as often below a creatinine clearance of 30 mL/min.
    case anakinra(Double, every: Double, String?)
    /// By body weight.
    case perKilogram(Plan, Double, cap: Double?)
    /// By body surface.
    case perSquareMetre(Plan, Double)
    /// The same for every adult.
    case fixed(Plan, Double)

    /// What a dose is beside its amount.
    struct Plan: Sendable {
        var drug: String
        var known: Drug?
        var unit = "mg"
        var route: CounselDose.Route
        var minutes = 0.0
        var every: Double?
        var course: String?
        /// Below this creatinine clearance, mL/min, the rule says so.
        var renal: (below: Double, rule: String)?
        /// For children, by weight: mg/kg and the largest dose; nil where no rule is held.
        var child: (perKilogram: Double, cap: Double)?
    }

    /// The drug as hard stops and orders know it.
    var known: Drug? {
        switch self {
        case .tocilizumab: .tocilizumab
        case .dexamethasone: .dexamethasone
        case .methylprednisolone, .methylprednisolonePerKilogram: .methylprednisolone
        case .anakinra: .anakinra
        case .perKilogram(let plan, _, _), .perSquareMetre(let plan, _), .fixed(let plan, _): plan.known
        }
    }
}
