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
    /// How strongly covariates go together: correlation of each score with the score of tumour burden. Assumed, from
    /// the direction of published associations (LDH, CRP and ferritin rise with burden; counts fall).
    private enum Correlation {
        static let ldh = 0.6
        static let crp = 0.4
        static let ferritin = 0.4
        static let lymphocytes = -0.2
        static let platelets = -0.2
        static let haemoglobin = -0.2
        /// T-cell fitness with the lymphocyte count, and with the lines of therapy before (assumed).
        static let fitnessWithLymphocytes = 0.4
    }

    /// Candidates for one place at the most; after that the last one stands, and eligibility refuses them.
    private static let mostCandidates = 100

    /// Draws patient `index` of the cohort with this seed: candidates are referred until one meets the inclusion
    /// criteria, as a trial enrols. The same seed and index give the same patient, whatever else is drawn.
    public static func draw(index: Int, seed: UInt64, from population: Population, inclusion: [Criterion] = [])
        -> VirtualPatient
    {
        var stream = RandomStream(seed: seed, patient: UInt64(index), purpose: .covariates)
        var failures = 0
        while true {
            var candidate = candidate(index: index, from: population, &stream)
            candidate.screenFailures = failures
            let assessment = Eligibility.assess(inclusion, productVersion: "", value: candidate.value(of:))
            if assessment.eligible || failures + 1 >= mostCandidates { return candidate }
            failures += 1
        }
    }

    private static func candidate(index: Int, from population: Population, _ stream: inout RandomStream)
        -> VirtualPatient
    {
        func draw(_ distribution: Population.Distribution, with other: Double = 0, correlation: Double = 0) -> (
            value: Double, score: Double
        ) {
            distribution.draw(from: &stream, correlatedWith: other, by: correlation)
        }
        let age = draw(population.age).value
        let sex: Sex = stream.bernoulli(population.female.value) ? .female : .male
        let frame = stream.normal()
        let weight = Growth.weight(age: age, adult: population.weight, score: frame)
        let height = Growth.height(age: age, sex: sex, adult: population.height, score: 0.5 * frame + stream.normal())
        let burden = draw(population.burden)
        let lymphocytes = draw(population.lymphocytes, with: burden.score, correlation: Correlation.lymphocytes)
        let share = min(0.98, draw(population.cd3Share).value)
        let rho = Correlation.fitnessWithLymphocytes
        let fitness = rho * lymphocytes.score + (1 - rho * rho).squareRoot() * stream.normal()
        return VirtualPatient(
            index: index, screenFailures: 0, age: age, sex: sex, weight: weight, height: height,
            priorLines: Int(draw(population.priorLines).value.rounded()),
            ecog: stream.index(weights: population.ecogShares),
            burden: burden.value,
            ldh: draw(population.ldh, with: burden.score, correlation: Correlation.ldh).value,
            creatinineClearance: draw(population.creatinineClearance).value,
            lymphocytes: lymphocytes.value, cd3: lymphocytes.value * share,
            neutrophils: draw(population.neutrophils).value,
            platelets: draw(population.platelets, with: burden.score, correlation: Correlation.platelets).value,
            haemoglobin: draw(population.haemoglobin, with: burden.score, correlation: Correlation.haemoglobin).value,
            crp: draw(population.crp, with: burden.score, correlation: Correlation.crp).value,
            ferritin: draw(population.ferritin, with: burden.score, correlation: Correlation.ferritin).value,
            immunoglobulinG: draw(population.immunoglobulinG).value,
            fitnessScore: fitness)
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

extension Population.Distribution {
    /// A draw and its standard score. Values outside the limits are drawn again; after 100 draws the nearest limit
    /// is taken.
    func draw(from stream: inout RandomStream, correlatedWith other: Double, by correlation: Double) -> (
        value: Double, score: Double
    ) {
        let rest = (1 - correlation * correlation).squareRoot()
        var last = (value: median, score: 0.0)
        for _ in 0..<100 {
            let score = correlation * other + rest * stream.normal()
            let value =
                switch shape {
                case .normal: median * (1 + cv * score)
                case .lognormal: median * exponential(logNormalSigma(cv: cv) * score)
                }
            last = (value, score)
            if value >= minimum ?? -.infinity, value <= maximum ?? .infinity { return last }
        }
        last.value = Swift.min(Swift.max(last.value, minimum ?? -.infinity), maximum ?? .infinity)
        return last
    }
}
