/// What can befall a patient beside the modelled disease. Hazards are per day; their numbers are data
/// (`Evidence/course.yaml`).
extension CourseConstants.Hazards {
    /// Hazard of a first or further infection of any grade now, per day: by phase, times what the patient adds to it.
    func infection(day: Double, neutrophils: Double, immunoglobulinG: Double, onSteroid: Bool) -> Double {
        let phase = day < 29 ? infectionToDay28 : day < 91 ? infectionToDay90 : infectionLater
        var hazard = phase.value / multiplierInBase.value
        if neutrophils < 0.5 { hazard *= severeNeutropenia.value }
        if neutrophils < 0.1 { hazard *= profoundNeutropenia.value }
        if immunoglobulinG < 4 { hazard *= lowIgG.value }
        if onSteroid { hazard *= corticosteroid.value }
        return hazard
    }

    /// Share of the infections of a day that reach grade 3.
    func severeShare(day: Double) -> Double { day < 91 ? severeShare.value : severeShareLater.value }

    /// Probability of at least one event over `days` at a constant hazard.
    static func probability(hazard: Double, days: Double) -> Double { 1 - exponential(-hazard * max(0, days)) }
}
