import Care
import Crypto
import Foundation

/// The chain: SHA-256 over the hash before, as 64 hex digits, followed at once by the entry's canonical JSON. The hash
/// before the first entry is SHA-256 of the journal's header line. A shell can check it:
/// `printf '%s%s' "$previous" "$entry" | sha256sum`.
enum ChainHash {
    /// The hash before the first entry.
    static func origin(header: String) -> String { hex(SHA256.hash(data: Data(header.utf8))) }

    /// The hash of an entry.
    static func next(after previous: String, entry: String) -> String {
        var hash = SHA256()
        hash.update(data: Data(previous.utf8))
        hash.update(data: Data(entry.utf8))
        return hex(hash.finalize())
    }

    /// What binds the row of a journal: realm, centre, header, when and by whom it was opened, one a line.
    static func seal(realm: JournalRealm, centre: CentreID, header: String, openedAt: String, openedBy: String)
        -> String
    {
        hex(
            SHA256.hash(
                data: Data([realm.rawValue, centre.rawValue, header, openedAt, openedBy].joined(separator: "\n").utf8)))
    }

    /// Bytes as lower-case hex.
    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// JSON in its one form: keys in order, no spaces, slashes as they are.
enum CanonicalJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// The header line of a journal, as its NDJSON begins.
    static func header(therapy: String, subject: SubjectKind) throws -> String {
        String(try Journal(therapy: therapy, subject: subject).ndjson().dropLast())
    }
}
