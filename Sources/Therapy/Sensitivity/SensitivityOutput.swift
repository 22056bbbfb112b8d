import Care

/// What is explained by a sensitivity analysis: one figure of each patient, 0 or 1 for what happens or not.
public enum SensitivityOutput: String, Sendable, CaseIterable {
    /// Of eligible patients
    case infused
    /// Of infused patients
    case crs_any, crs_grade_3_or_higher, icans_grade_3_or_higher, car_t_cmax_log10, car_t_auc_0_28_log10,
        complete_response, progression_12_months, death_12_months, tocilizumab_use,
        neutropenia_grade_3_or_higher_day_28

    /// Days of follow-up that these need: a year, and its last assessment.
    static let followUpDays = 366.0
    private static let year = 365.25

    /// For people.
    public var label: String {
        switch self {
        case .infused: "Infused"
        case .crs_any: "CRS, any grade"
        case .crs_grade_3_or_higher: "CRS, grade ≥ 3"
        case .icans_grade_3_or_higher: "ICANS, grade ≥ 3"
        case .car_t_cmax_log10: "CAR-T Cmax (log)"
        case .car_t_auc_0_28_log10: "CAR-T AUC0-28 (log)"
        case .complete_response: "Complete response within 12 months"
        case .progression_12_months: "Progression or death by 12 months"
        case .death_12_months: "Death by 12 months"
        case .tocilizumab_use: "Tocilizumab given"
        case .neutropenia_grade_3_or_higher_day_28: "Neutropenia, grade ≥ 3, day 28"
        }
    }

    /// Whether it is a logarithm to base 10 of a count, and not a share.
    public var isLogarithm: Bool { self == .car_t_cmax_log10 || self == .car_t_auc_0_28_log10 }

    /// One patient's figure; not a number where there is none.
    func value(of outcome: Outcome) -> Double {
        guard outcome.failure == nil else { return .nan }
        if self == .infused { return outcome.eligible ? flag(outcome.infused) : .nan }
        guard outcome.infused else { return .nan }
        switch self {
        case .infused: return 1
        case .crs_any: return flag(outcome.crsPeak ?? .none >= .grade1)
        case .crs_grade_3_or_higher: return flag(outcome.crsPeak ?? .none >= .grade3)
        case .icans_grade_3_or_higher: return flag(outcome.icansPeak ?? .none >= .grade3)
        case .car_t_cmax_log10: return logarithm(outcome.cmax)
        case .car_t_auc_0_28_log10: return logarithm(outcome.auc28)
        case .complete_response: return flag(outcome.bestResponse?.isComplete ?? false)
        case .progression_12_months:
            return flag(outcome.progressed && outcome.progressionFree ?? .infinity <= Self.year)
        case .death_12_months: return flag(outcome.died && outcome.survival ?? .infinity <= Self.year)
        case .tocilizumab_use: return flag(outcome.tocilizumabDoses > 0)
        case .neutropenia_grade_3_or_higher_day_28:
            return outcome.neutrophilsDay28.map { flag($0 < Endpoints.neutropenia) } ?? .nan
        }
    }

    private func flag(_ happened: Bool) -> Double { happened ? 1 : 0 }

    private func logarithm(_ value: Double?) -> Double {
        guard let value, value > 0 else { return .nan }
        return commonLogarithm(value)
    }
}
