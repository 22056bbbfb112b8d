import Chain
import Foundation

/// A step from one schema to the next.
public struct Migration: Sendable, Equatable {
    /// Name, unique for ever; what stands before the first full stop is the family (`records.001-journals`). A program
    /// refuses a database in which its own families hold a migration that it does not know.
    public var id: String
    /// Statements of each dialect, in order, one a text.
    public var statements: [SQLDialect: [String]]

    /// Makes a migration.
    public init(id: String, statements: [SQLDialect: [String]]) {
        self.id = id
        self.statements = statements
    }

    /// The family of migrations that it belongs to.
    var family: Substring { id.prefix { $0 != "." } }

    /// SHA-256 of the statements, hex.
    func checksum(_ dialect: SQLDialect) throws(MigrationError) -> String {
        guard let statements = statements[dialect] else { throw .dialect(id, dialect) }
        return ChainHash.digest(statements.joined(separator: ";\n"))
    }
}

/// Why a schema was not brought up to date.
public enum MigrationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The database was used by a newer program.
    case newer(String)
    /// A migration that was applied reads differently now.
    case changed(String)
    /// The migration has no statements for this kind of database.
    case dialect(String, SQLDialect)
    /// Two migrations have one name.
    case duplicate(String)
    /// It was applied before one that now stands before it.
    case order(String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .newer(let id):
            "the database has the migration '\(id)', which this program does not know: use the newer program, or restore "
                + "the backup made before the upgrade"
        case .changed(let id): "the migration '\(id)' was applied with other statements; never change one, add another"
        case .dialect(let id, let dialect): "the migration '\(id)' has no statements for \(dialect.rawValue)"
        case .duplicate(let id): "two migrations are called '\(id)'"
        case .order(let id): "the migration '\(id)' is new but stands before one that was applied; add it at the end"
        }
    }
}
