@testable import Dynamics

/// Arguments that meet every branch of a function, the same in every run.
struct Arguments: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Evenly between two bounds.
    mutating func between(_ low: Double, _ high: Double) -> Double { Double.random(in: low...high, using: &self) }

    /// Any exponent as likely as another, either sign, subnormal ones too; never zero, infinite or NaN.
    mutating func magnitude(_ low: Double = .leastNonzeroMagnitude, _ high: Double = .greatestFiniteMagnitude) -> Double
    {
        let size = Double(bitPattern: UInt64.random(in: low.bitPattern...high.bitPattern, using: &self))
        return Bool.random(using: &self) ? size : -size
    }

    /// A mixture: bits at random, ordinary sizes, where exponentials end, every magnitude, integers, near one, special.
    mutating func mixed() -> Double {
        switch UInt8.random(in: 0..<16, using: &self) {
        case 0: Double(bitPattern: next())
        case 1: Self.special.randomElement(using: &self) ?? 0
        case 2, 3: between(-750, 750)
        case 4: Double(Int.random(in: -180...180, using: &self))
        case 5: 1 + magnitude(0x1p-60, 0x1p-4)
        case 6, 7: magnitude(1e-20, 1e20)
        case 8: magnitude()
        case 9: between(-1, 1)
        case 10: between(-2e5, 2e5)
        default: between(-10, 10)
        }
    }

    /// So many of the mixture.
    static func mixed(_ count: Int, seed: UInt64) -> [Double] {
        var source = Arguments(seed: seed)
        return (0..<count).map { _ in source.mixed() }
    }

    /// Values of either sign at which something changes: what is not finite, zeros, the ends of the subnormal and of all
    /// numbers, integers odd and even up to where all are even, halves, one and its neighbours.
    static let special: [Double] = {
        let sizes: [Double] = [
            0, .leastNonzeroMagnitude, .leastNormalMagnitude.nextDown, .leastNormalMagnitude, 1e-300, 0x1p-60, 0.25,
            0.5,
            1.0.nextDown, 1, 1.0.nextUp, 1.5, 2, 2.5, 3, 4, 7, 709, 746, 1023, 1024, 1074, 1075, 1e5, 0x1p52 - 0.5,
            0x1p52 + 1, 0x1p53 - 1, 0x1p53, 0x1p53 + 2, 0x1p62, 0x1p64, 1e100, 1e300, .greatestFiniteMagnitude,
            .infinity,
        ]
        return sizes.flatMap { [$0, -$0] } + [.nan]
    }()
}
