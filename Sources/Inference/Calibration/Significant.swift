/// Numbers as the file of fitted values holds them.
enum Significant {
    /// Rounded to four significant digits; a share stays between 0 and 1.
    static func rounded(_ value: Double, within scale: Scale) -> Double {
        guard value != 0, value.isFinite else { return value }
        var exponent = 0
        var scaled = value.magnitude
        while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
        while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
        // Multiplying or dividing by a power of ten that is exact keeps the decimal that is printed short.
        let places = 3 - exponent
        var factor = 1.0
        for _ in 0..<abs(places) { factor *= 10 }
        let rounded = places >= 0 ? (value * factor).rounded() / factor : (value / factor).rounded() * factor
        return scale == .logit ? min(rounded, 0.9999) : rounded
    }
}
