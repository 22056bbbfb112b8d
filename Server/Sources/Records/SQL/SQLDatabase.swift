/// The kind of SQL that a database speaks.
public enum SQLDialect: String, Sendable, Hashable, CaseIterable {
    /// SQLite 3
    case sqlite
    /// PostgreSQL
    case postgres
}

/// A connection, inside one transaction. Placeholders are `?` in both dialects.
///
/// A statement that fails ends the transaction of the body that ran it: the error is to be passed on, and every later
/// statement answers with it again. What may clash is written so that it does not fail (`ON CONFLICT DO NOTHING`).
public protocol SQLConnection {
    /// Runs a statement that returns nothing.
    /// - Returns: rows changed.
    /// - Throws: `SQLError`.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// Runs a query.
    /// - Throws: `SQLError`.
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow]
}

extension SQLConnection {
    /// Runs a statement without arguments.
    @discardableResult
    public func execute(_ sql: String) throws -> Int { try execute(sql, []) }

    /// Runs a query without arguments.
    public func query(_ sql: String) throws -> [SQLRow] { try query(sql, []) }
}

/// A database in which writes are durable when they return.
///
/// - Reads see one moment, and only what is durable.
/// - Writes are serialisable. Those that wait at the same time share one commit (each in a savepoint of its own, so that
///   one that fails takes none of the others with it), because a disk syncs a few hundred times a second, not thousands.
/// - A body may run more than once before it succeeds; it must have no effect but through its connection and its result.
public protocol SQLDatabase: Sendable {
    /// The kind of SQL spoken.
    var dialect: SQLDialect { get }

    /// Reads, in a transaction that sees one moment.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// Writes, in a serialisable transaction; what it wrote is durable when this returns.
    /// - Throws: what the body threw, or `SQLError`. Nothing of the body is kept then, but for `.outcomeUnknown`.
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// Writes in a transaction shared with nobody, for changes of the schema.
    func writeAlone<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// Applies what of these has not been applied yet, each once, in order, and records it.
    /// - Throws: `MigrationError`, `SQLError`. Each migration is applied whole or not at all.
    func migrate(_ migrations: [Migration]) async throws

    /// Copies the database as it is now, while it is used.
    /// - Throws: `SQLError`; `.unsupported` where the server has its own means (PostgreSQL: `pg_dump`).
    func copy(to path: String) async throws

    /// Finishes the writes that wait and closes. Later calls throw `SQLError`.
    func close() async
}
