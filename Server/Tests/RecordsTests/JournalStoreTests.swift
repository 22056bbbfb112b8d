import Care
import Chain
import Foundation
import Testing

@testable import Records

@Suite struct JournalStoreTests {
    @Test("what was appended is read back, with version and hash", arguments: Backend.all)
    func appendAndRead(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let empty = try await store.journal("COI-1")
        #expect(empty.version == 0)
        #expect(
            empty.head == ChainHash.origin(header: #"{"journal":{"schema":1,"subject":{"real":{}},"therapy":"COI-1"}}"#)
        )
        let first = try await store.append([Sample.vitals(38.6)], to: "COI-1", expecting: 0)
        let second = try await store.append([Sample.vitals(39), Sample.vitals(39.5)], to: "COI-1", expecting: 1)
        #expect(first.lines.map(\.sequence) == [1])
        #expect(second.lines.map(\.sequence) == [2, 3])
        let journal = try await store.journal("COI-1")
        #expect(journal.version == 3)
        #expect(journal.head == second.head)
        let temperatures = journal.journal.entries.map { entry -> Double? in
            if case .vitalsTaken(let signs) = entry.event { signs.temperature } else { nil }
        }
        #expect(temperatures == [38.6, 39, 39.5])
        // A second store has nothing in its cache: it reads what the database holds.
        let fresh = JournalStore(store.database, realm: .real, centre: store.centre)
        #expect(try await fresh.journal("COI-1") == journal)
        let page = try await fresh.entries("COI-1", after: 1, limit: 1)
        #expect(page.map(\.entry.sequence) == [2])
        #expect(page.map(\.hash) == [second.lines[0].hash])
    }

    @Test("the chain can be checked with sha256sum alone")
    func chainByHand() async throws {
        let store = try await Backend.sqlite.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let receipt = try await store.append([Sample.vitals()], to: "COI-1")
        let (row, line) = try await store.database.read { connection in
            let row = try #require(try store.tables.row("COI-1", connection))
            return (row, try #require(try store.tables.lines(row.id, from: 1, connection).first))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c",
            """
            first=$(printf '%s' "$1" | sha256sum | cut -c1-64); printf '%s%s' "$first" "$2" | sha256sum | cut -c1-64
            """, "sh", row.header, line.entry,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(text == receipt.head + "\n")
    }

    @Test("a writer who saw an older version is told so, and nothing is written", arguments: Backend.all)
    func stale(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        _ = try await store.append([Sample.vitals()], to: "COI-1", expecting: 0)
        await #expect(throws: StoreError.stale(expected: 0, actual: 1)) {
            try await store.append([Sample.vitals()], to: "COI-1", expecting: 0)
        }
        #expect(try await store.journal("COI-1").version == 1)
    }

    @Test("an append is all or nothing: one impossible entry keeps the others out", arguments: Backend.all)
    func allOrNothing(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let claim = Claim(kind: .slot, name: "S-1")
        await #expect {
            try await store.append([Sample.vitals(), Sample.vitals(101.3)], to: "COI-1", claims: [claim])
        } throws: { error in
            guard case .refused(let fault) = error as? StoreError else { return false }
            return fault.field == "payload.temperature"
        }
        #expect(try await store.journal("COI-1").version == 0)
        #expect(try await store.holder(of: claim) == nil)
    }

