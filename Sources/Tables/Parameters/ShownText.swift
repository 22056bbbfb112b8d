/// Bytes of a file as they are shown in a message: in quotes, short, without control characters.
enum ShownText {
    /// Longer texts are cut.
    private static let longest = 40

    /// The text, or its beginning.
    static func of(_ bytes: some Sequence<UInt8>) -> String {
        let beginning = Array(bytes.prefix(4 * longest + 1))
        let scalars = String(decoding: beginning, as: UTF8.self).unicodeScalars
        var text = ""
        for scalar in scalars.prefix(longest) {
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
                text += "\\u{\(String(scalar.value, radix: 16))}"
            default:
                text.unicodeScalars.append(scalar)
            }
        }
        return "'\(text)'" + (scalars.count > longest ? "…" : "")
    }

    /// Whether text holds what no text file should: a control character other than a tab, or bytes that are not UTF-8.
    static func isGarbage(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F } || String(validating: bytes, as: UTF8.self) == nil
    }
}
