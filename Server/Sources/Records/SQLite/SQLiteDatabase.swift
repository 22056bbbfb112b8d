import Foundation
import GRDB

/// SQLite in one file: write-ahead log, full sync of each commit, several readers beside one writer.
final class SQLiteDatabase: SQLDatabase {
    let dialect = SQLDialect.sqlite
    private let pool: any DatabaseWriter
    private let commits: GroupCommit
    private let reads: GroupRead

    /// Opens the file, and makes it if there is none, readable by its owner alone. Nil: in memory, for tests.
    convenience init(path: String?) throws(SQLError) {
        let pool: any DatabaseWriter
        do {
            if let path {
                try DurableFile.makePrivate(path)
                pool = try DatabasePool(path: path, configuration: Self.configuration)
            } else {
                pool = try DatabaseQueue(configuration: Self.configuration)
            }
            // GRDB lowers this to NORMAL for a pool, after all preparation: commits would then not be durable.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } catch {
            throw SQLError(sqlite: error)
        }
        self.init(pool)
    }

    /// Opens a copy to look at it; nothing in it or beside it changes.
    convenience init(readingCopy path: String) throws(SQLError) {
        do {
            var configuration = Self.configuration
            configuration.readonly = true
            self.init(try DatabaseQueue(path: path, configuration: configuration))
        } catch {
            throw SQLError(sqlite: error)
        }
    }

    private init(_ pool: any DatabaseWriter) {
        self.pool = pool
        commits = GroupCommit { work in
            pool.asyncWriteWithoutTransaction { work(SQLiteWriteSession($0)) }
        }
        reads = GroupRead { work in
            pool.asyncRead { work($0.map { database in { SQLiteConnection(database) } }) }
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "records"
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.persistentReadOnlyConnections = true
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            // The last two matter on Apple's systems alone, where a plain sync stops at the drive's cache.
            try database.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA fullfsync = ON;
                    PRAGMA checkpoint_fullfsync = ON;
                    """)
            if !database.configuration.readonly {
                // Who commits when the log is full moves it into the database, and all who write wait for that: a log of 32 MB,
                // not 4, in which a page that many commits wrote is moved once.
                try database.execute(sql: "PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 8192")
            }
        }
        return configuration
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        do {
            return try await withCheckedThrowingContinuation { reads.submit(ReadJob(body, $0)) }
        } catch let error as DatabaseError {
            throw SQLError(sqlite: error)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { commits.submit(WriteJob(alone: false, body, $0)) }
    }

    func writeAlone<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { commits.submit(WriteJob(alone: true, body, $0)) }
    }

    func migrate(_ migrations: [Migration]) async throws {
        try await Migrator(database: self, migrations: migrations).run()
    }

    func copy(to path: String) async throws {
        try DurableFile.refuseExisting(path)
        let pool = pool
        try await DurableFile.replace(path) { temporary in
            do {
                try DurableFile.makePrivate(temporary)
                let copy = try DatabaseQueue(path: temporary)
                // The readers go on, and so does the writer: the copy sees the moment at which it began.
                try pool.backup(to: copy)
                try copy.writeWithoutTransaction { database in
                    // A copy is one file: no log beside it that could be forgotten.
                    try database.execute(sql: "PRAGMA journal_mode = DELETE")
                    let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check")
                    guard verdict == "ok" else {
                        throw SQLError(.damaged, code: "", problem: "the copy fails SQLite's integrity check")
                    }
                }
                try copy.close()
            } catch {
                throw SQLError(sqlite: error)
            }
        }
    }

    func close() async {
        commits.close()
        let pool = pool
        // Queued behind the last commit.
        await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { _ in continuation.resume() }
        }
        try? pool.close()
    }
}
