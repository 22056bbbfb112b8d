import Care
import Chain

extension JournalStore {
    /// What a read found.
    private enum Found {
        case ready(VersionedJournal)
        /// Rows to be read on top of a journal that is known.
        case grown(JournalTables.Row, VersionedJournal, [JournalTables.Line])
        case whole(JournalTables.Row, [JournalTables.Line])
    }

    /// How often a journal that grows under its reader is looked for before it is read as it was.
    private static let looks = 4

    /// The journal of a therapy, with its version and hash.
    /// - Throws: `notFound`; `broken` if it is not what was written.
    public func journal(_ therapy: String) async throws(StoreError) -> VersionedJournal {
        let (tables, cache) = (tables, cache)
        var looks = 0
        while true {
            looks += 1
            let isLast = looks == Self.looks
            let (row, found) = try await read { connection -> (JournalTables.Row, Found?) in
                guard let row = try tables.row(therapy, connection) else { throw StoreError.notFound }
                // Who writes may have made a longer one durable since the row was read. What is durable only the database
                // says, so it is asked again: its newest is most likely here, while this one would be read whole.
                if !isLast, cache.isOvertaken(row.id, version: row.version, head: row.head) {
                    return (row, nil)
                }
                return (row, try Self.find(row, tables, cache, connection))
            }
            if let found { return try settle(row, found) }
        }
    }

    /// Looks for a journal: here if it is known, else in the database.
    private static func find(
        _ row: JournalTables.Row, _ tables: JournalTables, _ cache: JournalCache, _ connection: any SQLConnection
    ) throws -> Found {
        if let known = cache.journal(row.id, version: row.version, head: row.head) { return .ready(known) }
        if let known = cache.prefix(row.id, version: row.version), known.version > 0 {
            let lines = try tables.lines(row.id, from: known.version, connection)
            if lines.first?.hash == known.head { return .grown(row, known, Array(lines.dropFirst())) }
        }
        return .whole(row, try tables.lines(row.id, from: 1, connection))
    }

    private func settle(_ row: JournalTables.Row, _ found: Found) throws(StoreError) -> VersionedJournal {
        if case .ready(let journal) = found { return journal }
        do {
            let journal = try read(found)
            cache.keepDurable(journal, row.id)
            return journal
        } catch {
            throw .broken(error)
        }
    }

    private func read(_ found: Found) throws(ChainFault) -> VersionedJournal {
        var walk: ChainWalk
        let rest: [JournalTables.Line]
        switch found {
        case .ready(let journal): return journal
        case .grown(let row, let known, let lines): (walk, rest) = (ChainWalk(row, after: known), lines)
        case .whole(let row, let lines): (walk, rest) = (try ChainWalk(row, realm: realm, centre: centre), lines)
        }
        for line in rest { try walk.take(line) }
        return try walk.end()
    }

    /// The journal of a row, inside a transaction that writes; what it has itself written so far is in it.
    func current(_ row: JournalTables.Row, _ connection: any SQLConnection) throws -> VersionedJournal {
        try read(Self.find(row, tables, cache, connection))
    }

    /// Journals in the order of their therapies' bytes.
    /// - Parameters:
    ///   - after: the last therapy of the page before; nil for the first page.
    ///   - limit: at most so many, 1 to 1,000.
    public func journals(after: String? = nil, limit: Int) async throws(StoreError) -> [JournalSummary] {
        let tables = tables
        let rows = try await read { try tables.rows(after: after, limit: min(max(limit, 1), 1000), $0) }
        var summaries: [JournalSummary] = []
        for row in rows {
            guard let journal = try? Journal(ndjson: row.header), let openedAt = try? Instant(iso8601: row.openedAt),
                let openedBy = try? CanonicalJSON.value(Actor.self, row.openedBy)
            else {
                throw .broken(ChainFault(therapy: row.therapy, place: .header, problem: "it cannot be read"))
            }
            summaries.append(
                JournalSummary(
                    therapy: row.therapy, subject: journal.subject, version: row.version, head: row.head,
                    openedAt: openedAt, openedBy: openedBy))
        }
        return summaries
    }

    /// Entries of a journal with their hashes.
    /// - Parameters:
    ///   - after: the last sequence number of the page before; 0 for the first page.
    ///   - limit: at most so many, 1 to 1,000.
    public func entries(
        _ therapy: String, after: Int = 0, limit: Int
    ) async throws(StoreError) -> [ChainedEntry] {
        let tables = tables
        let after = min(max(after, 0), Int.max - 1)
        let limit = min(max(limit, 1), 1000)
        let (row, lines) = try await read { connection in
            guard let row = try tables.row(therapy, connection) else { throw StoreError.notFound }
            // The line before the page comes too: the first of the page is chained to it.
            return (row, try tables.lines(row.id, from: max(after, 1), limit: limit + 1, connection))
        }
        var previous = after == 0 ? ChainHash.origin(header: row.header) : lines.first?.hash ?? ""
        var entries: [ChainedEntry] = []
        for (offset, line) in lines.dropFirst(after == 0 ? 0 : 1).prefix(limit).enumerated() {
            func fault(_ problem: String) -> StoreError {
                .broken(ChainFault(therapy: therapy, place: .entry(after + offset + 1), problem: problem))
            }
            guard line.sequence == after + offset + 1 else { throw fault("it is missing") }
            guard ChainHash.next(after: previous, entry: line.entry) == line.hash else {
                throw fault("its text or its hash was changed")
            }
            guard let entry = try? CanonicalJSON.value(Entry.self, line.entry) else { throw fault("it cannot be read") }
            entries.append(ChainedEntry(entry: entry, hash: line.hash))
            previous = line.hash
        }
        return entries
    }
}
