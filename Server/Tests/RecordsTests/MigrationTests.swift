import Care
import Foundation
import Testing

@testable import Records

@Suite struct MigrationTests {
    private static func both(_ id: String, _ statements: String...) -> Migration {
        Migration(id: id, statements: [.sqlite: statements, .postgres: statements])
    }
    private static let first = both(
        "wards.001", "CREATE TABLE wards (name TEXT PRIMARY KEY NOT NULL, beds TEXT NOT NULL)")
    private static let second = both(
        "wards.002", "ALTER TABLE wards ADD COLUMN number BIGINT", "UPDATE wards SET number = CAST(beds AS BIGINT)")
    private static let failing = both(
        "wards.003", "CREATE TABLE halls (name TEXT)", "INSERT INTO nowhere VALUES (1)")

    private func empty(_ backend: Backend) async throws -> any SQLDatabase {
        try await Database.open(try backend.location())
    }

    @Test("an old database with data becomes a new one, each step once", arguments: Backend.all)
    func upgrade(_ backend: Backend) async throws {
        let database = try await empty(backend)
        try await database.migrate([Self.first])
        _ = try await database.write { try $0.execute("INSERT INTO wards VALUES (?, ?)", [.text("A"), .text("12")]) }
        let second =
            backend == .sqlite
            ? Migration(
                id: "wards.002",
                statements: [
                    .sqlite: [
                        "ALTER TABLE wards ADD COLUMN number INTEGER",
                        "UPDATE wards SET number = CAST(beds AS INTEGER)",
                    ]
                ]) : Self.second
        for _ in 0..<3 { try await database.migrate([Self.first, second]) }
        let row = try #require(try await database.read { try $0.query("SELECT * FROM wards") }.first)
        #expect(row["name"] == .text("A"))
        #expect(row["number"] == .integer(12 as Int64))
    }

    @Test("the records of an older program are read after another family's migrations", arguments: Backend.all)
    func families(_ backend: Backend) async throws {
        let database = try await empty(backend)
        try await JournalStore.migrate(database)
        let store = JournalStore(database, realm: .real, centre: CentreID(rawValue: "north"))
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let receipt = try await store.append([Sample.vitals()], to: "COI-1")
        try await database.migrate([Self.first])
        try await JournalStore.migrate(database)
        #expect(try await store.journal("COI-1").head == receipt.head)
    }

    @Test("a migration that fails leaves nothing behind", arguments: Backend.all)
    func failure(_ backend: Backend) async throws {
        let database = try await empty(backend)
        await #expect(throws: SQLError.self) { try await database.migrate([Self.first, Self.failing]) }
        await #expect(throws: SQLError.self) { try await database.read { try $0.query("SELECT * FROM halls") } }
        #expect(try await database.read { try $0.query("SELECT id FROM schema_migrations") }.count == 1)
        try await database.migrate([Self.first])
    }

    @Test("programs that start at once migrate once", arguments: Backend.all)
    func together(_ backend: Backend) async throws {
        let location = try backend.location()
        let results = await atOnce(6) { _ in
            let database = try await Database.open(location)
            try await JournalStore.migrate(database)
            await database.close()
        }
        for result in results { #expect(throws: Never.self) { try result.get() } }
        let database = try await Database.open(location)
        #expect(
            try await database.read { try $0.query("SELECT id FROM schema_migrations") }.count
                == RecordsSchema.migrations.count)
    }

    @Test("a database of a newer program, and a migration that was changed, are refused", arguments: Backend.all)
    func refused(_ backend: Backend) async throws {
        let database = try await empty(backend)
        try await database.migrate([Self.first, Self.both("wards.009", "CREATE TABLE later (name TEXT)")])
        await #expect(throws: MigrationError.newer("wards.009")) { try await database.migrate([Self.first]) }
        await #expect(throws: MigrationError.changed("wards.001")) {
            try await database.migrate(
                [Self.both("wards.001", "CREATE TABLE other (name TEXT)")] + [
                    Self.both("wards.009", "CREATE TABLE later (name TEXT)")
                ])
        }
        await #expect(throws: MigrationError.order("wards.005")) {
            try await database.migrate([
                Self.first, Self.both("wards.005", "CREATE TABLE between (name TEXT)"),
                Self.both("wards.009", "CREATE TABLE later (name TEXT)"),
            ])
        }
        await #expect(throws: MigrationError.duplicate("wards.001")) {
            try await database.migrate([Self.first, Self.first])
        }
        // Another family may come at any time.
        try await database.migrate([Self.both("beds.001", "CREATE TABLE beds (name TEXT)")])
    }

    @Test("the migrations that were released read as they did")
    func pinned() throws {
        // Released statements are never changed. A new figure here means that databases in use would be refused.
        let migration = RecordsSchema.migrations[0]
        let sums = try [SQLDialect.sqlite, .postgres].map { try String(migration.checksum($0).prefix(16)) }
        #expect(sums == ["607cc9ab022c738f", "8cdce4cc44745a33"])
    }
}
