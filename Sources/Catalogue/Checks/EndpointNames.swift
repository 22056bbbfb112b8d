/// Endpoints that a virtual trial reports and a study may publish, with their units. Shares are fractions.
public enum EndpointNames {
    /// Unit of each endpoint, by name.
    public static let units: [String: String] = [
        "objective_response_rate": "1", "complete_response_rate": "1",
        "crs_any": "1", "crs_grade_3_or_higher": "1", "crs_onset_days_median": "d", "crs_duration_days_median": "d",
        "icans_any": "1", "icans_grade_3_or_higher": "1", "icans_onset_days_median": "d",
        "icans_duration_days_median": "d",
        "tocilizumab_use": "1", "corticosteroid_use": "1", "immunoglobulin_use": "1",
        "car_t_cmax_median": "{cells}/uL", "car_t_tmax_days_median": "d", "car_t_auc_0_28_median": "d.{cells}/uL",
        "b_cell_aplasia_6_months": "1", "igg_below_4_g_per_l": "1", "neutropenia_grade_3_or_higher_day_28": "1",
        "progression_free_survival_12_months": "1", "overall_survival_12_months": "1",
        "manufacturing_success": "1", "infused": "1", "vein_to_vein_days_median": "d", "hospital_days_median": "d",
        "cost_usd_mean": "USD",
    ]
}
