import Care
import Foundation
import Therapy

/// The tables that a comparison prints: one for each arm beside the reference.
enum ArmsTable {
    static func text(_ arms: [TrialSetting], _ comparison: ArmComparison, patients: Int) -> String {
        let reference = arms[0].guideline.policy
        let head =
            "\(arms[0].study.title)\n\(patients) virtual patients, seed \(arms[0].seed), the same in every arm; "
            + "\(comparison.infused[0]) infused under \(reference.id)\n"
        let tables = arms.indices.dropFirst().map { arm in
            "\(arms[arm].guideline.policy.id) less \(reference.id)\n"
                + table(comparison, arm, reference: reference.id, policy: arms[arm].guideline.policy.id) + "\n"
        }
        let notes = [
            "Differences are of the same patients with the same luck; 95 % intervals by Newcombe (shares), of the mean "
                + "difference (means), by bootstrap (medians).",
            "only reference, only policy: patients in whom it happened in one arm and not in the other.",
            "Research and education software, not a medical device.",
        ]
        return ([head] + tables + notes).joined(separator: "\n")
    }

    private static func table(_ comparison: ArmComparison, _ arm: Int, reference: String, policy: String) -> String {
        var table = TextTable([
            ("endpoint", .left), ("reference", .right), ("policy", .right), ("difference", .right),
            ("95 % interval", .left), ("only reference", .right), ("only policy", .right),
        ])
        for row in comparison.rows {
            let difference = row.differences[arm - 1]
            table.add([
                row.measure.label, value(row.estimates[0].value, row.measure),
                value(row.estimates[arm].value, row.measure),
                signed(difference.value, difference.unit),
                interval(difference), difference.onlyReference.map(String.init) ?? "",
                difference.onlyArm.map(String.init) ?? "",
            ])
        }
        return table.text
    }

    private static func interval(_ difference: PairedDifference) -> String {
        guard let low = difference.low, let high = difference.high else { return "" }
        let star = difference.excludesZero ? " *" : ""
        return "\(signed(low, difference.unit)) to \(signed(high, difference.unit))\(star)"
    }

    /// A measure's estimate; means that only comparisons have are given more closely than a trial's endpoints.
    private static func value(_ value: Double?, _ measure: ComparedMeasure) -> String {
        guard measure.statistic == .mean, measure.unit != "USD", let value else {
            return TrialTable.value(value, measure.unit)
        }
        let unit = measure.unit.hasPrefix("{") ? "" : " " + measure.unit
        return String(format: value >= 10 ? "%.0f" : "%.2f", value) + unit
    }

    /// A difference with its sign; shares in percentage points.
    static func signed(_ value: Double?, _ unit: String) -> String {
        guard let value else { return "–" }
        let scaled = unit == "1" ? 100 * value : value
        let size = abs(scaled)
        let digits = unit == "USD" || size >= 1000 ? 0 : size >= 10 || unit == "1" && size >= 0.05 ? 1 : 2
        var text = String(format: "%.\(digits)f", size)
        if digits > 0 {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        } else {
            text = Int(size.rounded()).grouped
        }
        return text == "0" ? "0" : (scaled > 0 ? "+" : "−") + text
    }
}
