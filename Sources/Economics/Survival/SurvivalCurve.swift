/// The share still free of an event after a time in years, as a parametric form.
///
/// Forms and names are those of survival analysis (NICE DSU TSD 14, Latimer 2013; mixture cure: TSD 21).
public indirect enum SurvivalCurve: Sendable, Equatable {
    /// Nobody ever has the event.
    case never
    /// Constant hazard, per year.
    case exponential(rate: Double)
    /// `exp(−(t/scale)^shape)`, scale in years.
    case weibull(shape: Double, scale: Double)
    /// Hazard `rate · exp(shape · t)`; a negative shape leaves some for ever.
    case gompertz(shape: Double, rate: Double)
    /// The logarithm of time is normal.
    case logNormal(location: Double, spread: Double)
    /// `1 / (1 + (t/scale)^shape)`.
    case logLogistic(shape: Double, scale: Double)
    /// Generalised gamma (Prentice 1974): location, spread and shape Q; Q = 1 is Weibull, Q = 0 log-normal.
    case generalisedGamma(location: Double, spread: Double, shape: Double)
    /// A share never has the event, the others by another curve.
    case mixtureCure(share: Double, others: SurvivalCurve)
    /// Constant hazards between knots, through published shares; after the last knot as `tail` says.
    case piecewise(PiecewiseCurve)
    /// Royston and Parmar's spline of the logarithm of the cumulative hazard (2002).
    case spline(RoystonParmar)
    /// Survival of those who progress at one constant rate and die of it at another, per year.
    case progressionThenDeath(progression: Double, death: Double)
    /// The hazard of another curve times a ratio.
    case proportional(hazardRatio: Double, of: SurvivalCurve)

    /// The share still free of the event at a time in years.
    public func survival(at years: Double) -> Double {
        guard years > 0 else { return 1 }
        switch self {
        case .never: return 1
        case .exponential(let rate): return Economics.exponential(-rate * years)
        case .weibull(let shape, let scale): return Economics.exponential(-power(years / scale, shape))
        case .gompertz(let shape, let rate):
            let grown = shape.magnitude < 1e-12 ? years : exponentialMinusOne(shape * years) / shape
            return Economics.exponential(-rate * grown)
        case .logNormal(let location, let spread):
            return Special.normalTail((naturalLogarithm(years) - location) / spread)
        case .logLogistic(let shape, let scale): return 1 / (1 + power(years / scale, shape))
        case .generalisedGamma(let location, let spread, let shape):
            return Self.generalisedGamma(years, location, spread, shape)
        case .mixtureCure(let share, let others): return share + (1 - share) * others.survival(at: years)
        case .piecewise(let curve): return curve.survival(at: years)
        case .spline(let spline): return spline.survival(at: years)
        case .progressionThenDeath(let progression, let death):
            return Self.twoStages(years, progression, death)
        case .proportional(let ratio, let curve): return power(curve.survival(at: years), ratio)
        }
    }

    /// Neither of two exponential stages in a row is over.
    private static func twoStages(_ years: Double, _ first: Double, _ second: Double) -> Double {
        guard (first - second).magnitude > 1e-9 * max(first, second) else {
            return (1 + first * years) * Economics.exponential(-first * years)
        }
        return (second * Economics.exponential(-first * years) - first * Economics.exponential(-second * years))
            / (second - first)
    }

    private static func generalisedGamma(
        _ years: Double, _ location: Double, _ spread: Double, _ shape: Double
    ) -> Double {
        let z = (naturalLogarithm(years) - location) / spread
        guard shape.magnitude > 1e-6 else { return Special.normalTail(z) }
        let a = 1 / (shape * shape)
        let below = Special.gammaShare(a, below: a * Economics.exponential(shape * z))
        return shape > 0 ? 1 - below : below
    }

    /// - Throws: `Fault` for parameters that make no falling curve.
    public func check() throws(Fault) {
        switch self {
        case .never: return
        case .exponential(let rate):
            guard rate >= 0, rate.isFinite else { throw Self.rising("rate", rate) }
        case .weibull(let shape, let scale), .logLogistic(let shape, let scale):
            try Fault.requirePositive(shape, "shape")
            try Fault.requirePositive(scale, "scale")
        case .gompertz(let shape, let rate):
            guard shape.isFinite else { throw Self.rising("shape", shape) }
            guard rate >= 0, rate.isFinite else { throw Self.rising("rate", rate) }
        case .logNormal(let location, let spread), .generalisedGamma(let location, let spread, _):
            guard location.isFinite else { throw Self.rising("location", location) }
            try Fault.requirePositive(spread, "spread")
        case .mixtureCure(let share, let others):
            try Fault.requireProbability(share, "share")
            do { try others.check() } catch { throw error.under("others") }
        case .piecewise(let curve): try curve.check()
        case .spline(let spline): try spline.check()
        case .progressionThenDeath(let progression, let death):
            try Fault.requirePositive(progression, "progression")
            try Fault.requirePositive(death, "death")
        case .proportional(let ratio, let curve):
            try Fault.requirePositive(ratio, "hazardRatio")
            do { try curve.check() } catch { throw error.under("of") }
        }
    }

    private static func rising(_ name: String, _ value: Double) -> Fault {
        Fault(
            [name], found: "\(value)", expected: "a hazard of 0 or more: survival cannot rise",
            remedy: "Correct the sign or the unit (per year).")
    }
}
