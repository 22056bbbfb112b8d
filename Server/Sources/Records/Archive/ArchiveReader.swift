import Chain
import Crypto
import Foundation

/// Reads an archive into the tables of an empty database, and checks every line.
struct ArchiveReader {
    /// The lines, without their line feeds, without the last one.
    private let lines: [Data]
    private let end: ArchiveLine.End.Contents

    /// Opens a file and checks that it is whole.
    init(_ path: String) throws(ArchiveError) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            throw .unreadable
        }
        guard data.last == 10 else { throw .damaged(line: 1, problem: "the file does not end with a line feed") }
        let all = data.dropLast().split(separator: 10, omittingEmptySubsequences: false)
        guard let last = all.last,
            let end = try? JSONDecoder().decode(ArchiveLine.End.self, from: last).end
        else { throw .damaged(line: all.count, problem: "the last line is missing: the file was cut off") }
        let body = data[data.startIndex..<last.startIndex]
        guard ChainHash.hex(SHA256.hash(data: body)) == end.sha256 else {
            throw .damaged(line: all.count, problem: "the file's hash is another: it was changed or cut")
        }
        lines = Array(all.dropLast())
        self.end = end
        guard let first = lines.first, let opening = try? JSONDecoder().decode(ArchiveLine.Opening.self, from: first)
        else { throw .damaged(line: 1, problem: "this is no archive of records") }
        guard opening.archive.format == ArchiveLine.format else {
            throw .damaged(line: 1, problem: "format \(opening.archive.format) is not known here")
        }
    }

    /// Writes everything.
    func restore(into connection: any SQLConnection) throws -> (journals: Int, entries: Int) {
        for realm in JournalRealm.allCases {
            let rows = try connection.query("SELECT count(*) AS n FROM \(realm.rawValue)_journals")
            guard try rows.first?.integer("n") == 0 else { throw ArchiveError.notEmpty }
        }
        let decoder = JSONDecoder()
        var count = (journals: 0, entries: 0)
        var index = 1
        while index < lines.count {
            let number = index + 1
            if let line = try? decoder.decode(ArchiveLine.Journal.self, from: lines[index]).journal {
                let taken = try restore(line, from: index, connection)
                count = (count.journals + 1, count.entries + taken)
                index += taken
            } else if let line = try? decoder.decode(ArchiveLine.Claimed.self, from: lines[index]).claimed {
                let id = try journal(line.therapy, line.realm, line.centre, number, connection)
                try ClaimTable(realm: line.realm, centre: line.centre).restore(line, id, connection)
            } else if let line = try? decoder.decode(ArchiveLine.Receipt.self, from: lines[index]).receipt {
                let id = try journal(line.therapy, line.realm, line.centre, number, connection)
                try ReceiptTable(realm: line.realm, centre: line.centre).insert(
                    line.key, line.digest, id, first: line.first, last: line.last, connection)
            } else {
                throw ArchiveError.damaged(line: number, problem: "it is no line of an archive")
            }
            index += 1
        }
        guard count == (end.journals, end.entries) else {
            throw ArchiveError.damaged(line: lines.count + 1, problem: "the counts of journals or entries are others")
        }
        return count
    }

    /// - Returns: number of entries.
    private func restore(
        _ line: ArchiveLine.Journal.Contents, from index: Int, _ connection: any SQLConnection
    ) throws -> Int {
        let tables = JournalTables(realm: line.realm, centre: line.centre)
        let opening = JournalOpening(
            therapy: line.therapy, header: line.header, openedAt: line.openedAt, openedBy: line.openedBy)
        guard try tables.insert(opening, connection), var row = try tables.row(line.therapy, connection) else {
            throw ArchiveError.damaged(line: index + 1, problem: "the therapy is there twice")
        }
        let inserted = row
        (row.version, row.head, row.seal) = (line.version, line.head, line.seal)
        var part: [JournalTables.Line] = []
        do throws(ChainFault) {
            var walk = try ChainWalk(row, realm: line.realm, centre: line.centre)
            while index + 1 + part.count < lines.count,
                let (entry, hash) = ArchiveLine.entry(lines[index + 1 + part.count])
            {
                let next = JournalTables.Line(sequence: part.count + 1, entry: entry, hash: hash)
                try walk.take(next)
                part.append(next)
            }
            _ = try walk.end()
        } catch {
            let line = error.place == .header ? index + 1 : index + 2 + part.count
            throw ArchiveError.broken(line: line, error)
        }
        try tables.insert(part, to: inserted.id, connection)
        if line.version > 0 {
            guard try tables.advance(inserted, to: line.version, head: line.head, connection) else {
                throw ArchiveError.damaged(line: index + 1, problem: "the journal cannot be written")
            }
        }
        return part.count
    }

    private func journal(
        _ therapy: String, _ realm: JournalRealm, _ centre: CentreID, _ number: Int, _ connection: any SQLConnection
    ) throws -> Int {
        guard let row = try JournalTables(realm: realm, centre: centre).row(therapy, connection) else {
            throw ArchiveError.damaged(line: number, problem: "it names a therapy that is not in the archive")
        }
        return row.id
    }
}
