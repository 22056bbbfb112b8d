import Foundation
import Testing

@testable import Records

@Suite("Reads that travel together")
struct GroupReadTests {
    private func table(_ backend: Backend) async throws -> any SQLDatabase {
        let database = try await Database.open(try backend.location())
        try await database.migrate([
            Migration(
                id: "reads.001",
                statements: [
                    .sqlite: ["CREATE TABLE n (id INTEGER PRIMARY KEY, value INTEGER)"],
                    .postgres: ["CREATE TABLE n (id BIGINT PRIMARY KEY, value BIGINT)"],
                ])
        ])
        _ = try await database.write { try $0.execute("INSERT INTO n (id, value) VALUES (1, 0)") }
        return database
    }

    @Test("a read sees every write that was acknowledged before it was asked for", arguments: Backend.all)
    func fresh(_ backend: Backend) async throws {
        let database = try await table(backend)
        let results = await atOnce(40) { index -> [Bool] in
            var isFresh: [Bool] = []
            for _ in 0..<15 {
                let written = try await database.write { connection in
                    try connection.execute("UPDATE n SET value = value + 1 WHERE id = 1")
                    return try connection.query("SELECT value FROM n WHERE id = 1")[0].integer("value")
                }
                let read = try await database.read {
                    try $0.query("SELECT value FROM n WHERE id = 1")[0].integer("value")
                }
                isFresh.append(read >= written)
            }
            return isFresh
        }
        for result in results { #expect(try result.get().allSatisfy { $0 }) }
        let last = try await database.read { try $0.query("SELECT value FROM n WHERE id = 1")[0].integer("value") }
        #expect(last == 600)
    }

    @Test("a read that fails takes none of the others with it", arguments: Backend.all)
    func apart(_ backend: Backend) async throws {
        let database = try await table(backend)
        let results = await atOnce(60) { index in
            try await database.read { connection in
                try connection.query(index % 3 == 0 ? "SELECT nothing FROM n" : "SELECT value FROM n").count
            }
        }
        for (index, result) in results.enumerated() {
            if index % 3 == 0 {
                #expect(throws: SQLError.self) { try result.get() }
            } else {
                #expect(try result.get() == 1)
            }
        }
    }
}
