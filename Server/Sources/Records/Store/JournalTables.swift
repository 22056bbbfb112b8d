import Care
import Chain

/// The statements on the tables of one realm, for one centre.
struct JournalTables {
    let realm: JournalRealm
    let centre: CentreID

    /// The row of a journal.
    struct Row: Sendable, Equatable {
        var id: Int
        var therapy: String
        var header: String
        var version: Int
        var head: String
        var openedAt: String
        var openedBy: String
        var seal: String

        init(_ row: SQLRow) throws(SQLError) {
            id = try row.integer("id")
            therapy = try row.text("therapy")
            header = try row.text("header")
            version = try row.integer("version")
            head = try row.text("head")
            openedAt = try row.text("opened_at")
            openedBy = try row.text("opened_by")
            seal = try row.text("seal")
        }
    }

    /// The row of an entry.
    struct Line: Sendable, Equatable {
        var sequence: Int
        var entry: String
        var hash: String
    }

    private static let columns = "id, therapy, header, version, head, opened_at, opened_by, seal"

    /// The journal of a therapy. In PostgreSQL `forUpdate` makes other writers of this journal wait.
    func row(_ therapy: String, _ connection: any SQLConnection, lock: String = "") throws -> Row? {
        try connection.query(
            "SELECT \(Self.columns) FROM \(realm.rawValue)_journals WHERE centre = ? AND therapy = ?\(lock)",
            [.text(centre.rawValue), .text(therapy)]
        ).first.map { try Row($0) }
    }

    /// Journals in the order of therapies.
    func rows(after therapy: String?, limit: Int, _ connection: any SQLConnection) throws -> [Row] {
        try connection.query(
            """
            SELECT \(Self.columns) FROM \(realm.rawValue)_journals WHERE centre = ? AND therapy > ?
            ORDER BY therapy LIMIT ?
            """,
            [.text(centre.rawValue), .text(therapy ?? ""), .integer(limit)]
        ).map { try Row($0) }
    }

    /// Entries of a journal, in order.
    func lines(
        _ journal: Int, from first: Int, limit: Int = .max, _ connection: any SQLConnection
    ) throws -> [Line] {
        try connection.query(
            """
            SELECT sequence, entry, hash FROM \(realm.rawValue)_entries WHERE journal = ? AND sequence >= ?
            ORDER BY sequence LIMIT ?
            """,
            [.integer(journal), .integer(first), .integer(limit)]
        ).map { Line(sequence: try $0.integer("sequence"), entry: try $0.text("entry"), hash: try $0.text("hash")) }
    }

    /// Adds a journal without entries.
    /// - Returns: false if there is one of that therapy.
    func insert(_ draft: JournalOpening, _ connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO \(realm.rawValue)_journals (centre, therapy, header, version, head, opened_at, opened_by, seal)
            VALUES (?, ?, ?, 0, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                .text(centre.rawValue), .text(draft.therapy), .text(draft.header),
                .text(ChainHash.origin(header: draft.header)), .text(draft.openedAt), .text(draft.openedBy),
                .text(draft.seal(realm: realm, centre: centre)),
            ]) == 1
    }

    /// Adds entries to a journal.
    func insert(_ lines: [Line], to journal: Int, _ connection: any SQLConnection) throws {
        for start in stride(from: 0, to: lines.count, by: 32) {
            let part = lines[start..<min(start + 32, lines.count)]
            let values = part.map { _ in "(?, ?, ?, ?)" }.joined(separator: ", ")
            try connection.execute(
                "INSERT INTO \(realm.rawValue)_entries (journal, sequence, entry, hash) VALUES \(values)",
                part.flatMap { [.integer(journal), .integer($0.sequence), .text($0.entry), .text($0.hash)] })
        }
    }

    /// Notes how far a journal goes now.
    /// - Returns: false if it is no longer at the version that the writer read.
    func advance(
        _ row: Row, to version: Int, head: String, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            "UPDATE \(realm.rawValue)_journals SET version = ?, head = ? WHERE id = ? AND version = ? AND head = ?",
            [.integer(version), .text(head), .integer(row.id), .integer(row.version), .text(row.head)]) == 1
    }
}

/// The beginning of a journal.
struct JournalOpening: Sendable {
    var therapy: String
    var header: String
    var openedAt: String
    var openedBy: String

    func seal(realm: JournalRealm, centre: CentreID) -> String {
        ChainHash.seal(realm: realm, centre: centre, header: header, openedAt: openedAt, openedBy: openedBy)
    }
}
