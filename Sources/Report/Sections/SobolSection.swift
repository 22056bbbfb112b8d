/// What explains the differences between patients.
enum SobolSection {
    static func figure(_ figures: SensitivityFigures) -> Figure {
        let rows = figures.outputs.flatMap { output in
            output.drivers.map { driver in
                [
                    output.label, driver.label, driver.kind, share(driver.first), share(driver.total),
                ]
            }
        }
        return Figure(
            id: "sobol", title: "What explains the differences between patients", takeaway: takeaway(figures.outputs),
            note:
                "Share of the variance between virtual patients. Dark bar: first order, what the input explains by itself. "
                + "Light bar with its 95 % interval: total, with all that it does together with others; totals may add up "
                + "to more than 100 %. The greatest twelve; covariates that go together are taken in their independent parts.",
            drawn: !rows.isEmpty,
            table: Table(head: ["Result", "Input", "Kind", "First order (95 % CI)", "Total (95 % CI)"], rows: rows))
    }

    private static func share(_ estimate: SensitivityFigures.Estimate) -> String {
        func text(_ value: Double?) -> String { value.map { String(Words.tenths(100 * $0).drop { $0 == "+" }) } ?? "–" }
        return "\(text(estimate.value)) % (\(text(estimate.low)) to \(text(estimate.high)))"
    }

    private static func takeaway(_ outputs: [SensitivityFigures.Output]) -> String {
        let said = outputs.filter {
            ["crs_grade_3_or_higher", "icans_grade_3_or_higher", "complete_response"].contains($0.name)
        }
        .compactMap { output -> String? in
            let names = output.drivers.prefix(3).map { name($0.label) }
            return names.isEmpty ? nil : "\(output.label): \(Words.list(names))"
        }
        return said.isEmpty ? "No result varies." : "The greatest drivers. " + said.joined(separator: "; ") + "."
    }

    /// A label without its explanation, for a sentence.
    static func name(_ label: String) -> String {
        let parts = label.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, !parts[0].contains(" ") else { return label }
        return "\(parts[1].drop { $0 == " " }) (\(parts[0]))"
    }
}
