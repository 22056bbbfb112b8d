import Care
import Therapy

extension Study {
    /// The published results that a plan for patient and family may state.
    var expectedResults: [StudyResult] {
        ExpectedTopic.allCases.compactMap { topic in
            topic.endpoints.lazy.compactMap { name in published.first { $0.endpoint == name } }.first
                .map { result(of: $0, on: topic) }
        }
    }

    /// `ZUMA-1` of "ZUMA-1: axicabtagene ciloleucel in …", `CARTITUDE-4` of "CARTITUDE-4, cilta-cel arm: …".
    var shortTitle: String { String(title.prefix { $0 != ":" && $0 != "," }) }

    /// Of which study a figure is, and who was counted, from its analysis set: some figures are of several studies or of a
    /// registry, some of responders only.
    private func counted(_ endpoint: PublishedEndpoint) -> (study: String, group: StudyResult.Group) {
        let set = endpoint.analysisSet
        if set.hasPrefix("registry") { return ("a registry", .treated) }
        switch endpoint.population {
        case .collected: return (shortTitle, .collected)
        case .enrolled: return (shortTitle, .joined)
        case .responders, .completeResponders: return (shortTitle, .responders)
        case .infused:
            let studies = set.hasPrefix("infused, ") ? set.dropFirst("infused, ".count) : ""
            return (studies.first?.isUppercase == true ? String(studies) : shortTitle, .treated)
        }
    }

    private func result(of endpoint: PublishedEndpoint, on topic: ExpectedTopic) -> StudyResult {
        let interval = endpoint.interval
        let range = endpoint.range.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
        let (study, group) = counted(endpoint)
        return StudyResult(
            topic: topic, study: study, value: endpoint.value,
            interval: topic.isDays ? nil : interval.low...interval.high, range: topic.isDays ? range : nil,
            people: endpoint.n, group: group, scale: endpoint.scale, source: endpoint.source,
            flag: endpoint.verification.flag)
    }
}

extension Verification {
    /// The same as labels say it.
    var flag: SourceStanding {
        switch self {
        case .read: .read
        case .secondary: .secondary
        case .unverified: .memory
        }
    }
}

extension ExpectedTopic {
    /// Endpoints of study files that tell it, the first that there is.
    var endpoints: [String] {
        switch self {
        case .infused: ["infused"]
        case .manufactured: ["manufacturing_success"]
        case .veinToVein: ["vein_to_vein_days_median"]
        case .crsAny: ["crs_any"]
        case .crsSevere: ["crs_grade_3_or_higher", "crs_grade_3_or_higher_penn"]
        case .crsOnset: ["crs_onset_days_median"]
        case .crsDuration: ["crs_duration_days_median"]
        case .icansAny: ["icans_any"]
        case .icansSevere: ["icans_grade_3_or_higher"]
        case .icansOnset: ["icans_onset_days_median"]
        case .icansDuration: ["icans_duration_days_median"]
        case .tocilizumab: ["tocilizumab_use"]
        case .corticosteroid: ["corticosteroid_use"]
        case .intensiveCare: ["intensive_care_use"]
        case .severeInfection: ["infection_grade_3_or_higher"]
        case .lowNeutrophils: ["neutropenia_grade_3_or_higher_day_28"]
        case .lowPlatelets: ["thrombocytopenia_grade_3_or_higher_day_28"]
        case .immunoglobulin: ["immunoglobulin_use"]
        case .response: ["objective_response_rate"]
        case .completeResponse: ["complete_response_rate"]
        case .progressionFree12: ["progression_free_survival_12_months"]
        case .progressionFree24: ["progression_free_survival_24_months"]
        case .alive12: ["overall_survival_12_months"]
        case .alive24: ["overall_survival_24_months"]
        case .lasting12: ["response_lasting_12_months"]
        case .otherDeath12: ["non_relapse_mortality_12_months"]
        }
    }
}
