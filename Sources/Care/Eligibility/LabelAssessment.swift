/// A patient against one label: the verdict with everything that it rests on.
public struct LabelAssessment: Sendable, Equatable {
    /// The verdict.
    public enum Verdict: Sendable, Equatable {
        /// On label, for these indications by identifier
        case onLabel([String])
        /// Not on label (now), and why
        case offLabel([EligibilityFinding])
        /// Nothing excludes, but these facts are missing; unknown never passes
        case unknown([MissingFact])
    }
    /// The label version, as a decision records it.
    public var label: String
    /// The product.
    public var subject: Label.Subject
    /// The day for which it was asked.
    public var day: Day
    /// The verdict.
    public var verdict: Verdict
    /// What speaks for it: the checks that were met, for the indications that still stand.
    public var grounds: [EligibilityFinding]
    /// What excludes, or delays: empty unless off label.
    public var reasons: [EligibilityFinding]
    /// What is unknown and would be needed to be on label, whatever the verdict is.
    public var missing: [MissingFact]
    /// What calls for care and changes no verdict: warnings, the trial's criteria, wash-outs.
    public var cautions: [EligibilityFinding]
    /// What is unknown and would be needed to rule such cautions out.
    public var notLookedAt: [MissingFact]

    /// For a record in the journal: eligible only if on label; every reason and every missing fact, in words.
    public var record: EligibilityAssessment {
        let eligible = if case .onLabel = verdict { true } else { false }
        let missing = missing.map { "\($0.fact) is unknown: \($0.neededFor)" }
        return EligibilityAssessment(
            eligible: eligible, reasons: reasons.map(\.description) + missing, productVersion: label)
    }
}
