/// Proportional-integral control of the step size (Gustafsson 1991; Hairer and Wanner, section IV.2).
struct StepController: Sendable {
    /// The exponent is shared between this error and the last: 0.7 and −0.4 of 1/order, the usual pair for one-step
    /// methods.
    private static let proportional = 0.7
    private static let integral = 0.4
    private static let safety = 0.9
    private static let smallest = 0.2
    private static let largest = 6.0

    let order: Double

    /// Factor of the next step after an accepted step with this error, the one before having had `last`.
    func factorAfterAccepting(error: Double, last: Double) -> Double {
        let now = max(error, 1e-10)
        let factor =
            Self.safety * VectorMath.power(now, -Self.proportional / order)
            * VectorMath.power(max(last, 1e-4), Self.integral / order)
        return min(max(factor, Self.smallest), Self.largest)
    }

    /// Factor of the next try after a rejected step with this error.
    func factorAfterRejecting(error: Double) -> Double {
        guard error.isFinite else { return 0.1 }
        return min(max(Self.safety * VectorMath.power(error, -1 / order), Self.smallest), 0.9)
    }
}
