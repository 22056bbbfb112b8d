import Care
import Report
import Therapy

/// The tables and figures of a sensitivity analysis.
enum SensitivityFiles {
    /// Shares of the variance: one row an output and input.
    static func sobol(_ result: SensitivityAnalysis.Result) -> String {
        var text = "output,input,label,kind,first,first_low,first_high,total,total_low,total_high\n"
        for drivers in result.outputs {
            for driver in drivers.sobol {
                let (first, total) = (driver.index.first, driver.index.total)
                let numbers = [first.value, first.low, first.high, total.value, total.low, total.high].map(number)
                text +=
                    ([drivers.output.rawValue] + words(driver.input.id, driver.input.label, driver.input.kind) + numbers)
                    .joined(separator: ",") + "\n"
            }
        }
        return text
    }

    /// Changes of the mean: one row an output and number.
    static func tornado(_ result: SensitivityAnalysis.Result) -> String {
        var text =
            "output,input,label,kind,unit,low,high,at_low,at_low_low,at_low_high,at_high,at_high_low,at_high_high\n"
        for drivers in result.outputs {
            for bar in drivers.tornado {
                let numbers = [bar.low.value, bar.low.low, bar.low.high, bar.high.value, bar.high.low, bar.high.high]
                let row =
                    [drivers.output.rawValue] + words(bar.lever.id, bar.lever.label, bar.lever.kind) + [bar.lever.unit]
                    + [bar.lever.low, bar.lever.high].map(number) + numbers.map { $0.map(number) ?? "" }
                text += row.joined(separator: ",") + "\n"
            }
        }
        return text
    }

    private static func words(_ id: String, _ label: String, _ kind: SensitivityInput.Kind) -> [String] {
        let quoted = label.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return [id, "\"\(quoted)\"", kind.rawValue]
    }

    private static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "" }
}

extension SensitivityFigures {
    /// Rows of each chart; all are in the files.
    private static let shown = 12

    init(_ analysis: SensitivityAnalysis, _ result: SensitivityAnalysis.Result, command: String) {
        let setting = analysis.setting
        self.init(
            study: .init(
                id: setting.study.id, title: setting.study.title, product: setting.product.definition.shortName,
                disease: setting.study.disease, patients: analysis.runs, seed: setting.seed,
                policy: setting.guideline.policy.title, command: command, sources: setting.study.sources),
            runs: analysis.runs,
            outputs: result.outputs.map { drivers in
                Output(
                    name: drivers.output.rawValue, label: drivers.output.label, isLogarithm: drivers.output.isLogarithm,
                    mean: drivers.mean, drivers: drivers.sobol.prefix(Self.shown).map(Driver.init),
                    bars: drivers.tornado.prefix(Self.shown).map(Bar.init))
            })
    }
}

extension SensitivityFigures.Driver {
    init(_ driver: OutputDrivers.Driver) {
        self.init(
            label: driver.input.label, kind: driver.input.kind.label, first: .init(driver.index.first),
            total: .init(driver.index.total))
    }
}

extension SensitivityFigures.Bar {
    init(_ bar: OutputDrivers.Bar) {
        self.init(
            label: bar.lever.label, kind: bar.lever.kind.label, values: bar.lever.words, low: .init(bar.low),
            high: .init(bar.high))
    }
}

extension SensitivityFigures.Estimate {
    init(_ estimate: IndexEstimate) { self.init(value: estimate.value, low: estimate.low, high: estimate.high) }
    init(_ difference: PairedDifference) {
        self.init(value: difference.value, low: difference.low, high: difference.high)
    }
}
