/// Response of a myeloma by IMWG 2016 (Kumar et al., Lancet Oncol 17:e328). Thresholds read in transcriptions of its
/// table, not in the paper. What the rules here read into it is said where it is done.
public enum IMWGResponse: Int, ResponseCategory, Comparable {
    /// Stringent complete; complete; very good partial; partial; minimal; stable; not evaluable; progression
    case stringentComplete = 0, complete, veryGoodPartial, partial, minimal, stable, notEvaluable, progressive

    /// From best to worst.
    public static func < (a: IMWGResponse, b: IMWGResponse) -> Bool { a.rawValue < b.rawValue }

    static let source = "IMWG 2016, Kumar et al., Lancet Oncol 17:e328 (read in transcriptions)"

    /// Every category asks for two consecutive assessments.
    public static let confirmation = ResponseConfirmation.twoConsecutive

    /// In words.
    public var words: String {
        switch self {
        case .stringentComplete: "stringent complete response (sCR)"
        case .complete: "complete response (CR)"
        case .veryGoodPartial: "very good partial response (VGPR)"
        case .partial: "partial response (PR)"
        case .minimal: "minimal response (MR)"
        case .stable: "stable disease (SD)"
        case .notEvaluable: "not evaluable"
        case .progressive: "progressive disease (PD)"
        }
    }

    /// As journals carry it; they count a minimal response as stable disease.
    public var response: Response? {
        switch self {
        case .stringentComplete: .stringentComplete
        case .complete: .complete
        case .veryGoodPartial: .veryGoodPartial
        case .partial: .partial
        case .minimal, .stable: .stable
        case .progressive: .progressive
        case .notEvaluable: nil
        }
    }
}
