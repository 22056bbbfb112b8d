@testable import Records

/// A hand in the database that the triggers do not hold back.
enum Tampering {
    /// Takes the triggers away.
    static func disarm(_ database: any SQLDatabase) async throws {
        let dialect = database.dialect
        try await database.writeAlone { connection in
            if dialect == .postgres {
                for table in ["journals", "entries", "claims", "receipts"] {
                    try connection.execute("ALTER TABLE real_\(table) DISABLE TRIGGER USER")
                }
                try connection.execute("ALTER TABLE real_entries DROP CONSTRAINT real_entries_journal_fkey")
            } else {
                for row in try connection.query("SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                    try connection.execute("DROP TRIGGER \(try row.text("name"))")
                }
            }
        }
    }

    /// Runs one statement.
    static func run(_ sql: String, _ database: any SQLDatabase) async throws {
        let changed = try await database.write { try $0.execute(sql) }
        guard changed == 1 else {
            throw SQLError(.unexpected, code: "", problem: "the tampering changed \(changed) rows")
        }
    }
}
