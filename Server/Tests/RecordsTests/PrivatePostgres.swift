import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own: made once, in a folder of its own, reached through a socket in it, gone when
/// the tests end. The server's programs refuse to run as root, so they run as `postgres` there.
final class PrivatePostgres: Sendable {
    private static let programs = "/usr/lib/postgresql/15/bin"
    /// Whether PostgreSQL is installed here.
    static let isInstalled = FileManager.default.isExecutableFile(atPath: programs + "/initdb")
    /// The server, if it is installed and starts.
    static let shared: PrivatePostgres? = isInstalled ? try? PrivatePostgres() : nil

    let folder: String
    private let databases = Atomic<Int>(0)

    init() throws {
        folder = "/tmp/records-pg-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        if getuid() == 0 {
            guard let user = getpwnam("postgres") else { throw CocoaError(.featureUnsupported) }
            chown(folder, user.pointee.pw_uid, user.pointee.pw_gid)
        }
        try run("initdb", "-D", folder + "/data", "-A", "trust", "-U", "postgres", "-E", "UTF8")
        let count = Self.folders.withLock { folders in
            folders.append(folder)
            return folders.count
        }
        if count == 1 { atexit { PrivatePostgres.removeAll() } }
        try start()
    }

    private static let folders = Mutex<[String]>([])
    private static func removeAll() {
        for folder in folders.withLock({ $0 }) {
            try? command("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop")
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    func start() throws {
        try run(
            "pg_ctl", "-D", folder + "/data", "-l", folder + "/log", "-w", "-o",
            "-k \(folder) -c listen_addresses= -c max_connections=200", "start")
    }

    /// Stops the server as a crash would: nothing is written out.
    func crash() throws { try run("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop") }

    /// An empty database.
    func makeDatabase() throws -> String {
        let name = "t\(databases.add(1, ordering: .relaxed).newValue)"
        try run("createdb", "-h", folder, "-U", "postgres", "-T", "template0", name)
        return "postgres:///\(name)?host=\(folder)&user=postgres"
    }

    private func run(_ program: String, _ arguments: String...) throws { try Self.launch(program, arguments) }
    private static func command(_ program: String, _ arguments: String...) throws { try launch(program, arguments) }

    private static func launch(_ program: String, _ arguments: [String]) throws {
        // Not Foundation's Process: it waits until nobody holds its socket, and the server, which lives on, inherits it.
        let words =
            (getuid() == 0 ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : []) + ["\(programs)/\(program)"]
            + arguments
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        let pointers = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var child: pid_t = 0
        guard posix_spawn(&child, words[0], &files, nil, pointers, environ) == 0 else {
            throw CocoaError(.executableLoad)
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        guard status == 0 else { throw CocoaError(.executableLoad) }
    }
}
