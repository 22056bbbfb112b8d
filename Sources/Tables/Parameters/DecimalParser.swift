/// Decimal numbers from bytes, rounded correctly (to nearest, ties to even), whatever the locale.
///
/// Up to 19 significant digits and powers of ten to ±27 take one exact 128-bit multiplication or division; the rest is
/// left to the standard library. Hexadecimal numbers, `inf` and `nan` are not decimal numbers.
enum DecimalParser {
    /// 5⁰ to 5²⁷, all that fit 64 bits.
    private static let powersOfFive: [UInt64] = (0..<27).reduce(into: [1]) { powers, _ in
        powers.append(powers.last! * 5)
    }

    /// Reads the number at `cursor` and moves past it; nil, and `cursor` anywhere, where there is none. May be infinite
    /// if the number is too large.
    @inline(__always)
    static func parse(_ cursor: inout UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> Double? {
        let start = cursor
        var negative = false
        if cursor < end, cursor.pointee == UInt8(ascii: "-") || cursor.pointee == UInt8(ascii: "+") {
            negative = cursor.pointee == UInt8(ascii: "-")
            cursor += 1
        }
        var (mantissa, significant, exponent) = (UInt64(0), 0, 0)
        let firstDigit = cursor
        takeDigits(&cursor, before: end, &mantissa, &significant)
        var digits = cursor - firstDigit
        if cursor < end, cursor.pointee == UInt8(ascii: ".") {
            cursor += 1
            let firstDecimal = cursor
            takeDigits(&cursor, before: end, &mantissa, &significant)
            exponent = firstDecimal - cursor
            digits -= exponent
        }
        guard digits > 0 else { return nil }
        if cursor < end, cursor.pointee | 0x20 == UInt8(ascii: "e") {
            cursor += 1
            guard let power = takeExponent(&cursor, before: end) else { return nil }
            exponent += power
        }
        if significant <= 19 {
            if mantissa == 0 { return negative ? -0.0 : 0 }
            if abs(exponent) <= 27 {
                let value = scale(mantissa, byTenTo: exponent)
                return negative ? -value : value
            }
        }
        return Double(String(decoding: UnsafeBufferPointer(start: start, count: cursor - start), as: UTF8.self))
    }

    /// Reads digits into a mantissa that wraps round beyond 19 of them; leading zeros are not significant.
    @inline(__always)
    private static func takeDigits(
        _ cursor: inout UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, _ mantissa: inout UInt64,
        _ significant: inout Int
    ) {
        while cursor < end {
            let digit = cursor.pointee &- UInt8(ascii: "0")
            guard digit < 10 else { return }
            mantissa = mantissa &* 10 &+ UInt64(digit)
            if significant > 0 || digit > 0 { significant += 1 }
            cursor += 1
        }
    }

    /// Reads a power of ten with its sign; it stops growing far beyond what double precision holds.
    @inline(__always)
    private static func takeExponent(_ cursor: inout UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> Int? {
        var negative = false
        if cursor < end, cursor.pointee == UInt8(ascii: "-") || cursor.pointee == UInt8(ascii: "+") {
            negative = cursor.pointee == UInt8(ascii: "-")
            cursor += 1
        }
        let first = cursor
        var power = 0
        while cursor < end {
            let digit = cursor.pointee &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            if power < 1_000_000 { power = power * 10 + Int(digit) }
            cursor += 1
        }
        guard cursor > first else { return nil }
        return negative ? -power : power
    }

    /// `mantissa`·10^`exponent` for exponents from -27 to 27, rounded once. 10ᵏ is 5ᵏ·2ᵏ, and the power of two is exact.
    private static func scale(_ mantissa: UInt64, byTenTo exponent: Int) -> Double {
        if exponent == 0 { return Double(mantissa) }
        let five = powersOfFive[abs(exponent)]
        if exponent > 0 {
            let product = mantissa.multipliedFullWidth(by: five)
            if product.high == 0 { return scaled(product.low, byTwoTo: exponent) }
            let zeros = product.high.leadingZeroBitCount
            let top = zeros == 0 ? product.high : product.high << zeros | product.low >> (64 - zeros)
            let rest = product.low << zeros
            return scaled(top | (rest == 0 ? 0 : 1), byTwoTo: exponent + 64 - zeros)
        }
        // The quotient keeps at least 62 bits; what is left over counts only as "a little more".
        let (up, divisorUp) = (mantissa.leadingZeroBitCount, five.leadingZeroBitCount)
        let (numerator, divisor) = (mantissa << up, five << divisorUp)
        let (quotient, remainder) = divisor.dividingFullWidth((numerator >> 1, numerator << 63))
        return scaled(quotient | (remainder == 0 ? 0 : 1), byTwoTo: exponent + divisorUp - up - 63)
    }

    /// `integer`·2^`power`; rounds where `integer` has more than 53 bits, and there only.
    private static func scaled(_ integer: UInt64, byTwoTo power: Int) -> Double {
        Double(integer) * Double(sign: .plus, exponent: power, significand: 1)
    }
}
