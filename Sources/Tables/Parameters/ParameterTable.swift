/// Parameters of the members of an ensemble: a row a member, a column a parameter.
///
/// ```swift
/// let table = try ParameterTable(contentsOf: "cohort.csv", knownColumns: model.parameters)
/// table[row: 0, column: 2]
/// ```
public struct ParameterTable: Sendable, Equatable {
    /// Names of a first column that labels the members, unless a parameter has that name.
    public static let labelColumns = ["member", "patient", "id"]

    /// Names of the parameters, in the file's order, without the column of labels. No two are the same.
    public let columns: [String]
    /// A label a row, as they stand in the file; nil if it has no column of labels. Two rows may share one.
    public let labels: [String]?
    /// All values, row after row; each is finite. Units are those of the model's parameters.
    public let values: [Double]

    /// Number of rows, at least one.
    public var rowCount: Int { values.count / columns.count }

    /// One value; rows and columns count from 0.
    public subscript(row row: Int, column column: Int) -> Double {
        precondition(columns.indices.contains(column), "the table has no column \(column)")
        return values[row * columns.count + column]
    }

    /// The values of one row, in the order of the columns; rows count from 0.
    public subscript(row row: Int) -> ArraySlice<Double> {
        values[(row * columns.count)..<((row + 1) * columns.count)]
    }

    /// Reads a CSV file (RFC 4180): a header of column names, then a row a member. Line ends may be CR LF, a byte order
    /// mark and blank lines at the end are skipped, blanks around fields do not count. Numbers are rounded correctly
    /// whatever the locale.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - knownColumns: Names that a column may have. Not all of them need be there.
    /// - Throws: A ``TableError`` with the file, the row, the line, the column, the text and the remedy.
    public init(contentsOf path: String, knownColumns: [String]) throws(TableError) {
        var parser = try TableParser(path: path, knownColumns: knownColumns)
        try parser.parse()
        columns = parser.header.columns
        labels = parser.header.hasLabels ? parser.labels : nil
        values = parser.values
    }
}
