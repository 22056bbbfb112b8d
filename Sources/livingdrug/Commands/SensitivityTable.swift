import Care
import Foundation
import Therapy

/// The table that a sensitivity analysis prints: the greatest drivers of each result.
enum SensitivityTable {
    private static let shown = 5

    static func text(_ analysis: SensitivityAnalysis, _ result: SensitivityAnalysis.Result, seconds: Double) -> String {
        let setting = analysis.setting
        let head =
            "\(setting.study.title)\nWhat drives each result; policy \(setting.guideline.policy.id), seed \(setting.seed), "
            + "\(analysis.runs.grouped) virtual patients in \(seconds.formatted) s\n"
        var blocks: [String] = []
        for drivers in result.outputs {
            guard !drivers.sobol.isEmpty else {
                blocks.append("\(drivers.output.label): does not vary\n")
                continue
            }
            blocks.append("\(drivers.output.label)\(mean(drivers))\n\(sobol(drivers))\n\n\(tornado(drivers))\n")
        }
        let notes = [
            "first: share of the differences between patients that the input explains by itself; total: with all that it "
                + "does together with others.",
            "10th, 90th: change of the cohort's result with the number held there in every patient, all else as before "
                + "(points, or times).",
            "Research and education software, not a medical device.",
        ]
        return ([head] + blocks + notes).joined(separator: "\n")
    }

    private static func mean(_ drivers: OutputDrivers) -> String {
        guard let mean = drivers.mean else { return "" }
        return drivers.output.isLogarithm
            ? ", geometric mean \(String(format: "%.3g", pow(10, mean)))" : ", \(String(format: "%.1f", 100 * mean)) %"
    }

    private static func sobol(_ drivers: OutputDrivers) -> String {
        var table = TextTable([
            ("explained by", .left), ("total", .right), ("95 % interval", .left), ("first", .right),
            ("95 % interval", .left),
        ])
        for driver in drivers.sobol.prefix(shown) {
            let (first, total) = (driver.index.first, driver.index.total)
            table.add([
                short(driver.input.label), share(total.value), "\(share(total.low)) to \(share(total.high))",
                share(first.value), "\(share(first.low)) to \(share(first.high))",
            ])
        }
        return table.text
    }

    private static func tornado(_ drivers: OutputDrivers) -> String {
        var table = TextTable([
            ("number held", .left), ("10th and 90th percentile", .left), ("10th", .right), ("90th", .right),
        ])
        for bar in drivers.tornado.prefix(shown) {
            table.add([
                short(bar.lever.label), bar.lever.words, change(bar.low.value, drivers.output),
                change(bar.high.value, drivers.output),
            ])
        }
        return table.text
    }

    private static func share(_ value: Double) -> String { String(format: "%.1f %%", 100 * value) }

    private static func change(_ value: Double?, _ output: SensitivityOutput) -> String {
        guard let value else { return "–" }
        return output.isLogarithm ? String(format: "×%.2f", pow(10, value)) : ArmsTable.signed(value, "1")
    }

    private static func short(_ label: String) -> String { label.count <= 56 ? label : label.prefix(55) + "…" }
}

extension TornadoLever {
    /// The two values with their unit, for people.
    var words: String {
        if id == "patient.sex" { return low == high ? "men" : "men and women" }
        let name = unit.filter { $0 != "{" && $0 != "}" }
        let text = "\(Self.short(low)) and \(Self.short(high))"
        return name == "1" || name.isEmpty ? text : "\(text) \(name)"
    }

    private static func short(_ value: Double) -> String {
        let size = abs(value)
        let text = String(format: size >= 1000 && size < 1e7 ? "%.0f" : "%.3g", size)
        return value < 0 ? "−" + text : text
    }
}
