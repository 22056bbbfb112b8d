/// How an endpoint differs between two arms that ran in the same virtual patients: the arm less the reference.
public struct PairedDifference: Codable, Sendable, Equatable {
    /// How the interval was made.
    public enum Method: String, Codable, Sendable {
        /// Of a share: Newcombe 1998, method 10
        case newcombe
        /// Of a mean: the mean of the patients' differences, normal approximation
        case pairedMean
        /// Of a median: patients drawn again, both arms together
        case pairedBootstrap
    }

    /// The difference; nil if nobody can be compared.
    public var value: Double?
    /// Lower 95 % limit.
    public var low: Double?
    /// Upper 95 % limit.
    public var high: Double?
    /// UCUM unit; "1" for the difference of two shares.
    public var unit: String
    /// Patients in whom both arms can be judged. Of a median: in whom either can.
    public var pairs: Int
    /// Of a share: patients with the event under the reference only.
    public var onlyReference: Int?
    /// Of a share: patients with the event in this arm only.
    public var onlyArm: Int?
    /// How the interval was made.
    public var method: Method

    /// Whether the interval leaves zero out.
    public var excludesZero: Bool {
        guard let low, let high else { return false }
        return low > 0 || high < 0
    }
}

extension PairedDifference {
    /// Of a share: values are 0, 1, or not a number where the patient cannot be judged.
    static func share(_ reference: [Double], _ arm: [Double], unit: String) -> PairedDifference {
        var counts = (both: 0, reference: 0, arm: 0, neither: 0)
        for (a, b) in zip(reference, arm) where !a.isNaN && !b.isNaN {
            switch (a > 0.5, b > 0.5) {
            case (true, true): counts.both += 1
            case (true, false): counts.reference += 1
            case (false, true): counts.arm += 1
            case (false, false): counts.neither += 1
            }
        }
        let difference = PairedProportion(
            both: counts.both, onlyFirst: counts.reference, onlySecond: counts.arm, neither: counts.neither)
        return PairedDifference(
            value: difference?.value, low: difference?.low, high: difference?.high, unit: unit,
            pairs: counts.both + counts.reference + counts.arm + counts.neither, onlyReference: counts.reference,
            onlyArm: counts.arm, method: .newcombe)
    }

    /// Of a mean.
    static func mean(_ reference: [Double], _ arm: [Double], unit: String) -> PairedDifference {
        let differences = zip(reference, arm).map { $1 - $0 }.filter { !$0.isNaN }
        let estimate = MeanEstimate(differences)
        return PairedDifference(
            value: estimate?.value, low: estimate?.low, high: estimate?.high, unit: unit, pairs: differences.count,
            method: .pairedMean)
    }
}
