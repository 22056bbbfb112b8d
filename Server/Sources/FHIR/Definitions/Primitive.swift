import Care

/// The primitive types of FHIR R4, with what their values look like (http://hl7.org/fhir/R4/datatypes.html).
enum Primitive: String {
    /// The types
    case boolean, integer, positiveInt, unsignedInt, decimal, string, markdown, code, uri, canonical, url, id, dateTime,
        instant, date, time, base64Binary, xhtml

    /// What is wrong with a value of this type, and what would be right; nil if nothing is.
    func problem(_ value: JSON) -> (text: String, remedy: String)? {
        switch self {
        case .boolean: return value.truth == nil ? wrong(value, "true or false, without quotes") : nil
        case .decimal: return value.number == nil ? wrong(value, "a number without quotes") : nil
        case .integer: return whole(value, Int(Int32.min)...Int(Int32.max))
        case .positiveInt: return whole(value, 1...Int(Int32.max))
        case .unsignedInt: return whole(value, 0...Int(Int32.max))
        default: break
        }
        guard let text = value.text else { return wrong(value, "a text in quotes") }
        switch self {
        case .string, .markdown, .xhtml: return Self.isFHIRText(text) ? nil : ("the text is empty", "Leave it out.")
        case .code:
            let isCode =
                !text.isEmpty && !text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  ")
                && text.unicodeScalars.allSatisfy { $0.value >= 32 && !($0.properties.isWhitespace && $0 != " ") }
            return isCode ? nil : ("it is no code", "A code has no spaces at its ends and single ones within.")
        case .uri, .canonical, .url:
            let isURI = !text.isEmpty && !text.unicodeScalars.contains { $0.properties.isWhitespace }
            return isURI ? nil : ("it is no URI", "A URI is not empty and has no spaces.")
        case .id:
            let isID = (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(Self.isIDByte)
            return isID ? nil : ("it is no id", "An id has 1 to 64 letters, digits, hyphens and dots.")
        case .instant: return FHIRTime.isInstant(text) ? nil : FHIRTime.zoneProblem
        case .dateTime: return FHIRTime.isDateTime(text) ? nil : FHIRTime.zoneProblem
        case .date: return FHIRTime.isDate(text) ? nil : ("it is no date", "Write YYYY, YYYY-MM or YYYY-MM-DD.")
        case .time: return FHIRTime.isTime(text) ? nil : ("it is no time", "Write hh:mm:ss.")
        case .base64Binary:
            let isBase64 = !text.isEmpty && text.utf8.count % 4 == 0 && text.utf8.allSatisfy(Self.isBase64Byte)
            return isBase64 ? nil : ("it is not base64", "Encode the bytes as RFC 4648 has it.")
        default: return nil
        }
    }

    /// Whether a FHIR string can hold the text: not empty, not blank, no control characters but tab and line ends.
    static func isFHIRText(_ text: String) -> Bool {
        var hasInk = false
        for scalar in text.unicodeScalars {
            if scalar.value < 32, scalar != "\t", scalar != "\n", scalar != "\r" { return false }
            if !scalar.properties.isWhitespace { hasInk = true }
        }
        return hasInk
    }

    private func wrong(_ value: JSON, _ right: String) -> (String, String) {
        ("\(value.kind) stands where \(rawValue) belongs", "Give \(right).")
    }

    private func whole(_ value: JSON, _ range: ClosedRange<Int>) -> (String, String)? {
        guard let number = value.number else { return wrong(value, "a whole number without quotes") }
        guard let integer = number.integer, range.contains(integer) else {
            return ("it is not of the type \(rawValue)", "Give a whole number from \(range.lowerBound) on.")
        }
        return nil
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 46
    }

    private static func isBase64Byte(_ byte: UInt8) -> Bool {
        isIDByte(byte) && byte != 45 && byte != 46 || byte == 43 || byte == 47 || byte == 61
    }
}
