import Care
import Foundation
import Testing

@testable import Records

@Suite struct FailureTests {
    private func path() -> String { NSTemporaryDirectory() + "records-\(getpid())-\(UUID().uuidString).sqlite" }

    @Test("a full disk is told, nothing acknowledged is lost, and with room it goes on")
    func full() async throws {
        let path = path()
        let database = try await Database.open(.sqlite(path))
        try await JournalStore.migrate(database)
        let store = JournalStore(database, realm: .real, centre: CentreID(rawValue: "north"))
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let pages = try await database.read { try $0.query("PRAGMA page_count")[0].integer("page_count") }
        _ = try await database.write { try $0.query("PRAGMA max_page_count = \(pages + 12)") }
        var receipts: [AppendReceipt] = []
        var refusals: [StoreError] = []
        while refusals.count < 3 {
            for result in await atOnce(16, { _ in try await store.append([Sample.vitals()], to: "COI-1") }) {
                switch result {
                case .success(let receipt): receipts.append(receipt)
                case .failure(let error): refusals.append(try #require(error as? StoreError))
                }
            }
        }
        #expect(receipts.count > 20)
        #expect(refusals.allSatisfy { $0 == .full })
        // The store that met the full disk and one that reads the file anew agree.
        let copy = try await Database.open(.sqlite(path))
        for reader in [store, JournalStore(copy, realm: .real, centre: store.centre)] {
            let entries = try await reader.entries("COI-1", limit: 1000)
            #expect(entries.count == receipts.count)
            for receipt in receipts { #expect(entries[receipt.version - 1].hash == receipt.head) }
            #expect(try await reader.journal("COI-1").version == receipts.count)
            #expect(try await reader.verify().isWhole)
        }
        _ = try await database.write { try $0.query("PRAGMA max_page_count = 1073741823") }
        #expect(try await store.append([Sample.vitals()], to: "COI-1").version == receipts.count + 1)
    }

    @Test("a disk that fails while committing leaves open whether it was written; a full one does not")
    func failsWhileCommitting() {
        for kind in [SQLError.Kind.unavailable, .damaged] {
            let error = SQLError(kind, code: "1034", problem: "the file cannot be used").whileCommitting
            #expect(error.kind == .outcomeUnknown && error.code == "1034")
            #expect(StoreError(error) == .outcomeUnknown)
        }
        for kind in [SQLError.Kind.full, .busy, .constraint, .serialization, .statement] {
            #expect(SQLError(kind, code: "1", problem: "p").whileCommitting.kind == kind)
        }
    }

    @Test("a write torn by a power cut leaves what was acknowledged", arguments: [1, 23, 24, 500, 4096, 4120, 9000])
    func torn(_ bytes: Int) async throws {
        let path = path()
        let copied = path + ".after"
        let database = try await Database.open(.sqlite(path))
        try await JournalStore.migrate(database)
        let store = JournalStore(database, realm: .real, centre: CentreID(rawValue: "north"))
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        for _ in 0..<10 { _ = try await store.append([Sample.vitals()], to: "COI-1") }
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int)
        let acknowledged = try await store.journal("COI-1")
        // The eleventh is on its way to the disk when the power goes: of its part of the log only so many bytes are there.
        _ = try await store.append([Sample.vitals()], to: "COI-1")
        try FileManager.default.copyItem(atPath: path, toPath: copied)
        let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
        try log.prefix(min(size + bytes, log.count - 1)).write(to: URL(fileURLWithPath: copied + "-wal"))
        let after = JournalStore(
            try await Database.open(.sqlite(copied)), realm: .real, centre: store.centre)
        #expect(try await after.journal("COI-1") == acknowledged)
        #expect(try await after.verify().isWhole)
        #expect(try await after.append([Sample.vitals()], to: "COI-1", expecting: 10).version == 11)
    }

    @Test("a file that is no database, or is cut, is refused and not touched")
    func damaged() async throws {
        let path = path()
        let text = Data("this is a letter, not a database; leave it as it is. ".utf8)
        try (text + text).write(to: URL(fileURLWithPath: path))
        await #expect {
            try await Database.open(.sqlite(path))
        } throws: { error in
            (error as? SQLError)?.kind == .damaged
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text + text)
        await #expect(throws: SQLError.self) { try await Database.open(.sqlite("/nowhere/at/all.sqlite")) }
    }

    @Test("each commit is synced to the disk, and the file is its owner's alone")
    func durable() async throws {
        let path = path()
        let database = try await Database.open(.sqlite(path))
        try await JournalStore.migrate(database)
        let settings = try await database.write { connection in
            try ["synchronous", "foreign_keys"].map { try connection.query("PRAGMA \($0)")[0].integer($0) }
        }
        #expect(settings == [2, 1])
        #expect(try await database.read { try $0.query("PRAGMA journal_mode")[0].text("journal_mode") } == "wal")
        for file in [path, path + "-wal", path + "-shm"] {
            let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(rights == 0o600, "\(file)")
        }
    }

    @Test("a closed database has done what waited, and refuses what comes", arguments: Backend.all)
    func closed(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        async let waiting = atOnce(20) { _ in try await store.append([Sample.vitals()], to: "COI-1") }
        _ = try await store.append([Sample.vitals()], to: "COI-1")
        await store.database.close()
        for case .failure(let error) in await waiting {
            guard case .unavailable = error as? StoreError else {
                Issue.record("\(error)")
                continue
            }
        }
        await #expect(throws: StoreError.self) { try await store.append([Sample.vitals()], to: "COI-1") }
        await #expect(throws: StoreError.self) { try await store.journal("COI-1") }
    }

    @Test("errors name no password and no address")
    func secrets() async throws {
        let url = "postgres://ada:secret-word@no-such-host.invalid/records?connect_timeout=2"
        await #expect {
            try await Database.open(.postgres(url))
        } throws: { error in
            let text = "\(error) \(StoreError(error)) \(String(reflecting: error))"
            return !text.contains("secret-word") && !text.contains("no-such-host") && !text.contains("ada")
        }
    }

    @Test(
        "PostgreSQL crashes under writers: acknowledged entries are there, and the store goes on",
        .enabled(if: PrivatePostgres.isInstalled, "PostgreSQL 15 is not installed"))
    func postgresCrash() async throws {
        let server = try PrivatePostgres()
        let database = try await Database.open(.postgres(try server.makeDatabase()))
        try await JournalStore.migrate(database)
        let store = JournalStore(database, realm: .real, centre: CentreID(rawValue: "north"))
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        async let written = atOnce(8) { writer in
            var receipts: [AppendReceipt] = []
            do {
                while true { receipts.append(try await store.append([Sample.vitals()], to: "COI-1")) }
            } catch {
                // The server may go while a writer waits for a connection, or while it commits.
                switch error as? StoreError {
                case .unavailable, .outcomeUnknown: return receipts
                default: throw error
                }
            }
        }
        // However busy the machine is: it crashes once something was acknowledged.
        var version = 0
        while version < 20 {
            try await Task.sleep(for: .milliseconds(20))
            version = try await store.journal("COI-1").version
        }
        try server.crash()
        let receipts = try await written.flatMap { try $0.get() }
        #expect(!receipts.isEmpty)
        try server.start()
        let entries = try await store.entries("COI-1", limit: 1000)
        let sequences = receipts.filter { $0.version <= 1000 }
        for receipt in sequences { #expect(entries[receipt.version - 1].hash == receipt.head) }
        #expect(try await store.verify().isWhole)
        _ = try await store.append([Sample.vitals()], to: "COI-1")
        await database.close()
        try server.crash()
    }
}
