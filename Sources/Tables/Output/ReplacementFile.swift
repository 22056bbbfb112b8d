import Glibc
import Synchronization

/// A file that is written under a temporary name in its folder, and takes the place of its name once it is whole.
///
/// The file is not forced to the disk (`fsync`): after a power failure it may be missing or the old one.
final class ReplacementFile {
    /// The file, as it was named.
    let path: String
    /// Where it is written until then; an absolute path.
    let temporaryPath: String
    private let target: String
    private var exists = true

    private static let counter = Atomic<Int>(0)

    /// Makes the temporary file, empty.
    ///
    /// - Throws: If the folder is missing or not a folder, if no file may be made there, or if the name belongs to
    ///   something other than a file (a folder, a device, a pipe).
    init(path: String) throws(TableError) {
        self.path = path
        target = try Self.target(path)
        let folder = target[..<(target.lastIndex(of: "/") ?? target.startIndex)]
        while true {
            let number = Self.counter.add(1, ordering: .relaxed).newValue
            let candidate = "\(folder)/.livingdrug-\(getpid())-\(number).part"
            let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                close(descriptor)
                temporaryPath = candidate
                return
            }
            if errno != EEXIST { throw SystemError.writing(path, errno) }
        }
    }

    deinit { discard() }

    /// Gives the file its name. It must have been closed.
    func commit() throws(TableError) {
        guard rename(temporaryPath, target) == 0 else {
            let code = errno
            discard()
            throw SystemError.writing(path, code)
        }
        exists = false
    }

    /// Removes the temporary file, unless it has been given its name.
    ///
    /// - Parameter emptied: Whether it is emptied before, so that it takes no room even if it is still open somewhere.
    func discard(emptied: Bool = false) {
        guard exists else { return }
        exists = false
        if emptied { truncate(temporaryPath, 0) }
        unlink(temporaryPath)
    }

    /// The absolute path of the file to replace; links are followed, so that they stay.
    private static func target(_ path: String) throws(TableError) -> String {
        var status = stat()
        if stat(path, &status) == 0 {
            let type = status.st_mode & S_IFMT
            if type == S_IFDIR { throw SystemError.writing(path, EISDIR) }
            guard type == S_IFREG else {
                throw TableError(
                    .unwritable, file: path, found: "a device or a pipe", expected: "a file",
                    remedy: "Name a file: it is written beside its name first, and moved there when it is whole.")
            }
            return try absolute(path)
        }
        guard errno == ENOENT else { throw SystemError.writing(path, errno) }
        // A link that leads nowhere is replaced itself.
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
        if name.isEmpty { throw SystemError.writing(path, path.isEmpty ? ENOENT : EISDIR) }
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let absoluteFolder = try absolute(folder, file: path)
        return absoluteFolder == "/" ? "/\(name)" : "\(absoluteFolder)/\(name)"
    }

    private static func absolute(_ path: String, file: String? = nil) throws(TableError) -> String {
        guard let resolved = realpath(path, nil) else { throw SystemError.writing(file ?? path, errno) }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
