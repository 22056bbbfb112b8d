import Yams

/// A scalar.
struct NodeValueContainer: SingleValueDecodingContainer {
    let decoder: NodeDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { YAMLDocument.isNull(decoder.node) }

    func decode(_ type: Bool.Type) throws -> Bool { try decoder.document.truth(decoder.node, at: decoder.path) }
    func decode(_ type: String.Type) throws -> String { try decoder.document.text(decoder.node, at: decoder.path) }
    func decode(_ type: Double.Type) throws -> Double { try decoder.document.number(decoder.node, at: decoder.path) }
    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.decode(type) }

    private func integer<I: FixedWidthInteger>() throws -> I {
        try decoder.document.integer(decoder.node, at: decoder.path)
    }
}

/// A list.
struct NodeListContainer: UnkeyedDecodingContainer {
    let decoder: NodeDecoder
    let nodes: [Node]
    private(set) var currentIndex = 0

    init(decoder: NodeDecoder, nodes: [Node]) {
        self.decoder = decoder
        self.nodes = nodes
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { nodes.count }
    var isAtEnd: Bool { currentIndex >= nodes.count }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, YAMLDocument.isNull(nodes[currentIndex]) else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try item().decode(type) }
    mutating func decode(_ type: String.Type) throws -> String { try item().decode(type) }
    mutating func decode(_ type: Double.Type) throws -> Double { try item().decode(type) }
    mutating func decode(_ type: Float.Type) throws -> Float { try item().decode(type) }
    mutating func decode(_ type: Int.Type) throws -> Int { try item().decode(type) }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try item().decode(type) }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try item().decode(type) }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try item().decode(type) }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try item().decode(type) }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try item().decode(type) }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try item().decode(type) }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try item().decode(type) }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try item().decode(type) }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try item().decode(type) }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try item().decode(type) }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> { try item().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try item().unkeyedContainer() }

    mutating func superDecoder() throws -> any Decoder { try item() }

    private mutating func item() throws -> NodeDecoder {
        guard !isAtEnd else {
            throw decoder.document.mismatch(
                decoder.node, decoder.path, "more items in the list", "Add the missing item.")
        }
        defer { currentIndex += 1 }
        return decoder.at(currentIndex, nodes[currentIndex])
    }
}
