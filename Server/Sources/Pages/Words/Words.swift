import Care
import Foundation

/// Values as people read them. All pages take their wording from here.
enum Words {
    /// A number with at most two decimals, none that are zero.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        if abs(value) >= 100_000 { return grouped(Int(value.rounded())) }
        let hundredths = (value * 100).rounded() / 100
        return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
    }

    /// A number with three digits that count, for what ranges over decades.
    static func short(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : "–" }
        let size = abs(value)
        if size >= 1e15 || size < 1e-4 { return String(format: "%.2e", value) }
        if size >= 1000 { return grouped(Int(value.rounded())) }
        let digits = max(0, 2 - Int(log10(size).rounded(.down)))
        var text = String(format: "%.\(digits)f", value)
        if text.contains(".") {
            while text.last == "0" { text.removeLast() }
            if text.last == "." { text.removeLast() }
        }
        return text.replacingOccurrences(of: "-", with: "−")
    }

    /// With thin groups of thousands.
    static func grouped(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (value < 0 ? "−" : "") + ([digits] + parts).joined(separator: " ")
    }

    /// A UCUM unit as people write it.
    static func unit(_ ucum: String) -> String {
        switch ucum {
        case "{cells}/uL": "/µL"
        case "d.{cells}/uL": "d/µL"
        case "10*9/L": "× 10⁹/L"
        case "10*6/L": "× 10⁶/L"
        case "ug": "µg"
        case "{agents}": "agents"
        case "Cel": "°C"
        case "1": ""
        case "{copies}/ug": "copies/µg"
        case "d.{copies}/ug": "d · copies/µg"
        default: ucum.replacingOccurrences(of: "{", with: "").replacingOccurrences(of: "}", with: "")
        }
    }

    /// The first letter large.
    static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// Text of a camel-case name (`intensiveCare` is `intensive care`).
    static func spaced(_ name: String) -> String {
        name.reduce(into: "") { text, letter in
            if letter.isUppercase, !text.isEmpty { text += " " }
            text += letter.lowercased()
        }
    }

    /// Letters, digits and hyphens only, for identifiers in a page.
    static func slug(_ text: String) -> String {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }

    /// An offset from UTC, as ISO 8601 writes it.
    static func zone(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60)
    }

    static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// Items as a sentence has them.
    static func list(_ items: [String]) -> String { items.joined(separator: ", ") }
}
