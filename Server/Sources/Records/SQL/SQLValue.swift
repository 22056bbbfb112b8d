/// A value as both databases know it.
public enum SQLValue: Sendable, Hashable {
    /// Nothing.
    case null
    /// A whole number of 64 bits.
    case integer(Int64)
    /// A number of double precision.
    case real(Double)
    /// Text in UTF-8. PostgreSQL refuses one that holds a NUL.
    case text(String)
    /// Bytes.
    case blob([UInt8])

    /// A whole number.
    public static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }

    /// The text, or null where there is none.
    public static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
}

/// One row of an answer, read by the names of its columns.
public struct SQLRow: Sendable {
    /// Names of the columns. They are few, so that looking through them costs less than a table of them for each query.
    private let columns: [String]
    private let values: [SQLValue]

    init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of a column.
    /// - Precondition: the query has such a column; a misspelt name is a fault of the program, not of the data.
    public subscript(_ column: String) -> SQLValue {
        guard let index = columns.firstIndex(of: column) else {
            preconditionFailure("the query has no column '\(column)'")
        }
        return values[index]
    }

    /// The whole number in a column.
    /// - Throws: `SQLError` if something else stands there.
    public func integer(_ column: String) throws(SQLError) -> Int {
        guard case .integer(let value) = self[column], let number = Int(exactly: value) else {
            throw SQLError(.unexpected, code: "", problem: "column '\(column)' holds no whole number")
        }
        return number
    }

    /// The text in a column.
    /// - Throws: `SQLError` if something else stands there.
    public func text(_ column: String) throws(SQLError) -> String {
        guard case .text(let value) = self[column] else {
            throw SQLError(.unexpected, code: "", problem: "column '\(column)' holds no text")
        }
        return value
    }

    /// The text in a column, nil for null.
    /// - Throws: `SQLError` if something else stands there.
    public func optionalText(_ column: String) throws(SQLError) -> String? {
        if case .null = self[column] { return nil }
        return try text(column)
    }
}
