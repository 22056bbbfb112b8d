import Economics

/// How a cohort goes on after its follow-up, beside what everybody may die of: fitted curves, averaged by Akaike's weights.
///
/// Two years of follow-up say little about ten. Curves that fit them equally well differ by decades of life, so that one
/// best curve would turn a hair's breadth of likelihood into a verdict.
public struct TailCurve: Sendable {
    /// A curve with what the data say for it.
    public struct Part: Sendable {
        /// The fit.
        public let fit: CurveFit
        /// Its weight among all, from 0 to 1.
        public let weight: Double
    }
    /// Curves that count for one per cent or more, the heaviest first.
    public let parts: [Part]
    /// Share still free of the event of those who were so at the end of follow-up, by cycle.
    private let shares: [Double]
    private let cycle: Double

    /// - Parameters:
    ///   - from: years at the end of follow-up.
    ///   - horizon: years beyond it.
    init(_ fits: [CurveFit], from: Double, horizon: Double, cycle: Double) {
        let weighed = zip(fits, CurveFit.weights(fits)).filter { $0.1 >= 0.01 }.sorted { $0.1 > $1.1 }
        let total = weighed.reduce(0) { $0 + $1.1 }
        parts = weighed.map { Part(fit: $0.0, weight: $0.1 / total) }
        let parts = parts
        func share(_ years: Double) -> Double {
            parts.reduce(0) { $0 + $1.weight * $1.fit.curve.survival(at: years) }
        }
        let then = share(from)
        self.cycle = cycle
        shares = (0...Int((horizon / cycle).rounded(.up))).map {
            then > 0 ? min(1, share(from + Double($0) * cycle) / then) : 0
        }
    }

    /// Share still free of the event so many years after the end of follow-up.
    func survival(at years: Double) -> Double {
        let place = years / cycle
        let index = min(Int(place), shares.count - 2)
        return shares[index] + min(1, place - Double(index)) * (shares[index + 1] - shares[index])
    }

    /// For people: `weibull 54 %, cureWeibull 46 %`.
    public var words: String {
        parts.map { "\($0.fit.family.rawValue) \(Int((100 * $0.weight).rounded())) %" }.joined(separator: ", ")
    }
}
