import Care
import Foundation

/// Backups: a copy of the SQLite file, or an archive of all journals that either kind of database restores. Both are made
/// while the records are used, show one moment, and are checked before they bear their name.
public enum Backup {
    /// What a backup holds.
    public struct Summary: Sendable, Equatable {
        /// Journals
        public var journals: Int
        /// Entries
        public var entries: Int
    }

    /// Copies an SQLite database into a new file, and walks the copy's chains.
    /// - Throws: `StoreError.broken` if a chain does not hold; the copy is kept under the name with `.broken`.
    public static func copy(_ database: any SQLDatabase, to path: String) async throws -> Summary {
        try await database.copy(to: path)
        do {
            return try await check(copy: path)
        } catch {
            rename(path, path + ".broken")
            throw error
        }
    }

    /// Puts a copy in the place of a database that is not there (yet, or any more).
    /// - Throws: `SQLError` if there is a file; `StoreError.broken` if a chain of the copy does not hold.
    public static func restore(copy: String, to path: String) async throws -> Summary {
        try DurableFile.refuseExisting(path)
        try DurableFile.refuseExisting(path + "-wal")
        let summary = try await check(copy: copy)
        try await DurableFile.replace(path) { temporary in
            try DurableFile.makePrivate(temporary)
            guard let source = FileHandle(forReadingAtPath: copy), let target = FileHandle(forWritingAtPath: temporary)
            else { throw ArchiveError.unreadable }
            while let part = try source.read(upToCount: 1 << 20), !part.isEmpty { try target.write(contentsOf: part) }
            try target.close()
        }
        return summary
    }

    /// Opens a copy without changing it and walks its chains.
    public static func check(copy path: String) async throws -> Summary {
        let database = try SQLiteDatabase(readingCopy: path)
        let audit: Audit
        do {
            audit = try await Audit(of: database)
            await database.close()
        } catch {
            await database.close()
            throw error
        }
        if let fault = audit.firstFault { throw StoreError.broken(fault) }
        return Summary(journals: audit.journals, entries: audit.entries)
    }

    /// Writes all journals with their chains, claims and receipts into a new file. Accounts and sessions are not in it.
    /// - Throws: `StoreError.broken` if a chain does not hold.
    public static func archive(
        _ database: any SQLDatabase, to path: String, madeAt: Instant = Instant.systemClock()
    ) async throws -> Summary {
        try DurableFile.refuseExisting(path)
        let temporary = path + ".part-" + UUID().uuidString
        do {
            let summary = try await database.read { connection in
                var writer = try ArchiveWriter(temporary)
                try writer.write(connection, madeAt: madeAt.iso8601)
                return Summary(journals: writer.journals, entries: writer.entries)
            }
            try DurableFile.place(temporary, at: path)
            return summary
        } catch {
            unlink(temporary)
            if let fault = error as? ChainFault { throw StoreError.broken(fault) }
            throw error
        }
    }

    /// Restores an archive into an empty database, all of it or nothing.
    /// - Throws: `ArchiveError`, `SQLError`, `MigrationError`.
    public static func restore(archive path: String, into database: any SQLDatabase) async throws -> Summary {
        let reader = try ArchiveReader(path)
        try await JournalStore.migrate(database)
        return try await database.writeAlone {
            let count = try reader.restore(into: $0)
            return Summary(journals: count.journals, entries: count.entries)
        }
    }
}
