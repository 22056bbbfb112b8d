/// Strength of corticosteroids, and their doses for children.
public enum Corticosteroid {
    /// mg of dexamethasone that 1 mg of methylprednisolone is worth: 0.75 to 4 (from memory, high confidence).
    public static let methylprednisoloneEquivalence = 0.75 / 4

    /// Age below which doses go by weight, a.
    static let adultAge = 18.0

    /// mg of dexamethasone equivalent in an amount.
    public static func dexamethasoneEquivalent(_ drug: Drug, milligrams: Double) -> Double {
        milligrams * (drug == .methylprednisolone ? methylprednisoloneEquivalence : 1)
    }

    /// One dose for this patient, mg. Children get at most 0.5 mg/kg of dexamethasone, and of methylprednisolone at most
    /// 30 mg/kg a day where the adult dose is 500 mg or more a day, else 2 mg/kg a day; never more than an adult.
    /// The first two as in guidance for children (Mahadeo 2019, Nat Rev Clin Oncol 16:45; from memory, unverified), the
    /// last as in the US label of tisagenlecleucel (2 mg/kg a day; from memory, unverified).
    public static func dose(
        _ drug: Drug, adult milligrams: Double, intervalHours: Double, age: Double, weight: Double
    ) -> Double {
        guard age < adultAge else { return milligrams }
        let perDay = 24 / intervalHours
        let limit =
            switch drug {
            case .methylprednisolone: (milligrams * perDay >= 500 ? 30 : 2) * weight / perDay
            default: 0.5 * weight
            }
        return min(milligrams, rounded(limit))
    }

    /// To a tenth of a mg, down: what is a limit stays one.
    private static func rounded(_ milligrams: Double) -> Double { (milligrams * 10 + 1e-9).rounded(.down) / 10 }
}
