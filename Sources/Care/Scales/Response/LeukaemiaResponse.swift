/// Response of an acute lymphoblastic leukaemia, as NCCN defines it and ELIANA counted it (overall remission is CR or
/// CRi). Thresholds read in published response tables (NCI workshop 2010, CIBMTR, ELN 2024); whether 1.0 and 100 are
/// themselves enough differs between them, and here they are. CRh is from memory: a clinician must confirm.
public enum LeukaemiaResponse: Int, ResponseCategory, Comparable {
    /// Complete remission; with partial; with incomplete recovery of the counts; none; not evaluable; progression, relapse
    case complete = 0, partialRecovery, incompleteRecovery, noResponse, notEvaluable, progressive

    /// From best to worst.
    public static func < (a: LeukaemiaResponse, b: LeukaemiaResponse) -> Bool { a.rawValue < b.rawValue }

    static let source =
        "NCCN ALL and ELIANA (read in the response tables of NCI 2010 and ELN 2024; CRh from memory, "
        + "a clinician must confirm)"

    /// ELIANA counted remissions that were still there after 28 days (from memory).
    public static let confirmation = ResponseConfirmation.maintained(days: 28)

    /// Blasts in the marrow below which there is remission, %.
    public static let remissionBlasts = 5.0
    /// Neutrophils from which they have recovered, 10⁹/L.
    public static let recoveredNeutrophils = 1.0
    /// Platelets from which they have recovered, 10⁹/L.
    public static let recoveredPlatelets = 100.0
    /// Neutrophils above which they have partly recovered, 10⁹/L.
    public static let partlyRecoveredNeutrophils = 0.5
    /// Platelets above which they have partly recovered, 10⁹/L.
    public static let partlyRecoveredPlatelets = 50.0
    /// How many times the lowest share of blasts progression is.
    public static let progression = 1.25

    /// Whether it is a remission, as trials of CAR-T count it.
    public var isRemission: Bool { rawValue <= Self.incompleteRecovery.rawValue }

    /// In words.
    public var words: String {
        switch self {
        case .complete: "complete remission (CR)"
        case .partialRecovery: "complete remission with partial recovery of the counts (CRh)"
        case .incompleteRecovery: "complete remission with incomplete recovery of the counts (CRi)"
        case .noResponse: "no response"
        case .notEvaluable: "not evaluable"
        case .progressive: "progression or relapse"
        }
    }

    /// As journals carry it.
    public var response: Response? {
        switch self {
        case .complete: .complete
        case .partialRecovery, .incompleteRecovery: .completeIncompleteRecovery
        case .noResponse: .stable
        case .progressive: .progressive
        case .notEvaluable: nil
        }
    }
}
