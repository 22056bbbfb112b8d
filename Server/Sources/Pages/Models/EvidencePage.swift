import Care
import Therapy

/// The studies that the catalogue holds.
public struct EvidencePage: Sendable {
    let studies: [Study]

    /// Makes the page.
    public init(_ studies: [Study]) { self.studies = studies }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        try Layout.page(
            "evidence",
            [
                "studies": studies.map { study in
                    [
                        "href": "/evidence/\(PatientView.pathComponent(study.id))", "study": study.id,
                        "title": study.title, "registry": study.registry, "product": study.product,
                        "disease": study.disease, "role": study.role.rawValue,
                        "count": "\(study.published.count)",
                        "unverified": "\(study.published.count { $0.verification == .unverified })",
                    ] as Fields
                }
            ], in: frame, wide: true)
    }
}

/// One study: what it reported, each figure with its source.
public struct StudyPage: Sendable {
    let study: Study

    /// Makes the page.
    public init(_ study: Study) { self.study = study }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        try Layout.page(
            "study",
            [
                "study": study.id, "title": study.title, "registry": study.registry, "product": study.product,
                "disease": study.disease,
                "role": study.role == .calibration
                    ? "parameters may be fitted to it" : "no fit reads it: the simulation is judged by it",
                "author": study.author, "date": study.date, "sources": study.sources,
                "followUp": Words.span(hours: study.followUpDays * 24), "bridging": study.bridging.regimen,
                "endpoints": study.published.map(row),
            ], in: frame, wide: true)
    }

    private func row(_ endpoint: PublishedEndpoint) -> Fields {
        let name = EndpointName(rawValue: endpoint.endpoint)
        let interval = endpoint.interval
        let basis =
            switch interval.basis {
            case .published: "published"
            case .wilson: "Wilson, from n"
            case .spread: "from n and the published spread"
            case .assumedSpread: "from n and an ASSUMED spread"
            }
        return [
            "label": name?.label ?? endpoint.endpoint, "value": EndpointWords.value(endpoint.value, endpoint.unit),
            "interval": EndpointWords.interval(interval.low, interval.high, endpoint.unit), "basis": basis,
            "n": "\(endpoint.n)", "analysisSet": endpoint.analysisSet, "scale": endpoint.scale,
            "source": endpoint.source, "verification": words(endpoint.verification),
            "isUnverified": endpoint.verification == .unverified, "note": endpoint.note,
        ]
    }

    private func words(_ verification: Verification) -> String {
        switch verification {
        case .read: "read in the source"
        case .secondary: "read in a secondary source"
        case .unverified: "from memory, not yet checked"
        }
    }
}
