import Foundation
import Glibc

/// Files that appear all together or not at all: they are written under temporary names beside their places and
/// renamed when every one is complete.
struct OutputFolder {
    /// Something could not be written.
    struct WriteError: Error, CustomStringConvertible {
        let path: String
        let reason: String
        var description: String { "cannot write \(path): \(reason). Choose another place with --output." }
    }

    let folder: URL

    init(path: String) { folder = URL(fileURLWithPath: path, isDirectory: true) }

    /// Writes all files by name.
    func write(_ files: [(name: String, text: String)]) throws {
        try create()
        var staged: [(from: URL, to: URL)] = []
        do {
            for file in files {
                let target = folder.appendingPathComponent(file.name)
                staged.append((try Self.stage(file.text, for: target), target))
            }
            for move in staged { try Self.rename(move.from, to: move.to) }
        } catch {
            for move in staged { try? FileManager.default.removeItem(at: move.from) }
            throw error
        }
    }

    /// Writes one file, whole or not at all.
    static func write(_ text: String, to path: String) throws {
        let target = URL(fileURLWithPath: path)
        let temporary = try stage(text, for: target)
        do {
            try rename(temporary, to: target)
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw error
        }
    }

    private func create() throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw WriteError(path: folder.path, reason: "the folder cannot be made")
        }
    }

    private static func stage(_ text: String, for target: URL) throws -> URL {
        let temporary = target.deletingLastPathComponent()
            .appendingPathComponent(".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try Data(text.utf8).write(to: temporary)
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw WriteError(path: target.path, reason: "the folder is missing, not writable, or full")
        }
        return temporary
    }

    private static func rename(_ source: URL, to target: URL) throws {
        guard Glibc.rename(source.path, target.path) == 0 else {
            throw WriteError(path: target.path, reason: String(cString: strerror(errno)))
        }
    }
}
