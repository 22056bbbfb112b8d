/// Everything a trial report shows: plain numbers and words, ready to be drawn or saved as JSON.
public struct TrialFigures: Codable, Sendable, Equatable {
    /// What was simulated and how.
    public var study: Study
    /// The cohort from enrolment on, in order.
    public var funnel: [Stage]
    /// Simulated results beside the published ones.
    public var endpoints: [Endpoint]
    /// Percentiles of each measured quantity over time.
    public var bands: [Band]
    /// Patients by grade and day.
    public var toxicity: Toxicity
    /// The courses of single patients, in drawing order.
    public var swimmer: [Lane]
    /// Time-to-event curves.
    public var survival: [Curve]
    /// Time and cost of each step of the therapy.
    public var steps: [Step]
    /// Where the parameters come from, counted.
    public var origins: Origins
    /// Every assumed parameter.
    public var assumed: [Assumption]
    /// Arms that ran in the same patients; nil for a trial of one.
    public var arms: Arms?

    /// Every value by name.
    public init(
        study: Study, funnel: [Stage], endpoints: [Endpoint], bands: [Band], toxicity: Toxicity, swimmer: [Lane],
        survival: [Curve], steps: [Step], origins: Origins, assumed: [Assumption], arms: Arms? = nil
    ) {
        self.study = study
        self.funnel = funnel
        self.endpoints = endpoints
        self.bands = bands
        self.toxicity = toxicity
        self.swimmer = swimmer
        self.survival = survival
        self.steps = steps
        self.origins = origins
        self.assumed = assumed
        self.arms = arms
    }
}
