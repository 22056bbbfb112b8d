import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Runs a program and waits for it, by `posix_spawn`: for a compiler that takes 40 ms the overhead counts.
enum ChildProcess {
    /// Tries, a hundredth of a second apart, before a busy program is given up.
    private static let patience = 100

    /// - Returns: its exit status (128 + signal if it was killed, 127 if it could not be started), and the beginning of
    ///   what it wrote to standard error.
    static func run(_ path: String, _ arguments: [String]) -> (status: Int32, errors: String) {
        let log = FileManager.default.temporaryDirectory
            .appending(path: "livingdrug-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).log").path
        defer { unlink(log) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        var code = posix_spawn(&child, path, &actions, nil, words, environ)
        // A program that was just written may still be open in another process that is about to let go of it.
        for _ in 0..<patience where code == ETXTBSY {
            usleep(10_000)
            code = posix_spawn(&child, path, &actions, nil, words, environ)
        }
        guard code == 0 else { return (127, "it could not be started: \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let errors = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        let result = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return (result, String(errors.prefix(4_000)))
    }
}
