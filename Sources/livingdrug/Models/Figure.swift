import Foundation

/// Numbers for people.
enum Figure {
    /// Four significant digits: 1374, 0.01234, 1.64e10.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        let parts = formatted("%.4g", value).lowercased().split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return String(parts[0]) }
        return "\(parts[0])e\(exponent)"
    }

    /// A deviation in percent with its sign: +0.3 %.
    static func percent(_ share: Double) -> String {
        let value = 100 * share
        if value.magnitude < 0.005 { return "0 %" }
        if value.magnitude >= 1_000 { return (value < 0 ? "" : "+") + text(value) + " %" }
        return formatted(value.magnitude < 0.1 ? "%+.2f" : "%+.1f", value) + " %"
    }

    private static func formatted(_ format: String, _ value: Double) -> String {
        String(format: format, locale: Locale(identifier: "en_US_POSIX"), value)
    }
}
