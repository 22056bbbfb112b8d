import Foundation
import Synchronization

/// A PostgreSQL server: one connection that writes in groups, and a few that read, each on a thread of its own.
final class PostgresDatabase: SQLDatabase {
    let dialect = SQLDialect.postgres
    private let writer: PostgresLane
    private let readers: [PostgresLane]
    /// How many reads each reader has to do.
    private let load: Mutex<[Int]>
    private let isClosed = Atomic<Bool>(false)
    private let commits: GroupCommit

    /// Connects.
    /// - Parameter url: `postgres://user@host/database?sslmode=…`, as libpq reads it.
    init(url: String, readers count: Int = 4) async throws(SQLError) {
        let writer = PostgresLane(url: url, label: "records.postgres.writer")
        self.writer = writer
        readers = (1...count).map { PostgresLane(url: url, label: "records.postgres.reader.\($0)") }
        load = Mutex(Array(repeating: 0, count: count))
        commits = GroupCommit { work in writer.enter { work(PostgresWriteSession($0)) } }
        // A wrong address is told at the start, not at the first patient.
        let reached: Result<Void, SQLError> = await withCheckedContinuation { continuation in
            writer.enter { lane in
                do throws(SQLError) {
                    _ = try lane.connected()
                    continuation.resume(returning: .success(()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        try reached.get()
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        guard !isClosed.load(ordering: .relaxed) else {
            throw SQLError(.unavailable, code: "", problem: "the database was closed")
        }
        // The idlest, so that a long walk or an archive keeps no chart waiting.
        let index = load.withLock { load in
            let index = load.indices.min { load[$0] < load[$1] } ?? 0
            load[index] += 1
            return index
        }
        defer { load.withLock { $0[index] -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            readers[index].enter { continuation.resume(with: Self.read(body, on: $0)) }
        }
    }

    /// Reads; once more on a new connection if the old one was lost.
    private static func read<T>(
        _ body: (any SQLConnection) throws -> T, on lane: PostgresLane
    ) -> Result<T, any Error> {
        var tries = 0
        while true {
            tries += 1
            do {
                let link = try lane.connected()
                try link.simple("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                do {
                    let value = try body(PostgresConnection(link))
                    try link.simple("COMMIT")
                    return .success(value)
                } catch {
                    if link.isInTransaction { try? link.simple("ROLLBACK") }
                    throw error
                }
            } catch let error as SQLError where error.kind == .unavailable && tries < 2 {
                lane.drop()
            } catch {
                return .failure(error)
            }
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
        throw SQLError(
            .unsupported, code: "", problem: "a PostgreSQL database is copied with pg_dump; the archive works with both"
        )
    }

    func close() async {
        commits.close()
        isClosed.store(true, ordering: .relaxed)
        for lane in [writer] + readers {
            await withCheckedContinuation { continuation in
                lane.enter { lane in
                    lane.drop()
                    continuation.resume()
                }
            }
        }
    }
}
