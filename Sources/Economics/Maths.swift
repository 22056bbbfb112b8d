#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// e to the power of `x`.
func exponential(_ x: Double) -> Double { exp(x) }
/// e to the power of `x`, less one, exact for small `x`.
func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }
/// Natural logarithm.
func naturalLogarithm(_ x: Double) -> Double { log(x) }
/// `base` to the power of `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// Functions of distributions.
enum Special {
    /// Share of the standard normal distribution above `z`.
    static func normalTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

    /// Logarithm of the gamma function for `x` above 0 (Lanczos, g = 7, nine terms; relative error below 1e-13).
    static func logGamma(_ x: Double) -> Double {
        let terms = [
            676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ]
        let shifted = x - 1
        var sum = 0.99999999999980993
        for (index, term) in terms.enumerated() { sum += term / (shifted + Double(index) + 1) }
        let t = shifted + 7.5
        return 0.5 * log(2 * Double.pi) + (shifted + 0.5) * log(t) - t + log(sum)
    }

    /// The lower incomplete gamma function, regularised: the share of a gamma distribution of shape `a` and scale 1 below
    /// `x`. A series below `a` + 1, a continued fraction above it.
    static func gammaShare(_ a: Double, below x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x.isFinite else { return 1 }
        let front = exp(-x + a * log(x) - logGamma(a))
        if x < a + 1 {
            var (term, sum, n) = (1 / a, 1 / a, a)
            for _ in 0..<2000 where term.magnitude > sum.magnitude * 1e-16 {
                n += 1
                term *= x / n
                sum += term
            }
            return min(1, sum * front)
        }
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var h = d
        for i in 1..<2000 {
            let an = -Double(i) * (Double(i) - a)
            b += 2
            d = 1 / nonZero(an * d + b)
            c = nonZero(b + an / c)
            h *= d * c
            if (d * c - 1).magnitude < 1e-15 { break }
        }
        return max(0, 1 - front * h)
    }

    private static func nonZero(_ x: Double) -> Double { x.magnitude < 1e-300 ? 1e-300 : x }
}
