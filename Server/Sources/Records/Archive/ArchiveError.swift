/// Why an archive or a copy was not restored. Nothing of it is kept then.
public enum ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file is not what was written.
    case damaged(line: Int, problem: String)
    /// A journal in it is not what was written.
    case broken(line: Int, ChainFault)
    /// The database has journals already.
    case notEmpty
    /// There is no such file, or it cannot be read.
    case unreadable

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .damaged(let line, let problem):
            "line \(line) of the archive: \(problem). Nothing was restored; use another archive."
        case .broken(let line, let fault): "line \(line) of the archive: \(fault) Nothing was restored."
        case .notEmpty: "The database has journals already. An archive is restored into an empty one."
        case .unreadable: "The file cannot be read. Check its name and rights."
        }
    }
}
