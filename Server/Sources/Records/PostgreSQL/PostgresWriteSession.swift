/// The writing connection to a PostgreSQL server, while it is used by the commits of a group.
final class PostgresWriteSession: WriteSession {
    private let lane: PostgresLane
    private var link: PostgresLink?
    private var open: PostgresConnection?

    init(_ lane: PostgresLane) { self.lane = lane }

    var connection: any SQLConnection {
        guard let open else { preconditionFailure("a statement outside a transaction") }
        return open
    }
    var failure: SQLError? { open?.failure }
    var isInTransaction: Bool { link?.isInTransaction ?? false }

    func begin() throws(SQLError) {
        // A connection that was lost while nobody used it shows it here, where it is safe to begin again.
        for isLast in [false, true] {
            do {
                let link = try lane.connected()
                try link.simple("BEGIN ISOLATION LEVEL SERIALIZABLE")
                self.link = link
                open = PostgresConnection(link)
                return
            } catch {
                lane.drop()
                if isLast { throw error }
            }
        }
    }

    func commit() throws(SQLError) {
        guard let link else { throw SQLError(.unavailable, code: "08003", problem: "there is no connection") }
        do {
            try link.commit()
        } catch {
            if link.isAlive, error.kind != .unavailable { throw error }
            lane.drop()
            throw SQLError(
                .outcomeUnknown, code: error.code,
                problem: "the connection was lost while committing: it may have been written or not")
        }
    }

    func rollBack() {
        if let link, link.isInTransaction {
            do { try link.simple("ROLLBACK") } catch { lane.drop() }
        }
        link = nil
        open = nil
    }

    func save() throws(SQLError) {
        open?.failure = nil
        try run("SAVEPOINT job")
    }

    func release() throws(SQLError) { try run("RELEASE job") }

    func undo() throws(SQLError) {
        open?.failure = nil
        try run("ROLLBACK TO job")
        try run("RELEASE job")
    }

    private func run(_ sql: String) throws(SQLError) {
        guard let link else { throw SQLError(.unavailable, code: "08003", problem: "there is no connection") }
        try link.simple(sql)
    }
}
