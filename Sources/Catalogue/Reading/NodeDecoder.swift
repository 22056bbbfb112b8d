import Yams

/// Decodes a value from a node of a document, so that every fault knows its line, and every key that no type asked for
/// is noticed. (Yams' own decoder gives neither.)
struct NodeDecoder: Decoder {
    let document: YAMLDocument
    let log: ReadingLog
    let node: Node
    let path: FieldPath

    var codingPath: [any CodingKey] { path.steps.map(PathKey.init) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Decodes a whole document.
    ///
    /// - Throws: `CatalogueError` for the first fault, or for all keys that are unknown.
    static func decode<Value: Decodable>(_ type: Value.Type, from document: YAMLDocument) throws -> Value {
        let log = ReadingLog()
        let decoder = NodeDecoder(document: document, log: log, node: document.root, path: FieldPath())
        let value = try decoder.decode(type)
        let unknown = log.unknownKeys(in: document)
        guard unknown.isEmpty else { throw CatalogueError(unknown) }
        return value
    }

    func at(_ key: String, _ node: Node) -> NodeDecoder {
        NodeDecoder(document: document, log: log, node: node, path: path + key)
    }

    func at(_ index: Int, _ node: Node) -> NodeDecoder {
        NodeDecoder(document: document, log: log, node: node, path: path + index)
    }

    /// Decodes this node as a type, and says which values a choice allows.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try Value(from: self)
        } catch let error as DecodingError {
            throw CatalogueError([translated(error, for: type)])
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .mapping(let mapping) = node else {
            throw document.mismatch(node, path, "a mapping of fields", "Write `name: value` pairs here.")
        }
        log.opened(path)
        return KeyedDecodingContainer(NodeKeyedContainer<Key>(decoder: self, mapping: mapping))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .sequence(let sequence) = node else {
            throw document.mismatch(node, path, "a list", "Write a list: one item a line after `- `, or in [ ].")
        }
        return NodeListContainer(decoder: self, nodes: Array(sequence))
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { NodeValueContainer(decoder: self) }

    private func translated<Value>(_ error: DecodingError, for type: Value.Type) -> CatalogueError.Problem {
        if let choice = type as? any CaseIterable.Type, let names = Self.choices(of: choice) {
            let text = node.scalar?.string ?? ""
            let near = NearMatches.of(text, among: names)
            return document.problem(
                at: path, found: YAMLDocument.describe(node), expected: "one of \(names.joined(separator: ", "))",
                remedy: near.isEmpty ? "Choose one of them." : "Did you mean \(near.joined(separator: " or "))?")
        }
        let context =
            switch error {
            case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
                .valueNotFound(_, let context):
                context
            @unknown default:
                DecodingError.Context(codingPath: codingPath, debugDescription: "unreadable")
            }
        return document.problem(
            at: FieldPath(codingPath: context.codingPath), found: YAMLDocument.describe(node),
            expected: "a value of the field's type (\(context.debugDescription))",
            remedy: "See \(document.guide) for the field.")
    }

    private static func choices<Choice: CaseIterable>(of type: Choice.Type) -> [String]? {
        let names = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        return names.isEmpty ? nil : names
    }
}

/// A step of a path as a coding key.
struct PathKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ step: FieldPath.Step) {
        switch step {
        case .key(let key): (stringValue, intValue) = (key, nil)
        case .index(let index): (stringValue, intValue) = ("\(index)", index)
        }
    }

    init?(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }

    init?(intValue: Int) { (stringValue, self.intValue) = ("\(intValue)", intValue) }
}
