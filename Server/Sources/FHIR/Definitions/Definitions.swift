/// The part of FHIR R4 (4.0.1) that is read and written here. The text of each type was made from the R4B models of the
/// PyPI package fhir.resources 8.3.0 (equal to R4 for these types) and put right by hand where R4 differs
/// (`Observation.subject`) or the package shortens a list of codes; `scripts/check-fhir` compares the two again.
///
/// Left out are elements of types that nothing here needs (`Attachment`, `SampledData` …): they are refused, not lost.
enum Definitions {
    /// Every type by name.
    static let types: [String: TypeDefinition] = {
        var types: [String: TypeDefinition] = [:]
        for (name, elements) in [dataTypes, frames, medications, observations, workflows].flatMap(blocks) {
            var type = TypeDefinition()
            for element in elements {
                type.elements[element.name] = element
                if element.isChoiceRequired, let choice = element.choice { type.requiredChoices.insert(choice) }
            }
            types[name] = type
        }
        // Both are quantities with a unit of time.
        types["Duration"] = types["Quantity"]
        types["Age"] = types["Quantity"]
        return types
    }()

    /// The resources that may stand in a journal's bundle, and the bundle itself.
    static let resources: Set<String> = [
        "AdverseEvent", "BiologicallyDerivedProduct", "Bundle", "Communication", "Condition", "Consent",
        "DetectedIssue",
        "Device", "DiagnosticReport", "Encounter", "EpisodeOfCare", "Immunization", "Medication",
        "MedicationAdministration", "MedicationRequest", "MedicationStatement", "Observation", "Organization",
        "Patient", "Procedure", "Provenance", "ServiceRequest", "Specimen", "Substance", "SupplyDelivery", "Task",
    ]

    /// A type begins with `Name:`, its elements are parted by `;` and may go on over further lines.
    private static func blocks(_ text: String) -> [(String, [ElementDefinition])] {
        var blocks: [(String, String)] = []
        for line in text.split(separator: "\n") {
            if let colon = line.firstIndex(of: ":"), !line.hasPrefix(" ") {
                blocks.append((String(line[..<colon]), String(line[line.index(after: colon)...])))
            } else {
                blocks[blocks.count - 1].1 += line.drop { $0 == " " }.isEmpty ? "" : " " + line.drop { $0 == " " }
            }
        }
        return blocks.map { name, elements in
            (name, elements.split(separator: ";").filter { $0.contains(" ") }.map { ElementDefinition($0) })
        }
    }
}
