/// Reads the rows of a table of parameters into one array.
struct TableParser {
    /// Which column is which.
    let header: TableColumns
    /// Values read so far, row after row.
    private(set) var values: [Double] = []
    /// Labels read so far.
    private(set) var labels: [String] = []
    private let file: String
    private let reader: RecordReader
    /// Data rows read so far.
    private var rows = 0
    /// Rows after which the size of the table is estimated, so that the array grows once.
    private static let rowsBeforeEstimate = 1000

    /// Opens the file and reads its header.
    init(path: String, knownColumns: [String], window: Int = 1 << 20) throws(TableError) {
        file = path
        reader = try RecordReader(path: path, window: window)
        guard let first = try reader.next() else {
            throw TableError(
                .empty, file: path, found: "an empty file", expected: "a header of column names and a row a member",
                remedy: "Check that the table was saved.")
        }
        header = try TableColumns(first, file: path, known: knownColumns)
    }

    /// Reads all rows.
    mutating func parse() throws(TableError) {
        let row = UnsafeMutableBufferPointer<Double>.allocate(capacity: header.columns.count)
        defer { row.deallocate() }
        var blankLine: Int?
        while let record = try reader.next() {
            if record.bytes.allSatisfy(FieldSplitter.isBlank) {
                blankLine = blankLine ?? record.line
                continue
            }
            rows += 1
            if let blankLine { throw blank(line: blankLine) }
            if record.hasQuotes || !readPlainRow(record.bytes, into: row) { try readCarefully(record, into: row) }
            values.append(contentsOf: row)
            if rows == Self.rowsBeforeEstimate { reserve() }
        }
        if rows == 0 {
            throw TableError(
                .noRows, file: file, found: "a header and no row", expected: "a row a member",
                remedy: "Add a row for each member below the header.")
        }
    }

    /// Makes room for as many rows as the file's size promises.
    private mutating func reserve() {
        let estimate = reader.size / max(1, reader.consumed / (rows + 1)) + rows
        values.reserveCapacity((estimate + estimate / 50) * header.columns.count)
        if header.hasLabels { labels.reserveCapacity(estimate) }
    }

    /// Reads a row without quotes; false, and nothing kept, if anything is unusual.
    private mutating func readPlainRow(
        _ bytes: UnsafeBufferPointer<UInt8>, into row: UnsafeMutableBufferPointer<Double>
    ) -> Bool {
        guard var cursor = bytes.baseAddress else { return false }
        let end = cursor + bytes.count
        if header.hasLabels {
            guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")) else { return false }
            cursor += comma + 1
        }
        for column in row.indices {
            if column > 0 {
                guard cursor < end, cursor.pointee == UInt8(ascii: ",") else { return false }
                cursor += 1
            }
            while cursor < end, FieldSplitter.isBlank(cursor.pointee) { cursor += 1 }
            guard let value = DecimalParser.parse(&cursor, before: end), value.isFinite else { return false }
            while cursor < end, FieldSplitter.isBlank(cursor.pointee) { cursor += 1 }
            row.initializeElement(at: column, to: value)
        }
        guard cursor == end else { return false }
        return !header.hasLabels || takeLabel(bytes.prefix { $0 != UInt8(ascii: ",") })
    }

    /// Keeps a label; false if it is empty or not text.
    private mutating func takeLabel(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        var label = text.drop(while: FieldSplitter.isBlank)
        while let last = label.last, FieldSplitter.isBlank(last) { label = label.dropLast() }
        guard !label.isEmpty, !label.contains(where: { $0 < 0x20 || $0 == 0x7F }),
            let string = String(validating: label, as: UTF8.self)
        else { return false }
        labels.append(string)
        return true
    }

    /// Reads a row by the whole of RFC 4180, and says what is wrong with it if anything is.
    private mutating func readCarefully(
        _ record: RecordReader.Record, into row: UnsafeMutableBufferPointer<Double>
    ) throws(TableError) {
        let faults = RowFaults(file: file, row: rows, line: record.line, header: header)
        let fields: [FieldSplitter.Field]
        do {
            fields = try FieldSplitter.split(record.bytes)
        } catch {
            throw faults.quotes(error, record.bytes)
        }
        guard fields.count == header.fieldCount else { throw faults.count(fields) }
        for (number, field) in fields.enumerated() {
            if field.text.isEmpty { throw faults.empty(number) }
            if header.hasLabels, number == 0 {
                guard takeLabel(field.text) else { throw faults.garbage(number, field.text) }
                continue
            }
            guard let value = Self.number(field.text) else { throw faults.notANumber(number, field.text) }
            guard value.isFinite else { throw faults.notFinite(number, field.text) }
            row.initializeElement(at: number - (header.hasLabels ? 1 : 0), to: value)
        }
    }

    /// The number that a whole text is, or nil; blanks around it do not count.
    private static func number(_ text: [UInt8]) -> Double? {
        text.withUnsafeBufferPointer { bytes in
            guard var cursor = bytes.baseAddress else { return nil }
            let end = cursor + bytes.count
            while cursor < end, FieldSplitter.isBlank(cursor.pointee) { cursor += 1 }
            guard let value = DecimalParser.parse(&cursor, before: end) else { return nil }
            while cursor < end, FieldSplitter.isBlank(cursor.pointee) { cursor += 1 }
            return cursor == end ? value : nil
        }
    }

    private func blank(line: Int) -> TableError {
        TableError(
            .fieldCount, file: file, row: rows, line: line, found: "a blank line between rows",
            expected: "\(header.fieldCount) fields", remedy: "Delete the blank line, or fill in the row.")
    }
}
