/// What the data say about the parameters at the end of a fit, linearised there: the posterior covariance
/// (JᵀJ)⁻¹ in standard deviations of the priors, J with the priors' rows.
public struct Posterior: Sendable, Equatable {
    /// Posterior over prior standard deviation, by parameter: near 1 the data say nothing.
    public let ratios: [Double]
    /// A combination of parameters and how well it is known.
    public struct Direction: Sendable, Equatable {
        /// Posterior over prior standard deviation along it.
        public let ratio: Double
        /// Share of each parameter, of length 1.
        public let loadings: [Double]
    }
    /// All principal directions, the weakest first.
    public let directions: [Direction]
    /// Two parameters that only together are known.
    public struct Pair: Sendable, Equatable {
        /// The first.
        public let first: Int
        /// The second.
        public let second: Int
        /// Posterior correlation.
        public let correlation: Double
    }
    /// Pairs whose posterior correlation is above 0.7 in size, the strongest first.
    public let pairs: [Pair]

    /// Above this ratio a parameter is called not identifiable.
    public static let unidentifiable = 0.9

    /// Weak combinations in which at least two parameters take part, the weakest first, each with the parameters that
    /// matter in it: what moves together unseen by the data.
    public var weakCombinations: [(ratio: Double, named: [(index: Int, loading: Double)])] {
        directions.compactMap { direction in
            let named = direction.loadings.indices.filter { direction.loadings[$0].magnitude > 0.25 }
                .sorted { direction.loadings[$0].magnitude > direction.loadings[$1].magnitude }
            guard named.count > 1 else { return nil }
            return (direction.ratio, named.map { ($0, direction.loadings[$0]) })
        }
    }

    /// - Parameter jacobian: with one row of each prior (a unit vector).
    init(_ jacobian: Matrix) {
        let information = jacobian.gram()
        let count = information.rows
        // The priors' rows make it positive definite.
        guard let factor = Cholesky(information) else {
            (ratios, directions, pairs) = ([Double](repeating: 1, count: count), [], [])
            return
        }
        let covariance = factor.inverse()
        let deviations = (0..<count).map { covariance[$0, $0].squareRoot() }
        ratios = deviations
        let eigen = SymmetricEigen(information)
        directions = zip(eigen.values, eigen.vectors).map {
            Direction(ratio: 1 / max($0, 1).squareRoot(), loadings: $1)
        }
        var found: [Pair] = []
        for i in 0..<count {
            for j in 0..<i {
                let correlation = covariance[i, j] / (deviations[i] * deviations[j])
                if correlation.magnitude > 0.7 { found.append(.init(first: j, second: i, correlation: correlation)) }
            }
        }
        pairs = found.sorted {
            ($1.correlation.magnitude, $0.first, $0.second) < ($0.correlation.magnitude, $1.first, $1.second)
        }
    }
}
