import GRDB

/// The writing connection of an SQLite database, while it is used by the commits of a group.
final class SQLiteWriteSession: WriteSession {
    private let database: GRDB.Database
    private let open: SQLiteConnection

    init(_ database: GRDB.Database) {
        self.database = database
        open = SQLiteConnection(database)
    }

    var connection: any SQLConnection { open }
    var failure: SQLError? { open.failure }
    var isInTransaction: Bool { database.isInsideTransaction }

    func begin() throws(SQLError) {
        open.failure = nil
        try run("BEGIN IMMEDIATE")
    }

    func commit() throws(SQLError) {
        open.failure = nil
        do {
            try run("COMMIT")
        } catch {
            rollBack()
            throw error.whileCommitting
        }
    }

    func rollBack() {
        open.failure = nil
        if database.isInsideTransaction { try? database.rollback() }
    }

    func save() throws(SQLError) {
        open.failure = nil
        try run("SAVEPOINT job")
    }

    func release() throws(SQLError) { try run("RELEASE job") }

    func undo() throws(SQLError) {
        open.failure = nil
        try run("ROLLBACK TO job")
        try run("RELEASE job")
    }

    private func run(_ sql: String) throws(SQLError) {
        do {
            try database.cachedStatement(sql: sql).execute()
        } catch {
            throw SQLError(sqlite: error)
        }
    }
}
