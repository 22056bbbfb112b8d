import Care
import Economics

/// What one virtual patient who was collected used and lived through, as far as they were followed.
struct PatientUse: Sendable {
    /// Share of a year in days.
    static let year = 365.25
    let ledger: Ledger
    let isInfused: Bool
    /// Not infused, and alive when that was decided.
    let isLeft: Bool
    /// Discounted years without progression, and after it; mean discount factor of follow-up costs.
    let free, progressed, followUpFactor: Double
    /// Years without discounting.
    let years: Double
    /// Progressed within follow-up; died within it; days without progression; days alive.
    let didProgress, died: Bool
    let freeDays, aliveDays: Double
    /// Days of CRS and ICANS with their highest grades.
    let crs, icans: (grade: Int, days: Double)
    let hospitalDays: Double
    /// Days at home near the centre: those of the label's rule that were lived outside hospital.
    let nearDays: Double

    /// - Parameter proximityDays: days after infusion for which the label asks patients to stay near the centre.
    init(_ outcome: Outcome, rates: Discounting, proximityDays: Double) {
        ledger = outcome.ledger
        isInfused = outcome.infused
        isLeft = !outcome.infused && !outcome.diedWaiting
        freeDays = outcome.infused ? outcome.progressionFree ?? 0 : 0
        aliveDays = outcome.infused ? outcome.survival ?? 0 : 0
        let (free, alive) = (freeDays / Self.year, aliveDays / Self.year)
        let effects = rates.effects
        self.free = free * Discounting.meanFactor(rate: effects, from: 0, to: free)
        progressed = alive > free ? (alive - free) * Discounting.meanFactor(rate: effects, from: free, to: alive) : 0
        followUpFactor = Discounting.meanFactor(rate: rates.costs, from: 0, to: alive)
        years = alive
        didProgress = outcome.infused && outcome.progressed && freeDays < aliveDays
        died = outcome.infused && outcome.died
        crs = (outcome.crsPeak?.rawValue ?? 0, outcome.crsDuration ?? 0)
        icans = (outcome.icansPeak?.rawValue ?? 0, outcome.icansDuration ?? 0)
        hospitalDays = outcome.hospitalDays ?? 0
        nearDays = max(0, min(proximityDays, aliveDays) - hospitalDays)
    }
}

/// Means of a sample of patients, by everything that a price or a utility multiplies.
struct CohortUse: Sendable {
    var counts = [Double](repeating: 0, count: Price.Resource.allCases.count)
    var infused = 0.0, left = 0.0
    var free = 0.0, progressed = 0.0, years = 0.0
    var progressions = 0.0, deaths = 0.0
    /// Shares of all at the end of follow-up: without progression; alive.
    var freeAtEnd = 0.0, aliveAtEnd = 0.0
    /// Days of toxicity by its disutility.
    var toxicDays: [UtilitySet.Name: Double] = [:]
    var hospitalDays = 0.0, nearDays = 0.0

    /// - Parameter sample: indices, with repetitions.
    init(_ patients: [PatientUse], sample: [Int]) {
        let weight = 1 / Double(max(1, sample.count))
        for index in sample {
            let patient = patients[index]
            for resource in Price.Resource.allCases {
                let factor = resource.step == .followUp ? patient.followUpFactor : 1
                counts[resource.index] += weight * factor * patient.ledger[resource]
            }
            if patient.isLeft { left += weight }
            guard patient.isInfused else { continue }
            infused += weight
            free += weight * patient.free
            progressed += weight * patient.progressed
            years += weight * patient.years
            if patient.didProgress { progressions += weight }
            if patient.died { deaths += weight } else { aliveAtEnd += weight }
            if !patient.died, !patient.didProgress { freeAtEnd += weight }
            hospitalDays += weight * patient.hospitalDays
            nearDays += weight * patient.nearDays
            if let name = Self.crs(patient.crs.grade) { toxicDays[name, default: 0] += weight * patient.crs.days }
            if let name = Self.icans(patient.icans.grade) {
                toxicDays[name, default: 0] += weight * patient.icans.days
            }
        }
    }

    private static func crs(_ grade: Int) -> UtilitySet.Name? {
        switch grade {
        case 1: .crsGrade1
        case 2: .crsGrade2
        case 3...: .crsGrade3
        default: nil
        }
    }

    private static func icans(_ grade: Int) -> UtilitySet.Name? {
        switch grade {
        case 1, 2: .icansGrade1
        case 3...: .icansGrade3
        default: nil
        }
    }
}
