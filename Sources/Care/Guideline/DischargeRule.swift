/// When a patient may go home after the infusion. That there is no CRS, no ICANS, no oxygen, no vasopressor and no running
/// corticosteroid is asked by every rule.
public struct DischargeRule: Codable, Sendable, Equatable {
    /// First day from infusion; nil for the stay that the study plans.
    public var earliestDay: Double?
    /// Hours without fever.
    public var feverFreeHours: Double
    /// Hours since the last signs of ICANS.
    public var icansFreeHours: Double

    /// Makes a rule.
    public init(earliestDay: Double? = nil, feverFreeHours: Double = 24, icansFreeHours: Double = 0) {
        self.earliestDay = earliestDay
        self.feverFreeHours = feverFreeHours
        self.icansFreeHours = icansFreeHours
    }

    /// A day without fever, and no ICANS at the moment (assumed; centres differ).
    public static let usual = DischargeRule()
}
