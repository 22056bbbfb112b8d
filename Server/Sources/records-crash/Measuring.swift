import Care
import Foundation
import Records
import Synchronization

/// Measures durable writes and reads of whole journals, by many clients at once.
struct Measuring {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() async throws {
        let database = try await options.database()
        let store = JournalStore(database, realm: .real, centre: CentreID(rawValue: "measure-\(UUID().uuidString)"))
        let clients = options.number("clients", or: 200)
        let seconds = Double(options.number("seconds", or: 10))
        let therapies = (1...40).map { "M-\($0)" }
        for therapy in therapies {
            try await store.open(therapy: therapy, subject: .real, by: Writing.nurse)
            let drafts = (0..<options.number("entries", or: 300)).map {
                Writing.draft("\(therapy)-\($0)", at: Instant(millisecondsSince1970: 1_772_000_000_000))
            }
            _ = try await store.append(drafts, to: therapy)
        }
        try await measure("durable writes", clients, seconds) { client, turn in
            _ = try await store.append(
                [Writing.draft("\(client)-\(turn)", at: Instant(millisecondsSince1970: 1_772_000_000_000))],
                to: therapies[(client + turn) % therapies.count], key: IdempotencyKey("\(client)-\(turn)"))
        }
        try await measure("reads of a journal", clients, seconds) { client, turn in
            _ = try await store.journal(therapies[(client &* 7 + turn) % therapies.count])
        }
        let key = UUID().uuidString
        try await measure("9 reads to 1 write", clients, seconds) { client, turn in
            let therapy = therapies[(client + turn) % therapies.count]
            if turn % 10 == 0 {
                _ = try await store.append(
                    [Writing.draft("\(key)\(client)-\(turn)", at: Instant(millisecondsSince1970: 1_772_000_000_000))],
                    to: therapy)
            } else {
                _ = try await store.journal(therapy)
            }
        }
        // As a centre would be on its busiest day: each client at its own pace, 1,500 reads and 300 writes a second in all.
        let (paced, pause) = (UUID().uuidString, Double(clients) / 1800)
        let begin = DispatchTime.now().uptimeNanoseconds
        try await measure("1,500 reads and 300 writes a second", clients, seconds) { client, turn in
            let due = begin + UInt64((Double(turn) + Double(client) / Double(clients)) * pause * 1e9)
            let now = DispatchTime.now().uptimeNanoseconds
            if due > now { try await Task.sleep(nanoseconds: due - now) }
            // From when it was due, so that waiting for one another counts.
            return due
        } _: { client, turn in
            let therapy = therapies[(client + turn) % therapies.count]
            if (turn + client) % 6 == 0 {
                _ = try await store.append(
                    [Writing.draft("\(paced)\(client)-\(turn)", at: Instant(millisecondsSince1970: 1_772_000_000_000))],
                    to: therapy, key: IdempotencyKey("\(paced)\(client)-\(turn)"))
            } else {
                _ = try await store.journal(therapy)
            }
        }
        let whole = try await store.verify()
        Lines.put("\(whole.journals) journals, \(whole.entries) entries, \(whole.faults.count) faults")
        await database.close()
    }

    private func measure(
        _ what: String, _ clients: Int, _ seconds: Double,
        _ start: @escaping @Sendable (_ client: Int, _ turn: Int) async throws -> UInt64 = { _, _ in
            DispatchTime.now().uptimeNanoseconds
        },
        _ body: @escaping @Sendable (_ client: Int, _ turn: Int) async throws -> Void
    ) async throws {
        let first = DispatchTime.now().uptimeNanoseconds
        let end = first + UInt64(seconds * 1e9)
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for client in 0..<clients {
                group.addTask {
                    var times: [Double] = []
                    while true {
                        let before = try await start(client, times.count)
                        if before >= end { return times }
                        try await body(client, times.count)
                        times.append(Double(DispatchTime.now().uptimeNanoseconds - before) / 1e6)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted()
        }
        let took = Double(DispatchTime.now().uptimeNanoseconds - first) / 1e9
        func share(_ part: Double) -> String { String(format: "%.1f", times[Int(Double(times.count - 1) * part)]) }
        Lines.put(
            "\(what): \(Int(Double(times.count) / took)) a second, \(clients) clients; ms: median \(share(0.5)), "
                + "p99 \(share(0.99)), longest \(share(1))")
    }
}
