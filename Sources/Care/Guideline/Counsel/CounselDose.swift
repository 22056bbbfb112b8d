/// A dose computed for this patient.
public struct CounselDose: Codable, Sendable, Equatable {
    /// How it is given.
    public enum Route: String, Codable, Sendable, CaseIterable {
        /// Into a vein; under the skin; either; by mouth; into the cerebrospinal fluid
        case intravenous, subcutaneous, intravenousOrSubcutaneous, oral, oralOrIntravenous, intrathecal

        /// In words.
        public var words: String {
            switch self {
            case .intravenous: "IV"
            case .subcutaneous: "SC"
            case .intravenousOrSubcutaneous: "SC or IV"
            case .oral: "by mouth"
            case .oralOrIntravenous: "by mouth or IV"
            case .intrathecal: "intrathecal"
            }
        }
    }

    /// Name of the drug.
    public var drug: String
    /// One dose, in `unit`; nil where it cannot be computed, `unknown` says why.
    public var amount: Double?
    /// Unit, UCUM.
    public var unit: String
    /// How the amount comes about (for example `8 mg/kg × 100 kg, at most 800 mg`).
    public var calculation: String
    /// How it is given.
    public var route: Route
    /// Length of the infusion, minutes; 0 for a bolus or a tablet.
    public var minutes: Double
    /// Hours between doses; nil for a single one.
    public var intervalHours: Double?
    /// Doses given so far, and the most allowed; nil where nobody limits them.
    public var given: Int?
    /// Most doses in all.
    public var maximum: Int?
    /// Doses left.
    public var left: Int? { maximum.map { max(0, $0 - (given ?? 0)) } }
    /// How long, and how it ends.
    public var course: String?
    /// Rules that changed the dose, or would (weight, age, kidney).
    public var rules: [String]
    /// What was not known.
    public var unknown: [String]

    /// In one line: what, how much, how, how often.
    public var words: String {
        var parts = [drug]
        parts.append(amount.map { "\(plain($0)) \(unit == "ug" ? "µg" : unit)" } ?? "dose not computed")
        parts.append(route.words)
        if minutes > 0 { parts.append("over \(plain(minutes)) min") }
        if let intervalHours { parts.append("every \(plain(intervalHours)) h") }
        if let course { parts.append(course) }
        return parts.joined(separator: " ")
    }

    private enum CodingKeys: String, CodingKey {
        case drug, amount, unit, calculation, route, minutes, intervalHours, given, maximum, course, rules, unknown
    }
}
