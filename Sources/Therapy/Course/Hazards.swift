import Care

/// What can befall a patient beside the modelled disease: infection, death of toxicity, leaving while waiting.
/// Probabilities over a time step come from hazards, per day.
struct Hazards {
    /// Hazard of a first or further infection of any grade by phase, per day: 1.19 and 0.67 per 100 patient-days in
    /// days 0–28 and 29–90 (Hill 2018); later 0.002 (assumed in the toxicity reference, section 5.3).
    static func baseInfection(day: Double) -> Double {
        switch day {
        case ..<29: 0.0119
        case ..<91: 0.0067
        default: 0.002
        }
    }

    /// Mean of the multipliers over a cohort that the phase hazards above already contain, so that the cohort's mean
    /// stays near the published density (assumed).
    static let multiplierInBase = 1.5

    /// Infection hazard now, per day. Multipliers: IgG < 4 g/L × 2.7 (Hill, IRR 1.5–5.2); neutrophils < 0.5 e^0.9 and
    /// < 0.1 a further e^0.7, corticosteroid e^0.5 (all three proposed, toxicity reference 5.3).
    static func infection(day: Double, neutrophils: Double, immunoglobulinG: Double, onSteroid: Bool) -> Double {
        var hazard = baseInfection(day: day) / multiplierInBase
        if neutrophils < 0.5 { hazard *= 2.46 }
        if neutrophils < 0.1 { hazard *= 2.01 }
        if immunoglobulinG < 4 { hazard *= 2.7 }
        if onSteroid { hazard *= 1.65 }
        return hazard
    }

    /// Share of infections that reach grade 3: 12.9 of 36.5 % by day 30 were severe (axi-cel series, toxicity
    /// reference 5.3).
    static let severeShare = 0.35
    /// Deaths among severe infections: case fatality 0.08 of infections that count as serious (toxicity reference
    /// 6.4, from memory).
    static let severeFatality = 0.08
    /// Hazard of death while CRS is of grade 4, per day (assumed; treatment-related deaths are 0 to 2 % in trials).
    static let deathInCRS4 = 0.01
    /// Hazard of death while ICANS is of grade 4, per day (assumed, as above; oedema hazard 0.003 proposed).
    static let deathInICANS4 = 0.005
    /// Background deaths of treated patients from other causes, per day: about 1 % a year (assumed).
    static let background = 0.000027

    /// Probability of at least one event over `days` at a constant hazard.
    static func probability(hazard: Double, days: Double) -> Double { 1 - exponential(-hazard * max(0, days)) }
}
