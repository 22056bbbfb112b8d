/// What can befall a patient beside the modelled disease. Hazards are per day; their numbers are data
/// (`Evidence/course.yaml`).
extension CourseNumbers.Hazards {
    /// The hazard of infection of a day after infusion, per day, before what the patient adds to it.
    func infectionPhase(day: Double) -> Double {
        day < 29 ? infectionToDay28 : day < 91 ? infectionToDay90 : infectionLater
    }

    /// Hazard of a first or further infection of any grade now, per day: that of the phase, times what the patient adds
    /// to it.
    func infection(phase: Double, neutrophils: Double, immunoglobulinG: Double, onSteroid: Bool) -> Double {
        var hazard = phase / multiplierInBase
        if neutrophils < 0.5 { hazard *= severeNeutropenia }
        if neutrophils < 0.1 { hazard *= profoundNeutropenia }
        if immunoglobulinG < 4 { hazard *= lowIgG }
        if onSteroid { hazard *= corticosteroid }
        return hazard
    }

    /// Share of the infections of a day that reach grade 3.
    func severeShare(day: Double) -> Double { day < 91 ? severeShare : severeShareLater }

    /// Probability of at least one event over `days` at a constant hazard.
    static func probability(hazard: Double, days: Double) -> Double { 1 - exponential(-hazard * max(0, days)) }
}
