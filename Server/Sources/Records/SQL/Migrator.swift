import Foundation

/// Applies migrations.
struct Migrator {
    let database: any SQLDatabase
    let migrations: [Migration]

    func run() async throws {
        let dialect = database.dialect
        var seen: Set<String> = []
        var sums: [(migration: Migration, sum: String)] = []
        for migration in migrations {
            guard seen.insert(migration.id).inserted else { throw MigrationError.duplicate(migration.id) }
            sums.append((migration, try migration.checksum(dialect)))
        }
        try await database.writeAlone { connection in
            // PostgreSQL lets two programs make the table at once, and then tells one that it cannot.
            if dialect == .postgres { _ = try connection.query("SELECT pg_advisory_xact_lock(7321446)") }
            try connection.execute(Self.table)
        }
        let known = sums
        let applied = try await database.read { try Self.applied($0) }
        try Self.check(known, against: applied)
        for (migration, sum) in known where applied[migration.id] == nil {
            try await database.writeAlone { connection in
                // Two programs that start at once wait for one another; the lock comes before the first look.
                if dialect == .postgres {
                    try connection.execute("LOCK TABLE schema_migrations IN EXCLUSIVE MODE")
                }
                let applied = try Self.applied(connection)
                try Self.check(known, against: applied)
                guard applied[migration.id] == nil else { return }
                for statement in migration.statements[dialect] ?? [] { try connection.execute(statement) }
                try connection.execute(
                    "INSERT INTO schema_migrations (id, checksum, applied_at) VALUES (?, ?, ?)",
                    [.text(migration.id), .text(sum), .text(Date.now.formatted(.iso8601))])
            }
        }
    }

    private static let table = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            id TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL)
        """

    private static func applied(_ connection: any SQLConnection) throws -> [String: String] {
        let rows = try connection.query("SELECT id, checksum FROM schema_migrations")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.text("id"), try $0.text("checksum")) })
    }

    private static func check(_ known: [(migration: Migration, sum: String)], against applied: [String: String]) throws
    {
        let families = Set(known.map(\.migration.family))
        let ids = Set(known.map(\.migration.id))
        for id in applied.keys.sorted() where !ids.contains(id) && families.contains(id.prefix { $0 != "." }) {
            throw MigrationError.newer(id)
        }
        for (migration, sum) in known {
            if let old = applied[migration.id], old != sum { throw MigrationError.changed(migration.id) }
        }
        if let gap = known.firstIndex(where: { applied[$0.migration.id] == nil }),
            known[gap...].contains(where: { applied[$0.migration.id] != nil })
        {
            throw MigrationError.order(known[gap].migration.id)
        }
    }
}
