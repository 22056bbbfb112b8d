import Care
import Foundation
import Records

/// Appends for ever: `SEND key therapy` goes out before a request, `ACK key therapy sequence hash` after it.
struct Writing {
    let options: Options

    init(_ options: Options) { self.options = options }

    static let centre = CentreID(rawValue: "crash")
    static let nurse = Actor(role: .nurse, name: "Ada")

    /// One request: the same for the same key, so that it can be sent again.
    static func draft(_ key: String, at instant: Instant) -> EntryDraft {
        EntryDraft(
            event: .vitalsTaken(VitalSigns(temperature: 36 + Double(key.utf8.reduce(0) { $0 &+ Int($1) } % 40) / 10)),
            actor: nurse, occurredAt: instant, submission: key)
    }

    func run() async throws {
        let database = try await options.database()
        let store = JournalStore(database, realm: .real, centre: Self.centre)
        let therapies = (1...options.number("therapies", or: 8)).map { "CRASH-\($0)" }
        for therapy in therapies {
            do {
                try await store.open(therapy: therapy, subject: .real, by: Self.nurse)
            } catch {
                guard error == .exists else { throw error }
            }
        }
        let writers = options.number("writers", or: 32)
        try await withThrowingTaskGroup(of: Void.self) { group in
            if let log = options.text("resend") {
                // Nobody knows what became of these: their senders ask again, with the same keys.
                for (key, therapy) in try Log(log).open {
                    group.addTask { try await Self.send(key, therapy, store) }
                }
                try await group.waitForAll()
            }
            for writer in 0..<writers {
                group.addTask {
                    while true {
                        let therapy = therapies[Int.random(in: 0..<therapies.count)]
                        let key = "\(writer)-\(UUID().uuidString)"
                        Lines.put("SEND \(key) \(therapy)")
                        try await Self.send(key, therapy, store)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func send(_ key: String, _ therapy: String, _ store: JournalStore) async throws {
        // The time is part of the content, so it comes from the key too.
        let instant = Instant(millisecondsSince1970: 1_772_000_000_000 + Int64(key.utf8.reduce(0) { $0 &+ Int($1) }))
        let receipt = try await store.append(
            [draft(key, at: instant)], to: therapy, key: IdempotencyKey(key))
        Lines.put("ACK \(key) \(therapy) \(receipt.version) \(receipt.head)")
    }
}
