import Dynamics

/// Standard normal scores of one candidate's covariates, correlated as the covariate model says.
struct CovariateScores {
    private var scores: [Double]

    subscript(_ covariate: CovariateModel.Covariate) -> Double { scores[Self.position[covariate] ?? 0] }

    private static let position = Dictionary(
        uniqueKeysWithValues: CovariateModel.Covariate.allCases.enumerated().map { ($1, $0) })

    /// Draws of all covariates at once that lie outside some limit are drawn again, so that the correlations of those that
    /// stay are not bent one by one; after so many the limits are put on the values.
    private static let mostDraws = 200

    /// Scores of a candidate whose values lie within the limits of the population.
    static func draw(
        within population: Population, _ covariates: CovariateModel, _ stream: inout RandomStream
    ) -> CovariateScores {
        let factor = covariates.factor ?? []
        var drawn = CovariateScores(scores: [])
        for _ in 0..<mostDraws {
            let independent = CovariateModel.Covariate.allCases.map { _ in stream.normal() }
            drawn.scores = factor.map { row in zip(row, independent).reduce(0) { $0 + $1.0 * $1.1 } }
            if drawn.lieWithin(population) { break }
        }
        return drawn
    }

    private func lieWithin(_ population: Population) -> Bool {
        CovariateModel.Covariate.allCases.allSatisfy { covariate in
            guard let distribution = population.distribution(of: covariate) else { return true }
            return distribution.isWithinLimits(distribution.value(atScore: self[covariate]))
        }
    }

    /// The value of a covariate, within its limits.
    func value(_ covariate: CovariateModel.Covariate, in population: Population) -> Double {
        guard let distribution = population.distribution(of: covariate) else { return 0 }
        let value = distribution.value(atScore: self[covariate])
        return min(max(value, distribution.minimum ?? -.infinity), distribution.maximum ?? .infinity)
    }
}

extension Population {
    /// Distribution of a covariate; nil for those that have none here (weight follows age and frame, fitness is a score).
    func distribution(of covariate: CovariateModel.Covariate) -> Distribution? {
        switch covariate {
        case .age: age
        case .priorLines: priorLines
        case .burden: burden
        case .ldh: ldh
        case .creatinineClearance: creatinineClearance
        case .lymphocytes: lymphocytes
        case .cd3Share: cd3Share
        case .neutrophils: neutrophils
        case .platelets: platelets
        case .haemoglobin: haemoglobin
        case .crp: crp
        case .ferritin: ferritin
        case .immunoglobulinG: immunoglobulinG
        case .weight, .fitness: nil
        }
    }
}

extension Population.Distribution {
    /// The value at a standard score.
    func value(atScore score: Double) -> Double {
        switch shape {
        case .normal: median * (1 + cv * score)
        case .lognormal: median * exponential(logNormalSigma(cv: cv) * score)
        }
    }

    func isWithinLimits(_ value: Double) -> Bool {
        value >= minimum ?? -.infinity && value <= maximum ?? .infinity
    }
}
