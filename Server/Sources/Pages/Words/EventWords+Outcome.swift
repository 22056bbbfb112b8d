import Care

/// What became of it.
extension EventWords {
    static func outcome(_ event: Event) -> EventWords? {
        switch event {
        case .responseAssessed(let value):
            EventWords(
                "Response: \(Words.spaced(value.response.rawValue))",
                [value.criteria, value.residualDisease.map { $0 ? "residual disease found" : "no residual disease" }])
        case .progressionReported(let value):
            EventWords(
                value.relapse ? "Relapse" : "Progression",
                [value.antigenLoss.map { $0 ? "antigen lost" : "antigen kept" }])
        case .followUpVisited(let value): EventWords("Visit", [value.visit])
        case .visitMissed(let value): EventWords("Visit missed", [value.visit, value.reason])
        case .registryFormSent(let value): EventWords("Registry form sent", [value.form, value.reference])
        case .replicationTested(let value):
            EventWords(
                "Replication-competent virus: \(value.positive.map { $0 ? "FOUND" : "not found" } ?? "not known")",
                [value.method])
        case .secondMalignancyReported(let value):
            EventWords("Second malignancy", [Words.spaced(value.lineage.rawValue), value.description])
        case .careTransferred(let value): EventWords("Care handed over", ["\(value.from) → \(value.to)"])
        case .therapyCancelled(let value):
            EventWords("Therapy cancelled: \(Words.spaced(value.reason.rawValue))", [value.detail])
        case .died(let value): EventWords("Died", [Words.cause(value.cause)])
        case .corrected(let value): EventWords("Entry \(value.sequence) struck out", [value.reason])
        default: nil
        }
    }
}

extension Words {
    /// A cause of death.
    static func cause(_ cause: Death.Cause) -> String {
        switch cause {
        case .crs: "of CRS"
        case .disease: "of the disease"
        case .neurotoxicity: "of neurotoxicity"
        case .infection: "of infection"
        case .other: "of another cause"
        }
    }
}
