import Care

/// A journal as it stands in the database.
public struct VersionedJournal: Sendable, Equatable {
    /// The journal.
    public var journal: Journal
    /// Number of its entries.
    public var version: Int
    /// Hash of its last entry; of the header where there is none. Equal hashes are equal journals.
    public var head: String
}

/// A journal in a list.
public struct JournalSummary: Sendable, Equatable {
    /// The therapy.
    public var therapy: String
    /// Whose journal it is.
    public var subject: SubjectKind
    /// Number of its entries.
    public var version: Int
    /// Hash of its last entry.
    public var head: String
    /// When the store began it.
    public var openedAt: Instant
    /// Who had it begun.
    public var openedBy: Actor
}

/// An entry with its hash.
public struct ChainedEntry: Sendable, Equatable {
    /// The entry.
    public var entry: Entry
    /// Its hash.
    public var hash: String
}

/// What an append wrote. The same request again gets the same receipt.
public struct AppendReceipt: Sendable, Equatable {
    /// One entry that was written.
    public struct Line: Sendable, Equatable {
        /// Its sequence number.
        public var sequence: Int
        /// When it was written down.
        public var recordedAt: Instant
        /// Its hash.
        public var hash: String
    }
    /// The therapy.
    public var therapy: String
    /// The entries, in order.
    public var lines: [Line]

    /// Number of entries of the journal after this append.
    public var version: Int { lines.last?.sequence ?? 0 }
    /// Hash of the last entry written.
    public var head: String { lines.last?.hash ?? "" }
}
