import Care
import Chain

extension JournalStore {
    /// Walks the chains from the header to the last entry, and names the first that is not what was written.
    /// - Parameters:
    ///   - therapy: one journal; nil walks all of the realm and centre.
    ///   - heads: heads of an earlier report that was kept elsewhere. A journal that was cut short or written anew from
    ///     the start holds together by itself; it does not hold against these.
    /// - Throws: `notFound` for a therapy that is not there; what is found broken is in the report.
    public func verify(
        _ therapy: String? = nil, against heads: [ChainReport.Head] = []
    ) async throws(StoreError) -> ChainReport {
        var report = ChainReport()
        let known = Dictionary(grouping: heads, by: \.therapy)
        if let therapy {
            guard try await verify(therapy, known[therapy] ?? [], &report) else { throw .notFound }
            return report
        }
        var last: String?
        var seen: Set<String> = []
        while true {
            let (tables, after) = (tables, last)
            let therapies = try await read { try tables.rows(after: after, limit: 500, $0).map(\.therapy) }
            guard let newest = therapies.last else { break }
            for therapy in therapies {
                _ = try await verify(therapy, known[therapy] ?? [], &report)
                seen.insert(therapy)
            }
            last = newest
        }
        for therapy in known.keys.sorted() where !seen.contains(therapy) {
            report.faults.append(ChainFault(therapy: therapy, place: .header, problem: "the whole journal is missing"))
        }
        report.faults += try await strays()
        return report
    }

    /// - Returns: false if there is no such journal.
    private func verify(
        _ therapy: String, _ heads: [ChainReport.Head], _ report: inout ChainReport
    ) async throws(StoreError) -> Bool {
        let tables = tables
        let found = try await read { connection in
            try tables.row(therapy, connection).map { ($0, try tables.lines($0.id, from: 1, connection)) }
        }
        guard let (row, lines) = found else { return false }
        report.journals += 1
        do throws(ChainFault) {
            var walk = try ChainWalk(row, realm: realm, centre: centre)
            for line in lines {
                try walk.take(line)
                report.entries += 1
            }
            let journal = try walk.end()
            for head in heads.sorted(by: { $0.version < $1.version }) {
                try compare(head, ChainHash.origin(header: row.header), lines)
            }
            report.heads.append(
                ChainReport.Head(therapy: therapy, version: journal.version, hash: journal.head))
        } catch {
            report.faults.append(error)
        }
        return true
    }

    private func compare(
        _ head: ChainReport.Head, _ origin: String, _ lines: [JournalTables.Line]
    ) throws(ChainFault) {
        guard head.version <= lines.count else {
            throw ChainFault(
                therapy: head.therapy, place: .entry(lines.count + 1),
                problem: "it was cut off; there were \(head.version) entries once")
        }
        guard head.hash == (head.version == 0 ? origin : lines[head.version - 1].hash) else {
            throw ChainFault(
                therapy: head.therapy, place: .entry(head.version), problem: "it, or one before it, was written anew")
        }
    }

    /// Entries whose journal is gone; these belong to no centre, so each store of the realm tells of them.
    private func strays() async throws(StoreError) -> [ChainFault] {
        let realm = realm.rawValue
        return try await read { connection in
            try connection.query(
                """
                SELECT journal, min(sequence) AS first FROM \(realm)_entries
                WHERE journal NOT IN (SELECT id FROM \(realm)_journals) GROUP BY journal ORDER BY journal LIMIT 100
                """
            ).map {
                ChainFault(
                    therapy: "number \(try $0.integer("journal"))", place: .header,
                    problem: "the journal is gone, its entries from \(try $0.integer("first")) are still there")
            }
        }
    }
}
