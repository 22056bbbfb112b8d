import Foundation

/// Files that are there whole or not at all.
enum DurableFile {
    /// Makes a file under a temporary name beside its place, makes it durable, and renames it there. Nothing stays behind
    /// after a failure.
    static func replace(_ path: String, make: @escaping @Sendable (_ temporary: String) throws -> Void) async throws {
        let temporary = path + ".part-" + UUID().uuidString
        do {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                // Long work that blocks stays off the threads of Swift's tasks.
                DispatchQueue.global(qos: .utility).async {
                    continuation.resume(with: Result { try make(temporary) })
                }
            }
            try place(temporary, at: path)
        } catch {
            unlink(temporary)
            unlink(temporary + "-wal")
            unlink(temporary + "-shm")
            unlink(temporary + "-journal")
            throw error
        }
    }

    /// Makes a finished file durable and gives it its name.
    static func place(_ temporary: String, at path: String) throws(SQLError) {
        try sync(temporary)
        guard rename(temporary, path) == 0 else { throw failure("the file cannot be put in its place") }
        try syncFolder(of: path)
    }

    /// Makes an empty file with rights for its owner alone, unless there is one, and makes its name durable. What SQLite
    /// puts beside it inherits the rights.
    static func makePrivate(_ path: String) throws(SQLError) {
        let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return }
            throw failure("the file cannot be made")
        }
        close(file)
        try syncFolder(of: path)
    }

    /// - Throws: `SQLError` if there is a file already: a backup never replaces another.
    static func refuseExisting(_ path: String) throws(SQLError) {
        guard access(path, F_OK) != 0 else {
            throw SQLError(.unavailable, code: "\(EEXIST)", problem: "there is a file of that name already")
        }
    }

    /// Makes a file's contents durable.
    static func sync(_ path: String) throws(SQLError) {
        let file = open(path, O_RDWR | O_CLOEXEC)
        guard file >= 0 else { throw failure("the file cannot be opened") }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure("the file cannot be made durable") }
    }

    /// Makes the names in a file's folder durable.
    static func syncFolder(of path: String) throws(SQLError) {
        let folder = open(
            (path as NSString).deletingLastPathComponent.isEmpty
                ? "." : (path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure("the folder cannot be opened") }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failure("the folder cannot be made durable") }
    }

    static func failure(_ problem: String) -> SQLError {
        SQLError(errno == ENOSPC ? .full : .unavailable, code: "\(errno)", problem: problem)
    }
}
