import CPQ

/// One connection to a PostgreSQL server through libpq. Used by one thread at a time; statements are prepared once a
/// connection and sent with their values apart from their text.
final class PostgresLink {
    private let handle: OpaquePointer
    private var prepared: [PreparedKey: String] = [:]
    private static let mostPrepared = 256

    private struct PreparedKey: Hashable {
        var sql: String
        var types: [Oid]
    }

    /// Connects.
    /// - Throws: `SQLError` without the server's address or the password.
    init(url: String) throws(SQLError) {
        guard let handle = PQconnectdb(url) else {
            throw SQLError(.unavailable, code: "", problem: "no memory for a connection")
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            PQfinish(handle)
            throw SQLError(.unavailable, code: "08001", problem: "the PostgreSQL server does not let us in")
        }
        self.handle = handle
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        do throws(SQLError) {
            // A commit that returns must be on the disk; locks must not be waited for without end.
            for setting in [
                "synchronous_commit = on", "lock_timeout = '5s'", "statement_timeout = '60s'", "TIME ZONE 'UTC'",
                "client_encoding = 'UTF8'", "standard_conforming_strings = on",
                "idle_in_transaction_session_timeout = '120s'",
            ] { try simple("SET \(setting)") }
            guard try rows("SHOW fsync", []).first?.text("fsync") == "on" else {
                throw SQLError(
                    .unavailable, code: "",
                    problem: "the server runs with fsync off, so that nothing it keeps is durable")
            }
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    deinit { PQfinish(handle) }

    /// Whether the connection still stands.
    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }
    /// Whether a transaction is open, healthy or not.
    var isInTransaction: Bool {
        let status = PQtransactionStatus(handle)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE
    }

    /// Runs a command without values.
    func simple(_ sql: String) throws(SQLError) {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        try check(result)
    }

    /// Commits.
    /// - Throws: `SQLError` also where the server answered the commit by rolling back, which it does without an error.
    func commit() throws(SQLError) {
        let result = PQexec(handle, "COMMIT")
        defer { PQclear(result) }
        try check(result)
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw SQLError(.statement, code: "25P02", problem: "the server rolled the transaction back")
        }
    }

    /// Runs a statement.
    /// - Returns: rows changed.
    func execute(_ sql: String, _ arguments: [SQLValue]) throws(SQLError) -> Int {
        let result = try send(sql, arguments)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    /// Runs a query.
    func rows(_ sql: String, _ arguments: [SQLValue]) throws(SQLError) -> [SQLRow] {
        let result = try send(sql, arguments)
        defer { PQclear(result) }
        return try PostgresValue.rows(of: result)
    }

    private func send(_ sql: String, _ arguments: [SQLValue]) throws(SQLError) -> OpaquePointer? {
        let name = try prepare(sql, arguments.map(PostgresValue.type(of:)))
        let result = PostgresValue.withParameters(arguments) { values, lengths, formats in
            PQexecPrepared(handle, name, CInt(arguments.count), values, lengths, formats, 0)
        }
        do throws(SQLError) {
            try check(result)
        } catch {
            PQclear(result)
            throw error
        }
        return result
    }

    private func prepare(_ sql: String, _ types: [Oid]) throws(SQLError) -> String {
        let key = PreparedKey(sql: sql, types: types)
        if let name = prepared[key] { return name }
        if prepared.count >= Self.mostPrepared {
            try simple("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        let result = PQprepare(handle, name, Placeholders.numbered(sql), CInt(types.count), types)
        defer { PQclear(result) }
        try check(result)
        prepared[key] = name
        return name
    }

    private func check(_ result: OpaquePointer?) throws(SQLError) {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: break
        }
        if let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))) {
            throw SQLError(sqlState: String(cString: state))
        }
        throw SQLError(.unavailable, code: "08006", problem: "the connection to the PostgreSQL server was lost")
    }
}
