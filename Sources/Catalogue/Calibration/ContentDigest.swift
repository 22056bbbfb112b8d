import Inference
import Yams

/// Digests of files by what they mean: a changed source, note or comment changes none, a changed number does.
enum ContentDigest {
    /// Fields that say something to people and nothing to the simulation.
    private static let words: Set<String> = [
        "source", "sources", "note", "title", "author", "date", "verification", "meaning", "origin", "because",
    ]

    /// Digest of a YAML file.
    static func of(_ document: YAMLDocument) -> String { Digest.of(canonical(document.root)) }

    private static func canonical(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): return "\"\(scalar.string)\""
        case .sequence(let sequence): return "[" + sequence.map(canonical).joined(separator: ",") + "]"
        case .mapping(let mapping):
            let fields = mapping.compactMap { pair -> (String, Node)? in
                guard let key = pair.key.scalar?.string, !words.contains(key) else { return nil }
                return (key, pair.value)
            }
            let texts = fields.sorted { $0.0 < $1.0 }.map { "\($0.0):\(canonical($0.1))" }
            return "{" + texts.joined(separator: ",") + "}"
        case .alias: return "*"
        }
    }
}
