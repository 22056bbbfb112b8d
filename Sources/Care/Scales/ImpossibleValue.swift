/// A value that no patient can have: another unit, or a slip. A scale refuses it rather than grade it.
public struct ImpossibleValue: Error, Equatable, CustomStringConvertible {
    /// The input of the scale.
    public var quantity: String
    /// What was given.
    public var value: Double
    /// The unit it is to be in, UCUM.
    public var unit: String
    /// The values that are taken.
    public var admitted: ClosedRange<Double>

    /// What was wrong and what would be right.
    public var description: String {
        let (low, high) = (admitted.lowerBound, admitted.upperBound)
        let right =
            high == .greatestFiniteMagnitude
            ? (low > 0 ? "it is above 0" : "it is 0 or more") : "between \(low.plain) and \(high.plain) is"
        return "\(quantity) \(value.plain) is not possible in \(unit): \(right)"
    }

    /// Refuses a known value outside the limits; NaN too.
    static func check(
        _ quantity: String, _ value: Double?, _ admitted: ClosedRange<Double>, _ unit: String
    ) throws(ImpossibleValue) {
        guard let value, !admitted.contains(value) else { return }
        throw ImpossibleValue(quantity: quantity, value: value, unit: unit, admitted: admitted)
    }

    /// The same with the limits that a journal entry has.
    static func check(_ analyte: Analyte, _ value: Double?) throws(ImpossibleValue) {
        try check(analyte.rawValue, value, analyte.plausible, analyte.unit)
    }

    /// Not below zero, and a number.
    static func check(notNegative quantity: String, _ value: Double?, _ unit: String) throws(ImpossibleValue) {
        try check(quantity, value, 0...Double.greatestFiniteMagnitude, unit)
    }

    /// Above zero, and a number: for divisors and limits of normal.
    static func check(positive quantity: String, _ value: Double?, _ unit: String) throws(ImpossibleValue) {
        try check(quantity, value, Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude, unit)
    }
}
