/// HScore: how likely a reactive haemophagocytic syndrome is (Fardet 2014, Arthritis Rheumatol 66:2613). Nine items, 0 to
/// 337 points; 169 was the best cut (sensitivity 93 %, specificity 86 %). It was made for adults without CAR-T cells, of
/// whom most have fever, cytopenia and ferritin for other reasons: beside IEC-HS criteria, not instead of them.
public struct HScore: Sendable, Equatable {
    /// Points, 0 to 337.
    public struct Points: RawRepresentable, Codable, Sendable, Hashable, Comparable {
        /// Points.
        public let rawValue: Int

        /// A score of 0 to 337, or nil.
        public init?(rawValue: Int) {
            guard (0...337).contains(rawValue) else { return nil }
            self.rawValue = rawValue
        }

        init(counted: Int) { rawValue = min(337, max(0, counted)) }

        /// Whether the score reaches the best cut of the paper, 169.
        public var isPositive: Bool { rawValue >= HScore.cut }

        /// Order of likelihood.
        public static func < (a: Points, b: Points) -> Bool { a.rawValue < b.rawValue }
    }

    /// The best cut.
    public static let cut = 169

    /// Where the table stands: points, cut and probabilities read in the copy of the paper's table in a case report
    /// (Case Reports in Rheumatology 2017, 5304180, table 3), the same as in two other transcriptions.
    public static let source = ScaleSource(
        "HScore, Fardet 2014, Arthritis Rheumatol 66:2613", .secondary,
        "points and probabilities from a printed copy of the table; three transcriptions agree")

    /// HIV infection, or long immunosuppression (glucocorticoids, ciclosporin, azathioprine).
    public var immunosuppression: Bool?
    /// Highest temperature, °C.
    public var temperature: Double?
    /// Whether the liver is enlarged.
    public var hepatomegaly: Bool?
    /// Whether the spleen is enlarged.
    public var splenomegaly: Bool?
    /// Lowest haemoglobin, g/dL.
    public var haemoglobin: Double?
    /// Lowest white cell count, 10*9/L.
    public var whiteCells: Double?
    /// Lowest platelet count, 10*9/L.
    public var platelets: Double?
    /// Highest ferritin, ng/mL.
    public var ferritin: Double?
    /// Highest triglycerides, mmol/L.
    public var triglycerides: Double?
    /// Lowest fibrinogen, g/L.
    public var fibrinogen: Double?
    /// Highest aspartate aminotransferase, U/L.
    public var ast: Double?
    /// Haemophagocytosis in the marrow aspirate.
    public var haemophagocytosis: Bool?

    /// Makes the inputs; nil is unknown.
    public init(
        immunosuppression: Bool? = nil, temperature: Double? = nil, hepatomegaly: Bool? = nil,
        splenomegaly: Bool? = nil, haemoglobin: Double? = nil, whiteCells: Double? = nil, platelets: Double? = nil,
        ferritin: Double? = nil, triglycerides: Double? = nil, fibrinogen: Double? = nil, ast: Double? = nil,
        haemophagocytosis: Bool? = nil
    ) {
        self.immunosuppression = immunosuppression
        self.temperature = temperature
        self.hepatomegaly = hepatomegaly
        self.splenomegaly = splenomegaly
        self.haemoglobin = haemoglobin
        self.whiteCells = whiteCells
        self.platelets = platelets
        self.ferritin = ferritin
        self.triglycerides = triglycerides
        self.fibrinogen = fibrinogen
        self.ast = ast
        self.haemophagocytosis = haemophagocytosis
    }
}
