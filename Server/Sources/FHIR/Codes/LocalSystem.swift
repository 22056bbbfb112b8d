/// Namespaces of our own, for what no public system names.
enum LocalSystem: String, CaseIterable {
    // Code systems
    /// Findings, tasks and procedures of CAR-T cell therapy; real, training or simulated; the kind of a journal's
    /// entry;
    /// roles; why something counts no more
    case concept, realm, event = "event-type", role, standing
    /// Codes of the journal's own enumerations
    case analyte, drug, response, oxygen, consciousness, seizure, oedema, slot = "slot-status",
        coverage = "coverage-status", fate = "label-fate", disposal, content, curve, acceptance, lotKind = "lot-kind",
        approval = "approval-kind", ready = "readiness", item = "readiness-item", unit = "care-unit", crs = "crs-grade",
        icans = "icans-grade", ctcae = "ctcae-grade", lineage, cancellation, cause = "death-cause", bloodProduct,
        given = "treatment-history", verdict, route, relapse = "progression-kind", product
    // Identifiers
    /// Therapy, donation, bag, batch, collection or batch that was sent, shipment, shipper, logger, lot, label, slot,
    /// order
    case chainOfIdentity = "chain-of-identity", donation, bag, batch, material, shipment, shipper, logger, lot, label,
        slotIdentifier = "slot", order, itemIdentifier = "item"
    /// References of payers, approvals and registries; alerts, hard stops, entries of a journal, centres
    case coverageReference = "coverage-reference", approvalReference = "approval-reference",
        registryReference = "registry-reference", alert, stop, entry, centre

    /// The root of all our URIs.
    static let root = "https://livingdrug.org/fhir/"

    /// Whether it names identifiers rather than codes.
    var isNamingSystem: Bool { Self.namingSystems.contains(self) }

    /// The system's URI.
    var uri: String { Self.root + (isNamingSystem ? "NamingSystem/" : "CodeSystem/") + rawValue }

    private static let namingSystems: Set<LocalSystem> = [
        .chainOfIdentity, .donation, .bag, .batch, .material, .shipment, .shipper, .logger, .lot, .label,
        .slotIdentifier, .order, .itemIdentifier, .coverageReference, .approvalReference, .registryReference, .alert,
        .stop, .entry, .centre,
    ]
}

/// An extension's URL.
func extensionURL(_ name: String) -> String { LocalSystem.root + "StructureDefinition/" + name }
