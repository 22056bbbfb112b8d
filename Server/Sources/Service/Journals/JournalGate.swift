import Care
import Records

/// What was written.
struct Appended: Sendable {
    var receipt: AppendReceipt
    /// Warnings that stood when it was written.
    var warnings: [StopAnswer]
}

/// The way into a journal: who writes, signatures, time, the rules of the steps, claims; then the store, against the very
/// version that the rules have seen.
struct JournalGate: Sendable {
    let records: CentreRecords

    /// How often it is tried anew after somebody else was faster.
    static let attempts = 6

    /// Writes entries, all or none, and in the same transaction the line of the access log that says who did.
    /// - Parameters:
    ///   - version: the version that the decision rests on; nil: the latest.
    ///   - key: the sender's identifier of the act.
    ///   - route: by which it is asked for.
    func append(
        _ requests: [EntryRequest], to therapy: String, by identity: Identity, expecting version: Int?,
        key: IdempotencyKey?, route: String
    ) async throws -> Appended {
        let signed = try await sign(requests, therapy: therapy, by: identity, key: key)
        let line = AccessRecord(identity, .write, therapy, in: records.realm, at: records.clock.now(), by: route)
        return try await records.writers.turn(therapy) {
            try await write(signed, to: therapy, expecting: version, key: key, noting: line)
        }
    }

    private func write(
        _ signed: [SignedDraft], to therapy: String, expecting version: Int?, key: IdempotencyKey?,
        noting line: AccessRecord
    ) async throws -> Appended {
        let drafts = signed.map(\.draft)
        if let key, let receipt = try await replay(drafts, to: therapy, key: key, noting: line) {
            return Appended(receipt: receipt, warnings: [])
        }
        var isSigned = signed.allSatisfy(\.signatures.isEmpty)
        for attempt in 1... {
            let before = try await records.store.journal(therapy)
            if let version, version != before.version {
                throw StoreError.stale(expected: version, actual: before.version)
            }
            if !isSigned {
                _ = try judge(drafts, on: before)
                let names = signed.flatMap { item in
                    item.signatures.map { (account: $0.0, event: item.draft.event, meaning: $0.1) }
                }
                try await records.signatures.keep(names, therapy: therapy, from: before.version + 1)
                isSigned = true
            }
            do {
                return try await write(drafts, upon: before, to: therapy, key: key, noting: line)
            } catch {
                guard Self.isStale(error), version == nil, attempt < Self.attempts else { throw error }
            }
        }
        throw Problem(.unavailable, "others were writing all the time", remedy: "Nothing was written. Try again.")
    }

    /// Judges drafts upon a version of the journal, and writes them if it is the latest.
    private func write(
        _ drafts: [EntryDraft], upon before: VersionedJournal, to therapy: String, key: IdempotencyKey?,
        noting line: AccessRecord
    ) async throws -> Appended {
        let warnings = try judge(drafts, on: before)
        let changes = Self.changes(drafts, on: before.journal)
        let receipt = try await records.store.append(
            drafts, to: therapy, expecting: before.version, key: key, claims: changes.claims,
            releasing: changes.releases, noting: note(line))
        return Appended(receipt: receipt, warnings: warnings)
    }

    private static func isStale(_ error: any Error) -> Bool {
        if case .stale? = error as? StoreError { true } else { false }
    }

    private struct SignedDraft {
        var draft: EntryDraft
        var signatures: [(Account, String)]
    }

    private func sign(
        _ requests: [EntryRequest], therapy: String, by identity: Identity, key: IdempotencyKey?
    ) async throws -> [SignedDraft] {
        var signed: [SignedDraft] = []
        for (index, request) in requests.enumerated() {
            let path = "entries[\(index)]"
            try checkClock(request.occurredAt, at: "\(path).occurredAt")
            guard let actor = identity.actor(for: request.event) else {
                throw Problem(.forbidden, "\(identity.account.role.rawValue) writes no journals")
            }
            let (event, second) = try await records.signatures.signed(
                request, by: identity, as: actor, therapy: therapy, key: key?.value, at: path)
            var signatures: [(Account, String)] = []
            if request.event.signatureRule != .none { signatures.append((identity.account, "did it")) }
            if let second { signatures.append((second, "confirmed it")) }
            let draft = EntryDraft(
                event: event, actor: actor, occurredAt: request.occurredAt, productVersion: request.productVersion,
                submission: request.submission)
            signed.append(SignedDraft(draft: draft, signatures: signatures))
        }
        return signed
    }

