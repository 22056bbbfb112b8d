/// The covariate model made ready for drawing: the correlations factored once.
public struct CovariateLaw: Sendable, Equatable {
    /// As the data say.
    public let model: CovariateModel
    /// Lower factor of the correlation matrix, in the order of `Covariate.allCases`.
    let factor: [[Double]]

    /// Factors the correlations. Those that contradict each other are left out altogether; `CovariateModel.factor` says
    /// so, and data that are read are checked for it.
    public init(_ model: CovariateModel) {
        self.model = model
        factor =
            model.factor
            ?? Covariate.allCases.indices.map { row in Covariate.allCases.indices.map { $0 == row ? 1 : 0 } }
    }
}
