/// A published figure that a patient may ask for.
public enum ExpectedTopic: String, Codable, Sendable, CaseIterable {
    /// Shares of those who joined: got their cells; had cells made
    case infused, manufactured
    /// Days from collection to the cells, median
    case veinToVein
    /// CRS: any, severe (grade 3 or more); day of the first signs, days that it lasted, medians
    case crsAny, crsSevere, crsOnset, crsDuration
    /// ICANS, or neurological events where a study graded those
    case icansAny, icansSevere, icansOnset, icansDuration
    /// Treated with; in intensive care
    case tocilizumab, corticosteroid, intensiveCare
    /// Severe infection; severe neutropenia and thrombocytopenia after a month; immunoglobulin given
    case severeInfection, lowNeutrophils, lowPlatelets, immunoglobulin
    /// Any response; complete response
    case response, completeResponse
    /// Alive without progression; alive; response kept for a year; dead of another cause than the disease within a year
    case progressionFree12, progressionFree24, alive12, alive24, lasting12, otherDeath12

    /// Whether it is a number of days; else it is a share of people.
    public var isDays: Bool {
        switch self {
        case .veinToVein, .crsOnset, .crsDuration, .icansOnset, .icansDuration: true
        default: false
        }
    }

    /// What is not known, where there is no figure.
    var unknown: String {
        switch self {
        case .infused: "how many who join get their cells"
        case .manufactured: "how often the cells can be made"
        case .veinToVein: "how long it takes to make the cells"
        case .crsAny: "how many get {CRS}"
        case .crsSevere: "how many get severe {CRS}"
        case .crsOnset: "when {CRS} starts"
        case .crsDuration: "how long {CRS} lasts"
        case .icansAny: "how many get {ICANS}"
        case .icansSevere: "how many get severe {ICANS}"
        case .icansOnset: "when {ICANS} starts"
        case .icansDuration: "how long {ICANS} lasts"
        case .tocilizumab: "how many need {tocilizumab}"
        case .corticosteroid: "how many need {steroids}"
        case .intensiveCare: "how many need {intensive care}"
        case .severeInfection: "how many get a severe infection"
        case .lowNeutrophils: "how many still have very few {neutrophils} after a month"
        case .lowPlatelets: "how many still have very few {platelets} after a month"
        case .immunoglobulin: "how many need {antibodies} by drip"
        case .response: "how often the treatment works"
        case .completeResponse: "how often no sign of the disease is left"
        case .progressionFree12: "how many live for one year and the disease does not grow"
        case .progressionFree24: "how many live for two years and the disease does not grow"
        case .alive12: "how many are alive after one year"
        case .alive24: "how many are alive after two years"
        case .lasting12: "how many stay well for a year once the treatment has worked"
        case .otherDeath12: "how many die within a year of something else than the disease"
        }
    }

    /// What happened to them.
    func clause(countsAllNerveSigns: Bool) -> String {
        switch self {
        case .infused: "got their cells"
        case .manufactured: "could have their cells made"
        case .crsAny: "had {CRS}"
        case .crsSevere: "had severe {CRS}. That can put life at risk"
        case .icansAny: countsAllNerveSigns ? "had some brain or nerve sign, such as a headache" : "had {ICANS}"
        case .icansSevere: countsAllNerveSigns ? "had a severe brain or nerve sign" : "had severe {ICANS}"
        case .tocilizumab: "needed {tocilizumab}"
        case .corticosteroid: "needed {steroids}"
        case .intensiveCare: "needed {intensive care}"
        case .severeInfection: "had a severe infection"
        case .lowNeutrophils: "still had very few {neutrophils} after about a month"
        case .lowPlatelets: "still had very few {platelets} after about a month"
        case .immunoglobulin: "needed {antibodies} by drip"
        case .response: "saw the disease shrink or go away"
        case .completeResponse: "had no sign of the disease left in the tests"
        case .progressionFree12: "were alive after one year and the disease had not grown"
        case .progressionFree24: "were alive after two years and the disease had not grown"
        case .alive12: "were alive after one year"
        case .alive24: "were alive after two years"
        case .lasting12: "were still doing as well one year later"
        case .otherDeath12: "died within one year of something else than the disease"
        case .veinToVein, .crsOnset, .crsDuration, .icansOnset, .icansDuration: ""
        }
    }
}
