import Therapy

/// One published endpoint in the JSON. Every field is there for every row; what there is none of is null.
struct EndpointRow: Encodable {
    let study: String
    let role: StudyRole
    let endpoint: String
    let label: String
    let unit: String
    @Nullable var simulated: Double?
    @Nullable var low: Double?
    @Nullable var high: Double?
    let published: Double
    let published_low: Double
    let published_high: Double
    /// How the published interval was got.
    let basis: PublishedInterval.Basis
    let inside: Bool
    let n: Int
    /// The study's words for whom it counts.
    let analysis_set: String
    /// Whom the simulated figure counts.
    let simulated_set: AnalysisSet
    @Nullable var scale: String?
    /// Whether the study graded by another scale than the simulation.
    let scale_differs: Bool
    let verification: Verification
    let source: String
    @Nullable var note: String?

    init(_ comparison: EndpointComparison) {
        let other = comparison.published
        study = comparison.study
        role = comparison.role
        endpoint = comparison.name.rawValue
        label = comparison.name.label(of: comparison.simulated.analysisSet)
        unit = comparison.name.unit
        published = other.value
        published_low = comparison.interval.low
        published_high = comparison.interval.high
        basis = comparison.interval.basis
        inside = comparison.isInside
        n = other.n
        analysis_set = other.analysisSet
        simulated_set = comparison.simulated.analysisSet
        scale_differs = comparison.scaleDiffers
        verification = other.verification
        source = other.source
        simulated = comparison.simulated.value
        low = comparison.simulated.low
        high = comparison.simulated.high
        scale = other.scale
        note = other.note
    }
}
