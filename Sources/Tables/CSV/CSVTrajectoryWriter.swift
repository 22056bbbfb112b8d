/// Writes trajectories as CSV in long form: `member,time,` and the quantities; a row a member and time, by member and
/// then by time, whatever the order in which the members come. Members are numbered from 0.
///
/// Numbers are the shortest that read back as the same. Of a failed member, times at which nothing is known are left
/// out; the reason is not in this file, but in the summary. Units are not in it either: the NetCDF file has them.
/// A quantity called `member` or `time` becomes `member_` or `time_`, and a second one of a name is numbered.
public final class CSVTrajectoryWriter: TrajectoryWriter {
    private let file: CSVFile
    private let shape: Shape
    private var queue = MemberQueue()
    /// Each time as text, with the comma behind it.
    private let times: [String]

    /// Makes the file under a temporary name, with its header.
    public init(path: String, header: TrajectoryHeader) throws(TableError) {
        shape = try Shape(
            file: path, members: header.members, rows: header.times.count, columns: header.quantities.count)
        times = header.times.map { CSVFile.text(of: $0) + "," }
        file = try CSVFile(path: path)
        let names = ColumnNames.unique(header.quantities.map(\.id), reserved: ["member", "time"])
        let file = file
        try file.step { () throws(TableError) in
            try file.append(raw: "member,time")
            for name in names {
                try file.append(.comma)
                try file.append(field: name)
            }
            try file.append(.lineFeed)
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
        let prefix = "\(member),"
        for (row, time) in times.enumerated() {
            let values = values[(row * shape.columns)..<((row + 1) * shape.columns)]
            if failure != nil, values.allSatisfy(\.isNaN) { continue }
            try file.append(raw: prefix)
            try file.append(raw: time)
            for index in values.indices {
                if index > values.startIndex { try file.append(.comma) }
                try file.append(values[index])
            }
            try file.append(.lineFeed)
        }
    }
}
