/// Where the records are.
public enum DatabaseLocation: Sendable, Equatable {
    /// An SQLite file.
    case sqlite(String)
    /// A PostgreSQL server: a URL as libpq reads it, with the user and the database.
    case postgres(String)
    /// An SQLite database in memory, gone with the process. For tests and demonstrations.
    case memory

    /// Reads the argument of `--database`: `postgres://…`, `sqlite:PATH`, `:memory:`, or the path of a file.
    public init(argument: String) {
        if argument.hasPrefix("postgres://") || argument.hasPrefix("postgresql://") {
            self = .postgres(argument)
        } else if argument == ":memory:" {
            self = .memory
        } else if argument.hasPrefix("sqlite:") {
            self = .sqlite(String(argument.dropFirst("sqlite:".count)))
        } else {
            self = .sqlite(argument)
        }
    }
}

/// Opens databases.
public enum Database {
    /// Opens a database; an SQLite file is made if there is none.
    /// - Throws: `SQLError` that names no password and no address.
    public static func open(_ location: DatabaseLocation) async throws(SQLError) -> any SQLDatabase {
        switch location {
        case .sqlite(let path): try SQLiteDatabase(path: path)
        case .memory: try SQLiteDatabase(path: nil)
        case .postgres(let url): try await PostgresDatabase(url: url)
        }
    }
}
