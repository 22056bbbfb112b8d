/// Makes text safe where it is placed.
enum Escape {
    /// For HTML text and quoted attributes.
    static func html(_ text: String) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// For JSON inside a script element: still the same JSON, without a character that could end the element.
    static func json(_ text: String) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": out += #"\u003c"#
            case ">": out += #"\u003e"#
            case "&": out += #"\u0026"#
            case "\u{2028}": out += #"\u2028"#
            case "\u{2029}": out += #"\u2029"#
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
