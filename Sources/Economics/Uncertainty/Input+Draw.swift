import Dynamics

extension Input {
    /// One draw from the input's uncertainty, or its value if it has no range. Each input draws from a stream of its own by
    /// name, so that a change of one moves no other.
    ///
    /// The mean is the value and the standard deviation that of a normal distribution whose 95 % interval is as wide as
    /// the range.
    func draw(_ name: String, seed: UInt64, index: Int) -> Double? {
        guard let value, let low, let high, high > low else { return value }
        var stream = RandomStream(seed: seed, patient: UInt64(index), purpose: RandomPurpose("economics." + name))
        let spread = (high - low) / 3.92
        let drawn: Double =
            switch distribution ?? usualDistribution {
            case .uniform: low + (high - low) * stream.uniform()
            case .normal: value + spread * stream.normal()
            case .beta: Self.beta(mean: value, spread: spread, &stream)
            case .gamma:
                value > 0
                    ? stream.gamma(shape: (value / spread) * (value / spread), scale: spread * spread / value) : 0
            case .logNormal:
                low > 0
                    ? value * exponential(naturalLogarithm(high / low) / 3.92 * stream.normal())
                    : value + spread * stream.normal()
            }
        return min(max(drawn, bounds.lowerBound), bounds.upperBound)
    }

    /// Beta for shares, gamma for money, normal for utilities and numbers of any sign, log-normal for ratios and times.
    private var usualDistribution: Distribution {
        switch kind {
        case .share: .beta
        case .utility: .normal
        case .money: .gamma
        case .positive: .logNormal
        case .real: .normal
        }
    }

    /// A share with this mean and standard deviation; two gammas give a beta.
    private static func beta(mean: Double, spread: Double, _ stream: inout RandomStream) -> Double {
        guard mean > 0, mean < 1 else { return mean }
        // A beta cannot spread wider than a coin.
        let variance = min(spread * spread, 0.95 * mean * (1 - mean))
        let size = mean * (1 - mean) / variance - 1
        let a = stream.gamma(shape: mean * size, scale: 1)
        let b = stream.gamma(shape: (1 - mean) * size, scale: 1)
        return a + b > 0 ? a / (a + b) : mean
    }
}
