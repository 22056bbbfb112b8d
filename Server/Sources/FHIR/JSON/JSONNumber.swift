/// A number as its digits stand in the text. Two numbers are equal when their decimal values are, so that `38.60` is
/// `38.6`, and `38.600000000000001` is not.
public struct JSONNumber: Sendable {
    /// The literal, as JSON writes it.
    public let literal: String

    /// A whole number.
    public init(_ value: Int) { literal = String(value) }

    /// A finite number, in the fewest digits that give it back; nil for infinities and NaN, which JSON has not.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let text = value.description
        literal = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A literal that the reader has checked.
    init(checked literal: String) { self.literal = literal }

    /// The nearest Double, or nil if it is beyond the range of Double.
    public var double: Double? {
        guard let value = Double(literal), value.isFinite else { return nil }
        return value
    }

    /// The whole number, or nil if it has a fraction or an exponent, or is out of range.
    public var integer: Int? { Int(literal) }

    /// Sign, digits without zeros at either end, and the power of ten of the last digit.
    private var normal: (negative: Bool, digits: [UInt8], exponent: Int) {
        var digits: [UInt8] = []
        var exponent = 0
        var negative = false
        var isFraction = false
        var rest = literal.utf8[...]
        if rest.first == 45 {
            negative = true
            rest = rest.dropFirst()
        }
        while let byte = rest.first, byte != 101, byte != 69 {
            rest = rest.dropFirst()
            if byte == 46 {
                isFraction = true
                continue
            }
            if isFraction { exponent -= 1 }
            if !digits.isEmpty || byte != 48 { digits.append(byte) }
        }
        if !rest.isEmpty {
            var power = String(decoding: rest.dropFirst(), as: UTF8.self)
            if power.hasPrefix("+") { power.removeFirst() }
            // A power that no Int holds is beyond every number that a journal has.
            exponent += Int(power) ?? (power.hasPrefix("-") ? -1_000_000_000 : 1_000_000_000)
        }
        while digits.last == 48 {
            digits.removeLast()
            exponent += 1
        }
        return digits.isEmpty ? (false, [], 0) : (negative, digits, exponent)
    }
}

extension JSONNumber: Equatable {
    /// Whether the decimal values are the same.
    public static func == (a: JSONNumber, b: JSONNumber) -> Bool {
        if a.literal == b.literal { return true }
        let (one, other) = (a.normal, b.normal)
        return one.negative == other.negative && one.exponent == other.exponent && one.digits == other.digits
    }
}
