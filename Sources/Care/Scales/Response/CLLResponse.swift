/// Response of a chronic lymphocytic leukaemia by iwCLL 2018 (Hallek et al., Blood 131:2745). Its table of responses was
/// read; how many parameters a partial remission asks for was read in a summary of the text; the nodular partial
/// remission, and 5 x 10⁹/L lymphocytes for progression, are from memory: a clinician must confirm.
public enum CLLResponse: Int, ResponseCategory, Comparable {
    /// Complete remission; with incomplete marrow recovery; nodular partial; partial; stable; not evaluable; progression
    case complete = 0, incompleteRecovery, nodularPartial, partial, stable, notEvaluable, progressive

    /// From best to worst.
    public static func < (a: CLLResponse, b: CLLResponse) -> Bool { a.rawValue < b.rawValue }

    static let source =
        "iwCLL 2018, Hallek et al., Blood 131:2745 (table read; how many parameters make a PR from a summary; "
        + "nPR from memory, a clinician must confirm)"

    /// Two months after the end of treatment (read in a summary of the text).
    public static let confirmation = ResponseConfirmation.maintained(days: 60)

    /// In words.
    public var words: String {
        switch self {
        case .complete: "complete remission (CR)"
        case .incompleteRecovery: "complete remission with incomplete marrow recovery (CRi)"
        case .nodularPartial: "nodular partial remission (nPR)"
        case .partial: "partial remission (PR)"
        case .stable: "stable disease (SD)"
        case .notEvaluable: "not evaluable"
        case .progressive: "progressive disease (PD)"
        }
    }

    /// As journals carry it.
    public var response: Response? {
        switch self {
        case .complete: .complete
        case .incompleteRecovery: .completeIncompleteRecovery
        case .nodularPartial, .partial: .partial
        case .stable: .stable
        case .progressive: .progressive
        case .notEvaluable: nil
        }
    }
}
