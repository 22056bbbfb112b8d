/// Turns `?` into `$1`, `$2`, …, but not in quoted text, quoted names or comments.
enum Placeholders {
    static func numbered(_ sql: String) -> String {
        var result: [UInt8] = []
        var number = 0
        var quote: UInt8?
        var inComment = false
        var before: UInt8 = 0
        for byte in sql.utf8 {
            if inComment {
                inComment = byte != UInt8(ascii: "\n")
            } else if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "-"), before == byte {
                inComment = true
            } else if byte == UInt8(ascii: "?") {
                number += 1
                result += Array("$\(number)".utf8)
                before = byte
                continue
            }
            result.append(byte)
            before = byte
        }
        return String(decoding: result, as: UTF8.self)
    }
}
