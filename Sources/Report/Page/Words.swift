import Foundation

/// Numbers as people write them.
enum Words {
    /// Three significant digits, thousands grouped; `–` for nothing.
    static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "–" }
        let size = abs(value)
        if size >= 1e7 || (size > 0 && size < 1e-3) {
            return String(format: "%.2e", value).replacingOccurrences(of: "-", with: "−")
        }
        let digits = size >= 100 || value == value.rounded() ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
        var text = String(format: "%.\(digits)f", size)
        if digits > 0 {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return (value < 0 ? "−" : "") + grouped(text)
    }

    /// A share in per cent.
    static func percent(_ share: Double?) -> String {
        guard let share, share.isFinite else { return "–" }
        let value = share * 100
        return String(format: value == value.rounded() || value >= 10 ? "%.0f" : "%.1f", value) + " %"
    }

    /// A value in its unit; unit `1` is a rate.
    static func value(_ value: Double?, _ unit: String) -> String {
        guard let value, value.isFinite else { return "–" }
        let times = unit.hasPrefix("10") ? "× " : ""
        return unit == "1" ? percent(value) : "\(number(value)) \(times)\(Words.unit(unit))"
    }

    /// An estimate with its interval, where there is one.
    static func estimate(_ value: Double?, _ low: Double?, _ high: Double?, _ unit: String) -> String {
        guard let low, let high, low.isFinite, high.isFinite else { return Words.value(value, unit) }
        let ends = unit == "1" ? [low * 100, high * 100] : [low, high]
        let text = unit == "1" ? ends.map { String(format: "%.0f", $0) } : ends.map { number($0) }
        return "\(Words.value(value, unit)) (\(text[0]) to \(text[1]))"
    }

    /// A cost.
    static func dollars(_ value: Double) -> String {
        value.isFinite ? "$" + grouped(String(format: "%.0f", abs(value))) : "–"
    }

    /// A UCUM unit as people write it: `d` is days, `d.{cells}/uL` is d·cells/µL.
    static func unit(_ unit: String) -> String {
        guard unit != "d" else { return "days" }
        return unit.filter { $0 != "{" && $0 != "}" }
            .replacingOccurrences(of: "uL", with: "µL").replacingOccurrences(of: "ug", with: "µg")
            .replacingOccurrences(of: ".", with: "·")
    }

    /// `one, two and three`.
    static func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `1 patient`, `2 patients`.
    static func count(_ n: Int, _ noun: String) -> String { "\(grouped(String(n))) \(noun)\(n == 1 ? "" : "s")" }

    private static func grouped(_ digits: String) -> String {
        let parts = digits.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, whole.count > 4 else { return digits }
        var out = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { out += "," }
            out.append(digit)
        }
        return parts.count > 1 ? out + "." + parts[1] : out
    }
}
