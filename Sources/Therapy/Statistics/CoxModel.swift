/// A proportional-hazards model of one covariate (Cox 1972), ties after Efron (1977).
public struct CoxModel: Sendable, Equatable {
    /// Hazard ratio for one unit more of the covariate.
    public let hazardRatio: Double
    /// Lower 95 % limit (Wald).
    public let low: Double
    /// Upper 95 % limit (Wald).
    public let high: Double

    /// One subject: how long it was followed, whether that ended in the event, and its covariate.
    public typealias Subject = (time: Double, event: Bool, covariate: Double)

    /// Fits the model; nil without events, or if the likelihood has no maximum (one group without events).
    public init?(_ subjects: [Subject]) {
        let kept = subjects.filter { $0.time.isFinite && $0.covariate.isFinite }
        guard !kept.isEmpty else { return nil }
        // Centred, so that exponentials stay small.
        let mean = kept.reduce(0) { $0 + $1.covariate } / Double(kept.count)
        let order = kept.map { ($0.time, $0.event, $0.covariate - mean) }.sorted { $0.0 > $1.0 }
        var beta = 0.0
        for _ in 0..<50 {
            let (score, information) = Self.derivatives(order, beta)
            guard information > 1e-12, beta.magnitude < 50 else { return nil }
            // A step of more than one log unit may overshoot.
            let step = min(1, max(-1, score / information))
            beta += step
            if step.magnitude < 1e-10 {
                let half = Normal.z95 / information.squareRoot()
                hazardRatio = exponential(beta)
                low = exponential(beta - half)
                high = exponential(beta + half)
                return
            }
        }
        return nil
    }

    /// First derivative of the log partial likelihood and minus the second. Subjects with the latest times come first.
    private static func derivatives(_ order: [(Double, Bool, Double)], _ beta: Double) -> (Double, Double) {
        var (score, information) = (0.0, 0.0)
        var risk = Sums()
        var index = 0
        while index < order.count {
            let time = order[index].0
            var tied = Sums()
            var (events, covariates) = (0, 0.0)
            while index < order.count, order[index].0 == time {
                let (_, event, covariate) = order[index]
                let weight = exponential(beta * covariate)
                risk.add(weight, covariate)
                if event {
                    tied.add(weight, covariate)
                    events += 1
                    covariates += covariate
                }
                index += 1
            }
            score += covariates
            for rank in 0..<events {
                let share = Double(rank) / Double(events)
                let zero = risk.zero - share * tied.zero
                let mean = (risk.one - share * tied.one) / zero
                score -= mean
                information += (risk.two - share * tied.two) / zero - mean * mean
            }
        }
        return (score, information)
    }

    /// Sums of weights, and of weights times the covariate and its square.
    private struct Sums {
        var (zero, one, two) = (0.0, 0.0, 0.0)
        mutating func add(_ weight: Double, _ covariate: Double) {
            zero += weight
            one += weight * covariate
            two += weight * covariate * covariate
        }
    }
}
