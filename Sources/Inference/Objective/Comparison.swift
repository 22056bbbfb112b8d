import Therapy

/// One published endpoint as a term of the objective: how far a simulated value is from it, in standard deviations.
///
/// Shares are compared on the arcsine scale, a = asin √p, on which the sampling variance hardly depends on p and which
/// is finite at 0 and 1; medians on the log scale. The variance is that of the publication (from its 95 % interval), of
/// the simulation (the same design with the virtual cohort's size), and of the model's discrepancy, added up.
public struct Comparison: Sendable, Equatable {
    /// The endpoint.
    public let name: EndpointName
    /// What was published.
    public let published: PublishedEndpoint
    /// Standard deviation of the difference, on the scale of the comparison.
    public let deviation: Double

    /// A simulated endpoint that nobody had counts as this many standard deviations off.
    public static let missing = 8.0

    /// - Returns: nil if nothing can be compared: a median of 0 has no logarithm.
    init?(
        _ published: PublishedEndpoint, patients: Int, discrepancy: CalibrationPlan.Discrepancy
    ) {
        guard let name = EndpointName(rawValue: published.endpoint) else { return nil }
        self.name = name
        self.published = published
        let interval = published.interval
        let sampling: Double
        let model: Double
        if name.unit == "1" {
            sampling = (Self.stable(interval.high) - Self.stable(interval.low)) / (2 * z95)
            // Away from 0 and 1, where three points of a hundred would be infinitely many.
            let inner = (published.value * Double(published.n) + 0.5) / Double(published.n + 1)
            model =
                (Self.stable(inner + discrepancy.share) - Self.stable(inner - discrepancy.share)) / 2
        } else {
            guard published.value > 0, interval.high > 0 else { return nil }
            sampling =
                interval.low > 0
                ? naturalLogarithm(interval.high / interval.low) / (2 * z95)
                : naturalLogarithm(interval.high / published.value) / z95
            model = discrepancy.median
        }
        let simulation = sampling * sampling * Double(published.n) / Double(patients)
        deviation = (sampling * sampling + simulation + model * model).squareRoot()
        guard deviation > 0 else { return nil }
    }

    /// The difference in standard deviations: simulated less published; nil if there is no simulated value.
    public func residual(_ simulated: Double?) -> Double? {
        guard let simulated, simulated.isFinite else { return nil }
        if name.unit == "1" { return (Self.stable(simulated) - Self.stable(published.value)) / deviation }
        guard simulated > 0 else { return nil }
        return naturalLogarithm(simulated / published.value) / deviation
    }

    private static func stable(_ share: Double) -> Double { arcsine(min(max(share, 0), 1).squareRoot()) }
}

extension CalibrationPlan.Discrepancy {
    /// A residual whose square is minus twice the logarithm of Student's t, without its constant; the residual itself where
    /// the distribution is normal. Near 0 the two are the same but for a factor of √(1 + 1/freedom).
    func weighed(_ residual: Double) -> Double {
        guard let freedom else { return residual }
        let size = ((freedom + 1) * naturalLogarithm(1 + residual * residual / freedom)).squareRoot()
        return residual < 0 ? -size : size
    }
}
