import Foundation

/// A folder of its own for a test, gone afterwards.
final class Scratch {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.path + "/tables-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    func file(_ name: String) -> String { path + "/" + name }

    /// Makes a file and returns its path.
    func write(_ bytes: some Sequence<UInt8>, to name: String = "cohort.csv") throws -> String {
        // Some file systems (ext4) go to the disk when a file is emptied and written again.
        unlink(file(name))
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }

    /// Makes a text file and returns its path.
    func write(_ text: String, to name: String = "cohort.csv") throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// The text of a file.
    func text(_ name: String) throws -> String { try String(contentsOfFile: file(name), encoding: .utf8) }

    /// Names of all that is in it, hidden files too.
    var contents: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
