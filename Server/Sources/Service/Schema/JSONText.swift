import Care

/// JSON written straight down: the bytes that `Wire.data` gives (keys in order, slashes as they are), without a tree between.
/// Who writes an object writes its members in the order of their names.
struct JSONText: Sendable {
    /// What is written so far, UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Whether a number was no number, which JSON cannot say.
    private(set) var isBroken = false

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// The text of a value.
    init(of value: some JSONWritten) { value.write(to: &self) }

    /// How much is written.
    var count: Int { bytes.count }

    /// Bytes that were written before, for what stands twice in one text.
    func written(since start: Int) -> [UInt8] { Array(bytes[start...]) }

    mutating func copy(_ written: [UInt8]) { bytes.append(contentsOf: written) }

    // MARK: Objects and arrays

    /// An object; the body writes its members.
    mutating func object(_ members: (inout JSONText) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        members(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    /// An array; the body writes an element.
    mutating func array<Element>(_ elements: [Element], _ element: (inout JSONText, Element) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for index in elements.indices {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            element(&self, elements[index])
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// The comma between two members. No value ends with a brace that opens.
    private mutating func separate() {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    }

    /// The name of the next member, with the comma before it; its value follows.
    mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// A member.
    mutating func member(_ name: StaticString, _ value: some JSONWritten) {
        self.name(name)
        value.write(to: &self)
    }

    /// A member that is left out where there is none.
    mutating func member(_ name: StaticString, _ value: (some JSONWritten)?) {
        if let value { member(name, value) }
    }

    /// A member whose name is not ours.
    mutating func member(named name: String, _ value: some JSONWritten) {
        separate()
        string(name)
        bytes.append(UInt8(ascii: ":"))
        value.write(to: &self)
    }

    // MARK: Values

    mutating func null() { string(bare: "null") }

    mutating func integer(_ value: Int) { string(bare: "\(value)") }

    mutating func flag(_ value: Bool) { string(bare: value ? "true" : "false") }

    /// A number, as few digits as tell it from its neighbours; whole ones without a point.
    mutating func number(_ value: Double) {
        guard value.isFinite else {
            isBroken = true
            return null()
        }
        var text = value.description
        if text.hasSuffix(".0") { text.removeLast(2) }
        string(bare: text)
    }

    /// A text in quotes.
    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                let byte = utf8[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0..<0x20: string(bare: "u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
        default: bytes.append(byte)
        }
    }

    private mutating func string(bare text: String) { bytes.append(contentsOf: text.utf8) }
}

extension JSON: JSONWritten {
    func write(to text: inout JSONText) {
        switch self {
        case .null: text.null()
        case .bool(let value): text.flag(value)
        case .integer(let value): text.integer(value)
        case .number(let value): text.number(value)
        case .string(let value): text.string(value)
        case .array(let values): values.write(to: &text)
        case .object(let fields):
            text.object { text in
                for (name, value) in fields.sorted(by: { $0.key < $1.key }) { text.member(named: name, value) }
            }
        }
    }
}

/// What can be written as JSON without an encoder.
protocol JSONWritten {
    /// Writes what the encoder would.
    func write(to text: inout JSONText)
}

extension String: JSONWritten {
    func write(to text: inout JSONText) { text.string(self) }
}

extension Int: JSONWritten {
    func write(to text: inout JSONText) { text.integer(self) }
}

extension Double: JSONWritten {
    func write(to text: inout JSONText) { text.number(self) }
}

extension Bool: JSONWritten {
    func write(to text: inout JSONText) { text.flag(self) }
}

extension Instant: JSONWritten {
    func write(to text: inout JSONText) { text.string(iso8601) }
}

extension Array: JSONWritten where Element: JSONWritten {
    func write(to text: inout JSONText) { text.array(self) { $1.write(to: &$0) } }
}
