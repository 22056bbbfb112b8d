import Care
import Foundation
import Testing

@testable import Records

@Suite struct StoreEdgeTests {
    @Test("what is too large, empty or no identifier is named", arguments: Backend.all)
    func limits(_ backend: Backend) async throws {
        var limits = RecordLimits()
        limits.entryBytes = 400
        limits.entriesOfAppend = 3
        limits.entriesOfJournal = 4
        let store = JournalStore(
            try await backend.database(), realm: .real, centre: CentreID(rawValue: "north"), limits: limits)
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        let four = Array(repeating: Sample.vitals(), count: 4)
        await #expect(throws: StoreError.tooLarge(what: "entries", size: 4, limit: 3)) {
            try await store.append(four, to: "COI-1")
        }
        _ = try await store.append(Array(four.prefix(3)), to: "COI-1")
        await #expect(throws: StoreError.tooLarge(what: "entries of the journal", size: 5, limit: 4)) {
            try await store.append(Array(four.prefix(2)), to: "COI-1")
        }
        var long = Sample.vitals()
        long.actor.name = String(repeating: "x", count: 400)
        await #expect {
            try await store.append([long], to: "COI-1")
        } throws: { error in
            if case .tooLarge("entry, in bytes", _, 400) = error as? StoreError { true } else { false }
        }
        for therapy in ["", "a\u{0}b", "line\n", String(repeating: "x", count: 201)] {
            await #expect(throws: StoreError.self) {
                try await store.open(therapy: therapy, subject: .real, by: Sample.nurse)
            }
            await #expect(throws: StoreError.self) {
                try await store.append([Sample.vitals()], to: "COI-1", claims: [Claim(kind: .slot, name: therapy)])
            }
            await #expect(throws: StoreError.self) {
                try await store.append([Sample.vitals()], to: "COI-1", key: IdempotencyKey(therapy))
            }
        }
        await #expect(throws: StoreError.self) { try await store.append([], to: "COI-1") }
        await #expect(throws: StoreError.exists) {
            try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        }
        for unknown in ["COI-2", "", "a\u{0}b"] {
            await #expect(throws: StoreError.self) { try await store.journal(unknown) }
        }
        #expect(try await store.entries("COI-1", after: .max, limit: .max).isEmpty)
        #expect(try await store.entries("COI-1", after: -5, limit: -5).count == 1)
        #expect(try await store.journal("COI-1").version == 3)
    }

    @Test("a submission that is in the journal is refused with the number of its entry", arguments: Backend.all)
    func submission(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        _ = try await store.append([Sample.vitals(submission: "s")], to: "COI-1")
        await #expect {
            try await store.append([Sample.vitals(submission: "s")], to: "COI-1")
        } throws: { error in
            guard case .refused(let fault) = error as? StoreError else { return false }
            return fault.field == "submission" && fault.problem.contains("entry 1")
        }
    }

    @Test("a journal written elsewhere is taken over with its times, or not at all", arguments: Backend.all)
    func adopt(_ backend: Backend) async throws {
        let database = try await backend.database()
        let (real, simulated) = (
            JournalStore(database, realm: .real, centre: CentreID(rawValue: "north")),
            JournalStore(database, realm: .simulated, centre: CentreID(rawValue: "north"))
        )
        var journal = Journal(therapy: "SIM-1", subject: .simulated(study: "s", seed: 1, patient: 2))
        for hour in 0..<70 {
            let instant = Sample.noon.advanced(byDays: Double(hour) * 100)
            journal.record(
                .vitalsTaken(VitalSigns(temperature: 37)), by: Sample.nurse, at: instant, simulatedDay: Double(hour))
        }
        let receipt = try await simulated.adopt(journal, by: Sample.nurse)
        #expect(receipt.version == 70)
        let fresh = JournalStore(database, realm: .simulated, centre: simulated.centre)
        #expect(try await fresh.journal("SIM-1").journal == journal)
        #expect(try await fresh.verify("SIM-1").entries == 70)
        await #expect(throws: StoreError.exists) { try await simulated.adopt(journal, by: Sample.nurse) }
        var draft = Sample.vitals(at: journal.entries[69].occurredAt)
        await #expect(throws: StoreError.self) { try await simulated.append([draft], to: "SIM-1") }
        draft.simulatedDay = 70
        #expect(try await simulated.append([draft], to: "SIM-1").version == 71)
        // Neither a simulated patient among the real ones, nor an entry from the future.
        await #expect(throws: StoreError.self) { try await real.adopt(journal, by: Sample.nurse) }
        var future = Journal(therapy: "COI-F", subject: .real)
        future.record(
            .vitalsTaken(VitalSigns(temperature: 37)), by: Sample.nurse, at: Instant.systemClock().advanced(byDays: 1))
        await #expect(throws: StoreError.self) { try await real.adopt(future, by: Sample.nurse) }
        await #expect(throws: StoreError.notFound) { try await real.journal("COI-F") }
        var impossible = Journal(therapy: "COI-I", subject: .real)
        impossible.record(.vitalsTaken(VitalSigns(temperature: 500)), by: Sample.nurse, at: Sample.noon)
        await #expect(throws: StoreError.self) { try await real.adopt(impossible, by: Sample.nurse) }
        await #expect(throws: StoreError.notFound) { try await real.journal("COI-I") }
    }

    @Test("who listens hears of each change after it is durable, versions rising", arguments: Backend.all)
    func changes(_ backend: Backend) async throws {
        let store = try await backend.store()
        let (all, one) = (store.changes, store.changes(of: "COI-1"))
        for therapy in ["COI-1", "COI-2"] {
            try await store.open(therapy: therapy, subject: .real, by: Sample.nurse)
        }
        let results = await atOnce(40) { try await store.append([Sample.vitals()], to: "COI-\($0 % 2 + 1)") }
        let heads = try Dictionary(uniqueKeysWithValues: results.map { (try $0.get().head, try $0.get().version) })
        await #expect(throws: StoreError.self) { try await store.append([Sample.vitals(500)], to: "COI-1") }
        var latest: [String: Int] = [:]
        for await change in all {
            if let before = latest[change.therapy] { #expect(change.version > before) }
            latest[change.therapy] = change.version
            if change.version > 0 { #expect(heads[change.head] == change.version) }
            if latest == ["COI-1": 20, "COI-2": 20] { break }
        }
        // A slow listener gets the newest only.
        for await change in one {
            #expect(change == JournalChange(therapy: "COI-1", version: 20, head: try await store.journal("COI-1").head))
            break
        }
    }

    @Test("names that look alike but are other bytes are other therapies", arguments: Backend.all)
    func bytes(_ backend: Backend) async throws {
        let store = try await backend.store()
        let names = ["\u{e9}", "e\u{301}"]
        #expect(names[0] == names[1])
        for (index, name) in names.enumerated() {
            try await store.open(therapy: name, subject: .real, by: Sample.nurse)
            for _ in 0...index { _ = try await store.append([Sample.vitals()], to: name) }
        }
        #expect(try await store.journal(names[0]).version == 1)
        #expect(try await store.journal(names[1]).version == 2)
        #expect(try await store.verify().entries == 3)
    }

    @Test("a small cache serves the same journals as none")
    func cache() async throws {
        let cache = JournalCache(limit: 20)
        func journal(_ version: Int, _ head: String) -> VersionedJournal {
            VersionedJournal(journal: Journal(therapy: head, subject: .real), version: version, head: head)
        }
        for row in 0..<50 { cache.keepDurable(journal(3, "d\(row)"), row) }
        #expect((0..<50).filter { cache.journal($0, version: 3, head: "d\($0)") != nil }.count <= 6)
        #expect(cache.journal(49, version: 3, head: "d49")?.head == "d49")
        // What is not committed is found by its own hash alone, and the durable one stays beside it.
        cache.keepPending(journal(4, "p"), 49)
        #expect(cache.journal(49, version: 4, head: "d49") == nil)
        #expect(cache.journal(49, version: 4, head: "p")?.version == 4)
        #expect(cache.journal(49, version: 3, head: "d49")?.version == 3)
        #expect(cache.prefix(49, version: 4)?.head == "d49")
        // An older reader who comes late does not push the newer one out.
        cache.keepDurable(journal(5, "n"), 49)
        cache.keepDurable(journal(3, "d49"), 49)
        #expect(cache.journal(49, version: 5, head: "n") != nil)
        #expect(cache.journal(49, version: 4, head: "p") == nil)
    }

    @Test("what a reader was overtaken by is told from what it has read and from what is not committed")
    func overtaken() {
        let cache = JournalCache()
        func journal(_ version: Int, _ head: String) -> VersionedJournal {
            VersionedJournal(journal: Journal(therapy: "COI-1", subject: .real), version: version, head: head)
        }
        #expect(!cache.isOvertaken(1, version: 3, head: "c"))
        cache.keepDurable(journal(3, "c"), 1)
        #expect(!cache.isOvertaken(1, version: 3, head: "c"))
        #expect(cache.isOvertaken(1, version: 2, head: "b"))
        #expect(!cache.isOvertaken(1, version: 4, head: "d"))
        cache.keepPending(journal(5, "e"), 1)
        #expect(!cache.isOvertaken(1, version: 4, head: "d"))
    }

    @Test(
        "only the database says what is durable: a longer journal that is known here is not served",
        arguments: Backend.all)
    func putBack(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        _ = try await store.append([Sample.vitals()], to: "COI-1")
        let durable = try await store.journal("COI-1")
        let tables = store.tables
        let found = try await store.read { try tables.row("COI-1", $0) }
        let row = try #require(found)
        // As after a database was put back to an earlier day under a running server.
        store.cache.keepDurable(
            VersionedJournal(journal: Journal(therapy: "COI-1", subject: .real), version: 9, head: "gone"), row.id)
        #expect(try await store.journal("COI-1") == durable)
        _ = try await store.append([Sample.vitals()], to: "COI-1")
        #expect(try await store.journal("COI-1").version == 2)
    }

    @Test("readers of a journal that grows see each version whole and never an older one", arguments: Backend.all)
    func growing(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    var last = 0
                    while last < 40 {
                        let found = try await store.journal("COI-1")
                        #expect(found.version >= last && found.journal.entries.count == found.version)
                        last = found.version
                    }
                }
            }
            group.addTask { for _ in 0..<40 { _ = try await store.append([Sample.vitals()], to: "COI-1") } }
            try await group.waitForAll()
        }
    }
}
