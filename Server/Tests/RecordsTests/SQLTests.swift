import Foundation
import Testing

@testable import Records

@Suite struct SQLTests {
    private func table(_ backend: Backend) async throws -> any SQLDatabase {
        let database = try await Database.open(try backend.location())
        try await database.migrate([
            Migration(
                id: "values.001",
                statements: [
                    .sqlite: ["CREATE TABLE v (id INTEGER PRIMARY KEY, i INTEGER, r REAL, t TEXT, b BLOB) STRICT"],
                    .postgres: [
                        "CREATE TABLE v (id BIGINT PRIMARY KEY, i BIGINT, r DOUBLE PRECISION, t TEXT, b BYTEA)"
                    ],
                ])
        ])
        return database
    }

    @Test("values come back as they went", arguments: Backend.all)
    func values(_ backend: Backend) async throws {
        let database = try await table(backend)
        let rows: [[SQLValue]] = [
            [.integer(Int64.max), .real(0.1), .text("it's \"so\" \\ ? $1 é 血 \n"), .blob([0, 255, 92, 39])],
            [.integer(Int64.min), .real(-.greatestFiniteMagnitude), .text(""), .blob([])],
            [.null, .null, .null, .null],
            [.integer(0 as Int64), .real(.leastNonzeroMagnitude), .text("'; DROP TABLE v; --"), .blob(Array(0...255))],
        ]
        try await database.write { connection in
            for (id, row) in rows.enumerated() {
                let added = try connection.execute(
                    "INSERT INTO v (id, i, r, t, b) VALUES (?, ?, ?, ?, ?)", [.integer(id)] + row)
                #expect(added == 1)
            }
        }
        let back = try await database.read { try $0.query("SELECT * FROM v ORDER BY id") }
        #expect(back.map { row in ["i", "r", "t", "b"].map { row[$0] } } == rows)
        let found = try await database.read { connection in
            try rows.enumerated().filter { $0.offset != 2 }.map { index, row in
                try connection.query(
                    "SELECT id FROM v WHERE i = ? AND r = ? AND t = ? AND b = ? -- really? yes\n", row
                ).first?["id"] == .integer(index)
            }
        }
        #expect(found == [true, true, true])
        #expect(
            try await database.read { try $0.query("SELECT '?' AS \"what?\", t FROM v WHERE t = ?", [.text("")]) }
                .first?[
                    "what?"] == .text("?"))
    }

    @Test("rows changed are counted, also where there are none", arguments: Backend.all)
    func counts(_ backend: Backend) async throws {
        let database = try await table(backend)
        let counts = try await database.write { connection in
            [
                try connection.execute("INSERT INTO v (id, t) VALUES (1, 'a'), (2, 'b'), (3, 'b')"),
                try connection.execute("INSERT INTO v (id) VALUES (1) ON CONFLICT DO NOTHING"),
                try connection.execute("UPDATE v SET t = 'c' WHERE t = ?", [.text("b")]),
                try connection.execute("UPDATE v SET t = 'c' WHERE t = ?", [.text("z")]),
                try connection.execute("DELETE FROM v"),
            ]
        }
        #expect(counts == [3, 0, 2, 0, 3])
    }

    @Test("a body that throws leaves nothing; a reader sees one moment and cannot write", arguments: Backend.all)
    func transactions(_ backend: Backend) async throws {
        struct Stop: Error {}
        let database = try await table(backend)
        await #expect(throws: Stop.self) {
            try await database.write { connection in
                try connection.execute("INSERT INTO v (id) VALUES (1)")
                throw Stop()
            }
        }
        await #expect(throws: SQLError.self) {
            try await database.read { try $0.execute("INSERT INTO v (id) VALUES (2)") }
        }
        #expect(try await database.read { try $0.query("SELECT * FROM v") }.isEmpty)
        await #expect {
            try await database.write { connection in
                try connection.execute("INSERT INTO v (id) VALUES (3)")
                // The mistake is hidden; the write is refused all the same.
                _ = try? connection.execute("INSERT INTO v (id) VALUES (3)")
                return 1
            }
        } throws: { error in
            (error as? SQLError)?.kind == .constraint
        }
        #expect(try await database.read { try $0.query("SELECT * FROM v") }.isEmpty)
    }

    @Test("writes are serialisable: a counter read and raised by many loses nothing", arguments: Backend.all)
    func serialisable(_ backend: Backend) async throws {
        let location = try backend.location()
        let databases = [try await Database.open(location), try await Database.open(location)]
        try await databases[0].migrate([
            Migration(
                id: "counter.001",
                statements: Dictionary(
                    uniqueKeysWithValues: SQLDialect.allCases.map {
                        ($0, ["CREATE TABLE counter (n INTEGER NOT NULL)", "INSERT INTO counter VALUES (0)"])
                    }))
        ])
        let results = await atOnce(100) { index in
            try await databases[index % 2].write { connection in
                let n = try connection.query("SELECT n FROM counter")[0].integer("n")
                try connection.execute("UPDATE counter SET n = ?", [.integer(n + 1)])
            }
        }
        for result in results { try result.get() }
        let n = try await databases[0].read { try $0.query("SELECT n FROM counter")[0].integer("n") }
        #expect(n == 100)
    }

    @Test("placeholders are numbered outside of quotes and comments only")
    func placeholders() {
        #expect(
            Placeholders.numbered("a = ? AND b = '?''?' AND \"c?\" = ? -- ?\n AND d - -?")
                == "a = $1 AND b = '?''?' AND \"c?\" = $2 -- ?\n AND d - -$3")
    }

    @Test("locations are read from the argument")
    func locations() {
        #expect(DatabaseLocation(argument: "postgres://h/d") == .postgres("postgres://h/d"))
        #expect(DatabaseLocation(argument: "postgresql://h/d") == .postgres("postgresql://h/d"))
        #expect(DatabaseLocation(argument: "sqlite:a b") == .sqlite("a b"))
        #expect(DatabaseLocation(argument: "/data/r.sqlite") == .sqlite("/data/r.sqlite"))
        #expect(DatabaseLocation(argument: ":memory:") == .memory)
    }
}
