#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Elementary functions of eight values at once, without fused multiply-add, so that every machine gives the same
/// digits. Error at most 2 ulp over the whole range (tested against libm).
enum VectorMath {
    /// 1.5·2⁵²: adding it to a number below 2⁵¹ in magnitude leaves the nearest integer in the low bits.
    private static let rounder = 6_755_399_441_055_744.0
    /// ln 2 in two parts: the first has 32 trailing zero bits, so that a product with an integer is exact.
    private static let ln2High = 0x1.62E42FEEp-1
    private static let ln2Low = 0x1.A39EF35793C76p-33

    /// eˣ. x = n ln 2 + r with |r| ≤ ln 2 / 2, and the Taylor series of eʳ to r¹³ (truncation below 0.05 ulp).
    @inline(__always)
    static func exp(_ x: Lanes) -> Lanes {
        // Beyond these the result is 0 or infinite; NaN passes through the clamp as it is.
        var clamped = x.replacing(with: 709.9, where: x .> 709.9)
        clamped = clamped.replacing(with: -746, where: x .< -746)
        let shifted = clamped * 1.442_695_040_888_963_4 + rounder
        let n = shifted - rounder
        let r = (clamped - n * ln2High) - n * ln2Low
        var p = Lanes(repeating: 1.0 / 6_227_020_800)
        p = p * r + 1.0 / 479_001_600
        p = p * r + 1.0 / 39_916_800
        p = p * r + 1.0 / 3_628_800
        p = p * r + 1.0 / 362_880
        p = p * r + 1.0 / 40_320
        p = p * r + 1.0 / 5_040
        p = p * r + 1.0 / 720
        p = p * r + 1.0 / 120
        p = p * r + 1.0 / 24
        p = p * r + 1.0 / 6
        p = p * r + 0.5
        let result = 1 + (r + r * r * p)
        // 2ⁿ in two factors, so that subnormal and largest results are reached without overflow on the way.
        let bits =
            SIMD8<Int64>(truncatingIfNeeded: unsafeBitCast(shifted, to: SIMD8<Int64>.self))
            &- Int64(bitPattern: rounder.bitPattern)
        let half = bits &>> 1
        let first = unsafeBitCast((half &+ 1023) &<< 52, to: Lanes.self)
        let second = unsafeBitCast(((bits &- half) &+ 1023) &<< 52, to: Lanes.self)
        return (result * first * second).replacing(with: x, where: x .!= x)
    }

    /// ln x. x = 2ᵉ m with √½ ≤ m < √2, f = m − 1, s = f/(2+f), and ln m = f − (f²/2 − s(f²/2 + R(s²))) with
    /// R(z) = 2z/3 + 2z²/5 + … to z¹¹.
    @inline(__always)
    static func log(_ x: Lanes) -> Lanes {
        let tiny = x .< 0x1p-1022
        let scaled = x.replacing(with: x * 0x1p54, where: tiny)
        let bits = unsafeBitCast(scaled, to: SIMD8<UInt64>.self)
        // Moving the split to √½ puts m into [√½, √2).
        let offset = bits &- 0x3FE6_A09E_667F_3BCD
        let exponent = unsafeBitCast(offset, to: SIMD8<Int64>.self) &>> 52
        let mantissa = unsafeBitCast(
            bits &- unsafeBitCast(exponent &<< 52, to: SIMD8<UInt64>.self), to: Lanes.self)
        // Small integers to double: their two's complement lies in the low bits under the rounder's exponent.
        var e = unsafeBitCast(exponent &+ Int64(bitPattern: rounder.bitPattern), to: Lanes.self) - rounder
        e = e.replacing(with: e - 54, where: tiny)
        let f = mantissa - 1
        let s = f / (2 + f)
        let z = s * s
        var p = Lanes(repeating: 2.0 / 23)
        p = p * z + 2.0 / 21
        p = p * z + 2.0 / 19
        p = p * z + 2.0 / 17
        p = p * z + 2.0 / 15
        p = p * z + 2.0 / 13
        p = p * z + 2.0 / 11
        p = p * z + 2.0 / 9
        p = p * z + 2.0 / 7
        p = p * z + 2.0 / 5
        p = p * z + 2.0 / 3
        let halfSquare = 0.5 * f * f
        var result = e * ln2High - ((halfSquare - (s * (halfSquare + z * p) + e * ln2Low)) - f)
        result = result.replacing(with: -.infinity, where: x .== 0)
        result = result.replacing(with: .nan, where: x .< 0)
        return result.replacing(with: x, where: (x .!= x) .| (x .== .infinity))
    }

    /// A libm function, a lane at a time.
    @inline(__always)
    static func each(_ x: Lanes, _ function: (Double) -> Double) -> Lanes {
        var result = Lanes()
        for lane in 0..<Lanes.scalarCount { result[lane] = function(x[lane]) }
        return result
    }

    /// A libm function of two values, a lane at a time.
    @inline(__always)
    static func each(_ x: Lanes, _ y: Lanes, _ function: (Double, Double) -> Double) -> Lanes {
        var result = Lanes()
        for lane in 0..<Lanes.scalarCount { result[lane] = function(x[lane], y[lane]) }
        return result
    }

    /// One power for the step-size controller, by the same functions as everywhere, so that step sizes do not depend
    /// on the C library.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        exp(Lanes(repeating: exponent) * log(Lanes(repeating: base)))[0]
    }
}
