/// The header of a table of parameters: which column is which.
struct TableColumns {
    /// Names of the parameters.
    let columns: [String]
    /// The first column's name if it labels the rows.
    let labelColumn: String?

    /// Whether the first column labels the rows.
    var hasLabels: Bool { labelColumn != nil }
    /// Fields that a row must have.
    var fieldCount: Int { columns.count + (hasLabels ? 1 : 0) }

    /// The name of a field, counted from 0; nil beyond the last.
    func name(ofField field: Int) -> String? {
        let column = hasLabels ? field - 1 : field
        if column < 0 { return labelColumn }
        return column < columns.count ? columns[column] : nil
    }

    /// Reads a header.
    init(_ record: RecordReader.Record, file: String, known: [String]) throws(TableError) {
        func fault(
            _ kind: TableError.Kind, _ column: String?, _ found: String, _ expected: String, _ remedy: String
        )
            -> TableError
        {
            TableError(
                kind, file: file, line: record.line, column: column, found: found, expected: expected, remedy: remedy)
        }
        let names = try Self.names(record, fault)
        let knownNames = Set(known)
        let labelled = names.first.map { ParameterTable.labelColumns.contains($0) && !knownNames.contains($0) } ?? false
        labelColumn = labelled ? names.first : nil
        columns = Array(labelled ? names.dropFirst() : names[...])
        if columns.isEmpty {
            throw fault(
                .badHeader, nil, "a header without a parameter", "a column for each parameter that differs",
                "Add a column named after a parameter.")
        }
        var seen: Set<String> = labelColumn.map { [$0] } ?? []
        for column in columns {
            if !seen.insert(column).inserted {
                throw fault(
                    .duplicateColumn, column, "two columns of this name", "each name once",
                    "Delete or rename one of them.")
            }
            if !knownNames.contains(column) {
                throw fault(
                    .unknownColumn, column, "an unknown column", "the name of a parameter",
                    Self.remedy(for: column, among: known, alone: columns.count == 1))
            }
        }
    }

    private static func names(
        _ record: RecordReader.Record,
        _ fault: (TableError.Kind, String?, String, String, String) -> TableError
    ) throws(TableError) -> [String] {
        if ShownText.isGarbage(record.bytes) {
            throw fault(
                .garbage, nil, "\(ShownText.of(record.bytes)), which is not text", "a header of column names in UTF-8",
                "Save the table as CSV in UTF-8, with line ends LF or CR LF.")
        }
        let fields: [FieldSplitter.Field]
        do {
            fields = try FieldSplitter.split(record.bytes)
        } catch {
            throw fault(
                .badQuotes, nil, "quotes that do not match", "quotes around whole fields",
                "Write a quote within a quoted field twice.")
        }
        for (number, field) in fields.enumerated() where field.text.isEmpty {
            throw fault(
                .badHeader, nil, fields.count == 1 ? "a blank line" : "no name for column \(number + 1)",
                "a header of column names", "Name every column after a parameter, or delete the column.")
        }
        return fields.map { String(decoding: $0.text, as: UTF8.self) }
    }

    private static func remedy(for column: String, among known: [String], alone: Bool) -> String {
        if alone, column.contains(where: { ";\t|".contains($0) }) {
            return "Separate columns by commas, and write decimal points, not decimal commas."
        }
        if ParameterTable.labelColumns.contains(column) { return "Put the column of labels first." }
        if Double(column) != nil { return "Begin the file with a header of column names." }
        let question = NearNames.question(column, among: known)
        if !question.isEmpty { return question + "Rename the column, or delete it." }
        let list = known.prefix(10).joined(separator: ", ") + (known.count > 10 ? ", …" : "")
        return "Rename the column, or delete it. Known: \(known.isEmpty ? "none" : list)."
    }
}
