/// A result of a trial with its interval, beside what was published.
public struct Endpoint: Codable, Sendable, Equatable {
    /// Point estimate; nil if nobody could be assessed.
    public var value: Double?
    /// Lower 95 % limit.
    public var low: Double?
    /// Upper 95 % limit.
    public var high: Double?
    /// UCUM unit; "1" for a fraction.
    public var unit: String
    /// What the study reported, if it did.
    public var published: PublishedEndpoint?
}

/// The endpoints by name, and how each is computed from the outcomes.
public enum EndpointName: String, Sendable, CaseIterable {
    /// Efficacy, of infused patients
    case objective_response_rate, complete_response_rate, progression_free_survival_12_months,
        overall_survival_12_months
    /// Toxicity, of infused patients
    case crs_any, crs_grade_3_or_higher, crs_onset_days_median, crs_duration_days_median, icans_any,
        icans_grade_3_or_higher, icans_onset_days_median, icans_duration_days_median, tocilizumab_use,
        corticosteroid_use, neutropenia_grade_3_or_higher_day_28
    /// Cells, B cells and immunoglobulin, of infused patients
    case car_t_cmax_median, car_t_tmax_days_median, car_t_auc_0_28_median, b_cell_aplasia_6_months,
        igg_below_4_g_per_l, immunoglobulin_use
    /// The way to infusion, of eligible patients
    case manufacturing_success, infused, vein_to_vein_days_median
    /// Resources, of infused patients
    case hospital_days_median, cost_usd_mean

    /// UCUM unit.
    public var unit: String {
        switch self {
        case .crs_onset_days_median, .crs_duration_days_median, .icans_onset_days_median, .icans_duration_days_median,
            .car_t_tmax_days_median, .vein_to_vein_days_median, .hospital_days_median:
            "d"
        case .car_t_cmax_median: "{cells}/uL"
        case .car_t_auc_0_28_median: "d.{cells}/uL"
        case .cost_usd_mean: "USD"
        default: "1"
        }
    }

    /// For people.
    public var label: String {
        switch self {
        case .objective_response_rate: "Objective response"
        case .complete_response_rate: "Complete response"
        case .progression_free_survival_12_months: "Progression-free at 12 months"
        case .overall_survival_12_months: "Alive at 12 months"
        case .crs_any: "CRS, any grade"
        case .crs_grade_3_or_higher: "CRS, grade ≥ 3"
        case .crs_onset_days_median: "CRS onset"
        case .crs_duration_days_median: "CRS duration"
        case .icans_any: "ICANS, any grade"
        case .icans_grade_3_or_higher: "ICANS, grade ≥ 3"
        case .icans_onset_days_median: "ICANS onset"
        case .icans_duration_days_median: "ICANS duration"
        case .tocilizumab_use: "Tocilizumab given"
        case .corticosteroid_use: "Corticosteroid given"
        case .neutropenia_grade_3_or_higher_day_28: "Neutropenia, grade ≥ 3, day 28"
        case .car_t_cmax_median: "CAR-T Cmax"
        case .car_t_tmax_days_median: "CAR-T Tmax"
        case .car_t_auc_0_28_median: "CAR-T AUC0-28"
        case .b_cell_aplasia_6_months: "B-cell aplasia at 6 months"
        case .igg_below_4_g_per_l: "IgG below 4 g/L"
        case .immunoglobulin_use: "Immunoglobulin given"
        case .manufacturing_success: "Product made"
        case .infused: "Infused of eligible"
        case .vein_to_vein_days_median: "Vein-to-vein time"
        case .hospital_days_median: "Days in hospital"
        case .cost_usd_mean: "Cost to 2 years, infused"
        }
    }
}
