/// One write that waits for its turn.
struct WriteJob: Sendable {
    /// Runs the body; what it returns hands the result over, and is called after the commit and never before.
    let run: @Sendable (any SQLConnection) throws -> @Sendable () -> Void
    /// Hands the failure over.
    let fail: @Sendable (any Error) -> Void
    /// Whether it shares its transaction with nobody.
    let alone: Bool

    /// A job whose outcome goes to a continuation.
    init<T: Sendable>(
        alone: Bool, _ body: @escaping @Sendable (any SQLConnection) throws -> T,
        _ continuation: CheckedContinuation<T, any Error>
    ) {
        self.alone = alone
        run = { connection in
            let value = try body(connection)
            return { continuation.resume(returning: value) }
        }
        fail = { continuation.resume(throwing: $0) }
    }
}

/// The one connection of a database that writes, as the commits of a group use it. Used by one thread at a time.
protocol WriteSession: AnyObject {
    var connection: any SQLConnection { get }
    /// The first failure of a statement since the last `begin`, `save` or `undo`.
    var failure: SQLError? { get }
    /// Whether the database still keeps the transaction; some failures end it unasked.
    var isInTransaction: Bool { get }
    /// Begins a transaction; afterwards the connection takes statements again.
    func begin() throws(SQLError)
    /// Commits durably. If it throws, the transaction is over.
    func commit() throws(SQLError)
    /// Ends the transaction and keeps nothing of it. Never fails: a connection that cannot is closed.
    func rollBack()
    /// Begins a part that can be undone alone.
    func save() throws(SQLError)
    /// Keeps that part.
    func release() throws(SQLError)
    /// Undoes that part; afterwards the connection takes statements again.
    func undo() throws(SQLError)
}
