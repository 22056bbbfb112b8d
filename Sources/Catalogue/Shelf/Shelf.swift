import Foundation

/// The folder that holds the data: `Evidence/` (studies, products, policies) and `Models/`.
///
/// ```swift
/// let shelf = try Shelf.find(explicit: environment["LIVINGDRUG_DATA"], executable: path, current: folder)
/// let study = try shelf.study("zuma-1")
/// let product = try shelf.product(study.product)
/// ```
public struct Shelf: Sendable, Equatable {
    /// The data root.
    public let root: URL

    /// Takes a folder as the data root.
    ///
    /// - Throws: `ShelfNotFound` if it does not hold `Evidence/studies` and `Models`.
    public init(root: URL) throws {
        guard Self.isRoot(root) else { throw ShelfNotFound(looked: [root.path], explicit: true) }
        self.root = root.standardizedFileURL
    }

    /// Finds the data root: the explicit path if there is one; else from the executable's real folder upwards, then
    /// from the current folder upwards, the first folder that is a root or has one in `share/livingdrug`.
    ///
    /// - Parameters:
    ///   - explicit: A path that the user named (`LIVINGDRUG_DATA`); nothing else is tried then.
    ///   - executable: Path of the running program; links are followed.
    ///   - current: The current folder.
    /// - Throws: `ShelfNotFound` with the folders that were looked at.
    public static func find(explicit: String? = nil, executable: String? = nil, current: String) throws -> Shelf {
        if let explicit, !explicit.isEmpty {
            return try Shelf(root: URL(fileURLWithPath: explicit, isDirectory: true))
        }
        var looked: [String] = []
        let starts = [
            executable.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent() },
            URL(fileURLWithPath: current, isDirectory: true),
        ]
        for start in starts.compactMap({ $0?.standardizedFileURL }) {
            for folder in Self.ancestors(of: start) {
                for candidate in [folder, folder.appendingPathComponent("share/livingdrug", isDirectory: true)] {
                    if isRoot(candidate) { return try Shelf(root: candidate) }
                }
            }
            looked.append(start.path)
        }
        throw ShelfNotFound(looked: looked, explicit: false)
    }

    /// The folder itself and all above it, nearest first.
    private static func ancestors(of folder: URL) -> [URL] {
        var folders = [folder]
        while let last = folders.last, last.path != "/" {
            let parent = last.deletingLastPathComponent().standardizedFileURL
            guard parent.path.count < last.path.count else { break }
            folders.append(parent)
        }
        return folders
    }

    private static func isRoot(_ folder: URL) -> Bool {
        ["Evidence/studies", "Models"].allSatisfy { name in
            var isFolder: ObjCBool = false
            let path = folder.appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
    }
}

/// No data root was found.
public struct ShelfNotFound: Error, Equatable, CustomStringConvertible {
    /// Folders where the search began; the explicit one, if one was named.
    public let looked: [String]
    /// Whether the folder was named explicitly.
    public let explicit: Bool

    /// What was looked for, where, and what to do.
    public var description: String {
        let places = looked.joined(separator: " and ")
        return explicit
            ? "no data in \(places): a data folder holds Evidence/studies and Models. "
                + "Correct LIVINGDRUG_DATA, or unset it to search."
            : "no data folder (with Evidence/studies and Models, or share/livingdrug) at or above \(places). "
                + "Set LIVINGDRUG_DATA to the folder."
    }
}
