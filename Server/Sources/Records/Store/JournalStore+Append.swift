import Care
import Chain

extension JournalStore {
    /// Writes entries at the end of a journal, all or none. They are durable when this returns.
    /// - Parameters:
    ///   - drafts: what to write, in this order.
    ///   - therapy: the journal.
    ///   - version: number of entries that the writer saw; nil writes whatever stands there.
    ///   - key: the same key with the same content gives the first receipt again and writes nothing.
    ///   - claims: what only one can have; all are got, or nothing is written.
    ///   - releases: claims of this therapy that end; done before the new ones are taken.
    ///   - note: what else is written, in the same transaction.
    /// - Throws: `StoreError`; nothing was written then, but for `.outcomeUnknown`.
    public func append(
        _ drafts: [EntryDraft], to therapy: String, expecting version: Int? = nil, key: IdempotencyKey? = nil,
        claims: [Claim] = [], releasing releases: [Claim] = [],
        noting note: (@Sendable (any SQLConnection) throws -> Void)? = nil
    ) async throws(StoreError) -> AppendReceipt {
        let request = try AppendRequest(
            drafts, to: therapy, expecting: version, key: key, claims: claims, releasing: releases, limits: limits)
        let outcome = try await write { connection in
            let outcome = try append(request, connection)
            try note?(connection)
            return outcome
        }
        if let (journal, row) = outcome.written {
            cache.keepDurable(journal, row)
            listeners.tell(JournalChange(therapy: therapy, version: journal.version, head: journal.head))
        }
        return outcome.receipt
    }

    /// What an append did: the receipt, and the journal of a row where something was written now.
    private struct Outcome: Sendable {
        var receipt: AppendReceipt
        var written: (VersionedJournal, row: Int)?
    }

    private func append(_ request: AppendRequest, _ connection: any SQLConnection) throws -> Outcome {
        let receipts = ReceiptTable(realm: realm, centre: centre)
        if let key = request.key, let old = try receipts.receipt(key, connection) {
            guard old.digest == request.digest else { throw StoreError.keyReused }
            return Outcome(receipt: try receipts.reissue(old, connection))
        }
        let lock = database.dialect == .postgres ? " FOR UPDATE" : ""
        guard let row = try tables.row(request.therapy, connection, lock: lock) else { throw StoreError.notFound }
        if let expected = request.expecting, expected != row.version {
            throw StoreError.stale(expected: expected, actual: row.version)
        }
        let (journal, lines, receipt) = try grow(try current(row, connection), by: request)
        try tables.insert(lines, to: row.id, connection)
        guard try tables.advance(row, to: journal.version, head: journal.head, connection) else {
            throw SQLError(.serialization, code: "", problem: "the journal was written to meanwhile")
        }
        let claims = ClaimTable(realm: realm, centre: centre)
        for claim in request.releases { try claims.release(claim, of: row.id, in: lines[0].sequence, connection) }
        for claim in request.claims { try claims.take(claim, for: row.id, in: lines[0].sequence, connection) }
        if let key = request.key {
            try receipts.insert(
                key, request.digest, row.id, first: lines[0].sequence, last: journal.version, connection)
        }
        cache.keepPending(journal, row.id)
        return Outcome(receipt: receipt, written: (journal, row.id))
    }

    /// The journal with the new entries, and their rows.
    private func grow(
        _ current: VersionedJournal, by request: AppendRequest
    ) throws(StoreError) -> (VersionedJournal, [JournalTables.Line], AppendReceipt) {
        guard current.version + request.drafts.count <= limits.entriesOfJournal else {
            throw .tooLarge(
                what: "entries of the journal", size: current.version + request.drafts.count,
                limit: limits.entriesOfJournal)
        }
        var journal = current.journal
        var hash = current.head
        var lines: [JournalTables.Line] = []
        var receipt = AppendReceipt(therapy: request.therapy, lines: [])
        for draft in request.drafts {
            let sequence = journal.entries.count + 1
            let entry = draft.entry(
                sequence: sequence, recordedAt: timeOfWriting(draft, after: journal.entries.last), in: journal)
            do { try journal.append(entry) } catch { throw .refused(error) }
            let text = try text(of: entry)
            hash = ChainHash.next(after: hash, entry: text)
            lines.append(JournalTables.Line(sequence: sequence, entry: text, hash: hash))
            receipt.lines.append(AppendReceipt.Line(sequence: sequence, recordedAt: entry.recordedAt, hash: hash))
        }
        return (VersionedJournal(journal: journal, version: journal.entries.count, head: hash), lines, receipt)
    }

    /// Now, in the zone of the entry; never before the entry above, even where the clock was set back. The simulator's
    /// clock is its own.
    private func timeOfWriting(_ draft: EntryDraft, after last: Entry?) -> Instant {
        let now = realm == .simulated ? draft.occurredAt : clock()
        return Instant(
            millisecondsSince1970: max(now.milliseconds, last?.recordedAt.milliseconds ?? .min),
            zoneOffsetMinutes: draft.occurredAt.zoneOffsetMinutes)
    }
}
