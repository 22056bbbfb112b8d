import Care
import Foundation
import Testing

@testable import Records

@Suite struct ChainTests {
    /// What a hand may change, and where the walk must point.
    static let changes: [(sql: String, place: ChainFault.Place)] = [
        (
            "UPDATE real_entries SET entry = replace(entry, '38.3', '36.6') WHERE journal = 1 AND sequence = 3",
            .entry(3)
        ),
        ("UPDATE real_entries SET entry = entry || ' ' WHERE journal = 1 AND sequence = 6", .entry(6)),
        (
            "UPDATE real_entries SET hash = replace(hash, substr(hash, 1, 8), 'deadbeef') WHERE journal = 1 AND sequence = 4",
            .entry(4)
        ),
        ("UPDATE real_entries SET sequence = 99 WHERE journal = 1 AND sequence = 5", .entry(5)),
        ("UPDATE real_entries SET sequence = 99 WHERE journal = 1 AND sequence = 6", .entry(6)),
        ("UPDATE real_entries SET journal = 2, sequence = 99 WHERE journal = 1 AND sequence = 2", .entry(2)),
        ("DELETE FROM real_entries WHERE journal = 1 AND sequence = 1", .entry(1)),
        ("DELETE FROM real_entries WHERE journal = 1 AND sequence = 6", .entry(6)),
        ("UPDATE real_journals SET version = 5 WHERE id = 1", .entry(6)),
        ("UPDATE real_journals SET version = 7 WHERE id = 1", .entry(7)),
        ("UPDATE real_journals SET head = seal WHERE id = 1", .head),
        ("UPDATE real_journals SET header = replace(header, 'COI-1', 'COI-7') WHERE id = 1", .header),
        ("UPDATE real_journals SET opened_at = '2020-01-01T00:00:00Z' WHERE id = 1", .header),
        ("UPDATE real_journals SET opened_by = replace(opened_by, 'Ada', 'Eve') WHERE id = 1", .header),
        ("UPDATE real_journals SET seal = head WHERE id = 1", .header),
    ]

    static func filled(_ backend: Backend) async throws -> JournalStore {
        let store = try await backend.store()
        for therapy in ["COI-1", "COI-2"] {
            try await store.open(therapy: therapy, subject: .real, by: Sample.nurse)
            for index in 1...6 {
                _ = try await store.append([Sample.vitals(38 + Double(index) / 10)], to: therapy)
            }
        }
        return store
    }

    @Test("whatever is changed by hand, the walk names exactly that entry", arguments: Backend.all)
    func tampering(_ backend: Backend) async throws {
        for change in Self.changes {
            let store = try await Self.filled(backend)
            #expect(try await store.verify().isWhole)
            try await Tampering.disarm(store.database)
            if backend == .sqlite {
                _ = try await store.database.write { try $0.execute("PRAGMA ignore_check_constraints = ON") }
            }
            try await Tampering.run(change.sql, store.database)
            let report = try await store.verify()
            let first = try #require(report.faults.first, "\(change.sql)")
            #expect(first.therapy == "COI-1", "\(change.sql)")
            #expect(first.place == change.place, "\(change.sql): \(first)")
            // The other journal still holds, but where the entry was moved into it.
            let intact = !change.sql.contains("journal = 2")
            #expect(report.heads.map(\.therapy) == (intact ? ["COI-2"] : []), "\(change.sql)")
            // Nobody is shown what is not what was written, and nobody writes after it.
            let fresh = JournalStore(store.database, realm: .real, centre: store.centre)
            await #expect(throws: StoreError.broken(first)) { try await fresh.journal("COI-1") }
            await #expect(throws: StoreError.broken(first)) {
                try await fresh.append([Sample.vitals()], to: "COI-1")
            }
            await store.database.close()
        }
    }

    @Test("a journal renamed or moved to another centre is named", arguments: Backend.all)
    func renamed(_ backend: Backend) async throws {
        for column in ["therapy", "centre"] {
            let store = try await Self.filled(backend)
            let heads = try await store.verify().heads
            try await Tampering.disarm(store.database)
            try await Tampering.run("UPDATE real_journals SET \(column) = 'COI-9' WHERE id = 1", store.database)
            // Wherever it is now, its seal is another's; and where it was, the witness misses it.
            let audit = try await Audit(of: store.database)
            #expect(audit.firstFault?.place == .header)
            let report = try await store.verify(against: heads)
            #expect(report.faults.contains { $0.therapy == "COI-1" && $0.place == .header })
        }
    }

    @Test("a journal cut short, or written anew, does not hold against heads kept elsewhere", arguments: Backend.all)
    func witness(_ backend: Backend) async throws {
        let store = try await Self.filled(backend)
        let heads = try await store.verify().heads
        _ = try await store.append([Sample.vitals()], to: "COI-1")
        #expect(try await store.verify(against: heads).isWhole)
        try await Tampering.disarm(store.database)
        let hash = try await store.entries("COI-1", after: 4, limit: 1)[0].hash
        _ = try await store.database.write { connection in
            try connection.execute("DELETE FROM real_entries WHERE journal = 1 AND sequence > 5")
            try connection.execute("UPDATE real_journals SET version = 5, head = ? WHERE id = 1", [.text(hash)])
        }
        #expect(try await store.verify().isWhole)
        #expect(try await store.verify(against: heads).faults.map(\.place) == [.entry(6)])
    }

    @Test("the database itself refuses to change or remove what was written", arguments: Backend.all)
    func onlyGrows(_ backend: Backend) async throws {
        let store = try await Self.filled(backend)
        let slot = Claim(kind: .slot, name: "S")
        _ = try await store.append([Sample.vitals()], to: "COI-1", key: IdempotencyKey("k"), claims: [slot])
        var statements = [
            "UPDATE real_entries SET entry = entry WHERE sequence = 1", "DELETE FROM real_entries",
            "INSERT INTO real_entries SELECT journal, sequence + 9, entry, hash FROM real_entries WHERE sequence = 1",
            "DELETE FROM real_journals", "UPDATE real_journals SET opened_by = ''",
            "UPDATE real_journals SET version = version - 1", "UPDATE real_journals SET therapy = 'x' || therapy",
            "DELETE FROM real_claims", "UPDATE real_claims SET name = 'other', released_in = 1",
            "UPDATE real_claims SET journal = 2, released_in = 1",
            "DELETE FROM real_receipts", "UPDATE real_receipts SET last = last",
        ]
        switch backend {
        case .sqlite:
            statements += ["entries", "journals", "claims", "receipts"].map {
                "INSERT OR REPLACE INTO real_\($0) SELECT * FROM real_\($0)"
            }
        case .postgres:
            statements += ["entries", "journals", "claims", "receipts"].map { "TRUNCATE real_\($0) CASCADE" }
        }
        for statement in statements {
            await #expect {
                try await store.database.write { try $0.execute(statement) }
            } throws: { error in
                (error as? SQLError)?.kind == .constraint
            }
        }
        #expect(try await store.verify().isWhole)
        #expect(try await store.holder(of: slot) == "COI-1")
    }
}
