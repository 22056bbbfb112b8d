import Care

/// What a template needs to know of the entry beside its payload.
struct EntryContext {
    /// Sequence number; it makes the ids of the entry's resources.
    var sequence: Int
    /// When it happened, as FHIR writes it.
    var occurredAt: JSON
    /// When it was written down.
    var recordedAt: JSON
    /// Who wrote it.
    var actor: JSON
    /// Hash of the entry in the journal's chain.
    var chainHash: String
    /// The journal's realm.
    var realm: FHIRRealm
    /// Whether a correction struck it out.
    var isStruck: Bool
    /// Type of the main resource of another entry, by sequence number.
    var mainType: (Int) -> String?

    /// Path of the entry, for faults of the export.
    var path: String { "entry \(sequence)" }

    /// Id of one of the entry's resources.
    func id(_ part: String?, _ index: Int? = nil) -> String {
        "e\(sequence)" + (part.map { "-\($0)" } ?? "") + (index.map { "-\($0 + 1)" } ?? "")
    }

    /// Reference to one of the entry's resources.
    func reference(_ type: String, _ part: String?, _ index: Int? = nil) -> JSON {
        ["reference": .string("\(type)/\(id(part, index))")]
    }
}
