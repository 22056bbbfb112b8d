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
            }, quantities: quantities.map(Self.quantity), policies: policies.map(Self.policy))
    }

    private static func quantity(_ row: QuantityRow) -> ValidationFigures.Quantity {
        .init(
            number: row.number, what: row.what, unit: row.unit, isShare: row.rule == .proportion,
            simulated: .init(value: row.simulated, low: row.low, high: row.high),
            target: .init(value: row.target, low: row.target_low, high: row.target_high), rule: row.rule.rawValue,
            holds: row.holds, reason: row.reason, isFitted: row.fitted, isArithmetic: row.basis == .arithmetic,
            verification: row.verification.rawValue, source: row.source, note: row.note)
    }

    private static func policy(_ row: PolicyRow) -> ValidationFigures.Policy {
        let name = EndpointName(rawValue: row.endpoint)
        return .init(
            policy: row.policy, against: row.against, study: row.study, endpoint: name?.label ?? row.endpoint,
            unit: name?.unit ?? "1", direction: row.direction.rawValue, simulated: row.simulated,
            simulatedAgainst: row.simulated_against,
            difference: .init(value: row.difference, low: row.low, high: row.high), published: row.published,
            publishedAgainst: row.published_against, holds: row.holds, reason: row.reason,
            verification: row.verification.rawValue, source: row.source)
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
