import Crypto
import Foundation

/// The chain of a journal, as the records keep it and an export carries it: SHA-256 over the hash before, as 64 hex digits,
/// followed at once by the entry's canonical JSON. The hash before the first entry is SHA-256 of the journal's header line.
/// A shell can check it: `printf '%s%s' "$previous" "$entry" | sha256sum`.
public enum ChainHash {
    /// The hash before the first entry.
    public static func origin(header: String) -> String { digest(header) }

    /// The hash of an entry.
    public static func next(after previous: String, entry: String) -> String {
        var hash = SHA256()
        hash.update(data: Data(previous.utf8))
        hash.update(data: Data(entry.utf8))
        return hex(hash.finalize())
    }

    /// SHA-256 of a text in UTF-8, as 64 hex digits.
    public static func digest(_ text: String) -> String { hex(SHA256.hash(data: Data(text.utf8))) }

    /// Bytes as lower-case hex.
    public static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