    /// A clock that is ahead is named, with the server's time: what has not happened cannot be written down.
    private func checkClock(_ occurredAt: Instant, at path: String) throws {
        let now = records.clock.now()
        let ahead = occurredAt.seconds(since: now)
        guard ahead > 0 else { return }
        var problem = Problem(
            .timeSkew, "the time given is \(Int(ahead.rounded(.up))) s ahead of the server's, \(now.iso8601)",
            remedy: "Set the clock of the device (NTP), or give the time at which it happened.")
        problem.fields = [
            FieldFault(field: path, problem: "it is in the future", remedy: "Give a time that has passed.")
        ]
        throw problem
    }

    /// The receipt of an act that was sent before. The rules are not asked again: they would object to what was done.
    private func replay(
        _ drafts: [EntryDraft], to therapy: String, key: IdempotencyKey, noting line: AccessRecord
    ) async throws -> AppendReceipt? {
        guard let ground = try await records.store.ground(of: key, in: therapy) else { return nil }
        let now = try await records.store.journal(therapy)
        let changes = Self.changes(drafts, on: try now.journal.prefix(ground))
        return try await records.store.append(
            drafts, to: therapy, expecting: ground, key: key, claims: changes.claims, releasing: changes.releases,
            noting: note(line))
    }

    private func note(_ line: AccessRecord) -> @Sendable (any SQLConnection) throws -> Void {
        let centre = records.store.centre
        return { try AccessLog.insert(line, of: centre, $0) }
    }

    private static func changes(_ drafts: [EntryDraft], on journal: Journal) -> ClaimChanges {
        var all = ClaimChanges()
        var journal = journal
        for (index, draft) in drafts.enumerated() {
            // The journal is copied where another draft is to be seen upon this one, and only there.
            if index > 0 { journal.take(drafts[index - 1]) }
            all.add(ClaimChanges(of: draft.event, in: journal))
        }
        return all
    }

    /// What stands against the entries, one after the other.
    /// - Returns: warnings.
    private func judge(_ drafts: [EntryDraft], on before: VersionedJournal) throws -> [StopAnswer] {
        var warnings: [StopAnswer] = []
        var journal = before.journal
        for (index, draft) in drafts.enumerated() {
            if index > 0 { journal.take(drafts[index - 1]) }
            // What is not written yet stays out of what others read.
            let chart =
                index == 0
                ? records.folds.chart(of: before, at: draft.occurredAt) : Chart(of: journal, at: draft.occurredAt)
            let stops = records.rules(chart, at: draft.occurredAt)
                .stops(proposing: draft.event, by: draft.actor, at: draft.occurredAt)
            let forbidding = stops.filter(\.forbids)
            guard forbidding.isEmpty else { throw Problem.stopped(forbidding) }
            warnings += stops.map(StopAnswer.init)
        }
        return warnings
    }
}

extension Journal {
    /// Writes a draft down, to look at what comes after it.
    fileprivate mutating func take(_ draft: EntryDraft) {
        let recordedAt = max(draft.occurredAt, entries.last?.recordedAt ?? draft.occurredAt)
        record(draft.event, by: draft.actor, at: draft.occurredAt, recordedAt: recordedAt)
    }
}

extension Problem {
    /// The rules forbid it.
    static func stopped(_ stops: [Stop]) -> Problem {
        var problem = Problem(
            .stopped, stops.count == 1 ? "a rule stands against it" : "\(stops.count) rules stand against it",
            remedy: "Nothing was written. Clear what `clearedBy` says, or record an override where one is allowed.")
        problem.stops = stops.map(StopAnswer.init)
        return problem
    }
}
