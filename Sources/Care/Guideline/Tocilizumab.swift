/// The dose rules of tocilizumab for CRS: 8 mg/kg over 1 h from 30 kg, 12 mg/kg below, 800 mg at the most; again after
/// 8 h if there is no improvement; three doses in 24 h and four in all (US label of tisagenlecleucel; ASCO 2021).
public enum Tocilizumab {
    /// Largest dose, mg.
    public static let cap = 800.0
    /// Weight from which 8 mg/kg is given, kg.
    public static let adultWeight = 30.0
    /// Hours between doses.
    public static let interval = 8.0
    /// Doses in 24 h.
    public static let dailyLimit = 3
    /// Doses in all.
    public static let totalLimit = 4

    /// One dose in mg for this body weight in kg. No policy's dose goes above the cap.
    public static func dose(weight: Double, _ dose: TocilizumabDose = .usual) -> Double {
        let perKilogram = weight < adultWeight ? dose.milligramsPerKilogramBelow30 : dose.milligramsPerKilogram
        return min(cap, dose.largest, weight * perKilogram)
    }

    /// Why no dose may be given now; nil if one may.
    public static func refusal(after given: [Instant], at instant: Instant) -> String? {
        if given.count >= totalLimit { return "\(totalLimit) doses have been given, the most allowed" }
        if let last = given.last, instant.hours(since: last) < interval {
            return "the last dose was less than \(Int(interval)) h ago"
        }
        if given.filter({ instant.hours(since: $0) < 24 }).count >= dailyLimit {
            return "\(dailyLimit) doses were given within 24 h, the most allowed"
        }
        return nil
    }
}

/// The dose of tocilizumab, where a policy gives another than usual.
public struct TocilizumabDose: Codable, Sendable, Equatable {
    /// mg/kg from 30 kg.
    public var milligramsPerKilogram: Double
    /// mg/kg below 30 kg.
    public var milligramsPerKilogramBelow30: Double
    /// Largest dose, mg.
    public var largest: Double

    /// Makes a dose.
    public init(milligramsPerKilogram: Double, milligramsPerKilogramBelow30: Double, largest: Double) {
        self.milligramsPerKilogram = milligramsPerKilogram
        self.milligramsPerKilogramBelow30 = milligramsPerKilogramBelow30
        self.largest = largest
    }

    /// 8 mg/kg, 12 mg/kg below 30 kg, at most 800 mg.
    public static let usual = TocilizumabDose(
        milligramsPerKilogram: 8, milligramsPerKilogramBelow30: 12, largest: Tocilizumab.cap)
}
