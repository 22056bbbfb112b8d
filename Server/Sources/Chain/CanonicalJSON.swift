import Care
import Foundation

/// JSON in its one form: keys in order, no spaces, slashes as they are.
public enum CanonicalJSON {
    /// A value as text.
    public static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// A text as a value.
    public static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// The header line of a journal, as its NDJSON begins.
    public static func header(therapy: String, subject: SubjectKind) throws -> String {
        String(try Journal(therapy: therapy, subject: subject).ndjson().dropLast())
    }
}
