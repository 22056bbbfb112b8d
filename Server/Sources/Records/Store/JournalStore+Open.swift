import Care
import Chain

extension JournalStore {
    /// Begins a journal.
    /// - Throws: `exists`; `refused` for a subject of another realm or an identifier that cannot be one.
    public func open(therapy: String, subject: SubjectKind, by actor: Actor) async throws(StoreError) {
        let opening = try opening(therapy, subject, actor)
        let tables = tables
        try await write { connection in
            guard try tables.row(therapy, connection) == nil, try tables.insert(opening, connection) else {
                throw StoreError.exists
            }
        }
        listeners.tell(
            JournalChange(therapy: therapy, version: 0, head: ChainHash.origin(header: opening.header)))
    }

    /// Takes a whole journal over that was written elsewhere, with its times of writing: from another system, a file, or
    /// the simulator. All of it or nothing.
    /// - Throws: `exists`; `refused` for one of another realm, one written in the future (but for simulated ones), or an
    ///   entry that cannot stand where it stands.
    public func adopt(_ journal: Journal, by actor: Actor) async throws(StoreError) -> AppendReceipt {
        let opening = try opening(journal.therapy, journal.subject, actor)
        let lines = try lines(of: journal, opening)
        let tables = tables
        try await write { connection in
            guard try tables.row(journal.therapy, connection) == nil, try tables.insert(opening, connection),
                let row = try tables.row(journal.therapy, connection)
            else { throw StoreError.exists }
            guard let last = lines.last else { return }
            try tables.insert(lines, to: row.id, connection)
            guard try tables.advance(row, to: last.sequence, head: last.hash, connection) else {
                throw SQLError(.serialization, code: "", problem: "the journal was written to meanwhile")
            }
        }
        let receipt = AppendReceipt(
            therapy: journal.therapy,
            lines: zip(lines, journal.entries).map {
                AppendReceipt.Line(sequence: $0.sequence, recordedAt: $1.recordedAt, hash: $0.hash)
            })
        listeners.tell(
            JournalChange(
                therapy: journal.therapy, version: lines.count,
                head: lines.last?.hash ?? ChainHash.origin(header: opening.header)))
        return receipt
    }

    private func opening(
        _ therapy: String, _ subject: SubjectKind, _ actor: Actor
    ) throws(StoreError) -> JournalOpening {
        try limits.check(identifier: therapy, "therapy")
        guard subject.realm == realm else {
            throw .refused(
                EntryFault(
                    field: "subject",
                    problem: "a \(subject.realm.rawValue) journal is none of the \(realm.rawValue) ones",
                    remedy: "Real, simulated and training journals never mix; use the store of its own kind."))
        }
        do {
            return JournalOpening(
                therapy: therapy, header: try CanonicalJSON.header(therapy: therapy, subject: subject),
                openedAt: clock().iso8601, openedBy: try CanonicalJSON.text(actor))
        } catch {
            throw .unavailable("The journal's header cannot be written as JSON.")
        }
    }

    /// The rows of a journal's entries, after each was checked anew.
    private func lines(of journal: Journal, _ opening: JournalOpening) throws(StoreError) -> [JournalTables.Line] {
        guard journal.entries.count <= limits.entriesOfJournal else {
            throw .tooLarge(what: "entries", size: journal.entries.count, limit: limits.entriesOfJournal)
        }
        var checked = Journal(therapy: journal.therapy, subject: journal.subject)
        var hash = ChainHash.origin(header: opening.header)
        var lines: [JournalTables.Line] = []
        for entry in journal.entries {
            do { try checked.append(entry) } catch { throw .refused(error) }
            let text = try text(of: entry)
            hash = ChainHash.next(after: hash, entry: text)
            lines.append(JournalTables.Line(sequence: entry.sequence, entry: text, hash: hash))
        }
        if realm != .simulated, let last = journal.entries.last, last.recordedAt > clock() {
            throw .refused(
                EntryFault(
                    field: "recordedAt",
                    problem: "entry \(last.sequence) was written down at \(last.recordedAt), in the future",
                    remedy: "Check the clocks of both systems and the zone."))
        }
        return lines
    }

    /// An entry as it is hashed and kept.
    func text(of entry: Entry) throws(StoreError) -> String {
        guard let text = try? CanonicalJSON.text(entry) else {
            throw .refused(
                EntryFault(
                    field: "payload", problem: "it cannot be written as JSON",
                    remedy: "Leave out numbers that are none."))
        }
        guard text.utf8.count <= limits.entryBytes else {
            throw .tooLarge(what: "entry, in bytes", size: text.utf8.count, limit: limits.entryBytes)
        }
        return text
    }
}
