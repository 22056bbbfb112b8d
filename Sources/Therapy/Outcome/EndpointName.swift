/// The endpoints by name. Shares are fractions of the infused patients unless the comment, or the analysis set of the study
/// beside which they stand, says otherwise.
public enum EndpointName: String, Sendable, CaseIterable {
    /// Efficacy
    case objective_response_rate, complete_response_rate, stringent_complete_response_rate,
        very_good_partial_response_or_better, mrd_negative_rate
    /// Residual disease not found in a complete response, as studies say that look for it only then
    case mrd_negative_complete_response_rate
    /// Of those who responded: still without progression a year after the first response
    case response_lasting_12_months
    /// Kaplan–Meier, from infusion; from enrolment where the study counts everybody enrolled
    case progression_free_survival_6_months, progression_free_survival_12_months,
        progression_free_survival_24_months, overall_survival_6_months, overall_survival_12_months,
        overall_survival_24_months
    /// Deaths without progression in the first year
    case non_relapse_mortality_12_months
    /// CRS by ASTCT, and where the name says so by the Penn scale
    case crs_any, crs_grade_3_or_higher, crs_grade_3_or_higher_penn, crs_onset_days_median, crs_duration_days_median
    /// Neurotoxicity as ICANS
    case icans_any, icans_grade_3_or_higher, icans_onset_days_median, icans_duration_days_median
    /// What was given, and where
    case tocilizumab_use, corticosteroid_use, vasopressor_use, intensive_care_use, immunoglobulin_use
    /// Corticosteroid by what it was given for; who had it for both is in both
    case corticosteroid_for_crs, corticosteroid_for_icans
    /// Blood and infection
    case neutropenia_grade_3_or_higher_day_28, thrombocytopenia_grade_3_or_higher_day_28,
        infection_grade_3_or_higher
    /// CAR-T cells by flow cytometry; by qPCR in copies per µg of DNA
    case car_t_cmax_median, car_t_tmax_days_median, car_t_auc_0_28_median, car_t_cmax_copies_median,
        car_t_auc_0_28_copies_median
    /// Of those in whom CAR-T cells were ever found: found at 6 months
    case car_t_detectable_6_months
    /// Of responders free of progression: B cells absent at 6 months; found at 12 months
    case b_cell_aplasia_6_months, b_cells_detected_12_months
    /// IgG
    case igg_below_4_g_per_l
    /// The way to infusion, of eligible patients
    case manufacturing_success, infused, vein_to_vein_days_median
    /// Resources
    case hospital_days_median, cost_usd_mean

    /// UCUM unit.
    public var unit: String {
        switch self {
        case .crs_onset_days_median, .crs_duration_days_median, .icans_onset_days_median, .icans_duration_days_median,
            .car_t_tmax_days_median, .vein_to_vein_days_median, .hospital_days_median:
            "d"
        case .car_t_cmax_median: "{cells}/uL"
        case .car_t_auc_0_28_median: "d.{cells}/uL"
        case .car_t_cmax_copies_median: "{copies}/ug"
        case .car_t_auc_0_28_copies_median: "d.{copies}/ug"
        case .cost_usd_mean: "USD"
        default: "1"
        }
    }

    /// For people.
    public var label: String {
        switch self {
        case .objective_response_rate: "Objective response"
        case .complete_response_rate: "Complete response"
        case .stringent_complete_response_rate: "Stringent complete response"
        case .very_good_partial_response_or_better: "Very good partial response or better"
        case .mrd_negative_rate: "No residual disease found"
        case .mrd_negative_complete_response_rate: "Complete response without residual disease"
        case .response_lasting_12_months: "Response lasting 12 months"
        case .progression_free_survival_6_months: "Progression-free at 6 months"
        case .progression_free_survival_12_months: "Progression-free at 12 months"
        case .progression_free_survival_24_months: "Progression-free at 24 months"
        case .overall_survival_6_months: "Alive at 6 months"
        case .overall_survival_12_months: "Alive at 12 months"
        case .overall_survival_24_months: "Alive at 24 months"
        case .non_relapse_mortality_12_months: "Non-relapse death by 12 months"
        case .crs_any: "CRS, any grade"
        case .crs_grade_3_or_higher: "CRS, grade ≥ 3"
        case .crs_grade_3_or_higher_penn: "CRS, grade ≥ 3 (Penn)"
        case .crs_onset_days_median: "CRS onset, study day"
        case .crs_duration_days_median: "CRS duration"
        case .icans_any: "ICANS, any grade"
        case .icans_grade_3_or_higher: "ICANS, grade ≥ 3"
        case .icans_onset_days_median: "ICANS onset, study day"
        case .icans_duration_days_median: "ICANS duration"
        case .tocilizumab_use: "Tocilizumab given"
        case .corticosteroid_use: "Corticosteroid given"
        case .corticosteroid_for_crs: "Corticosteroid for CRS"
        case .corticosteroid_for_icans: "Corticosteroid for ICANS"
        case .vasopressor_use: "Vasopressor given"
        case .intensive_care_use: "In intensive care"
        case .neutropenia_grade_3_or_higher_day_28: "Neutropenia, grade ≥ 3, day 28"
        case .thrombocytopenia_grade_3_or_higher_day_28: "Thrombocytopenia, grade ≥ 3, day 28"
        case .infection_grade_3_or_higher: "Infection, grade ≥ 3"
        case .car_t_cmax_median: "CAR-T Cmax"
        case .car_t_tmax_days_median: "CAR-T Tmax"
        case .car_t_auc_0_28_median: "CAR-T AUC0-28"
        case .car_t_cmax_copies_median: "CAR-T Cmax (qPCR)"
        case .car_t_auc_0_28_copies_median: "CAR-T AUC0-28 (qPCR)"
        case .car_t_detectable_6_months: "CAR-T detectable at 6 months"
        case .b_cell_aplasia_6_months: "B-cell aplasia at 6 months"
        case .b_cells_detected_12_months: "B cells detected at 12 months"
        case .igg_below_4_g_per_l: "IgG below 4 g/L"
        case .immunoglobulin_use: "Immunoglobulin given"
        case .manufacturing_success: "Product made"
        case .infused: "Infused of eligible"
        case .vein_to_vein_days_median: "Vein-to-vein time"
        case .hospital_days_median: "Days in hospital"
        case .cost_usd_mean: "Cost to 2 years, infused"
        }
    }

    /// For people, with who counts if that is not all infused.
    public func label(of set: AnalysisSet) -> String { label + set.words }
}
