/// Checks criteria against what is known of a patient. What is unknown blocks, and is named.
public enum Eligibility {
    /// - Parameters:
    ///   - criteria: what is asked for.
    ///   - productVersion: the definition used, as `name@version`.
    ///   - value: a quantity's value, or nil if unknown.
    public static func assess(
        _ criteria: [Criterion], productVersion: String, value: (Criterion.Quantity) -> Double?
    ) -> EligibilityAssessment {
        let reasons = criteria.compactMap { criterion -> String? in
            let name = criterion.quantity.rawValue
            guard let value = value(criterion.quantity), value.isFinite else { return "\(name) is unknown" }
            if let least = criterion.atLeast, value < least {
                return "\(name) \(value) is below \(least) \(criterion.unit) (\(criterion.source))"
            }
            if let most = criterion.atMost, value > most {
                return "\(name) \(value) is above \(most) \(criterion.unit) (\(criterion.source))"
            }
            return nil
        }
        return EligibilityAssessment(eligible: reasons.isEmpty, reasons: reasons, productVersion: productVersion)
    }
}
