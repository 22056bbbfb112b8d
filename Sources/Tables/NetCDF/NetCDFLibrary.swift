import CNetCDF
import Glibc
import Synchronization

/// The NetCDF library, which is not safe for threads: whatever file is meant, one call at a time.
enum NetCDFLibrary {
    /// Whether the library has been prepared.
    private static let lock = Mutex(false)

    /// Calls the library, and throws if it returns an error code.
    ///
    /// - Parameters:
    ///   - file: The file, for messages.
    ///   - folder: Where it is written; asked for its free space if the library cannot tell what is wrong.
    ///   - body: The call; returns the library's code.
    static func call(file: String, folder: String, _ body: () -> Int32) throws(TableError) {
        let (code, system) = lock.withLock { isPrepared in
            prepare(&isPrepared)
            errno = 0
            let code = body()
            return (code, errno)
        }
        guard code != NC_NOERR else { return }
        if code > 0 { throw SystemError.writing(file, code) }
        // HDF5 says only that something failed; the system's last error says what, if it is one of these.
        if [ENOSPC, EDQUOT, EFBIG, EIO, EROFS].contains(system) { throw SystemError.writing(file, system) }
        if isFull(folder) { throw SystemError.writing(file, ENOSPC) }
        throw TableError(
            .unwritable, file: file, found: "a file that cannot be written (\(String(cString: nc_strerror(code))))",
            remedy: "Check that its disk is in order and has space, or write CSV instead.")
    }

    /// Calls the library where its answer does not matter.
    static func callAnyway(_ body: () -> Int32) {
        lock.withLock { isPrepared in
            prepare(&isPrepared)
            _ = body()
        }
    }

    private static func prepare(_ isPrepared: inout Bool) {
        if !isPrepared {
            netcdf_leave_at_exit()
            // HDF5 locks its files, and a program started meanwhile inherits the lock: the file could not be opened
            // until that ends. Ours are written under names of their own and need none.
            setenv("HDF5_USE_FILE_LOCKING", "FALSE", 0)
        }
        isPrepared = true
        netcdf_silence_thread()
    }

    /// Whether a folder's disk has less than a mebibyte left.
    private static func isFull(_ folder: String) -> Bool {
        var status = statvfs()
        return statvfs(folder, &status) == 0 && UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 20
    }
}
