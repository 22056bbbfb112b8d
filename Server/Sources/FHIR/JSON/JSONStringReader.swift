/// Reads one JSON text, from after its opening quote to its closing one.
struct JSONStringReader {
    /// Why a text cannot be read.
    enum Problem: Error {
        /// Longer than allowed; anything else, in words
        case tooLong, wrong(String)
    }

    let bytes: [UInt8]
    var position: Int
    let limit: Int

    mutating func read() -> Result<String, Problem> {
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    return .failure(.wrong("a text is no UTF-8"))
                }
                return .success(string)
            case UInt8(ascii: "\\"):
                switch escape() {
                case .success(let scalar): text.append(contentsOf: String(scalar).utf8)
                case .failure(let problem): return .failure(problem)
                }
            case 0..<32: return .failure(.wrong("a control character stands in a text; write it as \\u00XX"))
            default: text.append(byte)
            }
            if text.count > limit { return .failure(.tooLong) }
        }
        return .failure(.wrong("the text ends within quotes"))
    }

    private mutating func escape() -> Result<Unicode.Scalar, Problem> {
        guard position < bytes.count else { return .failure(.wrong("the text ends within quotes")) }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return .success(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return .success("\u{8}")
        case UInt8(ascii: "f"): return .success("\u{C}")
        case UInt8(ascii: "n"): return .success("\n")
        case UInt8(ascii: "r"): return .success("\r")
        case UInt8(ascii: "t"): return .success("\t")
        case UInt8(ascii: "u"): return unicode()
        default: return .failure(.wrong("no escape begins like this"))
        }
    }

    private mutating func unicode() -> Result<Unicode.Scalar, Problem> {
        let half = "a half of a surrogate pair stands alone"
        guard let first = fourDigits() else { return .failure(.wrong("four hexadecimal digits belong after \\u")) }
        if let scalar = Unicode.Scalar(first) { return .success(scalar) }
        guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return .failure(.wrong(half)) }
        position += 2
        guard let second = fourDigits(), (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { return .failure(.wrong(half)) }
        return .success(scalar)
    }

    private mutating func fourDigits() -> UInt16? {
        guard position + 4 <= bytes.count else { return nil }
        var value: UInt16 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 128 else { return nil }
            value = value << 4 | UInt16(digit)
        }
        position += 4
        return value
    }
}
