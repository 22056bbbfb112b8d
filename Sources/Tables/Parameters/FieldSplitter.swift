/// Splits a record into its fields by RFC 4180: the careful way, for rows with quotes and for those with a fault.
enum FieldSplitter {
    /// What is wrong with the quotes of a record.
    enum Fault: Error, Equatable {
        /// A quote that nothing closes, in the field of this number from 0.
        case unclosed(field: Int)
        /// Text after a closing quote, or a quote within a field that has none around it.
        case stray(field: Int)
    }

    /// One field: its text without quotes around it; blanks around an unquoted field are cut.
    struct Field: Equatable {
        var text: [UInt8]
        var quoted: Bool
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")

    /// The fields; an empty record has one empty field.
    static func split(_ bytes: some RandomAccessCollection<UInt8>) throws(Fault) -> [Field] {
        var fields: [Field] = []
        var rest = bytes[...]
        while true {
            let field = try takeField(&rest, number: fields.count)
            fields.append(field)
            guard let next = rest.first else { return fields }
            guard next == comma else { throw .stray(field: fields.count - 1) }
            rest = rest.dropFirst()
        }
    }

    /// Takes one field off the front; what is left begins with a comma, if the record is in order, or is empty.
    private static func takeField<Bytes: RandomAccessCollection<UInt8>>(
        _ rest: inout Bytes, number: Int
    ) throws(Fault) -> Field where Bytes.SubSequence == Bytes {
        let trimmed = rest.drop(while: isBlank)
        guard trimmed.first == quote else {
            let text = rest.prefix { $0 != comma }
            rest = rest[text.endIndex...]
            if text.contains(quote) { throw .stray(field: number) }
            return Field(text: trim(text), quoted: false)
        }
        rest = trimmed.dropFirst()
        var text: [UInt8] = []
        while true {
            let part = rest.prefix { $0 != quote }
            text += part
            rest = rest[part.endIndex...].dropFirst()
            if part.endIndex == rest.startIndex { throw .unclosed(field: number) }
            guard rest.first == quote else { break }
            text.append(quote)
            rest = rest.dropFirst()
        }
        rest = rest.drop(while: isBlank)
        return Field(text: text, quoted: true)
    }

    private static func trim(_ text: some BidirectionalCollection<UInt8>) -> [UInt8] {
        var kept = Array(text.drop(while: isBlank))
        while let last = kept.last, isBlank(last) { kept.removeLast() }
        return kept
    }

    /// Space or tab.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
