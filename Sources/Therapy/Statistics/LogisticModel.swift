/// A logistic model of one covariate: the odds of an event.
public struct LogisticModel: Sendable, Equatable {
    /// Odds ratio for one unit more of the covariate.
    public let oddsRatio: Double
    /// Lower 95 % limit (Wald).
    public let low: Double
    /// Upper 95 % limit (Wald).
    public let high: Double

    /// Fits the model by Newton's method; nil if the likelihood has no maximum.
    public init?(_ subjects: [(covariate: Double, event: Bool)]) {
        let kept = subjects.filter { $0.covariate.isFinite }
        guard !kept.isEmpty else { return nil }
        let mean = kept.reduce(0) { $0 + $1.covariate } / Double(kept.count)
        var (intercept, slope) = (0.0, 0.0)
        for _ in 0..<100 {
            var (g0, g1, h00, h01, h11) = (0.0, 0.0, 0.0, 0.0, 0.0)
            for (covariate, event) in kept {
                let x = covariate - mean
                let p = 1 / (1 + exponential(-(intercept + slope * x)))
                let residual = (event ? 1 : 0) - p
                let weight = p * (1 - p)
                g0 += residual
                g1 += residual * x
                h00 += weight
                h01 += weight * x
                h11 += weight * x * x
            }
            let determinant = h00 * h11 - h01 * h01
            guard determinant > 1e-12, slope.magnitude < 50 else { return nil }
            func held(_ step: Double) -> Double { min(2, max(-2, step)) }
            let steps = (held((h11 * g0 - h01 * g1) / determinant), held((h00 * g1 - h01 * g0) / determinant))
            intercept += steps.0
            slope += steps.1
            if max(steps.0.magnitude, steps.1.magnitude) < 1e-10 {
                let half = Normal.z95 * (h00 / determinant).squareRoot()
                oddsRatio = exponential(slope)
                low = exponential(slope - half)
                high = exponential(slope + half)
                return
            }
        }
        return nil
    }
}
