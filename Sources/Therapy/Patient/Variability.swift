import Dynamics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard deviation on the log scale of a log-normal distribution with this coefficient of variation:
/// ω² = ln(1 + CV²).
func logNormalSigma(cv: Double) -> Double { log(1 + cv * cv).squareRoot() }

/// e to the power x.
func exponential(_ x: Double) -> Double { exp(x) }

/// 2 to the power x.
func powerOfTwo(_ x: Double) -> Double { exp2(x) }

/// `base` to the power `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// Natural logarithm.
func naturalLogarithm(_ x: Double) -> Double { log(x) }

extension SourcedValue {
    /// A patient's own value: log-normal about the typical value, or normal on the logit scale for a bounded share.
    func draw(from stream: inout RandomStream) -> Double {
        // A draw is spent even where nothing varies, so that giving a number a spread moves no other draw.
        let score = stream.normal()
        return value(atScore: score)
    }

    /// The value at a standard score within the population.
    func value(atScore score: Double) -> Double {
        guard let cv, cv > 0 else { return value }
        if bounded == true {
            let odds = value / (1 - value) * exponential(cv * score)
            return odds / (1 + odds)
        }
        return value * exponential(logNormalSigma(cv: cv) * score)
    }
}

/// The power of ten of a positive number's first digit.
func floorLog10(_ x: Double) -> Double { floor(log10(x)) }

/// 10 to a whole power.
func powerOfTen(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

/// Logarithm to base 10.
func commonLogarithm(_ x: Double) -> Double { log10(x) }
