import Foundation

extension Words {
    /// A number with its sign, three significant digits; zero has none, nor what rounds to it.
    static func signed(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "–" }
        if abs(value) < 0.0005 { return "0" }
        return (value > 0 ? "+" : "") + number(value)
    }

    /// A difference with its interval: rates in percentage points, everything else in its unit.
    static func difference(_ value: Double?, _ low: Double?, _ high: Double?, _ unit: String) -> String {
        guard let value, value.isFinite else { return "–" }
        let scale = unit == "1" ? 100.0 : 1
        let name = unit == "1" ? "points" : Words.unit(unit)
        func text(_ value: Double) -> String {
            unit == "1" ? tenths(value * scale) : signed(value)
        }
        guard let low, let high, low.isFinite, high.isFinite else { return "\(text(value)) \(name)" }
        return "\(text(value)) \(name) (\(text(low)) to \(text(high)))"
    }

    /// One decimal, with the sign; two where one would hide a number that is not zero.
    static func tenths(_ value: Double) -> String {
        let hundredths = (value * 100).rounded() / 100
        if abs(value) < 0.05, hundredths != 0 { return (value > 0 ? "+" : "−") + String(format: "%.2f", abs(value)) }
        let rounded = (value * 10).rounded() / 10
        if rounded == 0 { return "0" }
        return (rounded > 0 ? "+" : "−") + String(format: "%.1f", abs(rounded))
    }
}
