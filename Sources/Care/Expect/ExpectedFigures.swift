/// Everything that a plan for patient and family states as a number, handed in as data: no number of a study, a label or
/// of practice stands in the text itself.
public struct ExpectedFigures: Sendable, Equatable {
    /// The disease.
    public var disease: Label.Disease
    /// The label in force. Sections that it leaves unknown are said to be unknown.
    public var label: Label
    /// Boxed warnings of the product in any jurisdiction: a risk does not end at a border.
    public var warnings: [Label.BoxedWarning]
    /// Published results in this product and disease, study by study.
    public var results: [StudyResult]
    /// Figures of usual practice.
    public var practice: [PracticeFact]

    /// Gathers figures.
    public init(
        disease: Label.Disease, label: Label, warnings: [Label.BoxedWarning] = [], results: [StudyResult] = [],
        practice: [PracticeFact] = []
    ) {
        self.disease = disease
        self.label = label
        self.warnings = warnings
        self.results = results
        self.practice = practice
    }

    /// The results on a topic, in the order given. Those of several studies stand side by side and are never averaged.
    func results(on topic: ExpectedTopic) -> [StudyResult] { results.filter { $0.topic == topic } }

    /// A fact of practice; nil if it is not known.
    func practice(_ kind: PracticeFact.Kind) -> PracticeFact? { practice.first { $0.kind == kind } }

    /// Names of indications of the label in this disease.
    var indications: [String] {
        (label.indications ?? []).filter { $0.disease == disease }.map(\.id)
    }
}

/// One published result of one study.
public struct StudyResult: Sendable, Equatable {
    /// Which people of a study were counted.
    public enum Group: String, Sendable, CaseIterable {
        /// Who got the cells; who joined (enrolled, randomised); whose cells were collected; for whom it had worked
        case treated, joined, collected, responders

        /// In words.
        var words: String {
            switch self {
            case .treated: "people"
            case .joined: "people who joined"
            case .collected: "people whose cells were collected"
            case .responders: "people for whom it had worked"
            }
        }
    }

    /// On what.
    public var topic: ExpectedTopic
    /// Short name of the study (`ZUMA-1`).
    public var study: String
    /// A share from 0 to 1, or a median in days.
    public var value: Double
    /// 95 % interval of a share.
    public var interval: ClosedRange<Double>?
    /// Smallest and largest number of days among the patients.
    public var range: ClosedRange<Double>?
    /// People who were counted.
    public var people: Int
    /// Which people.
    public var group: Group
    /// Grading scale, if any (`Lee 2014`, `Penn`, `CTCAE`, `ASTCT`).
    public var scale: String?
    /// Publication.
    public var source: String
    /// How well that was checked.
    public var flag: SourceStanding

    /// Makes a result.
    public init(
        topic: ExpectedTopic, study: String, value: Double, interval: ClosedRange<Double>? = nil,
        range: ClosedRange<Double>? = nil, people: Int, group: Group = .treated, scale: String? = nil, source: String,
        flag: SourceStanding
    ) {
        self.topic = topic
        self.study = study
        self.value = value
        self.interval = interval
        self.range = range
        self.people = people
        self.group = group
        self.scale = scale
        self.source = source
        self.flag = flag
    }
}

/// One figure of usual practice that no label states (`Evidence/practice.yaml`).
public struct PracticeFact: Codable, Sendable, Equatable, Cited {
    /// Which, with its unit.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Weeks with somebody at hand day and night; times a day that temperature is taken
        case caregiverWeeks, temperatureChecksPerDay
        /// Hours of one collection; days on which it is done; minutes of the infusion; days in hospital
        case collectionHours, collectionDays, infusionMinutes, hospitalDays
        /// Irradiated blood: days before collection, days after the cells
        case irradiatedDaysBefore, irradiatedDaysAfter
        /// Months from the cells to vaccines: influenza and COVID-19; other inactivated ones; live ones
        case influenzaVaccineMonths, inactivatedVaccineMonths, liveVaccineMonths
        /// Months away from work
        case workMonths
        /// People with a new cancer of T cells that were known (`value`), of about how many treated (`of`)
        case secondTCellCancers
    }
    /// Which.
    public var kind: Kind
    /// The figure, or the smallest.
    public var value: Double
    /// The largest; nil for a single figure.
    public var upTo: Double?
    /// Of how many; nil where nobody is counted.
    public var of: Double?
    /// Where it stands.
    public var source: String
    /// How well that was checked.
    public var flag: SourceStanding

    /// Makes a fact.
    public init(
        kind: Kind, value: Double, upTo: Double? = nil, of: Double? = nil, source: String, flag: SourceStanding
    ) {
        self.kind = kind
        self.value = value
        self.upTo = upTo
        self.of = of
        self.source = source
        self.flag = flag
    }
}
