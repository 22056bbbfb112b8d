/// Why a database did not do what was asked. It never holds values, because these may be a patient's.
public struct SQLError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of failure, and so what to do.
    public enum Kind: String, Sendable {
        /// There is no room on the disk.
        case full
        /// A rule of the schema forbids it: a key, a reference, a check, or a table that only grows.
        case constraint
        /// Somebody else was writing too long.
        case busy
        /// Two transactions cannot both be true; it can be run again.
        case serialization
        /// The file or the server cannot be reached, or failed.
        case unavailable
        /// The file is damaged, or is no database.
        case damaged
        /// The connection was lost, or the disk failed, while committing: it may have been written or not.
        case outcomeUnknown
        /// The statement is wrong.
        case statement
        /// Something else stands in the database than belongs there.
        case unexpected
        /// This kind of database cannot do that.
        case unsupported
    }

    /// What kind of failure.
    public var kind: Kind
    /// The database's own code: an SQLite result code's number, or an SQLSTATE.
    public var code: String
    /// What is wrong, without any value.
    public var problem: String

    /// Makes an error.
    public init(_ kind: Kind, code: String, problem: String) {
        self.kind = kind
        self.code = code
        self.problem = problem
    }

    /// Kind, code and problem.
    public var description: String { "\(kind.rawValue)\(code.isEmpty ? "" : " (\(code))"): \(problem)" }

    /// What a failure of the file means when it comes while committing. What was not synced may yet be on the disk: this
    /// program does not see it any more, but one that starts after a power cut may find the log whole.
    var whileCommitting: SQLError {
        guard kind == .unavailable || kind == .damaged else { return self }
        return SQLError(
            .outcomeUnknown, code: code, problem: "\(problem) while committing: it may have been written or not")
    }

    /// Whether the whole transaction is to be run again.
    var asksForAnotherTry: Bool { kind == .serialization }
}
