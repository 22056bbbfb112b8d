import Care

/// What a server of this software can do in FHIR, as a CapabilityStatement. A server says which interactions it routes;
/// formats, codes and the version are the module's own.
public enum FHIRCapability {
    /// The version of FHIR that is read and written.
    public static let fhirVersion = "4.0.1"

    /// Media types of a resource, in requests and answers.
    public static let formats = ["application/fhir+json"]

    /// An interaction that the module stands behind.
    public enum Interaction: String, Sendable, CaseIterable {
        /// A result or sign of another system (`FHIRImport.drafts`)
        case createObservation
        /// A whole journal comes in (`FHIRImport.journal`), goes out (`FHIRExport.bundle`)
        case createBundle, readBundle
        /// A bundle of Observations at the base (`FHIRImport.drafts`)
        case batch, transaction

        /// The resource that it is about; nil for the server as a whole.
        public var resource: String? {
            switch self {
            case .createObservation: "Observation"
            case .createBundle, .readBundle: "Bundle"
            case .batch, .transaction: nil
            }
        }

        /// The code of FHIR's own (http://hl7.org/fhir/restful-interaction).
        public var code: String {
            switch self {
            case .createObservation, .createBundle: "create"
            case .readBundle: "read"
            case .batch: "batch"
            case .transaction: "transaction"
            }
        }
    }

    /// The statement.
    /// - Parameters:
    ///   - interactions: what the server routes.
    ///   - base: URL of the server's FHIR root.
    ///   - software: version of the software.
    ///   - date: when the software was put into use.
    public static func statement(
        of interactions: [Interaction] = Interaction.allCases, base: String, software: String, date: Instant
    ) -> FHIRResource {
        var resources: [JSON] = []
        for type in ["Bundle", "Observation"] {
            let codes = interactions.filter { $0.resource == type }.map(\.code)
            guard !codes.isEmpty else { continue }
            resources.append([
                "type": .string(type), "interaction": .array(codes.map { ["code": .string($0)] }),
                "versioning": "no-version", "documentation": .string(documentation[type] ?? ""),
            ])
        }
        var rest: [String: JSON] = [
            "mode": "server", "resource": .array(resources),
            "security": ["description": "Bearer tokens with scopes; every access is logged."],
        ]
        let system = interactions.filter { $0.resource == nil }.map { JSON.object(["code": .string($0.code)]) }
        if !system.isEmpty { rest["interaction"] = .array(system) }
        if resources.isEmpty { rest["resource"] = nil }
        return FHIRResource([
            "resourceType": "CapabilityStatement", "status": "active", "date": .string(date.iso8601),
            "kind": "instance", "fhirVersion": .string(fhirVersion), "format": .array(formats.map(JSON.string)),
            "software": ["name": "LivingDrug", "version": .string(software)],
            "implementation": ["description": "Records of CAR-T cell therapy, vein to vein", "url": .string(base)],
            "rest": [.object(rest)],
        ])
    }

    private static let documentation = [
        "Bundle": "A journal as a Bundle of type collection, as docs/fhir.md has it; of the server's own realm alone.",
        "Observation": "Laboratory results, vital signs (one by one, 85354-9, or a panel), ICE and CAPD scores; other "
            + "units of UCUM are converted. There is no search.",
    ]
}
