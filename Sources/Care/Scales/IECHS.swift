/// The criteria of immune effector cell-associated haemophagocytic lymphohistiocytosis-like syndrome (IEC-HS), ASTCT 2023
/// (Hines, Transplant Cell Ther 29:438; the criteria from memory, a clinician must confirm). They support a diagnosis, which
/// remains the team's, and which is made only if CRS alone, infection or progression does not explain the picture.
///
/// - Required: ferritin above twice the upper limit of normal or twice the baseline, or rapidly rising.
/// - Common: ALT or AST above five times the upper limit (or the baseline, if that was abnormal); fibrinogen below 1.5 g/L
///   or the lower limit; haemophagocytosis in marrow or other tissue; cytopenia that is new, worse or refractory, one line
///   of grade 4.
/// - May be there: lactate dehydrogenase up, long clotting times, direct bilirubin up, new splenomegaly, fever,
///   neurotoxicity, lung involvement, new kidney insufficiency, fasting triglycerides above 265 mg/dL (3 mmol/L).
public struct IECHS: Sendable, Equatable {
    /// What the criteria say.
    public enum Likelihood: Int, Codable, Sendable, CaseIterable, Comparable {
        /// The required ferritin is not there, or something else explains the picture
        case notMet = 0
        /// The required ferritin alone
        case ferritinOnly
        /// Ferritin and one common feature
        case possible
        /// Ferritin and at least two common features (the paper asks for a constellation; the number is ours)
        case probable

        /// Order of likelihood.
        public static func < (a: Likelihood, b: Likelihood) -> Bool { a.rawValue < b.rawValue }
    }

    /// A feature that may be there besides.
    public enum Feature: String, Codable, Sendable, CaseIterable {
        /// The other manifestations, in the order of the paper as remembered
        case lactateDehydrogenase, clottingTimes, directBilirubin, splenomegaly, fever, neurotoxicity, lung, kidney,
            triglycerides
    }

    /// Where the criteria stand.
    public static let source = ScaleSource(
        "IEC-HS criteria, ASTCT, Hines 2023, Transplant Cell Ther 29:438", .memory,
        "that two common features make it probable is ours")

    /// Ferritin, ng/mL.
    public var ferritin: Double?
    /// Its upper limit of normal, ng/mL.
    public var ferritinUpperLimit: Double?
    /// Ferritin at infusion, ng/mL.
    public var ferritinBaseline: Double?
    /// Whether ferritin rises rapidly, by the team's judgement.
    public var isFerritinRising: Bool?
    /// The higher of ALT and AST in multiples of the upper limit, or of the baseline if that was abnormal.
    public var transaminaseMultiple: Double?
    /// Fibrinogen, g/L.
    public var fibrinogen: Double?
    /// Its lower limit of normal, g/L.
    public var fibrinogenLowerLimit: Double?
    /// Haemophagocytosis in marrow or other tissue.
    public var haemophagocytosis: Bool?
    /// Whether a cytopenia is new, worse or refractory.
    public var isCytopeniaNewOrWorse: Bool?
    /// The worst CTCAE grade of neutrophils, platelets and haemoglobin.
    public var cytopenia: CTCAEGrade?
    /// Other features that are there.
    public var others: Set<Feature>
    /// Whether CRS alone, infection or progression explains the picture.
    public var isExplainedOtherwise: Bool?

    /// Makes the inputs; nil is unknown.
    public init(
        ferritin: Double? = nil, ferritinUpperLimit: Double? = nil, ferritinBaseline: Double? = nil,
        isFerritinRising: Bool? = nil, transaminaseMultiple: Double? = nil, fibrinogen: Double? = nil,
        fibrinogenLowerLimit: Double? = nil, haemophagocytosis: Bool? = nil, isCytopeniaNewOrWorse: Bool? = nil,
        cytopenia: CTCAEGrade? = nil, others: Set<Feature> = [], isExplainedOtherwise: Bool? = nil
    ) {
        self.ferritin = ferritin
        self.ferritinUpperLimit = ferritinUpperLimit
        self.ferritinBaseline = ferritinBaseline
        self.isFerritinRising = isFerritinRising
        self.transaminaseMultiple = transaminaseMultiple
        self.fibrinogen = fibrinogen
        self.fibrinogenLowerLimit = fibrinogenLowerLimit
        self.haemophagocytosis = haemophagocytosis
        self.isCytopeniaNewOrWorse = isCytopeniaNewOrWorse
        self.cytopenia = cytopenia
        self.others = others
        self.isExplainedOtherwise = isExplainedOtherwise
    }
}
