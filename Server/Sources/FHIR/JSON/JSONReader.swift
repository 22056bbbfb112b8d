/// Reads JSON (RFC 8259) within limits. Stricter than most readers where a lenient one would lose something: a name
/// that
/// stands twice in an object is refused, and so is text that is no UTF-8.
struct JSONReader {
    private let bytes: [UInt8]
    private let limits: ReadingLimits
    private var position = 0
    private var values = 0

    /// Reads a whole text.
    static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(FHIRFault) -> JSON {
        guard bytes.count <= limits.bytes else {
            throw FHIRFault(
                at: "", .tooLong, "the text has more than \(limits.bytes) bytes", "Send it in smaller parts.")
        }
        var reader = JSONReader(bytes: bytes, limits: limits)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.fault("something follows the end of the JSON value") }
        return value
    }

    private init(bytes: [UInt8], limits: ReadingLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    private func fault(_ problem: String) -> FHIRFault {
        FHIRFault(at: "", .structure, "byte \(position + 1): \(problem)", "Send one JSON object, as RFC 8259 has it.")
    }

    private func limit(_ problem: String, _ remedy: String) -> FHIRFault {
        FHIRFault(at: "", .tooLong, "byte \(position + 1): \(problem)", remedy)
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(FHIRFault) -> JSON {
        skipSpace()
        values += 1
        guard values <= limits.values else {
            throw limit("there are more than \(limits.values) values", "Send it in smaller parts.")
        }
        guard depth <= limits.depth else {
            throw limit("values are nested more than \(limits.depth) deep", "No resource needs such depth.")
        }
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw fault("the text ends where a value belongs")
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(FHIRFault) -> JSON {
        guard bytes[position...].starts(with: word.utf8) else { throw fault("no JSON value begins like this") }
        position += word.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(FHIRFault) -> [String: JSON] {
        position += 1
        var members: [String: JSON] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return members }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes belongs here") }
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon belongs here") }
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: name) == nil else {
                throw fault("a name stands twice in one object")
            }
            skipSpace()
            if take(UInt8(ascii: "}")) { return members }
            guard take(UInt8(ascii: ",")) else { throw fault("a comma or the end of the object belongs here") }
        }
    }

    private mutating func array(depth: Int) throws(FHIRFault) -> [JSON] {
        position += 1
        var items: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return items }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return items }
            guard take(UInt8(ascii: ",")) else { throw fault("a comma or the end of the array belongs here") }
        }
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = next, byte >= 48, byte <= 57 { position += 1 }
        return position - start
    }

    private mutating func number() throws(FHIRFault) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let leadsWithZero = next == 48
        let whole = digits()
        guard whole > 0, whole == 1 || !leadsWithZero else { throw fault("no JSON value begins like this") }
        if take(UInt8(ascii: ".")) {
            guard digits() > 0 else { throw fault("digits belong after the decimal point") }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw fault("digits belong in the exponent") }
        }
        guard position - start <= limits.numberBytes else {
            throw limit("a number has more than \(limits.numberBytes) digits", "Round it to what was measured.")
        }
        return JSONNumber(checked: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func string() throws(FHIRFault) -> String {
        var reader = JSONStringReader(bytes: bytes, position: position + 1, limit: limits.textBytes)
        let result = reader.read()
        position = reader.position
        switch result {
        case .success(let text): return text
        case .failure(.tooLong):
            throw limit("a text has more than \(limits.textBytes) bytes", "Shorten it, or split it.")
        case .failure(.wrong(let problem)): throw fault(problem)
        }
    }
}
