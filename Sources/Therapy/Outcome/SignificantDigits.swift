/// Decimal text with a fixed number of significant digits, without the C library's locale or rounding modes.
enum SignificantDigits {
    /// The shortest text of `value` rounded to `digits` significant digits.
    static func text(_ value: Double, digits: Int) -> String {
        guard value != 0, value.isFinite else { return value == 0 ? "0" : "" }
        let magnitude = value.magnitude
        var exponent = 0
        var scale = 1.0
        while magnitude * scale >= 10 {
            exponent += 1
            scale /= 10
        }
        while magnitude * scale < 1 {
            exponent -= 1
            scale *= 10
        }
        // Rounding in the decimal that will be printed: multiply or divide by an exact power of ten.
        let places = digits - 1 - exponent
        let factor = powerOfTen(abs(places))
        let rounded = places >= 0 ? (value * factor).rounded() / factor : (value / factor).rounded() * factor
        let text = "\(rounded)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func powerOfTen(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}
