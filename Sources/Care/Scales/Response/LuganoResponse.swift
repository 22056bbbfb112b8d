/// Response of a lymphoma by the Lugano classification (Cheson 2014, J Clin Oncol 32:3059; Barrington 2014). Thresholds
/// read in several transcriptions of its table, not in the paper.
public enum LuganoResponse: Int, ResponseCategory, Comparable {
    /// Complete; partial; none; not evaluable; progression. On PET these are called metabolic
    case complete = 0, partial, stable, notEvaluable, progressive

    /// From best to worst.
    public static func < (a: LuganoResponse, b: LuganoResponse) -> Bool { a.rawValue < b.rawValue }

    static let source = "Lugano 2014, Cheson et al., J Clin Oncol 32:3059 (read in transcriptions)"

    /// In words.
    public var words: String {
        switch self {
        case .complete: "complete response (CR)"
        case .partial: "partial response (PR)"
        case .stable: "stable disease (SD)"
        case .notEvaluable: "not evaluable"
        case .progressive: "progressive disease (PD)"
        }
    }

    /// As journals carry it.
    public var response: Response? {
        switch self {
        case .complete: .complete
        case .partial: .partial
        case .stable: .stable
        case .progressive: .progressive
        case .notEvaluable: nil
        }
    }
}

/// The Deauville score of residual uptake: 1 none, 2 up to mediastinum, 3 up to liver, 4 moderately above liver, 5 markedly
/// above it or new lesions.
public struct DeauvilleScore: RawRepresentable, Sendable, Hashable, Comparable {
    /// The score.
    public let rawValue: Int

    /// A score of 1 to 5, or nil.
    public init?(rawValue: Int) {
        guard (1...5).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// A score of 1 to 5, or nil.
    public init?(_ score: Int) { self.init(rawValue: score) }

    /// A higher score is worse.
    public static func < (a: DeauvilleScore, b: DeauvilleScore) -> Bool { a.rawValue < b.rawValue }
}
