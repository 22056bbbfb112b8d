/// JSON as it is written, to find fields that no type reads.
enum JSONValue: Codable, Equatable {
    case null, bool(Bool), number(Double), string(String), array([JSONValue]), object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The path of the first field, in the order of names, that `understood` has not. A null is no field.
    func firstField(unknownTo understood: JSONValue) -> String? {
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
}
