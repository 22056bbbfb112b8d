/// One published endpoint of a study with the simulated one beside it.
public struct EndpointComparison: Sendable, Equatable {
    /// Identifier of the study.
    public let study: String
    /// Whether parameters were fitted to the study's results, or the simulation is only judged by them.
    public let role: StudyRole
    /// Which endpoint.
    public let name: EndpointName
    /// What came out of the simulation; its `value` is nil if nobody could be assessed.
    public let simulated: Endpoint
    /// What the study reported.
    public let published: PublishedEndpoint
    /// The 95 % interval of the published figure, and how it was got.
    public let interval: PublishedInterval

    /// Sets a simulated endpoint beside a published one.
    public init(
        study: String, role: StudyRole, name: EndpointName, simulated: Endpoint, published: PublishedEndpoint
    ) {
        self.study = study
        self.role = role
        self.name = name
        self.simulated = simulated
        self.published = published
        interval = published.interval
    }

    /// Whether the simulated value lies within the published interval, limits included. What was not simulated does not.
    public var isInside: Bool {
        guard let value = simulated.value else { return false }
        return interval.low <= value && value <= interval.high
    }

    /// Whether the study graded by another scale than the simulation: then the two are not strictly comparable.
    public var scaleDiffers: Bool {
        guard let own = name.gradingScale, let theirs = published.scale else { return false }
        return !theirs.hasPrefix(own)
    }
}

extension EndpointName {
    /// The scale that the simulation grades by: ASTCT (Lee 2019) for CRS and neurotoxicity unless the name says Penn,
    /// CTCAE for blood counts and infections; nil where nothing is graded.
    public var gradingScale: String? {
        switch self {
        case .crs_grade_3_or_higher_penn: "Penn"
        case .crs_any, .crs_grade_3_or_higher, .crs_onset_days_median, .crs_duration_days_median, .icans_any,
            .icans_grade_3_or_higher, .icans_onset_days_median, .icans_duration_days_median:
            "ASTCT"
        case .neutropenia_grade_3_or_higher_day_28, .thrombocytopenia_grade_3_or_higher_day_28,
            .infection_grade_3_or_higher:
            "CTCAE"
        default: nil
        }
    }
}
