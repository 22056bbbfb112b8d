import Dynamics

/// Where a cohort's random numbers come from: one seed, and for a sensitivity analysis some draws from a second seed or
/// held at a score.
///
/// Every draw belongs to a purpose (or to a covariate), so that what is changed for one moves no other. Two trials from
/// the same source have the same patients, products, measurement errors and luck.
public struct RandomSource: Sendable, Equatable {
    /// Some of a cohort's draws.
    struct Draws: Sendable, Equatable {
        /// Streams by what they are for.
        var purposes: Set<RandomPurpose> = []
        /// Covariates of the patient as referred.
        var covariates: Set<Covariate> = []
    }

    /// The seed of the cohort.
    public let seed: UInt64
    /// The seed of the draws that are exchanged.
    var second: UInt64
    /// What is drawn from the second seed.
    var exchanged = Draws()
    /// Covariates held at a score in every patient (for those that are drawn as a share: a share of 0 to 1).
    var heldCovariates: [Covariate: Double] = [:]
    /// Parameters of the body held at a standard score in every patient.
    var heldScores: [RandomPurpose: Double] = [:]

    /// Draws of this seed.
    public init(seed: UInt64) {
        self.seed = seed
        // Any other key of the generator would do; this one is not a seed that people type.
        second = seed ^ 0x9E37_79B9_7F4A_7C15
    }

    /// The same source with these draws taken from the second seed.
    func exchanging(_ draws: Draws) -> RandomSource {
        var source = self
        source.exchanged = draws
        return source
    }

    /// A stream of one patient.
    func stream(_ purpose: RandomPurpose, patient: Int) -> RandomStream {
        RandomStream(seed: seed(of: purpose), patient: UInt64(patient), purpose: purpose)
    }

    /// A stream of one patient for one occasion: a day, a look, an assessment.
    func stream(_ purpose: RandomPurpose, patient: Int, occasion: Int) -> RandomStream {
        RandomStream(seed: seed(of: purpose), patient: UInt64(patient), purpose: purpose, occasion: occasion)
    }

    /// One standard normal score of a patient.
    func score(_ purpose: RandomPurpose, patient: Int) -> Double {
        if let held = heldScores[purpose] { return held }
        var stream = stream(purpose, patient: patient)
        return stream.normal()
    }

    private func seed(of purpose: RandomPurpose) -> UInt64 { exchanged.purposes.contains(purpose) ? second : seed }
}
