/// A test for minimal (measurable) residual disease.
public struct ResidualDiseaseTest: Sendable, Equatable {
    /// How it was done.
    public enum Method: String, Sendable, Equatable, CaseIterable {
        /// Flow cytometry; next-generation flow (EuroFlow); sequencing of clonal receptors; PCR of a clonal marker
        case flowCytometry, nextGenerationFlow, sequencing, quantitativePCR
    }

    /// What it found.
    public enum Result: Sendable, Equatable {
        /// No clonal cell among those tested.
        case notDetected
        /// Clonal cells, as a fraction of nucleated cells.
        case detected(Double)
    }

    /// How.
    public var method: Method
    /// The fraction that this test could have found, in this sample (for example 1e-5); nil is unknown.
    public var sensitivity: Double?
    /// What it found.
    public var result: Result
    /// When the sample was taken.
    public var at: Instant

    /// Makes a test.
    public init(method: Method, sensitivity: Double?, result: Result, at instant: Instant) {
        self.method = method
        self.sensitivity = sensitivity
        self.result = result
        at = instant
    }
}

/// Residual disease at a level that is named: "negative" alone means nothing.
public enum ResidualDisease: String, Sendable, Equatable, CaseIterable {
    /// Less than the level; not known to be less; at the level or more
    case negative, indeterminate, positive

    /// Levels in use: acute lymphoblastic leukaemia and CLL 1 in 10,000 cells, myeloma (IMWG 2016) 1 in 100,000.
    public static let leukaemiaLevel = 1e-4
    /// Level of IMWG 2016, the least sensitivity that its categories accept.
    public static let myelomaLevel = 1e-5

    /// Where the rule stands.
    static let source =
        "IMWG 2016, Kumar et al., Lancet Oncol 17:e328, and ELN 2024 for ALL (read in transcriptions of their tables)"

    /// The verdict on a test at a level: negative only if the test could have found it.
    public static func status(of test: ResidualDiseaseTest?, at level: Double) -> Assessment<ResidualDisease> {
        guard let test else {
            return Assessment(grade: .indeterminate, reasons: [], unknown: ["residual disease"])
        }
        func reason(_ finding: String, _ threshold: String) -> Reason {
            Reason(
                finding: "\(finding) by \(test.method.words): \(threshold)", at: test.at, source: source,
                threshold: threshold, entry: .responseAssessed)
        }
        switch test.result {
        case .detected(let fraction) where !(fraction >= 0 && fraction <= 1):
            return Assessment(
                grade: .indeterminate, reasons: [reason("\(fraction)", "a fraction of cells is from 0 to 1")],
                unknown: ["residual disease"])
        case .detected(let fraction):
            let isBelow = fraction < level
            return Assessment(
                grade: isBelow ? .negative : .positive,
                reasons: [reason("\(fraction) of cells", isBelow ? "less than \(level)" : "\(level) or more")],
                unknown: [])
        case .notDetected:
            guard let sensitivity = test.sensitivity, sensitivity > 0 else {
                return Assessment(
                    grade: .indeterminate, reasons: [reason("none found", "the test's sensitivity is unknown")],
                    unknown: ["sensitivity of the test"])
            }
            let reaches = sensitivity <= level
            return Assessment(
                grade: reaches ? .negative : .indeterminate,
                reasons: [
                    reason(
                        "none found, sensitivity \(sensitivity)",
                        reaches ? "the test reaches \(level)" : "the test does not reach \(level)")
                ],
                unknown: reaches ? [] : ["residual disease at \(level)"])
        }
    }
}

extension ResidualDiseaseTest.Method {
    /// In words.
    var words: String {
        switch self {
        case .flowCytometry: "flow cytometry"
        case .nextGenerationFlow: "next-generation flow"
        case .sequencing: "sequencing"
        case .quantitativePCR: "PCR"
        }
    }
}
