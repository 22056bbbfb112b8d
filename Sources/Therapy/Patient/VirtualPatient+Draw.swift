import Care
import Dynamics

/// Drawing the patients of a cohort.
extension VirtualPatient {
    /// Candidates for one place at the most; after that the last one stands, and eligibility refuses them.
    private static let mostCandidates = 100

    /// Draws patient `index` of the cohort with this seed: candidates are referred until one meets the inclusion
    /// criteria, as a trial enrols. The same seed and index give the same patient, whatever else is drawn.
    public static func draw(
        index: Int, seed: UInt64, from population: Population, covariates: CovariateLaw, inclusion: [Criterion] = []
    ) -> VirtualPatient {
        draw(
            index: index, source: RandomSource(seed: seed), from: population, covariates: covariates,
            inclusion: inclusion)
    }

    /// Draws patient `index` of the cohort with this source of random numbers.
    ///
    /// Covariates that are exchanged come from the patient of the second seed at the same index, as enrolled; those that
    /// are held, from their score. The patient that results was not screened: a covariate that the exchange moves over
    /// a limit of inclusion (platelets, with another's burden) is put at the limit.
    static func draw(
        index: Int, source: RandomSource, from population: Population, covariates: CovariateLaw,
        inclusion: [Criterion]
    ) -> VirtualPatient {
        var (scores, failures) = enrol(
            index: index, seed: source.seed, from: population, covariates: covariates, inclusion: inclusion)
        var limits: [Criterion] = []
        if !source.exchanged.covariates.isEmpty {
            let other = enrol(
                index: index, seed: source.second, from: population, covariates: covariates, inclusion: inclusion)
            for covariate in source.exchanged.covariates { scores[covariate] = other.scores[covariate] }
            limits = inclusion
        }
        for (covariate, score) in source.heldCovariates {
            scores[covariate] = score
            limits = inclusion
        }
        var patient = VirtualPatient(
            index: index, scores: scores, population: population, covariates: covariates, within: limits)
        patient.screenFailures = failures
        return patient
    }

    /// The draws behind the patient who was enrolled, and how many candidates were refused before.
    static func enrol(
        index: Int, seed: UInt64, from population: Population, covariates: CovariateLaw, inclusion: [Criterion]
    ) -> (scores: CovariateScores, failures: Int) {
        var stream = RandomStream(seed: seed, patient: UInt64(index), purpose: .covariates)
        var failures = 0
        while true {
            let scores = CovariateScores(from: &stream, population: population, factor: covariates.factor)
            let candidate = VirtualPatient(
                index: index, scores: scores, population: population, covariates: covariates)
            let assessment = Eligibility.assess(inclusion, productVersion: "", value: candidate.value(of:))
            if assessment.eligible || failures + 1 >= mostCandidates { return (scores, failures) }
            failures += 1
        }
    }

    /// The patient that these draws make.
    /// - Parameter criteria: limits at which covariates are held; none for a candidate who is to be screened.
    init(
        index: Int, scores: CovariateScores, population: Population, covariates: CovariateLaw,
        within criteria: [Criterion] = []
    ) {
        func whole(_ covariate: Covariate) -> Double { scores.whole(covariate, covariates.factor) }
        func held(_ value: Double, _ quantity: Criterion.Quantity) -> Double {
            criteria.filter { $0.quantity == quantity }.reduce(value) { value, criterion in
                min(max(value, criterion.atLeast ?? -.infinity), criterion.atMost ?? .infinity)
            }
        }
        func value(_ distribution: Population.Distribution, _ covariate: Covariate) -> Double {
            distribution.limited(distribution.value(atScore: whole(covariate)))
        }
        let age = held(value(population.age, .age), .age)
        let sex: Sex = scores[.sex] < population.female.value ? .female : .male
        let lines = Int(held(value(population.priorLines, .priorLines).rounded(), .priorLines))
        let fitness =
            whole(.fitness) + covariates.model.fitnessPerPriorLine.value
            * (Double(lines) - covariates.model.linesAtReference.value)
        let lymphocytes = held(value(population.lymphocytes, .lymphocytes), .lymphocytes)
        self.init(
            index: index, screenFailures: 0, age: age, sex: sex,
            weight: Growth.weight(age: age, adult: population.weight, score: whole(.weight)),
            height: Growth.height(age: age, sex: sex, adult: population.height, score: whole(.height)),
            priorLines: lines,
            ecog: Int(held(Double(Self.ecog(share: scores[.ecog], weights: population.ecogShares)), .ecog)),
            burden: value(population.burden, .burden), ldh: value(population.ldh, .ldh),
            creatinineClearance: held(
                value(population.creatinineClearance, .creatinineClearance), .creatinineClearance),
            lymphocytes: lymphocytes, cd3: lymphocytes * min(0.98, value(population.cd3Share, .cd3Share)),
            neutrophils: held(value(population.neutrophils, .neutrophils), .neutrophils),
            platelets: held(value(population.platelets, .platelets), .platelets),
            haemoglobin: held(value(population.haemoglobin, .haemoglobin), .haemoglobin),
            crp: value(population.crp, .crp), ferritin: value(population.ferritin, .ferritin),
            immunoglobulinG: value(population.immunoglobulinG, .immunoglobulinG),
            fitnessScore: fitness)
    }

    /// The status below which `share` of the cohort lies.
    private static func ecog(share: Double, weights: [Double]) -> Int {
        var left = share * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return max(0, weights.count - 1)
    }
}

extension Population.Distribution {
    /// The value at a standard score, before the limits.
    func value(atScore score: Double) -> Double {
        switch shape {
        case .normal: median * (1 + cv * score)
        case .lognormal: median * exponential(logNormalSigma(cv: cv) * score)
        }
    }

    /// The value, or the limit beyond which it lies.
    func limited(_ value: Double) -> Double {
        Swift.min(Swift.max(value, minimum ?? -.infinity), maximum ?? .infinity)
    }
}
