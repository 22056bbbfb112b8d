import Foundation

/// The server's program, which is built on its own (package `Server/`): commands for it are handed over, as git does with
/// its own.
enum ServerProgram {
    static let name = "livingdrug-server"

    /// Places where it may be, the first that exists is taken: named by `LIVINGDRUG_SERVER`, beside this program, built in
    /// the repository.
    static func places(
        environment: [String: String] = ProcessInfo.processInfo.environment, own: String = ownPath,
        folder: String = FileManager.default.currentDirectoryPath
    ) -> [String] {
        let beside = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
        let built = ["release", "debug"].map { "\(folder)/Server/.build/\($0)/\(name)" }
        return [environment["LIVINGDRUG_SERVER"]].compactMap(\.self) + [beside] + built
    }

    /// This program's file, links followed.
    private static var ownPath: String {
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return path.isEmpty ? CommandLine.arguments[0] : path
    }

    /// Becomes the server's program.
    /// - Throws: `CommandError` if it is nowhere, or cannot be started.
    static func become(with arguments: [String]) throws -> Never {
        let places = places()
        guard let path = places.first(where: FileManager.default.isExecutableFile) else {
            throw CommandError(
                "the server is not built: \(name) is in none of \(places.joined(separator: ", ")). "
                    + "Build it with Server/scripts/build, or name it in LIVINGDRUG_SERVER.")
        }
        fflush(nil)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        execv(path, &words)
        let reason = String(cString: strerror(errno))
        throw CommandError("\(path) cannot be started: \(reason). Check that it is a program for this machine.")
    }
}
