import Dynamics

/// The independent draws behind one patient's covariates, one each.
///
/// A standard normal score, except sex and ECOG status, which are a share of 0 to 1. Where covariates go together
/// (`CovariateModel`) the draw is the independent remainder, so that draws can be exchanged one by one between patients.
struct CovariateScores: Sendable, Equatable {
    private var values = [Double](repeating: 0, count: Covariate.allCases.count)

    /// All in the middle.
    init() {
        self[.sex] = 0.5
        self[.ecog] = 0.5
    }

    subscript(covariate: Covariate) -> Double {
        get { values[covariate.place] }
        set { values[covariate.place] = newValue }
    }

    /// A covariate's whole standard score: its own part and those of the covariates that it goes together with.
    /// - Parameter factor: the lower factor of the correlation matrix.
    func whole(_ covariate: Covariate, _ factor: [[Double]]) -> Double {
        if covariate == .height { return 0.5 * self[.weight] + self[.height] }
        let row = factor[covariate.place]
        var score = 0.0
        for place in 0...covariate.place { score += row[place] * values[place] }
        return score
    }

    /// Draws a candidate. Values outside the limits of their distribution are drawn again.
    init(from stream: inout RandomStream, population: Population, factor: [[Double]]) {
        // The order is for ever: changing it changes every patient.
        for covariate in Covariate.allCases {
            if covariate == .sex || covariate == .ecog {
                self[covariate] = stream.uniform()
                continue
            }
            // After a hundred draws the last one stands, and the value is put at its limit.
            for _ in 0..<100 {
                self[covariate] = stream.normal()
                guard let distribution = population.distribution(of: covariate) else { break }
                let value = distribution.value(atScore: whole(covariate, factor))
                if distribution.limited(value) == value { break }
            }
        }
    }
}

extension Population {
    /// Distribution of a covariate whose score is drawn within limits; nil for weight and height, which follow age and
    /// frame, and for those without a distribution.
    func distribution(of covariate: Covariate) -> Distribution? {
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
        case .sex, .weight, .height, .ecog, .fitness: nil
        }
    }
}
