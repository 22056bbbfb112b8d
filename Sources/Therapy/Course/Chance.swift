import Care
import Dynamics

/// What falls to one patient by chance during the course: errors of measurement, infections, deaths that the model does
/// not explain, seizures, the last cell.
///
/// Every draw belongs to a purpose and, where it comes again, to a day, never to how often something was drawn before.
/// So an order of one policy shifts no draw of another, and two policies can be compared in the same patients with the
/// same luck: what differs between them is what the policies did.
struct Chance {
    private let source: RandomSource
    private let patient: Int

    /// Leaving while waiting, for other reasons than the disease.
    var withdrawal: HazardClock
    /// Death of CRS of grade 4, of ICANS of grade 4, and of causes that have nothing to do with the therapy.
    var deathInCRS4, deathInICANS4, background: HazardClock
    /// Infections.
    var infection: InfectionClock

    init(source: RandomSource, patient: Int, hazards: CourseNumbers.Hazards) {
        self.source = source
        self.patient = patient
        func clock(_ purpose: RandomPurpose) -> HazardClock {
            HazardClock(source.stream(purpose, patient: patient))
        }
        withdrawal = clock(.withdrawal)
        deathInCRS4 = clock(.deathInCRS4)
        deathInICANS4 = clock(.deathInICANS4)
        background = clock(.backgroundDeath)
        infection = InfectionClock(source: source, patient: patient, hazards: hazards)
    }

    /// Thresholds of extinction of tumour clones, in cells, one a draw.
    func extinction() -> RandomStream { source.stream(.extinction, patient: patient) }

    /// The same for CAR-T cell populations.
    func lastCells() -> RandomStream { source.stream(.lastCells, patient: patient) }

    /// Planned days in hospital after infusion.
    func stay() -> RandomStream { source.stream(.stay, patient: patient) }

    /// Errors of what is measured at one look. Looks are a quarter of a day apart at the least.
    func measurement(at day: Double) -> RandomStream {
        source.stream(.measurement, patient: patient, occasion: Self.quarter(of: day))
    }

    /// Error of one assessment of the tumour; the baseline, before infusion, is number 0.
    func assessment(at day: Double) -> RandomStream {
        source.stream(.assessment, patient: patient, occasion: max(0, Int(day.rounded()) + 1))
    }

    /// Whether something of this probability happens at a neurological assessment: a seizure.
    func seizes(at day: Double, probability: Double) -> Bool {
        var stream = source.stream(.seizure, patient: patient, occasion: Self.quarter(of: day))
        return stream.bernoulli(probability)
    }

    /// Whether this patient is one of those whom the centre gives immunoglobulin when it is low.
    func takesImmunoglobulin(_ policy: ManagementPolicy) -> Bool {
        guard let uptake = policy.immunoglobulinUptake else { return true }
        var stream = source.stream(.immunoglobulinPractice, patient: patient)
        return stream.bernoulli(uptake)
    }

    /// Whether the therapy after progression saves the patient.
    func isSalvaged(probability: Double) -> Bool {
        var stream = source.stream(.salvage, patient: patient)
        return stream.bernoulli(probability)
    }

    private static func quarter(of day: Double) -> Int { max(0, Int((day * 4).rounded())) }
}
