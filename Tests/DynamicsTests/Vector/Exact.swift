#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

#if arch(x86_64) && os(Linux)
    /// The type of exact values: 64 bits of digits.
    typealias Wide = Float80
#else
    /// The type of exact values. Where there is no wider one, the C library's errors are allowed for: see `Exact.slack`.
    typealias Wide = Double
#endif

/// Distances from exact values, which the C library gives at the precision of `Wide`.
enum Exact {
    /// What is added to bounds because the exact values are not.
    static let slack = Wide.significandBitCount > 52 ? 0.002 : 1.0
    /// Whether errors are printed.
    static let shows = getenv("LIVINGDRUG_SHOW_ERRORS") != nil

    /// How far a value is from the exact one, in units of the last place of a `Double` of that size; infinite where only
    /// one is NaN or a zero or an infinity has the wrong sign.
    static func error(_ value: Double, _ exact: Wide) -> Double {
        if exact.isNaN || value.isNaN { return exact.isNaN && value.isNaN ? 0 : .infinity }
        let rounded = Double(exact)
        if value == rounded && (value.isInfinite || exact == 0) { return value.sign == rounded.sign ? 0 : .infinity }
        guard exact.isFinite, exact != 0 else { return .infinity }
        // Just below the largest number an infinite result counts as the power of two that follows.
        let end: Wide = value < 0 ? -0x1p1023 : 0x1p1023
        let given = value.isInfinite ? end * 2 : Wide(value)
        let exponent = min(1023, max(-1022, Int(exact.exponent)))
        return Double((given - exact).magnitude / Wide(sign: .plus, exponent: exponent - 52, significand: 1))
    }
}

/// The largest error so far, and where.
struct Worst {
    private(set) var error = 0.0
    private(set) var place = ""

    mutating func include(_ error: Double, _ place: @autoclosure () -> String) {
        guard error > self.error else { return }
        self.error = error
        self.place = place()
    }

    /// Prints it where LIVINGDRUG_SHOW_ERRORS is set: for the bounds that the source states.
    func report(_ name: String) {
        if Exact.shows { print("\(name): \(error) ulp, \(place)") }
    }
}
