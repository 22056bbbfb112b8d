/// Why a table could not be read or written.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Kinds of fault.
    public enum Kind: String, Sendable {
        /// The file cannot be opened or read.
        case unreadable
        /// The file holds nothing.
        case empty
        /// The file holds a header and no row.
        case noRows
        /// The header is not a list of column names.
        case badHeader
        /// A column that nothing knows.
        case unknownColumn
        /// Two columns of one name.
        case duplicateColumn
        /// A row with more or fewer fields than the header.
        case fieldCount
        /// A field without a value.
        case emptyCell
        /// A field that is not a number.
        case notANumber
        /// A number that is infinite, not a number, or too large for double precision.
        case notFinite
        /// Bytes that do not belong into a text file.
        case garbage
        /// Quotes that do not follow RFC 4180.
        case badQuotes
        /// The file cannot be made or written.
        case unwritable
        /// A writer was used against its contract; a fault of the program, not of the user.
        case misuse
    }

    /// Kind.
    public var kind: Kind
    /// The file, as it was named to the reader or the writer.
    public var file: String
    /// Data row, from 1; nil for the header and for the file as a whole.
    public var row: Int?
    /// Line of the file on which the row begins, from 1 (the header's line).
    public var line: Int?
    /// The column's name.
    public var column: String?
    /// What was found.
    public var found: String
    /// What was expected; empty where it goes without saying.
    public var expected: String
    /// What to do about it.
    public var remedy: String

    /// Makes an error.
    public init(
        _ kind: Kind, file: String, row: Int? = nil, line: Int? = nil, column: String? = nil,
        found: String, expected: String = "", remedy: String
    ) {
        self.kind = kind
        self.file = file
        self.row = row
        self.line = line
        self.column = column
        self.found = found
        self.expected = expected
        self.remedy = remedy
    }

    /// For example: cohort.csv: row 3 (line 4), column 'CL': found 'abc'; expected a number. Write …
    public var description: String {
        var place: [String] = []
        if let row { place.append(line.map { "row \(row) (line \($0))" } ?? "row \(row)") }
        if row == nil, let line { place.append("line \(line)") }
        if let column { place.append("column \(ShownText.of(column.utf8))") }
        let position = place.isEmpty ? "" : place.joined(separator: ", ") + ": "
        let wanted = expected.isEmpty ? "" : "; expected \(expected)"
        return "\(file): \(position)found \(found)\(wanted). \(remedy)"
    }
}
