import Care
import Foundation
import HTTPTypes
import HummingbirdTesting
import Records
import Testing
import Therapy

@testable import Service

/// Two people who do at once what only one may do.
@Suite("Races")
struct RaceTests {
    /// A virtual patient up to the entry before the first of a kind, and that entry as it would be sent.
    private struct Eve {
        let journal: Journal
        let payload: JSON
        let occurredAt: String

        init(of type: EventType, in study: String, now: Instant) throws {
            let shop = try TrialShop(#require(TestCentre.shelf))
            let trial = Trial(try shop.setting(TrialOrder(study: study)))
            for index in 0..<20 {
                let (source, _) = trial.patient(index)
                guard let position = source.entries.firstIndex(where: { $0.event.type == type }) else { continue }
                let moved = try TrainingJournal(
                    source, until: source.entries[position].recordedAt, as: "TRN-RACE", ending: now
                ).journal()
                let entry = moved.entries[position]
                guard
                    case .object(let fields) = try JSONDecoder().decode(JSON.self, from: JSONEncoder().encode(entry))
                else { continue }
                (journal, payload, occurredAt) = (
                    try moved.prefix(position), try #require(fields["payload"]), entry.occurredAt.iso8601
                )
                return
            }
            throw Missing()
        }

        struct Missing: Error {}
    }

    private static let rounds = 1_000

    /// Races for one act a thousand times; after each the act is struck out, which frees what it had claimed.
    private func race(
        for type: EventType, in study: String, _ roles: [AccountRole], signature: JSON? = nil
    ) async throws {
        let centre = try await TestCentre { $0.accountLimit = RequestLimit(burst: 1e9, perSecond: 1e9) }
        let eve = try Eve(of: type, in: study, now: centre.clock.now)
        _ = try await centre.service.desk.store.adopt(eve.journal, by: Actor(role: .coordinator, name: "Adopter"))
        try await centre.run { browser in
            let first = try await browser.signedIn(roles[0])
            let second = try await browser.signedIn(roles[1])
            let act = TestEntries.entry(type.rawValue, eve.payload, signature: signature, at: eve.occurredAt)
            for round in 0..<Self.rounds {
                async let one = first.append("TRN-RACE", act)
                async let two = second.append("TRN-RACE", act)
                let answers = try await [one, two].sorted { $0.status.code < $1.status.code }
                try #require(
                    answers.map(\.status.code) == [201, 409], "round \(round): \(answers.map(\.text))")
                try #require(["claimed", "stopped"].contains(answers[1].problem), "\(answers[1].text)")
                guard case .array(let lines)? = answers[0].json["entries"], let sequence = lines.first?["sequence"]
                else {
                    Issue.record("no receipt")
                    return
                }
                let strike = TestEntries.entry(
                    "corrected", ["sequence": sequence, "reason": "next round"], at: eve.occurredAt)
                try #require(try await first.append("TRN-RACE", strike).status == .created)
            }
        }
        let found = try await centre.service.desk.store.journal("TRN-RACE")
        let acts = found.journal.entries.count { $0.event.type == type }
        #expect(acts == Self.rounds, "each round wrote one")
    }

    @Test("two people release one batch at once: exactly one succeeds, 1,000 times")
    func release() async throws {
        try await race(
            for: .batchReleased, in: "zuma-1", [.quality, .quality],
            signature: ["password": .string(TestCentre.password)])
    }

    @Test("two people infuse one bag at once: exactly one succeeds, 1,000 times")
    func infusion() async throws {
        // A product whose label says what must be washed out: where it does not, two people must sign for it first.
        try await race(for: .infusionStarted, in: "juliet", [.nurse, .physician])
    }
}
