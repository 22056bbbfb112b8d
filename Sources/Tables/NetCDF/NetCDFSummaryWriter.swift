/// Writes summaries as NetCDF-4 after the CF conventions: a variable of `member` (from 0) for each column, and `failure`.
/// Names, units and blocks are as in ``NetCDFTrajectoryWriter``.
public final class NetCDFSummaryWriter: SummaryWriter {
    private let file: EnsembleFile

    /// Makes the file under a temporary name.
    ///
    /// - Parameters:
    ///   - path: The file to be.
    ///   - header: What is in it.
    ///   - compressed: Whether values are compressed (zlib, level 1, shuffled): smaller and slower.
    public init(path: String, header: SummaryHeader, compressed: Bool = false) throws(TableError) {
        let layout = EnsembleLayout(
            title: "Summaries of \(header.model)", model: header.model, members: header.members, times: nil,
            quantities: header.columns, attributes: header.attributes, compressed: compressed)
        file = try EnsembleFile(path: path, layout: layout)
    }

    /// Writes one member, or keeps it until its neighbours have come.
    public func write(member: Int, values: UnsafeBufferPointer<Double>, failure: String?) throws(TableError) {
        try file.write(member: member, values: values, failure: failure)
    }

    /// Completes the file and gives it its name.
    public func finish() throws(TableError) { try file.finish() }

    /// Gives up; no file is left behind.
    public func discard() { file.discard() }
}
