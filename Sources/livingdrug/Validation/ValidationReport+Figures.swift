import Report
import Therapy

extension ValidationReport {
    /// What the page shows.
    func figures(command: String) -> ValidationFigures {
        ValidationFigures(
            command: command, patients: summary.patients_per_study, seed: summary.seed,
            studies: summary.studies.map { study in
                .init(
                    id: study.study, title: study.title, isCalibration: study.role == .calibration,
                    infused: study.infused, failures: study.failures,
                    rows: endpoints.filter { $0.study == study.study }.map(Self.row))
            })
    }

    private static func row(_ row: EndpointRow) -> ValidationFigures.Row {
        .init(
            label: row.label, unit: row.unit,
            simulated: .init(value: row.simulated, low: row.low, high: row.high),
            published: .init(value: row.published, low: row.published_low, high: row.published_high),
            basis: row.basis.words, isInside: row.inside, n: row.n, scale: row.scale, scaleDiffers: row.scale_differs,
            verification: row.verification.rawValue, source: row.source, note: row.note)
    }
}

extension PublishedInterval.Basis {
    /// For people.
    var words: String {
        switch self {
        case .published: "published"
        case .wilson: "from n (Wilson)"
        case .spread: "from n and the published spread"
        case .assumedSpread: "assumed spread, from n"
        }
    }
}
