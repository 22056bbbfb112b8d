import Care

/// How much a store takes. All are ours: far above what a therapy of fifteen years needs, small enough that no request
/// can fill the disk or stop the others.
public struct RecordLimits: Sendable, Equatable {
    /// Bytes of one entry's JSON.
    public var entryBytes = 262_144
    /// Entries of one append.
    public var entriesOfAppend = 1000
    /// Entries of one journal.
    public var entriesOfJournal = 200_000
    /// Claims and releases of one append.
    public var claims = 100
    /// Bytes of an identifier: of a therapy, a claim, a key.
    public var identifierBytes = 200

    /// The usual limits.
    public init() {}

    /// Refuses an identifier that is empty, too long, or holds control characters.
    func check(identifier text: String, _ field: String) throws(StoreError) {
        if text.isEmpty {
            throw .refused(EntryFault(field: field, problem: "it is empty", remedy: "Give an identifier."))
        }
        if text.utf8.count > identifierBytes {
            throw .tooLarge(what: "\(field), in bytes", size: text.utf8.count, limit: identifierBytes)
        }
        if text.unicodeScalars.contains(where: { $0.value < 32 || (127...159).contains($0.value) }) {
            throw .refused(
                EntryFault(
                    field: field, problem: "it holds a control character",
                    remedy: "Use letters, digits and signs; a scanner's end-of-line must be cut off."))
        }
    }
}
