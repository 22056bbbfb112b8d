/// Policies compared in the same virtual patients.
enum ArmSection {
    static func figure(_ figures: TrialFigures) -> Figure? {
        guard let arms = figures.arms, let reference = arms.arms.first else { return nil }
        let rows = arms.arms.indices.dropFirst().flatMap { arm in
            arms.rows.map { row($0, arms, arm) }
        }
        return Figure(
            id: "arms", title: "Policies compared", takeaway: takeaway(arms),
            note:
                "Difference from “\(reference.title)” in the same virtual patients, with the 95 % interval of pairs; left of "
                + "zero is less often. The chart shows the rates that differ in at least one patient. All other figures of "
                + "this page are of the reference.",
            drawn: arms.rows.contains(where: \.isDrawn),
            table: Table(
                head: [
                    "Policy", "Endpoint", "Difference (95 % CI)", "Reference", "This policy",
                    "Only under the reference",
                    "Only under this policy", "Patients compared",
                ], rows: rows, open: true))
    }

    private static func row(_ row: TrialFigures.ComparedRow, _ arms: TrialFigures.Arms, _ arm: Int) -> [String] {
        let difference = row.differences[arm - 1]
        return [
            arms.arms[arm].name, row.label,
            Words.difference(difference.value, difference.low, difference.high, row.unit),
            Words.value(row.values[0], row.unit), Words.value(row.values[arm], row.unit),
            difference.onlyReference.map(String.init) ?? "", difference.onlyArm.map(String.init) ?? "",
            "\(difference.pairs)",
        ]
    }

    /// For each policy, the results that differ the most and beyond what the number of patients leaves open. What the
    /// policy itself orders is no result.
    private static func takeaway(_ arms: TrialFigures.Arms) -> String {
        let said = arms.arms.indices.dropFirst().map { arm in
            let clear = arms.rows
                .filter { $0.unit == "1" && !$0.name.hasSuffix("_use") && $0.differences[arm - 1].excludesZero }
                .map { ($0.label, $0.differences[arm - 1].value ?? 0) }
                .sorted { abs($0.1) > abs($1.1) }
            let name = "“\(arms.arms[arm].title)”"
            guard !clear.isEmpty else { return "\(name) changes no result beyond its interval" }
            let parts = clear.prefix(3).map { "\($0.0) by \(Words.tenths(100 * $0.1)) points" }
            return "\(name) changes \(Words.list(parts))"
        }
        return said.joined(separator: "; ") + "."
    }
}
