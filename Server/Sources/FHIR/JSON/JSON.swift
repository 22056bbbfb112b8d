/// JSON as it is written: numbers keep their digits, and an object has each name once.
public enum JSON: Sendable, Equatable {
    /// The kinds of JSON
    case null, bool(Bool), number(JSONNumber), string(String), array([JSON]), object([String: JSON])

    /// The member of an object, or nil.
    public subscript(_ name: String) -> JSON? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The text, if it is one.
    public var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The truth value, if it is one.
    public var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }

    /// The number, if it is one.
    public var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }

    /// The members, if it is an object.
    public var members: [String: JSON]? { if case .object(let members) = self { members } else { nil } }

    /// The items, if it is an array.
    public var items: [JSON]? { if case .array(let items) = self { items } else { nil } }

    /// What kind of value it is, in words.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    /// An array.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// An object; of two members of one name the last counts.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
