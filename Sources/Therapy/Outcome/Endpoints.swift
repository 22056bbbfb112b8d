import Care

/// The endpoints of a cohort.
public struct Endpoints: Sendable {
    /// By name.
    public let values: [String: Endpoint]
    /// Patients infused.
    public let infused: Int

    /// - Parameters:
    ///   - outcomes: all patients; rows with a numerical failure are left out.
    ///   - asPublished: each endpoint counts whom the study counts that published it; else all count the infused, from
    ///     infusion.
    public init(_ outcomes: [Outcome], study: Study, asPublished: Bool = true) {
        let usable = outcomes.filter { $0.failure == nil }
        let members = Dictionary(
            uniqueKeysWithValues: AnalysisSet.allCases.map { ($0, $0.members(of: usable)) })
        infused = members[.infused]?.count ?? 0
        var values: [String: Endpoint] = [:]
        for name in EndpointName.allCases {
            let published = study.published.first { $0.endpoint == name.rawValue }
            let set = asPublished ? name.set(published: published?.population ?? .infused) : .infused
            var endpoint = Self.compute(name, all: usable, counted: members[set] ?? [], set: set)
            endpoint.published = published
            endpoint.analysisSet = set
            values[name.rawValue] = endpoint
        }
        self.values = values
    }

    /// IgG that counts as severe hypogammaglobulinaemia, g/L.
    public static let lowIgG = 4.0
    /// Neutrophils below this are neutropenia of grade 3 or more, 10⁹/L (CTCAE v5).
    public static let neutropenia = 1.0
    /// Platelets below this are thrombocytopenia of grade 3 or more, 10⁹/L (CTCAE v5).
    public static let thrombocytopenia = 50.0
    private static let year = 365.25

    /// - Parameters:
    ///   - all: everybody, for the endpoints of the way to infusion.
    ///   - counted: who counts in the others, the members of `set`.
    static func compute(
        _ name: EndpointName, all: [Outcome], counted: [Outcome], set: AnalysisSet
    ) -> Endpoint {
        let eligible = all.filter(\.eligible)
        switch name {
        case .objective_response_rate: return share(counted) { $0.bestResponse?.isObjective ?? false }
        case .complete_response_rate: return share(counted) { $0.bestResponse?.isComplete ?? false }
        case .stringent_complete_response_rate: return share(counted) { $0.bestResponse == .stringentComplete }
        case .very_good_partial_response_or_better:
            return share(counted) { $0.bestResponse.map { $0.isComplete || $0 == .veryGoodPartial } ?? false }
        case .mrd_negative_rate: return share(counted) { $0.residualDiseaseNegative ?? false }
        case .mrd_negative_complete_response_rate:
            return share(counted) { $0.residualDiseaseNegative ?? false && $0.bestResponse?.isComplete ?? false }
        case .response_lasting_12_months:
            let courses = counted.compactMap { patient in
                patient.responseDay.map { ((patient.progressionFree ?? 0) - $0, patient.progressed) }
            }
            return survival(courses, at: year)
        case .progression_free_survival_6_months: return progressionFree(counted, set, at: year / 2)
        case .progression_free_survival_12_months: return progressionFree(counted, set, at: year)
        // Follow-up ends at two years of 365 days.
        case .progression_free_survival_24_months: return progressionFree(counted, set, at: 2 * year - 1)
        case .overall_survival_6_months: return alive(counted, set, at: year / 2)
        case .overall_survival_12_months: return alive(counted, set, at: year)
        case .overall_survival_24_months: return alive(counted, set, at: 2 * year - 1)
        case .non_relapse_mortality_12_months: return share(counted) { $0.diedWithoutProgression(within: year) }
        case .crs_any: return share(counted) { $0.crsPeak ?? .none >= .grade1 }
        case .crs_grade_3_or_higher: return share(counted) { $0.crsPeak ?? .none >= .grade3 }
        case .crs_grade_3_or_higher_penn: return share(counted, \.pennSevere)
        case .vasopressor_use: return share(counted, \.vasopressor)
        case .intensive_care_use: return share(counted) { $0.intensiveCareDays ?? 0 > 0 }
        case .infection_grade_3_or_higher:
            // Who counts before infusion counts with what happened before it.
            let fromCollection = set == .enrolled || set == .collected
            return share(counted) { $0.severeInfections > 0 || fromCollection && $0.severeInfectionsWaiting > 0 }
        case .icans_any: return share(counted) { $0.icansPeak ?? .none >= .grade1 }
        case .icans_grade_3_or_higher: return share(counted) { $0.icansPeak ?? .none >= .grade3 }
        case .tocilizumab_use: return share(counted) { $0.tocilizumabDoses > 0 }
        case .corticosteroid_use: return share(counted) { $0.dexamethasoneEquivalent > 0 }
        case .corticosteroid_for_crs: return share(counted, \.corticosteroidForCRS)
        case .corticosteroid_for_icans: return share(counted, \.corticosteroidForICANS)
        case .neutropenia_grade_3_or_higher_day_28:
            return share(counted.filter { $0.neutrophilsDay28 != nil }) { $0.neutrophilsDay28 ?? 0 < neutropenia }
        case .thrombocytopenia_grade_3_or_higher_day_28:
            return share(counted.filter { $0.plateletsDay28 != nil }) { $0.plateletsDay28 ?? 0 < thrombocytopenia }
        case .car_t_detectable_6_months:
            return share(counted.filter { $0.carTDetected6Months != nil }) { $0.carTDetected6Months ?? false }
        case .b_cell_aplasia_6_months:
            return share(
                counted.filter { $0.bCellAplasia6Months != nil && $0.responseDay != nil && $0.isFree(at: year / 2) }
            ) { $0.bCellAplasia6Months ?? false }
        case .b_cells_detected_12_months:
            return share(
                counted.filter { $0.bCellsDetected12Months != nil && $0.responseDay != nil && $0.isFree(at: year) }
            ) { $0.bCellsDetected12Months ?? false }
        case .igg_below_4_g_per_l: return share(counted) { $0.lowestIgG ?? .infinity < lowIgG }
        case .immunoglobulin_use: return share(counted) { $0.immunoglobulinDoses > 0 }
        case .manufacturing_success:
            return share(eligible.filter { $0.manufactured != nil }) { $0.manufactured ?? false }
        case .infused: return share(eligible, \.infused)
        case .cost_usd_mean:
            let mean = MeanEstimate(counted.map(\.cost))
            return Endpoint(value: mean?.value, low: mean?.low, high: mean?.high, unit: name.unit)
        default: return median(counted.compactMap(path(name)), unit: name.unit)
        }
    }

