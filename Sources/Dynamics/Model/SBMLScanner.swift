/// The pass of `SBMLGuard` over a file's bytes.
struct SBMLScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: String?
    private var position = 0
    private var line = 1
    private var depth = 0
    /// Whether the first tag has been seen.
    private var hasRoot = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, file: String?) {
        self.bytes = bytes
        self.file = file
    }

    /// Scans the whole text.
    mutating func scan() throws(SBMLError) {
        try checkStart()
        while try skipText() {
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0
            switch next {
            case UInt8(ascii: "?"):
                let start = position
                try skip(past: "?>", "a processing instruction")
                if starts("<?xml", at: start) { try checkEncoding(start..<position) }
            case UInt8(ascii: "!"): try declaration()
            case UInt8(ascii: "/"): try closingTag()
            default: try openingTag()
            }
        }
    }

    private func error(_ problem: String, _ remedy: String, element: String = "document", line: Int? = nil) -> SBMLError
    {
        SBMLError(file: file, line: line ?? self.line, element: element, problem: problem, remedy: remedy)
    }

    // MARK: Before the first tag

    private mutating func checkStart() throws(SBMLError) {
        let first = bytes.prefix(4)
        if first.starts(with: [0xFE, 0xFF]) || first.starts(with: [0xFF, 0xFE])
            || (first.count == 4 && first.filter { $0 == 0 }.count >= 2)
        {
            throw error("the file is UTF-16 or UTF-32, not UTF-8", "Save it as UTF-8.")
        }
        if first.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < bytes.count, Self.isSpace(bytes[position]) { advance() }
        guard position < bytes.count else { throw error("the file is empty", "Give a complete SBML file.") }
        guard bytes[position] == UInt8(ascii: "<") else {
            throw error("the file does not begin with '<', so it is no XML", "Give an SBML file.")
        }
    }

    /// Another encoding than UTF-8 would make libxml2 read another text than the one checked here.
    private func checkEncoding(_ range: Range<Int>) throws(SBMLError) {
        let text = String(decoding: bytes[range], as: UTF8.self).lowercased()
        guard let name = text.split(separator: "encoding", maxSplits: 1).dropFirst().first else { return }
        let value = name.drop { $0 == "=" || $0.isWhitespace }.dropFirst().prefix { $0 != "\"" && $0 != "'" }
        guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(value) else {
            throw error("the file says that its encoding is '\(value.prefix(40))'", "Save it as UTF-8, as SBML asks.")
        }
    }

    // MARK: Text

    /// Goes to the next `<`; false at the end.
    private mutating func skipText() throws(SBMLError) -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "<") { return true }
            if byte == 0 { throw nul() }
            advance()
        }
        return false
    }

    private mutating func skip(past end: StaticString, _ name: String) throws(SBMLError) {
        let start = line
        let last = end.utf8Start[end.utf8CodeUnitCount - 1]
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0 { throw nul() }
            advance()
            if byte == last, starts(end, at: position - end.utf8CodeUnitCount) { return }
        }
        throw unfinished(name, start)
    }

    // MARK: Markup

    private mutating func declaration() throws(SBMLError) {
        if starts("<!--", at: position) {
            let start = line
            position += 4
            // "<!-->" is no comment yet.
            try skipComment(start)
        } else if starts("<![CDATA[", at: position) {
            position += 9
            try skip(past: "]]>", "a CDATA section")
        } else {
            throw error(
                "the file has a declaration like <!DOCTYPE …> or <!ENTITY …>, which SBML has no use for",
                "Remove it: such declarations can make a reader fetch other files or run out of memory.")
        }
    }

    private mutating func skipComment(_ start: Int) throws(SBMLError) {
        let floor = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0 { throw nul() }
            advance()
            if byte == UInt8(ascii: ">"), position - 3 >= floor, starts("-->", at: position - 3) { return }
        }
        throw unfinished("a comment", start)
    }

    private mutating func closingTag() throws(SBMLError) {
        depth -= 1
        guard depth >= 0 else { throw error("an end tag has no start tag", "Correct the file at this line.") }
        try skip(past: ">", "an end tag")
    }

    private mutating func openingTag() throws(SBMLError) {
        let start = line
        let first = position
        let name = try takeName()
        depth += 1
        guard depth <= SBMLGuard.maximumDepth else {
            throw error(
                "elements nest deeper than \(SBMLGuard.maximumDepth)",
                "Write deep expressions in parts, each an assignment rule of its own.", element: "<\(name)>")
        }
        var attributes = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: ">"):
                if bytes[position - 1] == UInt8(ascii: "/") { depth -= 1 }
                advance()
                if !hasRoot { try checkRoot(first..<position, start) }
                return
            case UInt8(ascii: "<"):
                throw error(
                    "a tag is not finished before the next begins", "Close it.", element: "<\(name)>", line: start)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                attributes += 1
                guard attributes <= SBMLGuard.maximumAttributes else {
                    throw error(
                        "a tag has more than \(SBMLGuard.maximumAttributes) attributes", "Remove those not needed.",
                        element: "<\(name)>")
                }
                try attributeValue(quote: byte, isFormula: endsName("formula"), of: name)
            case 0: throw nul()
            default: advance()
            }
        }
        throw unfinished("the tag <\(name)>", start)
    }

    private mutating func checkRoot(_ tag: Range<Int>, _ line: Int) throws(SBMLError) {
        hasRoot = true
        if let fault = SBMLRoot(tag: String(decoding: bytes[tag], as: UTF8.self)).fault {
            throw error(fault.problem, fault.remedy, element: "sbml", line: line)
        }
    }

    /// The name after `<`.
    private mutating func takeName() throws(SBMLError) -> String {
        position += 1
        let first = position
        while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
        let name = String(decoding: bytes[first..<position].prefix(80), as: UTF8.self)
        guard position > first else {
            throw error("'<' is not followed by a name", "Write '&lt;' for the sign itself.")
        }
        guard position - first <= SBMLGuard.maximumNameBytes else {
            throw error(
                "a name is longer than \(SBMLGuard.maximumNameBytes) bytes", "Shorten it.", element: "<\(name)…>")
        }
        return name
    }

    /// From a quote to past its partner.
    private mutating func attributeValue(quote: UInt8, isFormula: Bool, of name: String) throws(SBMLError) {
        let line = line
        advance()
        let start = position
        while position < bytes.count, bytes[position] != quote {
            if bytes[position] == 0 { throw nul() }
            advance()
        }
        guard position < bytes.count else { throw unfinished("an attribute's value", line, element: "<\(name)>") }
        guard position - start <= SBMLGuard.maximumAttributeBytes else {
            throw error(
                "an attribute's value is longer than \(SBMLGuard.maximumAttributeBytes) bytes", "Shorten it.",
                element: "<\(name)>", line: line)
        }
        if isFormula, !SBMLGuard.isShallow(bytes[start..<position]) {
            throw error(
                "a formula nests deeper than \(SBMLGuard.maximumInfixDepth)",
                "Write it in parts, each an assignment rule of its own.", element: "<\(name)>", line: line)
        }
        advance()
    }

    // MARK: Pieces

    private mutating func advance() {
        if bytes[position] == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    private func starts(_ text: StaticString, at start: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard start >= 0, start + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[start + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// Whether the name before the `=` before this position is that given.
    private func endsName(_ name: StaticString) -> Bool {
        var end = position - 1
        while end > 0, Self.isSpace(bytes[end]) || bytes[end] == UInt8(ascii: "=") { end -= 1 }
        return starts(name, at: end + 1 - name.utf8CodeUnitCount)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "\""),
            UInt8(ascii: "'"), 0:
            true
        default: isSpace(byte)
        }
    }

    private func nul() -> SBMLError {
        error("the file has a zero byte", "Save it as UTF-8 text; a zero byte ends the text for most readers.")
    }

    private func unfinished(_ name: String, _ line: Int, element: String = "document") -> SBMLError {
        error("\(name) is not finished at the end of the file", "Give the complete file.", element: element, line: line)
    }
}
