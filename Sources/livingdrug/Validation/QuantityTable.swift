import Foundation
import Therapy

/// Quantities beside their targets, for a terminal.
enum QuantityTable {
    static func text(_ results: [QuantityResult]) -> String {
        var table = TextTable([
            ("no.", .right), ("quantity", .left), ("simulated", .right), ("95 % interval", .left), ("target", .left),
            ("holds", .left), ("", .left),
        ])
        for result in results {
            let quantity = result.quantity
            table.add([
                "\(quantity.number)", quantity.what, value(result.simulated?.value, quantity),
                interval(result.simulated?.low, result.simulated?.high, quantity), target(quantity),
                result.holds.map { $0 ? "yes" : "NO" } ?? "–", marks(result),
            ])
        }
        return "Quantities\n\n" + table.text + "\n\n"
            + "F parameters were fitted to it, or to something like it; A arithmetic on published inputs, not counted"
    }

    /// The target as its rule reads it.
    static func target(_ quantity: Quantity) -> String {
        let (low, high) = quantity.targetLimits
        switch quantity.rule {
        case .higher: return "> \(value(low, quantity))"
        case .lower: return "< \(value(high, quantity))"
        default: break
        }
        let limits =
            low == nil
            ? "≤ \(value(high, quantity))"
            : high == nil ? "≥ \(value(low, quantity))" : interval(low, high, quantity)
        guard quantity.target.value != nil else { return limits }
        return "\(value(quantity.target.value, quantity)) (\(limits))"
    }

    private static func value(_ number: Double?, _ quantity: Quantity) -> String {
        guard let number else { return "–" }
        if quantity.rule == .proportion { return TrialTable.value(number, "1") }
        return quantity.unit == "1" ? significant(number) : "\(significant(number)) \(quantity.unit)"
    }

    private static func interval(_ low: Double?, _ high: Double?, _ quantity: Quantity) -> String {
        guard let low, let high else { return "" }
        if quantity.rule == .proportion { return TrialTable.interval(low, high, "1") }
        return "\(significant(low)) to \(significant(high))"
    }

    /// Three significant digits.
    private static func significant(_ number: Double) -> String {
        guard number.isFinite, number.magnitude >= 1e-3 else { return number.isNaN ? "–" : "0" }
        let places = max(0, 2 - Int(log10(number.magnitude).rounded(.down)))
        var text = String(format: "%.\(places)f", number)
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return text
    }

    private static func marks(_ result: QuantityResult) -> String {
        var marks: [String] = []
        if result.quantity.fitted { marks.append("F") }
        if result.quantity.measure.basis == .arithmetic { marks.append("A") }
        if result.quantity.verification == .unverified { marks.append("*") }
        if let reason = result.reason { marks.append("not simulated: \(reason)") }
        return marks.joined(separator: " ")
    }
}