    /// The quantity whose median is taken.
    private static func path(_ name: EndpointName) -> (Outcome) -> Double? {
        switch name {
        case .crs_onset_days_median: { $0.crsOnset.map(studyDay) }
        case .crs_duration_days_median: { $0.crsDuration }
        case .icans_onset_days_median: { $0.icansOnset.map(studyDay) }
        case .icans_duration_days_median: { $0.icansDuration }
        case .car_t_cmax_median: { $0.cmax }
        case .car_t_tmax_days_median: { $0.tmax }
        case .car_t_auc_0_28_median: { $0.auc28 }
        case .car_t_cmax_copies_median: { $0.cmaxCopies }
        case .car_t_auc_0_28_copies_median: { $0.auc28Copies }
        case .vein_to_vein_days_median: { $0.veinToVein }
        case .hospital_days_median: { $0.hospitalDays }
        default: { _ in nil }
        }
    }

    /// The day of something after infusion as trials count it: the day of the infusion is day 1 (ASTDY in CDISC's ADaM).
    /// Every published range of an onset begins there.
    private static func studyDay(of days: Double) -> Double { days + 1 }

    private static func share(_ patients: [Outcome], _ isCounted: (Outcome) -> Bool) -> Endpoint {
        guard !patients.isEmpty else { return Endpoint(value: nil, low: nil, high: nil, unit: "1") }
        let proportion = Proportion(events: patients.filter(isCounted).count, of: patients.count)
        return Endpoint(value: proportion.value, low: proportion.low, high: proportion.high, unit: "1")
    }

    private static func median(_ values: [Double], unit: String) -> Endpoint {
        let median = MedianEstimate(values)
        return Endpoint(value: median?.value, low: median?.low, high: median?.high, unit: unit)
    }

    private static func progressionFree(_ patients: [Outcome], _ set: AnalysisSet, at day: Double) -> Endpoint {
        survival(
            set == .enrolled
                ? patients.compactMap(\.progressionFreeFromEnrolment)
                : patients.map { ($0.progressionFree ?? 0, $0.progressed) }, at: day)
    }

    private static func alive(_ patients: [Outcome], _ set: AnalysisSet, at day: Double) -> Endpoint {
        survival(
            set == .enrolled
                ? patients.compactMap(\.survivalFromEnrolment) : patients.map { ($0.survival ?? 0, $0.died) }, at: day)
    }

    private static func survival(_ courses: [(days: Double, ended: Bool)], at day: Double) -> Endpoint {
        guard !courses.isEmpty else { return Endpoint(value: nil, low: nil, high: nil, unit: "1") }
        let curve = KaplanMeier(times: courses.map(\.days), events: courses.map(\.ended))
        let point = curve.survival(at: day)
        return Endpoint(value: point.value, low: point.low, high: point.high, unit: "1")
    }
}

extension Outcome {
    /// Whether the patient was free of progression on a day from infusion.
    func isFree(at day: Double) -> Bool { (progressionFree ?? 0) >= day }

    /// Whether death came first, and by a day from infusion.
    func diedWithoutProgression(within days: Double) -> Bool {
        guard died, let survival, survival <= days else { return false }
        return causeOfDeath != .disease && progressionFree == survival
    }
}
