import Care
import Foundation
import Testing

@testable import Records

@Suite struct ConcurrencyTests {
    @Test("of two who claim one slot at once exactly one gets it, 1,000 times", arguments: Backend.all)
    func race(_ backend: Backend) async throws {
        let location = try backend.location()
        // Two programs on one database, each with its own connections.
        let databases = [try await Database.open(location), try await Database.open(location)]
        try await JournalStore.migrate(databases[0])
        let stores = databases.map { JournalStore($0, realm: .real, centre: CentreID(rawValue: "north")) }
        for therapy in ["COI-0", "COI-1"] {
            try await stores[0].open(therapy: therapy, subject: .real, by: Sample.nurse)
        }
        let kinds: [Claim.Kind] = [.slot, .batchRelease, .bagInfusion, .identifier]
        for round in 0..<20 {
            // Half of the pairs meet in one program, half across two.
            let results = await atOnce(100) { index in
                let (turn, side) = (round * 50 + index / 2, index % 2)
                let claim = Claim(kind: kinds[turn % 4], name: "T-\(turn)")
                let store = stores[turn % 2 == 0 ? 0 : side]
                return try await store.append([Sample.vitals()], to: "COI-\(side)", claims: [claim])
            }
            for turn in 0..<50 {
                let pair = results[(turn * 2)...(turn * 2 + 1)]
                let won = pair.filter { if case .success = $0 { true } else { false } }
                #expect(won.count == 1)
                for case .failure(let error) in pair {
                    guard case .claimed(_, let holder) = error as? StoreError else {
                        Issue.record("the loser was told: \(error)")
                        continue
                    }
                    let winner = try won[0].get().therapy
                    #expect(holder == winner)
                }
            }
        }
        let report = try await stores[1].verify()
        #expect(report.isWhole)
        #expect(report.entries == 1000)
    }

    @Test(
        "random interleavings: every acknowledged entry is there, once, under its number", arguments: Backend.all,
        [1, 2, 3])
    func interleavings(_ backend: Backend, _ seed: UInt64) async throws {
        let location = try backend.location()
        let databases = [try await Database.open(location), try await Database.open(location)]
        try await JournalStore.migrate(databases[0])
        let stores = databases.map { JournalStore($0, realm: .real, centre: CentreID(rawValue: "north")) }
        for index in 0..<3 {
            try await stores[0].open(therapy: "COI-\(index)", subject: .real, by: Sample.nurse)
        }
        // What each writer does is drawn before; how they meet is left to the machine.
        var random = Seeded(seed)
        let plans = (0..<24).map { writer in (0..<12).map { Plan(writer, $0, &random) } }
        let results = await atOnce(plans.count) { writer in
            var receipts: [(Plan, AppendReceipt)] = []
            for plan in plans[writer] {
                if let receipt = try await plan.run(on: stores[plan.program]) { receipts.append((plan, receipt)) }
            }
            return receipts
        }
        let acknowledged = try results.flatMap { try $0.get() }
        #expect(acknowledged.count > 100)
        let fresh = JournalStore(databases[0], realm: .real, centre: stores[0].centre)
        #expect(try await fresh.verify().isWhole)
        var total = 0
        for index in 0..<3 {
            let therapy = "COI-\(index)"
            let entries = try await fresh.entries(therapy, limit: 1000)
            #expect(entries.map(\.entry.sequence) == Array(1...entries.count))
            let mine = acknowledged.filter { $0.1.therapy == therapy }
            for (plan, receipt) in mine {
                #expect(receipt.lines.map { entries[$0.sequence - 1].hash } == receipt.lines.map(\.hash))
                #expect(receipt.lines.map { entries[$0.sequence - 1].entry.submission } == plan.submissions)
            }
            // A key sent twice has one receipt; nothing else is there but what was acknowledged.
            let written = Set(mine.flatMap { $0.1.lines.map(\.sequence) })
            #expect(written == Set(1...entries.count))
            for store in stores { #expect(try await store.journal(therapy).version == entries.count) }
            total += entries.count
        }
        #expect(total == Set(acknowledged.flatMap(\.0.submissions)).count)
    }

    @Test("a reader sees versions only rise, and each as it was acknowledged", arguments: Backend.all)
    func readers(_ backend: Backend) async throws {
        let store = try await backend.store()
        try await store.open(therapy: "COI-1", subject: .real, by: Sample.nurse)
        async let written = atOnce(60) { _ in try await store.append([Sample.vitals()], to: "COI-1") }
        let read = await atOnce(8) { _ in
            var seen: [VersionedJournal] = []
            while (seen.last?.version ?? 0) < 60 { seen.append(try await store.journal("COI-1")) }
            return seen
        }
        let heads = try await Dictionary(
            uniqueKeysWithValues: written.map { (try $0.get().version, try $0.get().head) })
        for result in read {
            let seen = try result.get()
            #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.version <= $1.version })
            #expect(seen.allSatisfy { $0.journal.entries.count == $0.version })
            #expect(seen.allSatisfy { $0.version == 0 || heads[$0.version] == $0.head })
        }
    }
}

/// One thing that a writer does.
private struct Plan: Sendable {
    var program: Int
    var therapy: String
    var submissions: [String]
    var isImpossible: Bool
    var isSentTwice: Bool
    var expects: Bool

    init(_ writer: Int, _ turn: Int, _ random: inout Seeded) {
        program = Int.random(in: 0...1, using: &random)
        therapy = "COI-\(Int.random(in: 0..<3, using: &random))"
        submissions = (0..<Int.random(in: 1...3, using: &random)).map { "\(writer)-\(turn)-\($0)" }
        isImpossible = Int.random(in: 0..<10, using: &random) == 0
        isSentTwice = Int.random(in: 0..<4, using: &random) == 0
        expects = Int.random(in: 0..<3, using: &random) == 0
    }

    /// - Returns: nil where the store was right to refuse.
    func run(on store: JournalStore) async throws -> AppendReceipt? {
        var drafts = submissions.map { Sample.vitals(submission: $0) }
        if isImpossible { drafts.append(Sample.vitals(500)) }
        let version = expects ? try await store.journal(therapy).version : nil
        do {
            let key = isSentTwice ? IdempotencyKey("k-\(submissions[0])") : nil
            let receipt = try await store.append(drafts, to: therapy, expecting: version, key: key)
            if isSentTwice {
                let again = try await store.append(drafts, to: therapy, expecting: version, key: key)
                #expect(again == receipt)
            }
            #expect(!isImpossible)
            return receipt
        } catch {
            // Not by patterns of `catch`: Swift 6.3.1 stops with "ownership error" on these for a typed error.
            if case .stale = error, expects { return nil }
            guard case .refused(let fault) = error, isImpossible else { throw error }
            #expect(fault.field == "payload.temperature")
            return nil
        }
    }
}

/// A generator with a seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
