import Foundation

/// JSON as it is written.
enum JSON: Codable, Sendable, Equatable {
    case null, bool(Bool), integer(Int), number(Double), string(String), array([JSON]), object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // No value is of two of these kinds. Each wrong guess costs an error that nobody sees: the usual comes first.
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode([String: JSON].self) {
            self = .object(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else {
            self = .array(try container.decode([JSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// A member of an object; nil if this is none, or has none of that name.
    subscript(_ name: String) -> JSON? {
        guard case .object(let fields) = self else { return nil }
        return fields[name]
    }

    /// The text of a string.
    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The path of the first field that `understood` has not: a misspelt optional field would else be lost without a word.
    func firstField(unknownTo understood: JSON) -> String? {
        switch (self, understood) {
        case (.object(let mine), .object(let theirs)):
            for (name, value) in mine.sorted(by: { $0.key < $1.key }) where value != .null {
                guard let other = theirs[name] else { return name }
                if let inner = value.firstField(unknownTo: other) { return "\(name).\(inner)" }
            }
            return nil
        case (.array(let mine), .array(let theirs)):
            for (index, (value, other)) in zip(mine, theirs).enumerated() {
                if let inner = value.firstField(unknownTo: other) { return "[\(index)].\(inner)" }
            }
            return nil
        default: return nil
        }
    }

    /// Depth of nesting of a text, counted before it is decoded: a decoder that calls itself would run out of stack.
    static func depth(of text: some Sequence<UInt8>) -> Int {
        var (depth, deepest, isQuoted, isEscaped) = (0, 0, false, false)
        for byte in text {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                if byte == UInt8(ascii: "\\") { isEscaped = true }
                if byte == UInt8(ascii: "\"") { isQuoted = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isQuoted = true
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    deepest = max(deepest, depth)
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
            }
        }
        return deepest
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
    }
}

/// How answers are written.
enum Wire {
    static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }
}

extension JSON {
    /// A schema that stands at another place of a document: its references moved there.
    func referring(from old: String, to new: String) -> JSON {
        switch self {
        case .array(let items): return .array(items.map { $0.referring(from: old, to: new) })
        case .object(let fields):
            return .object(
                Dictionary(
                    uniqueKeysWithValues: fields.map { name, value in
                        guard name == "$ref", case .string(let place) = value, place.hasPrefix(old) else {
                            return (name, value.referring(from: old, to: new))
                        }
                        return (name, .string(new + place.dropFirst(old.count)))
                    }))
        default: return self
        }
    }
}
