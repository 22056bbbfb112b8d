/// Writes trajectories as NetCDF-4 after the CF conventions (1.10), for xarray, R, Julia and MATLAB.
///
/// Dimensions are `member` (from 0) and `time`; each quantity is a variable of both, in double precision, with
/// `long_name` and `units`, and NaN where nothing is known. `failure` says why a member stopped early. Identifiers that
/// are no names in NetCDF are mended, and kept in the attribute `id`.
///
/// Members may come in any order. They are gathered in blocks of neighbours, of 32 MiB or one member each; if more than
/// 256 MiB wait for their neighbours, the fullest block is written as it is.
public final class NetCDFTrajectoryWriter: TrajectoryWriter {
    private let file: EnsembleFile

    /// Makes the file under a temporary name.
    ///
    /// - Parameters:
    ///   - path: The file to be.
    ///   - header: What is in it.
    ///   - compressed: Whether values are compressed (zlib, level 1, shuffled): smaller and slower.
    public convenience init(path: String, header: TrajectoryHeader, compressed: Bool = false) throws(TableError) {
        try self.init(path: path, header: header, compressed: compressed, largestWait: EnsembleFile.largestWait)
    }

    /// The same, with blocks that may wait in so many bytes.
    init(path: String, header: TrajectoryHeader, compressed: Bool, largestWait: Int) throws(TableError) {
        let layout = EnsembleLayout(
            title: "Trajectories of \(header.model)", model: header.model, members: header.members, times: header.times,
            timeUnit: header.timeUnit, quantities: header.quantities, attributes: header.attributes,
            compressed: compressed)
        file = try EnsembleFile(path: path, layout: layout, largestWait: largestWait)
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
