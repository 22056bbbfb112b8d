import Care

/// The endpoints of a cohort.
public struct Endpoints: Sendable {
    /// By name.
    public let values: [String: Endpoint]
    /// Patients infused.
    public let infused: Int

    /// - Parameter outcomes: all patients; rows with a numerical failure are left out.
    public init(_ outcomes: [Outcome], study: Study) {
        let usable = outcomes.filter { $0.failure == nil }
        let infused = usable.filter(\.infused)
        self.infused = infused.count
        var values: [String: Endpoint] = [:]
        for name in EndpointName.allCases {
            var endpoint = Self.compute(name, all: usable, infused: infused)
            endpoint.published = study.published.first { $0.endpoint == name.rawValue }
            values[name.rawValue] = endpoint
        }
        self.values = values
    }

    /// IgG that counts as severe hypogammaglobulinaemia, g/L.
    public static let lowIgG = 4.0
    /// Neutrophils below this are neutropenia of grade 3 or more, 10⁹/L (CTCAE v5).
    public static let neutropenia = 1.0
    private static let year = 365.25

    private static func compute(_ name: EndpointName, all: [Outcome], infused: [Outcome]) -> Endpoint {
        let eligible = all.filter(\.eligible)
        switch name {
        case .objective_response_rate: return share(infused) { $0.bestResponse?.isObjective ?? false }
        case .complete_response_rate: return share(infused) { $0.bestResponse?.isComplete ?? false }
        case .progression_free_survival_12_months:
            return survival(infused, time: { $0.progressionFree }, event: { $0.progressed })
        case .overall_survival_12_months: return survival(infused, time: { $0.survival }, event: { $0.died })
        case .crs_any: return share(infused) { $0.crsPeak ?? .none >= .grade1 }
        case .crs_grade_3_or_higher: return share(infused) { $0.crsPeak ?? .none >= .grade3 }
        case .icans_any: return share(infused) { $0.icansPeak ?? .none >= .grade1 }
        case .icans_grade_3_or_higher: return share(infused) { $0.icansPeak ?? .none >= .grade3 }
        case .tocilizumab_use: return share(infused) { $0.tocilizumabDoses > 0 }
        case .corticosteroid_use: return share(infused) { $0.dexamethasoneEquivalent > 0 }
        case .neutropenia_grade_3_or_higher_day_28:
            return share(infused.filter { $0.neutrophilsDay28 != nil }) { $0.neutrophilsDay28 ?? 0 < neutropenia }
        case .b_cell_aplasia_6_months:
            return share(infused.filter { $0.bCellAplasia6Months != nil }) { $0.bCellAplasia6Months ?? false }
        case .igg_below_4_g_per_l: return share(infused) { $0.lowestIgG ?? .infinity < lowIgG }
        case .immunoglobulin_use: return share(infused) { $0.immunoglobulinDoses > 0 }
        case .manufacturing_success:
            return share(eligible.filter { $0.manufactured != nil }) { $0.manufactured ?? false }
        case .infused: return share(eligible, \.infused)
        case .cost_usd_mean:
            let mean = MeanEstimate(infused.map(\.cost))
            return Endpoint(value: mean?.value, low: mean?.low, high: mean?.high, unit: name.unit)
        default: return median(infused.compactMap(path(name)), unit: name.unit)
        }
    }

    /// The quantity whose median is taken.
    private static func path(_ name: EndpointName) -> (Outcome) -> Double? {
        switch name {
        case .crs_onset_days_median: { $0.crsOnset }
        case .crs_duration_days_median: { $0.crsDuration }
        case .icans_onset_days_median: { $0.icansOnset }
        case .icans_duration_days_median: { $0.icansDuration }
        case .car_t_cmax_median: { $0.cmax }
        case .car_t_tmax_days_median: { $0.tmax }
        case .car_t_auc_0_28_median: { $0.auc28 }
        case .vein_to_vein_days_median: { $0.veinToVein }
        case .hospital_days_median: { $0.hospitalDays }
        default: { _ in nil }
        }
    }

    private static func share(_ patients: [Outcome], _ isCounted: (Outcome) -> Bool) -> Endpoint {
        guard !patients.isEmpty else { return Endpoint(value: nil, low: nil, high: nil, unit: "1") }
        let proportion = Proportion(events: patients.filter(isCounted).count, of: patients.count)
        return Endpoint(value: proportion.value, low: proportion.low, high: proportion.high, unit: "1")
    }

    private static func median(_ values: [Double], unit: String) -> Endpoint {
        let median = MedianEstimate(values)
        return Endpoint(value: median?.value, low: median?.low, high: median?.high, unit: unit)
    }

    private static func survival(_ patients: [Outcome], time: (Outcome) -> Double?, event: (Outcome) -> Bool)
        -> Endpoint
    {
        guard !patients.isEmpty else { return Endpoint(value: nil, low: nil, high: nil, unit: "1") }
        let curve = KaplanMeier(times: patients.map { time($0) ?? 0 }, events: patients.map(event))
        let point = curve.survival(at: year)
        return Endpoint(value: point.value, low: point.low, high: point.high, unit: "1")
    }
}
