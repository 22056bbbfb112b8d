import Therapy

/// What `validate` prints: studies, quantities and policies beside what was published, then how many agree.
enum ValidationTable {
    static func text(_ report: ValidationReport) -> String {
        var parts = report.comparisons.map(table) + [notes]
        if !report.found.isEmpty { parts.append(QuantityTable.text(report.found)) }
        if !report.policyResults.isEmpty { parts.append(PolicyTable.text(report.policyResults)) }
        parts += [counts(report.summary), "Research and education software, not a medical device."]
        return parts.joined(separator: "\n\n")
    }

    private static func table(_ study: StudyComparison) -> String {
        var table = TextTable([
            ("endpoint", .left), ("simulated", .right), ("95 % interval", .left), ("published", .right),
            ("95 % interval", .left), ("n", .right), ("inside", .left), ("", .left),
        ])
        for row in study.endpoints {
            let unit = row.name.unit
            table.add([
                row.name.label(of: row.simulated.analysisSet), TrialTable.value(row.simulated.value, unit),
                TrialTable.interval(row.simulated.low, row.simulated.high, unit),
                TrialTable.value(row.published.value, unit),
                TrialTable.interval(row.interval.low, row.interval.high, unit), "\(row.published.n)",
                row.isInside ? "yes" : "NO", marks(row),
            ])
        }
        let agreement = study.agreement
        var head =
            "\(study.title)\n\(study.role.words); \(study.patients) virtual patients, \(study.infused) infused; "
            + "\(agreement.agreeing) of \(agreement.compared) inside"
        if study.failures > 0 { head += "; \(study.failures) left out for numerical failure" }
        return head + "\n\n" + table.text
    }

    private static func marks(_ row: EndpointComparison) -> String {
        var marks: [String] = []
        if let scale = row.published.scale { marks.append("(\(scale))" + (row.scaleDiffers ? " ‡" : "")) }
        if row.interval.basis == .assumedSpread { marks.append("†") }
        if row.published.verification == .unverified { marks.append("*") }
        return marks.joined(separator: " ")
    }

    private static let notes = """
        * published figure not yet checked against its source
        † interval from n and an assumed spread between patients; else published, by Wilson, or from the published spread
        ‡ graded by another scale than the simulation (ASTCT, Penn where it says so): not strictly comparable
        """

    private static func counts(_ summary: ValidationReport.Summary) -> String {
        [
            line("Calibration (fitted to these studies)", summary.calibration),
            line("Validation (no parameter was fitted to these)", summary.validation),
            quantityLine(summary.quantities),
            "Policies: \(summary.policies.holding) of \(summary.policies.compared) go as published",
        ].joined(separator: "\n")
    }

    private static func quantityLine(_ count: ValidationReport.Summary.QuantityCount) -> String {
        guard let share = count.share else { return "Quantities: nothing compared" }
        return "Quantities: \(count.holding) of \(count.compared) hold, \(TrialTable.percent(share)) % "
            + "(\(count.fitted.holding) of \(count.fitted.compared) fitted, \(count.predicted.holding) of "
            + "\(count.predicted.compared) predicted; \(count.not_simulated) not simulated, counted as not holding)"
    }

    private static func line(_ title: String, _ count: ValidationReport.Summary.Count) -> String {
        guard let share = count.share else { return "\(title): nothing compared" }
        return "\(title): \(count.inside) of \(count.compared) inside, \(TrialTable.percent(share)) %"
    }
}

extension StudyRole {
    /// For people.
    var words: String {
        switch self {
        case .calibration: "calibration: parameters were fitted to it"
        case .validation: "validation: no parameter was fitted to it"
        }
    }
}
