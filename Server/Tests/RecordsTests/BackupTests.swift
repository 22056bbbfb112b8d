import Care
import Chain
import Foundation
import Testing

@testable import Records

@Suite struct BackupTests {
    private func path(_ ending: String) -> String {
        NSTemporaryDirectory() + "records-\(getpid())-\(UUID().uuidString).\(ending)"
    }

    /// Journals of two centres and two realms, with claims that stand and ended, and keys.
    private func filled(_ backend: Backend) async throws -> any SQLDatabase {
        let database = try await backend.database()
        let slot = Claim(kind: .slot, name: "S-1")
        for (realm, subject) in [(JournalRealm.real, SubjectKind.real), (.training, .training)] {
            for centre in ["north", "süd"] {
                let store = JournalStore(database, realm: realm, centre: CentreID(rawValue: centre))
                for therapy in ["COI-1", "COI-2", "empty"] {
                    try await store.open(therapy: therapy, subject: subject, by: Sample.nurse)
                }
                _ = try await store.append([Sample.vitals()], to: "COI-1", key: IdempotencyKey("k"), claims: [slot])
                _ = try await store.append([Sample.vitals(), Sample.vitals(39)], to: "COI-1", releasing: [slot])
                _ = try await store.append([Sample.vitals()], to: "COI-2", claims: [slot])
            }
        }
        return database
    }

    private func contents(_ database: any SQLDatabase) async throws -> [String: VersionedJournal] {
        var all: [String: VersionedJournal] = [:]
        for realm in JournalRealm.allCases {
            for centre in ["north", "süd"] {
                let store = JournalStore(database, realm: realm, centre: CentreID(rawValue: centre))
                for summary in try await store.journals(limit: 100) {
                    all["\(realm) \(centre) \(summary.therapy)"] = try await store.journal(summary.therapy)
                }
            }
        }
        return all
    }

