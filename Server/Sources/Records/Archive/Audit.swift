/// Walks all chains of a database, whatever realm and centre they belong to.
public struct Audit: Sendable, Equatable {
    /// The chains of one realm of one centre.
    public struct Part: Sendable, Equatable {
        /// The realm.
        public var realm: JournalRealm
        /// The centre.
        public var centre: CentreID
        /// What the walk found.
        public var report: ChainReport
    }
    /// Each realm and centre that has journals.
    public var parts: [Part] = []

    /// Whether everything holds.
    public var isWhole: Bool { parts.allSatisfy(\.report.isWhole) }
    /// Journals that were walked.
    public var journals: Int { parts.reduce(0) { $0 + $1.report.journals } }
    /// Entries that hold.
    public var entries: Int { parts.reduce(0) { $0 + $1.report.entries } }
    /// The first fault.
    public var firstFault: ChainFault? { parts.lazy.compactMap(\.report.faults.first).first }

    /// Walks the chains.
    public init(of database: any SQLDatabase) async throws(StoreError) {
        for realm in JournalRealm.allCases {
            for centre in try await Self.centres(of: database, realm) {
                let store = JournalStore(database, realm: realm, centre: centre)
                parts.append(Part(realm: realm, centre: centre, report: try await store.verify()))
            }
        }
    }

    private static func centres(
        of database: any SQLDatabase, _ realm: JournalRealm
    ) async throws(StoreError) -> [CentreID] {
        do {
            return try await database.read { try Self.centres(realm, $0) }
        } catch {
            throw StoreError(error)
        }
    }

    /// The centres that have journals in a realm.
    static func centres(_ realm: JournalRealm, _ connection: any SQLConnection) throws -> [CentreID] {
        try connection.query("SELECT DISTINCT centre FROM \(realm.rawValue)_journals ORDER BY centre").map {
            CentreID(rawValue: try $0.text("centre"))
        }
    }
}
