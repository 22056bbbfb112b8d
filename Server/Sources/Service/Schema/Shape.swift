import Care

/// The shape of a value: what is checked when a request comes in, and what the OpenAPI document says. One description for
/// both, so that neither can promise what the other does not keep.
indirect enum Shape: Sendable {
    case text(length: ClosedRange<Int> = 0...10_000, pattern: String? = nil, format: String? = nil)
    case choice([String])
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>? = nil)
    case boolean
    case array(Shape, count: ClosedRange<Int> = 0...10_000)
    case object([Field])
    /// Members of any name.
    case map(Shape)
    /// May be null, too: in answers.
    case nullable(Shape)
    /// A component of the document; what is behind it is checked where it is read.
    case component(String)
    case anything

    /// A member of an object.
    struct Field: Sendable {
        var name: String
        var shape: Shape
        var isRequired: Bool
        var words: String?
    }

    /// As JSON Schema (2020-12).
    var json: JSON {
        switch self {
        case .text(let length, let pattern, let format):
            var schema: [String: JSON] = ["type": "string"]
            if length.lowerBound > 0 { schema["minLength"] = .integer(length.lowerBound) }
            if length.upperBound < 10_000 { schema["maxLength"] = .integer(length.upperBound) }
            if let pattern { schema["pattern"] = .string(pattern) }
            if let format { schema["format"] = .string(format) }
            return .object(schema)
        case .choice(let words): return ["type": "string", "enum": .array(words.map { .string($0) })]
        case .integer(let range):
            return ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .number(let range):
            guard let range else { return ["type": "number"] }
            return ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
        case .boolean: return ["type": "boolean"]
        case .array(let element, let count):
            var schema: [String: JSON] = ["type": "array", "items": element.json]
            if count.lowerBound > 0 { schema["minItems"] = .integer(count.lowerBound) }
            if count.upperBound < 10_000 { schema["maxItems"] = .integer(count.upperBound) }
            return .object(schema)
        case .object(let fields): return Self.object(fields)
        case .map(let value): return ["type": "object", "additionalProperties": value.json]
        case .nullable(let shape): return ["anyOf": [shape.json, ["type": "null"]]]
        case .component(let name): return ["$ref": .string("#/components/schemas/\(name)")]
        case .anything: return [:]
        }
    }

    private static func object(_ fields: [Field]) -> JSON {
        let properties = fields.map { field -> (String, JSON) in
            guard let words = field.words, case .object(var schema) = field.shape.json else {
                return (field.name, field.shape.json)
            }
            schema["description"] = .string(words)
            return (field.name, .object(schema))
        }
        var schema: [String: JSON] = [
            "type": "object", "properties": .object(Dictionary(uniqueKeysWithValues: properties)),
            "additionalProperties": false,
        ]
        let required = fields.filter(\.isRequired).map { JSON.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        return .object(schema)
    }
}

extension Shape.Field {
    static func must(_ name: String, _ shape: Shape, _ words: String? = nil) -> Self {
        Self(name: name, shape: shape, isRequired: true, words: words)
    }

    static func may(_ name: String, _ shape: Shape, _ words: String? = nil) -> Self {
        Self(name: name, shape: shape, isRequired: false, words: words)
    }
}

extension Shape {
    /// A moment, with its zone.
    static let moment = Shape.text(length: 16...40, format: "date-time")
    /// A line of text.
    static func line(_ length: ClosedRange<Int> = 1...200) -> Shape { .text(length: length) }
}
