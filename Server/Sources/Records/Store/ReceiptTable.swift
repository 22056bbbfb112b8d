import Care
import Chain

/// What was written under each idempotency key of a realm and centre.
struct ReceiptTable {
    let realm: JournalRealm
    let centre: CentreID

    /// What a key wrote.
    struct Row: Sendable {
        var digest: String
        var journal: Int
        var therapy: String
        var first: Int
        var last: Int
    }

    /// What a key wrote; nil for a new one.
    func receipt(_ key: String, _ connection: any SQLConnection) throws -> Row? {
        try connection.query(
            """
            SELECT r.digest AS digest, r.journal AS journal, j.therapy AS therapy, r.first AS first, r.last AS last
            FROM \(realm.rawValue)_receipts r JOIN \(realm.rawValue)_journals j ON j.id = r.journal
            WHERE r.centre = ? AND r.key = ?
            """,
            [.text(centre.rawValue), .text(key)]
        ).first.map {
            Row(
                digest: try $0.text("digest"), journal: try $0.integer("journal"), therapy: try $0.text("therapy"),
                first: try $0.integer("first"), last: try $0.integer("last"))
        }
    }

    /// Notes what a key wrote.
    func insert(
        _ key: String, _ digest: String, _ journal: Int, first: Int, last: Int, _ connection: any SQLConnection
    ) throws {
        let added = try connection.execute(
            """
            INSERT INTO \(realm.rawValue)_receipts (centre, key, digest, journal, first, last) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [
                .text(centre.rawValue), .text(key), .text(digest), .integer(journal), .integer(first), .integer(last),
            ])
        guard added == 1 else {
            throw SQLError(.serialization, code: "", problem: "the same request is being written by another")
        }
    }

    /// The receipt again.
    func reissue(_ row: Row, _ connection: any SQLConnection) throws -> AppendReceipt {
        let lines = try JournalTables(realm: realm, centre: centre).lines(
            row.journal, from: row.first, limit: row.last - row.first + 1, connection)
        return AppendReceipt(
            therapy: row.therapy,
            lines: try lines.map { line in
                guard let entry = try? CanonicalJSON.value(Entry.self, line.entry) else {
                    throw ChainFault(
                        therapy: row.therapy, place: .entry(line.sequence), problem: "it cannot be read")
                }
                return AppendReceipt.Line(sequence: line.sequence, recordedAt: entry.recordedAt, hash: line.hash)
            })
    }
}
