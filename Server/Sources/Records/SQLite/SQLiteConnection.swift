import Foundation
import GRDB

/// A GRDB connection inside one transaction. Used only on that connection's queue.
final class SQLiteConnection: SQLConnection {
    private let database: GRDB.Database
    /// The first failure; statements after it answer with it again.
    var failure: SQLError?

    init(_ database: GRDB.Database) { self.database = database }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try run {
            let before = database.totalChangesCount
            let statement = try database.cachedStatement(sql: sql)
            try statement.execute(arguments: StatementArguments(arguments.map(\.databaseValue)))
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        try run {
            let statement = try database.cachedStatement(sql: sql)
            let names = statement.columnNames
            let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments.map(\.databaseValue)))
            var rows: [SQLRow] = []
            while let row = try cursor.next() {
                rows.append(SQLRow(columns: names, values: names.indices.map { SQLValue(row[$0] as DatabaseValue) }))
            }
            return rows
        }
    }

    private func run<T>(_ body: () throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            return try body()
        } catch {
            let known = SQLError(sqlite: error)
            failure = known
            throw known
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let value): Data(value).databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let value): self = .integer(value)
        case .double(let value): self = .real(value)
        case .string(let value): self = .text(value)
        case .blob(let value): self = .blob([UInt8](value))
        }
    }
}

extension SQLError {
    /// What GRDB or SQLite said, without values.
    init(sqlite error: any Error) {
        switch error {
        case let error as SQLError: self = error
        case let error as DatabaseError:
            let code = error.resultCode
            let kind: Kind =
                switch code {
                case .SQLITE_FULL: .full
                case .SQLITE_CONSTRAINT: .constraint
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
                case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
                case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_NOMEM, .SQLITE_PERM, .SQLITE_AUTH,
                    .SQLITE_INTERRUPT, .SQLITE_ABORT:
                    .unavailable
                default: .statement
                }
            self.init(kind, code: "\(error.extendedResultCode.rawValue)", problem: Self.words(kind))
        case let error as CocoaError:
            self.init(
                error.code == .fileWriteOutOfSpace ? .full : .unavailable, code: "\(error.code.rawValue)",
                problem: "the file cannot be used")
        default: self.init(.unexpected, code: "", problem: "the database library failed (\(type(of: error)))")
        }
    }

    private static func words(_ kind: Kind) -> String {
        switch kind {
        case .full: "no room is left for the database"
        case .constraint: "a rule of the schema forbids it"
        case .busy: "another program has been writing to the file for too long"
        case .damaged: "the file is damaged or is no SQLite database"
        case .unavailable: "the file cannot be read or written"
        default: "the statement was refused"
        }
    }
}
