import Yams

/// The fields of a mapping.
struct NodeKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: NodeDecoder
    let mapping: Node.Mapping

    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] { mapping.compactMap { $0.key.scalar.flatMap { Key(stringValue: $0.string) } } }

    func contains(_ key: Key) -> Bool {
        decoder.log.asked(key.stringValue, at: decoder.path)
        return value(for: key) != nil
    }

    func decodeNil(forKey key: Key) throws -> Bool { YAMLDocument.isNull(try field(key).node) }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try field(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try field(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try field(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try field(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try field(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try field(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try field(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try field(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try field(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try field(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try field(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try field(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try field(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try field(key).decode(type) }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try field(key).decode(type) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> { try field(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try field(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }

    func superDecoder(forKey key: Key) throws -> any Decoder { try field(key) }

    private func value(for key: Key) -> Node? {
        mapping.first { $0.key.scalar?.string == key.stringValue }?.value
    }

    /// The decoder of a field.
    ///
    /// - Throws: `CatalogueError` if it is missing; a key like it that nobody asked for is named as the likely slip.
    private func field(_ key: Key) throws -> NodeDecoder {
        decoder.log.asked(key.stringValue, at: decoder.path)
        if let node = value(for: key) { return decoder.at(key.stringValue, node) }
        let document = decoder.document
        let unread = decoder.log.unread(in: mapping, at: decoder.path)
        let near = NearMatches.of(key.stringValue, among: unread.map(\.key)).first
        if let slip = unread.first(where: { $0.key == near }) {
            throw CatalogueError([
                .init(
                    file: document.file, line: slip.node.mark?.line ?? document.mark(at: decoder.path).line,
                    column: slip.node.mark?.column ?? 1, field: (decoder.path + slip.key).description,
                    found: "key '\(slip.key)'", expected: "key '\(key.stringValue)', which is missing here",
                    remedy: "Did you mean \(key.stringValue)?")
            ])
        }
        throw CatalogueError([
            document.problem(
                at: decoder.path + key.stringValue, found: "nothing", expected: "the field '\(key.stringValue)'",
                remedy: "Add `\(key.stringValue):` here; \(document.guide) says what it holds.")
        ])
    }
}
