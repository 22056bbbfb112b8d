import Care
import Foundation
import Testing

@testable import Records

/// The two back ends, under one suite of tests.
enum Backend: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    /// Those that can be tested here.
    static let all: [Backend] = PrivatePostgres.shared == nil ? [.sqlite] : [.sqlite, .postgres]

    var testDescription: String { rawValue }

    /// Where an empty database is.
    func location() throws -> DatabaseLocation {
        switch self {
        case .sqlite:
            return .sqlite(NSTemporaryDirectory() + "records-\(getpid())-\(UUID().uuidString).sqlite")
        case .postgres: return .postgres(try #require(PrivatePostgres.shared).makeDatabase())
        }
    }

    /// An empty database with the records' tables.
    func database() async throws -> any SQLDatabase {
        let database = try await Database.open(try location())
        try await JournalStore.migrate(database)
        return database
    }

    /// An empty store.
    func store(realm: JournalRealm = .real, centre: String = "north") async throws -> JournalStore {
        JournalStore(try await database(), realm: realm, centre: CentreID(rawValue: centre))
    }
}

@Test(
    "the tests run against a real PostgreSQL too",
    .enabled(if: PrivatePostgres.isInstalled, "PostgreSQL 15 is not installed: its half of the tests was skipped"))
func postgresIsTested() { #expect(Backend.all.contains(.postgres)) }

/// Values that tests write.
enum Sample {
    static let nurse = Actor(role: .nurse, name: "Ada")
    static let noon = Instant(millisecondsSince1970: 1_772_000_000_000, zoneOffsetMinutes: 60)

    /// A set of vital signs.
    static func vitals(_ temperature: Double = 38.6, at instant: Instant = noon, submission: String? = nil)
        -> EntryDraft
    {
        EntryDraft(
            event: .vitalsTaken(VitalSigns(temperature: temperature)), actor: nurse, occurredAt: instant,
            submission: submission)
    }
}

/// Runs many bodies at once and gathers what became of each.
func atOnce<T: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) async throws -> T
) async -> [Result<T, any Error>] {
    await withTaskGroup(of: (Int, Result<T, any Error>).self) { group in
        for index in 0..<count {
            group.addTask {
                do { return (index, .success(try await body(index))) } catch { return (index, .failure(error)) }
            }
        }
        var results: [(Int, Result<T, any Error>)] = []
        for await result in group { results.append(result) }
        return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
