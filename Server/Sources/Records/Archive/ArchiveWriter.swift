import Chain
import Crypto
import Foundation

/// Writes all journals of a database, as they are at one moment, into a file.
struct ArchiveWriter {
    private let file: FileHandle
    private var hash = SHA256()
    private var pending = Data()
    private(set) var journals = 0
    private(set) var entries = 0

    /// Begins a file anew.
    init(_ path: String) throws {
        try DurableFile.makePrivate(path)
        guard let file = FileHandle(forWritingAtPath: path) else { throw ArchiveError.unreadable }
        try file.truncate(atOffset: 0)
        self.file = file
    }

    /// Writes everything that a transaction sees.
    mutating func write(_ connection: any SQLConnection, madeAt: String) throws {
        try add(CanonicalJSON.text(ArchiveLine.Opening(archive: .init(format: ArchiveLine.format, madeAt: madeAt))))
        for realm in JournalRealm.allCases {
            for centre in try Audit.centres(realm, connection) { try write(realm, centre, connection) }
        }
        let sum = ChainHash.hex(hash.finalize())
        let end = ArchiveLine.End(end: .init(journals: journals, entries: entries, sha256: sum))
        try add(CanonicalJSON.text(end))
        try flush()
        try file.close()
    }

    private mutating func write(_ realm: JournalRealm, _ centre: CentreID, _ connection: any SQLConnection) throws {
        let tables = JournalTables(realm: realm, centre: centre)
        var last: String?
        while true {
            let rows = try tables.rows(after: last, limit: 200, connection)
            guard let newest = rows.last else { break }
            for row in rows {
                let contents = ArchiveLine.Journal.Contents(
                    realm: realm, centre: centre, therapy: row.therapy, header: row.header, openedAt: row.openedAt,
                    openedBy: row.openedBy, seal: row.seal, version: row.version, head: row.head)
                try add(CanonicalJSON.text(ArchiveLine.Journal(journal: contents)))
                journals += 1
                // What does not hold together is no backup.
                var walk = try ChainWalk(row, realm: realm, centre: centre)
                for line in try tables.lines(row.id, from: 1, connection) {
                    try walk.take(line)
                    try add(ArchiveLine.entry(line))
                    entries += 1
                }
                _ = try walk.end()
            }
            last = newest.therapy
        }
        for line in try ClaimTable(realm: realm, centre: centre).archived(connection) {
            try add(CanonicalJSON.text(line))
        }
        for line in try ReceiptTable(realm: realm, centre: centre).archived(connection) {
            try add(CanonicalJSON.text(line))
        }
    }

    private mutating func add(_ line: String) throws {
        let bytes = Data((line + "\n").utf8)
        hash.update(data: bytes)
        pending += bytes
        if pending.count > 1 << 20 { try flush() }
    }

    private mutating func flush() throws {
        try file.write(contentsOf: pending)
        pending = Data()
    }
}
