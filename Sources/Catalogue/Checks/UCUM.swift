/// The part of UCUM (case-sensitive codes) that the catalogue needs: whether a text is a unit.
///
/// Terms of factors joined by `.` and `/`, parentheses, integer exponents, annotations in braces, `10*n`, and the atoms
/// below. `USD` is not UCUM, which has no currencies.
struct UCUM {
    /// Whether the whole text is a unit.
    static func isUnit(_ text: String) -> Bool {
        var reader = UCUM(rest: Substring(text))
        _ = reader.take("/")
        return reader.term() && reader.rest.isEmpty
    }

    /// Units that take a prefix.
    private static let metric: Set<String> = ["g", "L", "l", "m", "s", "mol", "U", "[IU]", "Cel", "m[Hg]", "Pa", "J"]
    /// Units that take none.
    private static let plain: Set<String> = ["%", "a", "mo", "wk", "d", "h", "min", "USD"]
    private static let prefixes = ["G", "M", "k", "h", "d", "c", "m", "u", "n", "p", "f"]

    private var rest: Substring

    private mutating func term() -> Bool {
        guard factor() else { return false }
        while take(".") || take("/") {
            guard factor() else { return false }
        }
        return true
    }

    private mutating func factor() -> Bool {
        if take("(") { return term() && take(")") }
        if annotation() { return true }
        let isFactor = power() || number() || atom()
        if isFactor { _ = annotation() }
        return isFactor
    }

    /// `10*9`
    private mutating func power() -> Bool {
        guard rest.hasPrefix("10*") || rest.hasPrefix("10^") else { return false }
        rest.removeFirst(3)
        return exponent()
    }

    private mutating func number() -> Bool {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest.removeFirst(digits.count)
        return !digits.isEmpty
    }

    private mutating func atom() -> Bool {
        let symbol = String(rest.prefix { ($0.isASCII && $0.isLetter) || "[]%".contains($0) })
        let isKnown =
            Self.plain.contains(symbol) || Self.metric.contains(symbol)
            || Self.prefixes.contains {
                symbol.hasPrefix($0) && Self.metric.contains(String(symbol.dropFirst($0.count)))
            }
        guard isKnown else { return false }
        rest.removeFirst(symbol.count)
        _ = exponent()
        return true
    }

    private mutating func exponent() -> Bool {
        _ = take("-") || take("+")
        return number()
    }

    /// `{cells}`
    private mutating func annotation() -> Bool {
        guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return false }
        rest = rest[rest.index(after: end)...]
        return true
    }

    private mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }
}
