/// Writes summaries as CSV: `member`, the columns, and `failure`, which is empty where nothing failed; a row a member, by
/// member, whatever the order in which they come. Members are numbered from 0.
///
/// Numbers are the shortest that read back as the same; what is missing is `NaN`. A column called `member` or `failure`
/// becomes `member_` or `failure_`, and a second one of a name is numbered.
public final class CSVSummaryWriter: SummaryWriter {
    private let file: CSVFile
    private let shape: Shape
    private var queue = MemberQueue()

    /// Makes the file under a temporary name, with its header.
    public init(path: String, header: SummaryHeader) throws(TableError) {
        shape = try Shape(file: path, members: header.members, rows: 1, columns: header.columns.count)
        file = try CSVFile(path: path)
        let names = ColumnNames.unique(header.columns.map(\.id), reserved: ["member", "failure"])
        let file = file
        try file.step { () throws(TableError) in
            try file.append(raw: "member,")
            for name in names {
                try file.append(field: name)
                try file.append(.comma)
            }
            try file.append(raw: "failure\n")
        }
    }

    /// Writes one member, or keeps it until those before it have come.
    public func write(member: Int, values: UnsafeBufferPointer<Double>, failure: String?) throws(TableError) {
        try file.step { () throws(TableError) in
            try shape.check(member: member, values: values.count)
            if queue.has(member) { throw shape.twice(member) }
            try queue.take(member, values, failure: failure, write: append)
        }
    }

    /// Completes the file and gives it its name.
    public func finish() throws(TableError) {
        try file.step { () throws(TableError) in
            if queue.arrived < shape.members { throw shape.unfinished(queue.arrived) }
        }
        try file.finish()
    }

    /// Gives up; no file is left behind.
    public func discard() { file.discard() }

    private func append(_ member: Int, _ values: UnsafeBufferPointer<Double>, _ failure: String?) throws(TableError) {
        try file.append(raw: "\(member),")
        for value in values {
            try file.append(value)
            try file.append(.comma)
        }
        if let failure { try file.append(field: failure) }
        try file.append(.lineFeed)
    }
}
