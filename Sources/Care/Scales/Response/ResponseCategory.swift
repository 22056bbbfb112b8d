/// A category of response. Cases stand from best to worst; raw values count from 0. `notEvaluable` stands before
/// progression: what is missing may hide progression, but progression that is seen needs nothing else.
public protocol ResponseCategory: Sendable, Hashable, CaseIterable, RawRepresentable where RawValue == Int {
    /// Too much is unknown to give any category
    static var notEvaluable: Self { get }
    /// Progression, or relapse
    static var progressive: Self { get }
    /// In words, with its abbreviation.
    var words: String { get }
    /// The category as journals and studies carry it; nil where they have none for it.
    var response: Response? { get }
}

extension ResponseCategory {
    /// Whether this is a better response than another.
    public func isBetter(than other: Self) -> Bool { rawValue < other.rawValue }

    /// The worse of two.
    static func worse(_ a: Self, _ b: Self) -> Self { a.isBetter(than: b) ? b : a }
}

/// What a set of findings allows at best. Each finding puts a ceiling on the response, and so does what is missing and the
/// category asks for; the lowest ceiling is the verdict. So a worse finding can never improve a response, and what is
/// unknown never passes.
struct ResponseCeilings<Category: ResponseCategory> {
    let at: Instant
    let source: String
    private var findings: [(ceiling: Category, reason: Reason)] = []
    private var missing: [(ceiling: Category, what: String)] = []

    init(at instant: Instant, source: String) {
        at = instant
        self.source = source
    }

    /// A finding, the criterion it meets, and the best response that is possible with it.
    mutating func found(_ finding: String, _ criterion: String, allows ceiling: Category) {
        let threshold = "\(criterion): \(ceiling.words)\(ceiling.rawValue == 0 ? "" : " at best")"
        findings.append(
            (
                ceiling,
                Reason(
                    finding: "\(finding): \(threshold)", at: at, source: source, threshold: threshold,
                    entry: .responseAssessed)
            ))
    }

    /// Something unknown, and the best response that does not ask for it.
    mutating func lacks(_ what: String, allows ceiling: Category) { missing.append((ceiling, what)) }

    /// The verdict; its reasons from the finding that limits it most to the least.
    var assessment: Assessment<Category> {
        let best = Category.allCases.first ?? .notEvaluable
        let known = findings.map(\.ceiling).reduce(best, Category.worse)
        let verdict = missing.map(\.ceiling).reduce(known, Category.worse)
        var reasons = findings.enumerated()
            .sorted { ($1.element.ceiling.rawValue, $0.offset) < ($0.element.ceiling.rawValue, $1.offset) }
            .map(\.element.reason)
        if verdict != known {
            reasons = missing.filter { $0.ceiling == verdict }.map { gap(in: $0.what, allows: verdict) } + reasons
        }
        return Assessment(grade: verdict, reasons: reasons, unknown: missing.map(\.what))
    }

    private func gap(in what: String, allows ceiling: Category) -> Reason {
        let threshold = "what is unknown does not pass: \(ceiling.words) at best"
        return Reason(
            finding: "\(what) unknown: \(threshold)", at: at, source: source, threshold: threshold,
            entry: .responseAssessed)
    }
}

extension Double {
    /// With at most three decimals, for sentences.
    var short: String {
        let rounded = (self * 1000).rounded() / 1000
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }
}
