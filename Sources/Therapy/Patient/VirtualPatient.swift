import Care
import Dynamics

/// A patient as referred: what a referral letter and the first blood count would say, and what nobody can see yet
/// (the fitness of the T cells).
public struct VirtualPatient: Sendable, Equatable {
    /// Index within the cohort, from 0.
    public var index: Int
    /// Patients who were referred for this place and did not meet the inclusion criteria.
    public var screenFailures: Int
    /// Age, a.
    public var age: Double
    /// Sex.
    public var sex: Sex
    /// Body weight, kg.
    public var weight: Double
    /// Height, cm.
    public var height: Double
    /// Lines of systemic therapy so far.
    public var priorLines: Int
    /// ECOG performance status.
    public var ecog: Int
    /// Tumour burden at enrolment, mL (1 mL = 10⁹ cells).
    public var burden: Double
    /// Lactate dehydrogenase, U/L.
    public var ldh: Double
    /// Creatinine clearance, mL/min/1.73 m².
    public var creatinineClearance: Double
    /// Lymphocytes, 10⁹/L.
    public var lymphocytes: Double
    /// CD3+ cells, 10⁹/L.
    public var cd3: Double
    /// Neutrophils, 10⁹/L.
    public var neutrophils: Double
    /// Platelets, 10⁹/L.
    public var platelets: Double
    /// Haemoglobin, g/dL.
    public var haemoglobin: Double
    /// C-reactive protein, mg/L.
    public var crp: Double
    /// Ferritin, ng/mL.
    public var ferritin: Double
    /// IgG, g/L.
    public var immunoglobulinG: Double
    /// Standard normal score of T-cell fitness: growth in culture and in the body rise with it.
    public var fitnessScore: Double

    /// Body surface area, m² (Mosteller 1987: √(height·weight/3600)).
    public var bodySurface: Double { (height * weight / 3600).squareRoot() }

    /// Total blood volume, L: Nadler 1962 for adults, 75 mL/kg below 18 years (the usual apheresis rule; assumed).
    public var bloodVolume: Double {
        guard age >= 18 else { return 0.075 * weight }
        let metres = height / 100
        let cubed = metres * metres * metres
        return sex == .male
            ? 0.3669 * cubed + 0.03219 * weight + 0.6041
            : 0.3561 * cubed + 0.03308 * weight + 0.1833
    }
}

extension VirtualPatient {
    /// Candidates for one place at the most; after that the last one stands, and eligibility refuses them.
    private static let mostCandidates = 100

    /// Draws patient `index` of the cohort with this seed: candidates are referred until one meets the inclusion
    /// criteria, as a trial enrols. The same seed and index give the same patient, whatever else is drawn.
    public static func draw(
        index: Int, seed: UInt64, from population: Population, covariates: CovariateModel, inclusion: [Criterion] = []
    ) -> VirtualPatient {
        var stream = RandomStream(seed: seed, patient: UInt64(index), purpose: .covariates)
        var failures = 0
        while true {
            var candidate = candidate(index: index, from: population, covariates, &stream)
            candidate.screenFailures = failures
            let assessment = Eligibility.assess(inclusion, productVersion: "", value: candidate.value(of:))
            if assessment.eligible || failures + 1 >= mostCandidates { return candidate }
            failures += 1
        }
    }

    private static func candidate(
        index: Int, from population: Population, _ covariates: CovariateModel, _ stream: inout RandomStream
    ) -> VirtualPatient {
        let scores = CovariateScores.draw(within: population, covariates, &stream)
        func value(_ covariate: CovariateModel.Covariate) -> Double { scores.value(covariate, in: population) }
        let age = value(.age)
        let sex: Sex = stream.bernoulli(population.female.value) ? .female : .male
        let frame = scores[.weight]
        let lines = Int(value(.priorLines).rounded())
        let lymphocytes = value(.lymphocytes)
        return VirtualPatient(
            index: index, screenFailures: 0, age: age, sex: sex,
            weight: Growth.weight(age: age, adult: population.weight, score: frame),
            height: Growth.height(
                age: age, sex: sex, adult: population.height, score: 0.5 * frame + stream.normal()),
            priorLines: lines, ecog: stream.index(weights: population.ecogShares),
            burden: value(.burden), ldh: value(.ldh), creatinineClearance: value(.creatinineClearance),
            lymphocytes: lymphocytes, cd3: lymphocytes * min(0.98, value(.cd3Share)),
            neutrophils: value(.neutrophils), platelets: value(.platelets), haemoglobin: value(.haemoglobin),
            crp: value(.crp), ferritin: value(.ferritin), immunoglobulinG: value(.immunoglobulinG),
            fitnessScore: scores[.fitness] + covariates.fitnessPerPriorLine.value
                * (Double(lines) - covariates.linesAtReference.value))
    }

    /// The value that a criterion looks at.
    func value(of quantity: Criterion.Quantity) -> Double {
        switch quantity {
        case .age: age
        case .ecog: Double(ecog)
        case .priorLines: Double(priorLines)
        case .creatinineClearance: creatinineClearance
        case .lymphocytes: lymphocytes
        case .neutrophils: neutrophils
        case .platelets: platelets
        case .haemoglobin: haemoglobin
        }
    }
}
