import Care
import Records

/// A row that does not hold what the table promises.
struct UnexpectedRow: Error, CustomStringConvertible {
    let column: String
    var description: String { "the database holds no readable '\(column)'; was it changed by another program?" }
}

extension SQLRow {
    func optionalInstant(_ column: String) throws -> Instant? {
        if case .null = self[column] { return nil }
        return try instant(column)
    }

    func instant(_ column: String) throws -> Instant { Instant(millisecondsSince1970: Int64(try integer(column))) }

    func flag(_ column: String) throws -> Bool { try integer(column) != 0 }
}

extension SQLValue {
    static func instant(_ value: Instant) -> SQLValue { .integer(value.milliseconds) }
    static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
}
