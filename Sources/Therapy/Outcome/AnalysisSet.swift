import Care

/// Who counts in a figure, and from when. Studies differ in it, and a simulated figure stands beside a published one only
/// if it counts the same patients: a trial that reports everybody randomised, from randomisation, has fewer responses
/// and a later clock than one that reports the infused.
public enum AnalysisSet: String, Codable, Sendable, CaseIterable {
    /// Everybody who met the inclusion criteria, from enrolment (or randomisation), infused or not
    case enrolled
    /// Those from whom cells were collected, infused or not
    case collected
    /// Those infused, from infusion
    case infused
    /// Those infused who had an objective response, from infusion
    case responders
    /// Those infused who had a complete response with recovered counts, from infusion
    case completeResponders

    /// How a study's words for its analysis set may begin, and what they mean for the simulation; the first that fits.
    /// What the simulation does not tell apart (samples that could be evaluated, marginal zone lymphoma, a registry) is
    /// compared with all infused.
    private static let beginnings: [(words: String, set: AnalysisSet)] = [
        ("randomised and treated", .collected), ("enrolled", .enrolled), ("randomised", .enrolled),
        ("collected", .collected), ("collections", .collected), ("treated", .collected), ("safety set", .collected),
        ("responders", .responders), ("in CR", .completeResponders), ("infused", .infused), ("evaluable", .infused),
        ("registry", .infused),
    ]

    /// What may stand at the beginning of an `analysisSet`.
    public static var knownBeginnings: [String] { beginnings.map(\.words) }

    /// What a study's words for its analysis set mean for the simulation; nil for words that are not known.
    public init?(words: String) {
        guard let known = Self.beginnings.first(where: { words.hasPrefix($0.words) }) else { return nil }
        self = known.set
    }

    /// The patients of a trial who count.
    func members(of outcomes: [Outcome]) -> [Outcome] {
        switch self {
        case .enrolled: outcomes.filter(\.eligible)
        case .collected: outcomes.filter { $0.eligible && $0.collections > 0 }
        case .infused: outcomes.filter(\.infused)
        case .responders: outcomes.filter { $0.infused && $0.responseDay != nil }
        case .completeResponders:
            outcomes.filter { $0.infused && [.complete, .stringentComplete].contains($0.bestResponse) }
        }
    }

    /// After an endpoint's name: whose it is, if not that of all infused.
    var words: String {
        switch self {
        case .enrolled: ", of the enrolled"
        case .collected: ", of the collected"
        case .infused: ""
        case .responders: ", of responders"
        case .completeResponders: ", of complete responders"
        }
    }
}

extension PublishedEndpoint {
    /// Who counts in it. (Words that are not known are refused where a study is read.)
    public var population: AnalysisSet { AnalysisSet(words: analysisSet) ?? .infused }
}

extension EndpointName {
    /// Who counts in this endpoint where a study counts `published`. Some endpoints say themselves who counts.
    func set(published: AnalysisSet) -> AnalysisSet {
        switch self {
        case .manufacturing_success, .infused, .vein_to_vein_days_median, .crs_onset_days_median,
            .crs_duration_days_median, .icans_onset_days_median, .icans_duration_days_median,
            .b_cell_aplasia_6_months, .b_cells_detected_12_months:
            .infused
        case .response_lasting_12_months: published == .completeResponders ? published : .infused
        default: published
        }
    }
}

extension Outcome {
    /// Days from enrolment to progression or death, or to the last look, and which it was. Progression and death before
    /// infusion count on the first day, which moves no figure of half a year or later. Nil for those who left the path to
    /// infusion for another reason (no product, a complication): nobody follows them here.
    var progressionFreeFromEnrolment: (days: Double, ended: Bool)? {
        if infused { return ((progressionFree ?? 0) + (enrolmentToInfusion ?? 0), progressed) }
        return diedWaiting || notInfused == .progression ? (0, true) : nil
    }

    /// Days from enrolment to death, or to the last look, and which it was; death before infusion counts on the first day.
    /// Nil for those who left the path to infusion alive.
    var survivalFromEnrolment: (days: Double, ended: Bool)? {
        if infused { return ((survival ?? 0) + (enrolmentToInfusion ?? 0), died) }
        return diedWaiting ? (0, true) : nil
    }
}
