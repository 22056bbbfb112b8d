/// Check characters of ISO 7064, system Mod 37,2: digits and capital letters, and `*` as a check character. They catch every
/// single wrong character and every swap of two neighbours.
///
/// Vectors: `COI000000001` has `Z`, `G123489654321` has `Y` (run against an independent implementation).
public enum Mod37: Sendable {
    /// Characters by value; the last only as a check character.
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*".utf8)

    /// Value of a digit or capital letter; nil for any other character.
    static func value(_ character: UInt8) -> Int? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// Check character of a text of digits and capital letters; nil if it holds anything else, or nothing.
    public static func checkCharacter(of text: some StringProtocol) -> Character? {
        guard !text.isEmpty else { return nil }
        var sum = 0
        for character in text.utf8 {
            guard let value = value(character) else { return nil }
            sum = (sum + value) * 2 % 37
        }
        return Character(UnicodeScalar(alphabet[(38 - sum) % 37]))
    }
}

/// The check digit of GS1 (modulo 10, weights 3 and 1 from the right), as in SSCC, GTIN and GSRN.
public enum GS1: Sendable {
    /// Check digit of a text of digits; nil if it holds anything else, or nothing.
    public static func checkDigit(of text: some StringProtocol) -> Character? {
        guard !text.isEmpty else { return nil }
        var sum = 0
        for (place, character) in text.utf8.reversed().enumerated() {
            guard let value = Mod37.value(character), value < 10 else { return nil }
            sum += place.isMultiple(of: 2) ? value * 3 : value
        }
        return Character(String((10 - sum % 10) % 10))
    }
}
