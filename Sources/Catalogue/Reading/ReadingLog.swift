import Yams

/// Which keys a type asked for while it was decoded. What stands in the file and was never asked for is an unknown key.
final class ReadingLog {
    private var asked: [FieldPath: Set<String>] = [:]

    /// Notes that a mapping was opened.
    func opened(_ path: FieldPath) { asked[path, default: []].formUnion([]) }

    /// Notes that a key was asked for.
    func asked(_ key: String, at path: FieldPath) { asked[path, default: []].insert(key) }

    /// Keys of a mapping that were not asked for (yet).
    func unread(in mapping: Node.Mapping, at path: FieldPath) -> [(key: String, node: Node)] {
        let read = asked[path] ?? []
        return mapping.compactMap { pair in
            guard let key = pair.key.scalar?.string, !read.contains(key) else { return nil }
            return (key, pair.key)
        }
    }

    /// Faults for all keys that no type asked for.
    func unknownKeys(in document: YAMLDocument) -> [CatalogueError.Problem] {
        unknownKeys(under: document.root, at: FieldPath(), document)
    }

    private func unknownKeys(
        under node: Node, at path: FieldPath, _ document: YAMLDocument
    ) -> [CatalogueError.Problem] {
        switch node {
        case .mapping(let mapping):
            guard let known = asked[path] else { return [] }
            let present = Set(mapping.compactMap { $0.key.scalar?.string })
            return mapping.flatMap { pair -> [CatalogueError.Problem] in
                guard let key = pair.key.scalar?.string else {
                    return [Self.unknownKey("a key that is not text", at: pair.key, path, known, document)]
                }
                guard known.contains(key) else {
                    return [
                        Self.unknownKey(
                            "unknown key '\(key)'", at: pair.key, path + key, known.subtracting(present), document)
                    ]
                }
                return unknownKeys(under: pair.value, at: path + key, document)
            }
        case .sequence(let sequence):
            return sequence.enumerated().flatMap { unknownKeys(under: $1, at: path + $0, document) }
        case .scalar, .alias:
            return []
        }
    }

    private static func unknownKey(
        _ found: String, at node: Node, _ path: FieldPath, _ free: Set<String>, _ document: YAMLDocument
    ) -> CatalogueError.Problem {
        let name = node.scalar?.string ?? ""
        let near = NearMatches.of(name, among: free)
        let expected = free.isEmpty ? "no further key here" : "one of \(free.sorted().joined(separator: ", "))"
        return .init(
            file: document.file, line: node.mark?.line ?? document.mark(at: path).line, column: node.mark?.column ?? 1,
            field: path.description, found: found, expected: expected,
            remedy: near.isEmpty ? "Remove it." : "Did you mean \(near.joined(separator: " or "))?")
    }
}
