import Therapy

/// What `validate` prints: for each study its endpoints beside the published ones, then how many agree.
enum ValidationTable {
    static func text(_ studies: [StudyComparison], _ summary: ValidationReport.Summary) -> String {
        let parts =
            studies.map(table) + [notes, counts(summary), "Research and education software, not a medical device."]
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
                row.name.label, TrialTable.value(row.simulated.value, unit),
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
        ].joined(separator: "\n")
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
