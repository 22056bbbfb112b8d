/// How many values a writer will be given, checked before anything is written.
struct Shape {
    /// Number of members.
    let members: Int
    /// Rows of values a member.
    let rows: Int
    /// Values a row.
    let columns: Int
    private let file: String

    /// Values a member.
    var values: Int { rows * columns }

    /// Checks that there is anything to write.
    init(file: String, members: Int, rows: Int, columns: Int) throws(TableError) {
        (self.file, self.members, self.rows, self.columns) = (file, members, rows, columns)
        if members < 1 { throw misuse("no members", "Run at least one member.") }
        if rows < 1 { throw misuse("no times", "Save at least one time.") }
        if columns < 1 { throw misuse("no quantities", "Save at least one quantity.") }
    }

    /// Checks a member's number and the number of its values.
    func check(member: Int, values count: Int) throws(TableError) {
        guard (0..<members).contains(member) else {
            throw misuse("member \(member) of \(members)", "Number members from 0 to \(members - 1).")
        }
        guard count == values else {
            throw misuse("\(count) values of member \(member)", "Give \(rows) rows of \(columns) values.")
        }
    }

    /// A member came twice.
    func twice(_ member: Int) -> TableError { misuse("member \(member) a second time", "Write each member once.") }

    /// A file was to be finished too early.
    func unfinished(_ written: Int) -> TableError {
        misuse("\(written) of \(members) members", "Write all members before the file is finished, or discard it.")
    }

    private func misuse(_ found: String, _ remedy: String) -> TableError {
        TableError(.misuse, file: file, found: found, remedy: remedy)
    }
}