    @Test(
        "an archive of either database restores into either, claims and keys too", arguments: Backend.all, Backend.all)
    func archive(_ from: Backend, _ to: Backend) async throws {
        let database = try await filled(from)
        let file = path("ndjson")
        let summary = try await Backup.archive(database, to: file)
        #expect(summary == Backup.Summary(journals: 12, entries: 16))
        let restored = try await Database.open(try to.location())
        #expect(try await Backup.restore(archive: file, into: restored) == summary)
        #expect(try await contents(restored) == contents(database))
        #expect(try await Audit(of: restored).isWhole)
        let store = JournalStore(restored, realm: .real, centre: CentreID(rawValue: "süd"))
        #expect(try await store.holder(of: Claim(kind: .slot, name: "S-1")) == "COI-2")
        #expect(
            try await store.append(
                [Sample.vitals()], to: "COI-1", key: IdempotencyKey("k"),
                claims: [
                    Claim(kind: .slot, name: "S-1")
                ]
            ).version == 1)
        #expect(try await store.append([Sample.vitals()], to: "COI-1").version == 4)
        // The archive of what was restored is the same but for its date.
        let second = path("ndjson")
        _ = try await Backup.archive(try await Self.reopened(restored, file, to), to: second)
        let lines = try [file, second].map { try String(contentsOfFile: $0, encoding: .utf8).split(separator: "\n") }
        #expect(lines[0].dropFirst().dropLast() == lines[1].dropFirst().dropLast())
        await #expect(throws: ArchiveError.notEmpty) { try await Backup.restore(archive: file, into: restored) }
        await #expect(throws: SQLError.self) { try await Backup.archive(database, to: file) }
    }

    private static func reopened(_: any SQLDatabase, _ file: String, _ to: Backend) async throws -> any SQLDatabase {
        let database = try await Database.open(try to.location())
        _ = try await Backup.restore(archive: file, into: database)
        return database
    }

    @Test("an archive that was changed or cut anywhere is refused, and nothing of it is kept")
    func damagedArchive() async throws {
        let file = path("ndjson")
        _ = try await Backup.archive(try await filled(.sqlite), to: file)
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        var random = Seeded(7)
        let target = try await Database.open(try Backend.sqlite.location())
        try await JournalStore.migrate(target)
        for turn in 0..<60 {
            var data = whole
            let place = Int.random(in: 0..<data.count, using: &random)
            if turn % 3 == 0 {
                data = data.prefix(place)
            } else {
                data[place] ^= UInt8.random(in: 1...255, using: &random)
            }
            let damaged = path("ndjson")
            try data.write(to: URL(fileURLWithPath: damaged))
            await #expect(throws: (any Error).self, "byte \(place)") {
                try await Backup.restore(archive: damaged, into: target)
            }
        }
        #expect(try await contents(target).isEmpty)
        #expect(try await Backup.restore(archive: file, into: target).entries == 16)
    }

    @Test("an entry changed in an archive whose own hash was mended is named by the chain")
    func mendedArchive() async throws {
        let file = path("ndjson")
        _ = try await Backup.archive(try await filled(.sqlite), to: file)
        var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let place = try #require(lines.firstIndex { $0.contains("\"temperature\":39") })
        lines[place] = lines[place].replacingOccurrences(of: "\"temperature\":39", with: "\"temperature\":37")
        let body = lines.dropLast().joined(separator: "\n") + "\n"
        let end = lines[lines.count - 1]
        let sum = try #require(end.range(of: "\"sha256\":\"")?.upperBound)
        lines[lines.count - 1] = end.replacingCharacters(
            in: sum..<end.index(sum, offsetBy: 64), with: ChainHash.origin(header: body))
        try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let target = try await Database.open(try Backend.sqlite.location())
        await #expect {
            try await Backup.restore(archive: file, into: target)
        } throws: { error in
            guard case .broken(let line, let fault) = error as? ArchiveError else { return false }
            return line == place + 1 && fault.place == .entry(3) && fault.therapy == "COI-1"
        }
        #expect(try await contents(target).isEmpty)
    }

    @Test("a copy is made while people write; it holds a prefix of each journal, and restores")
    func copy() async throws {
        let database = try await filled(.sqlite)
        let store = JournalStore(database, realm: .real, centre: CentreID(rawValue: "north"))
        async let writing = atOnce(200) { _ in try await store.append([Sample.vitals()], to: "COI-2") }
        _ = try await store.append([Sample.vitals()], to: "COI-2")
        let (copied, placed) = (path("copy"), path("sqlite"))
        _ = try await Backup.copy(database, to: copied)
        for result in await writing { _ = try result.get() }
        #expect(try await Backup.restore(copy: copied, to: placed).journals == 12)
        await #expect(throws: SQLError.self) { try await Backup.restore(copy: copied, to: placed) }
        let restored = JournalStore(try await Database.open(.sqlite(placed)), realm: .real, centre: store.centre)
        let (old, new) = (try await restored.journal("COI-2"), try await store.journal("COI-2"))
        #expect(new.version == 202)
        #expect(Array(old.journal.entries) == Array(new.journal.entries.prefix(old.version)))
        #expect(try await restored.append([Sample.vitals()], to: "COI-2").version == old.version + 1)
        // The copy is one file, and bears no other's rights.
        #expect(!FileManager.default.fileExists(atPath: copied + "-wal"))
        let rights = try FileManager.default.attributesOfItem(atPath: copied)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test("a broken chain is no backup: neither copy nor archive bears its name")
    func broken() async throws {
        let database = try await filled(.sqlite)
        try await Tampering.disarm(database)
        try await Tampering.run(
            "UPDATE real_entries SET entry = entry || ' ' WHERE journal = 1 AND sequence = 2", database)
        for (file, make) in [
            (path("copy"), { @Sendable in try await Backup.copy(database, to: $0) }),
            (path("ndjson"), { @Sendable in try await Backup.archive(database, to: $0) }),
        ] {
            await #expect {
                _ = try await make(file)
            } throws: { error in
                guard case .broken(let fault) = error as? StoreError else { return false }
                return fault.place == .entry(2)
            }
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }
}
