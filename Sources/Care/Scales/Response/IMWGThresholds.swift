/// The numbers of IMWG 2016, in the units that journals use. The simulator judges its myelomas by the same ones.
public enum IMWG {
    /// Serum M-protein from which it can be followed, g/L.
    public static let measurableSerum = 10.0
    /// Urine M-protein from which it can be followed, mg/24 h.
    public static let measurableUrine = 200.0
    /// Involved free light chains from which they can be followed, if their ratio is abnormal, mg/L.
    public static let measurableLightChains = 100.0
    /// Normal ratio of kappa to lambda.
    public static let normalRatio = 0.26...1.65
    /// What may be left of the marker for a very good partial response.
    public static let veryGoodPartial = 0.10
    /// For a partial response.
    public static let partial = 0.5
    /// For a minimal response.
    public static let minimal = 0.75
    /// Urine M-protein below which a very good partial response is possible, mg/24 h.
    public static let veryGoodUrine = 100.0
    /// Plasma cells in the marrow below which a complete response is possible, %.
    public static let completeMarrow = 5.0
    /// Plasma cells at baseline from which the marrow can stand in for a marker, %.
    public static let measurableMarrow = 30.0

    /// How many times the lowest value progression is.
    public static let progression = 1.25
    /// And by how much: serum M-protein, g/L.
    public static let serumRise = 5.0
    /// Serum M-protein whose lowest value was high progresses by this alone, g/L.
    public static let highSerumRise = 10.0
    /// That high value, g/L.
    public static let highSerum = 50.0
    /// Urine M-protein, mg/24 h.
    public static let urineRise = 200.0
    /// Difference of free light chains, mg/L (more than this).
    public static let lightChainRise = 100.0
    /// Plasma cells in the marrow, percentage points.
    public static let marrowRise = 10.0
    /// Circulating plasma cells, where nothing else can be followed, /µL.
    public static let circulatingRise = 200.0
}
