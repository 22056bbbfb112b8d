/// Where resources of a type hold what every one of them has: the patient, the time, and that it was entered in error.
struct ResourceHabit {
    /// Path of the reference to the patient.
    var patient: String?
    /// Path of the time at which it happened.
    var time: String?
    /// Path of the status, and what it is once the entry was struck out.
    var status: String?
    var struck: String = "entered-in-error"

    /// By type of resource.
    static let all: [String: ResourceHabit] = [
        "AdverseEvent": .init(patient: "subject", time: "date"),
        "BiologicallyDerivedProduct": .init(patient: "collection.source", status: "status", struck: "unavailable"),
        "Communication": .init(patient: "subject", time: "sent", status: "status"),
        "Condition": .init(patient: "subject", time: "recordedDate"),
        "Consent": .init(patient: "patient", time: "dateTime", status: "status"),
        "DetectedIssue": .init(patient: "patient", time: "identifiedDateTime", status: "status"),
        "Device": .init(patient: "patient", status: "status"),
        "DiagnosticReport": .init(patient: "subject", time: "effectiveDateTime", status: "status"),
        "Encounter": .init(patient: "subject", time: "period.start", status: "status"),
        "Immunization": .init(patient: "patient", time: "occurrenceDateTime", status: "status"),
        "Medication": .init(status: "status"),
        "MedicationAdministration": .init(patient: "subject", time: "effectiveDateTime", status: "status"),
        "MedicationRequest": .init(patient: "subject", time: "authoredOn", status: "status"),
        "MedicationStatement": .init(patient: "subject", time: "dateAsserted", status: "status"),
        "Observation": .init(patient: "subject", time: "effectiveDateTime", status: "status"),
        "Procedure": .init(patient: "subject", time: "performedDateTime", status: "status"),
        "ServiceRequest": .init(patient: "subject", time: "authoredOn", status: "status"),
        "Specimen": .init(patient: "subject", time: "collection.collectedDateTime", status: "status"),
        "Substance": .init(status: "status"),
        "SupplyDelivery": .init(patient: "patient", time: "occurrenceDateTime", status: "status"),
        "Task": .init(patient: "for", time: "executionPeriod.start", status: "status"),
    ]
}

extension [String: JSON] {
    /// Puts a value at a path of objects.
    mutating func put(_ value: JSON, at path: String) {
        guard let dot = path.firstIndex(of: ".") else { return self[path] = value }
        let name = String(path[..<dot])
        var inner = self[name]?.members ?? [:]
        inner.put(value, at: String(path[path.index(after: dot)...]))
        self[name] = .object(inner)
    }
}
