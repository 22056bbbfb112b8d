/// How the covariates of a patient go together, as data (`Evidence/covariates.yaml`).
public struct CovariateModel: Codable, Sendable, Equatable {
    /// A correlation between the scores of two covariates.
    public struct Correlation: Codable, Sendable, Equatable {
        /// One.
        public var between: Covariate
        /// The other.
        public var and: Covariate
        /// Correlation of the normal scores, −1 to 1.
        public var value: Double
        /// Where it comes from.
        public var origin: Origin
        /// Publication or grounds.
        public var source: String
    }

    /// All pairs that go together; others are independent.
    public var correlations: [Correlation]
    /// Correlation of the product's fitness in the body with the patient's T-cell fitness at collection.
    public var fitnessInBody: SourcedValue
    /// How much the score of T-cell fitness changes with each prior line of therapy, counted from `linesAtReference`.
    public var fitnessPerPriorLine: SourcedValue
    /// Prior lines at which fitness is what the product's data describe.
    public var linesAtReference: SourcedValue

    /// The correlation matrix in the order of `Covariate.allCases`.
    var matrix: [[Double]] {
        let all = Covariate.allCases
        var matrix = all.indices.map { row in all.indices.map { $0 == row ? 1.0 : 0 } }
        for pair in correlations {
            guard let row = all.firstIndex(of: pair.between), let column = all.firstIndex(of: pair.and) else {
                continue
            }
            matrix[row][column] = pair.value
            matrix[column][row] = pair.value
        }
        return matrix
    }

    /// The lower factor L of the correlation matrix, L·Lᵀ; nil if the correlations contradict each other (the matrix is
    /// not positive definite).
    public var factor: [[Double]]? {
        let a = matrix
        var l = a.map { $0.map { _ in 0.0 } }
        for row in a.indices {
            for column in 0...row {
                let sum = (0..<column).reduce(a[row][column]) { $0 - l[row][$1] * l[column][$1] }
                if row == column {
                    guard sum > 1e-9 else { return nil }
                    l[row][row] = sum.squareRoot()
                } else {
                    l[row][column] = sum / l[column][column]
                }
            }
        }
        return l
    }
}