    @Test("the same key with the same content gets the same receipt, and writes once", arguments: Backend.all)
    func idempotency(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let key = IdempotencyKey("k-1")
        let first = try await store.append([Sample.vitals()], to: "COI-1", expecting: 0, key: key)
        _ = try await store.append([Sample.vitals(39)], to: "COI-1")
        // The retry names the version of its first try, which is overtaken by now.
        let again = try await store.append([Sample.vitals()], to: "COI-1", expecting: 0, key: key)
        #expect(again == first)
        #expect(try await store.journal("COI-1").version == 2)
        await #expect(throws: StoreError.keyReused) {
            try await store.append([Sample.vitals(40)], to: "COI-1", key: key)
        }
        try await store.open(therapy: "COI-2", subject: .real, by: Sample.nurse)
        await #expect(throws: StoreError.keyReused) {
            try await store.append([Sample.vitals()], to: "COI-2", key: key)
        }
    }

    @Test("a claim has one holder until that one releases it", arguments: Backend.all)
    func claims(_ backend: Backend) async throws {
        let store = try await backend.store()
        for therapy in ["COI-1", "COI-2"] {
            try await store.open(therapy: therapy, subject: .real, by: Sample.nurse)
        }
        let slot = Claim(kind: .slot, name: "S-1")
        _ = try await store.append([Sample.vitals()], to: "COI-1", claims: [slot])
        for therapy in ["COI-1", "COI-2"] {
            await #expect(throws: StoreError.claimed(slot, by: "COI-1")) {
                try await store.append([Sample.vitals()], to: therapy, claims: [slot])
            }
        }
        await #expect(throws: StoreError.notHeld(slot)) {
            try await store.append([Sample.vitals()], to: "COI-2", releasing: [slot])
        }
        _ = try await store.append([Sample.vitals()], to: "COI-1", releasing: [slot])
        _ = try await store.append([Sample.vitals()], to: "COI-2", claims: [slot])
        #expect(try await store.holder(of: slot) == "COI-2")
        // The same name of another kind is another thing.
        _ = try await store.append([Sample.vitals()], to: "COI-1", claims: [Claim(kind: .bagInfusion, name: "S-1")])
    }

    @Test("another centre's therapy, and another realm's, do not exist", arguments: Backend.all)
    func apart(_ backend: Backend) async throws {
        let north = try await backend.store()
        let south = JournalStore(north.database, realm: .real, centre: CentreID(rawValue: "south"))
        let training = JournalStore(north.database, realm: .training, centre: north.centre)
        try await north.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let claim = Claim(kind: .slot, name: "S-1")
        _ = try await north.append([Sample.vitals()], to: "COI-1", key: IdempotencyKey("k"), claims: [claim])
        for other in [south, training] {
            await #expect(throws: StoreError.notFound) { try await other.journal("COI-1") }
            await #expect(throws: StoreError.notFound) { try await other.entries("COI-1", limit: 10) }
            await #expect(throws: StoreError.notFound) { try await other.append([Sample.vitals()], to: "COI-1") }
            await #expect(throws: StoreError.notFound) { try await other.verify("COI-1") }
            #expect(try await other.journals(limit: 10).isEmpty)
            #expect(try await other.holder(of: claim) == nil)
        }
        // Their own therapy, key and slot of those names are their own.
        try await south.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        _ = try await south.append([Sample.vitals(40)], to: "COI-1", key: IdempotencyKey("k"), claims: [claim])
        #expect(try await north.journal("COI-1").journal != south.journal("COI-1").journal)
        await #expect(throws: StoreError.self) {
            try await training.open(therapy: "COI-9", subject: .real, by: Sample.nurse)
        }
    }

    @Test("therapies are listed in pages, each once", arguments: Backend.all)
    func pages(_ backend: Backend) async throws {
        let store = try await backend.store()
        let names = ["B-2", "a", "é", "Z", "10", "2", "b-2"]
        for name in names { try await store.open(therapy: name, subject: .real, by: Sample.nurse) }
        var listed: [String] = []
        while true {
            let page = try await store.journals(after: listed.last, limit: 3)
            if page.isEmpty { break }
            #expect(page.count <= 3)
            listed += page.map(\.therapy)
        }
        #expect(listed == names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    }

    @Test("the time of writing never goes back, even where the clock does", arguments: Backend.all)
    func clock(_ backend: Backend) async throws {
        let clock = TestClock(Sample.noon.milliseconds + 1000)
        let store = JournalStore(
            try await backend.database(), realm: .real, centre: CentreID(rawValue: "north"), clock: { clock.now })
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let first = try await store.append([Sample.vitals()], to: "COI-1")
        clock.advance(by: -500)
        let second = try await store.append([Sample.vitals()], to: "COI-1")
        #expect(second.lines[0].recordedAt == first.lines[0].recordedAt)
        #expect(second.lines[0].recordedAt.zoneOffsetMinutes == 60)
        clock.advance(by: -5_000)
        await #expect {
            try await store.append([Sample.vitals(at: Sample.noon.advanced(byDays: 1))], to: "COI-1")
        } throws: { error in
            guard case .refused(let fault) = error as? StoreError else { return false }
            return fault.field == "recordedAt"
        }
    }
}
