#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension RandomStream {
    /// Standard normal: the inverse of the distribution function (Acklam's rational approximation, one Halley step
    /// to full precision), so that one uniform gives one normal and nothing is kept between calls.
    public mutating func normal() -> Double { Self.normalQuantile(uniform()) }

    /// Log-normal with this median and coefficient of variation; the spread of the logarithm is ω² = ln(1 + CV²).
    public mutating func logNormal(median: Double, cv: Double) -> Double {
        median * exp(log(1 + cv * cv).squareRoot() * normal())
    }

    /// A share in (0, 1) whose logit is normal with standard deviation `sigma` about the logit of the median.
    public mutating func logitNormal(median: Double, sigma: Double) -> Double {
        let odds = median / (1 - median) * exp(sigma * normal())
        return odds / (1 + odds)
    }

    /// Exponential with this mean.
    public mutating func exponential(mean: Double) -> Double { -mean * log(uniform()) }

    /// True with probability `p`; one draw is spent whatever `p` is.
    public mutating func bernoulli(_ p: Double) -> Bool { uniform() < p }

    /// An index with probability proportional to its weight.
    public mutating func index(weights: [Double]) -> Int {
        let total = weights.reduce(0, +)
        var left = uniform() * total
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return max(0, weights.count - 1)
    }

    /// Gamma with this shape and scale (Marsaglia and Tsang 2000).
    public mutating func gamma(shape: Double, scale: Double) -> Double {
        guard shape >= 1 else {
            let boost = pow(uniform(), 1 / shape)
            return gamma(shape: shape + 1, scale: scale) * boost
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = 1 + c * x
            guard v > 0 else { continue }
            let cubed = v * v * v
            if log(uniform()) < 0.5 * x * x + d - d * cubed + d * log(cubed) { return d * cubed * scale }
        }
    }

    /// Poisson with this mean: products of uniforms for small means, a gamma split for large ones (Ahrens and Dieter
    /// 1974).
    public mutating func poisson(mean: Double) -> Int {
        var mean = mean
        var count = 0
        while mean > 30 {
            let events = Int(mean * 7 / 8)
            let waited = gamma(shape: Double(events), scale: 1)
            if waited > mean {
                // `mean` falls among these events: each of the first events − 1 lies before it with the same chance.
                let share = mean / waited
                return count + (0..<(events - 1)).reduce(0) { sum, _ in sum + (uniform() < share ? 1 : 0) }
            }
            count += events
            mean -= waited
        }
        let limit = exp(-mean)
        var product = uniform()
        while product > limit {
            count += 1
            product *= uniform()
        }
        return count
    }

    /// Negative binomial with this mean and dispersion k (variance mean + mean²/k): a Poisson with a gamma mean.
    public mutating func negativeBinomial(mean: Double, dispersion: Double) -> Int {
        poisson(mean: gamma(shape: dispersion, scale: mean / dispersion))
    }

    /// The standard normal quantile of p in (0, 1). Coefficients: P. J. Acklam, relative error 1.15e-9 before the
    /// refinement.
    static func normalQuantile(_ p: Double) -> Double {
        let tail = 0.02425
        var x: Double
        if p < tail || p > 1 - tail {
            let q = (-2 * log(p < 0.5 ? p : 1 - p)).squareRoot()
            let top =
                ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
                    - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783
            let bottom =
                (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
                    + 3.754408661907416) * q + 1
            x = top / bottom
            if p > 0.5 { x = -x }
        } else {
            let q = p - 0.5
            let r = q * q
            let top =
                ((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                    + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239
            let bottom =
                ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                    + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1
            x = q * top / bottom
        }
        let error = 0.5 * erfc(-x / 2.0.squareRoot()) - p
        let step = error * (2 * Double.pi).squareRoot() * exp(x * x / 2)
        x -= step / (1 + x * step / 2)
        return x
    }
}
