/// One thing that a verdict rests on: the patient's finding against the label's threshold, with its source.
public struct EligibilityFinding: Sendable, Equatable, Hashable, Codable, CustomStringConvertible {
    /// What kind of rule it is.
    public enum Rule: String, Codable, Sendable, CaseIterable {
        /// Of the label
        case indication, contraindication, limitationOfUse, warning, washout, approval
        /// Of the pivotal trial, of a guideline or consensus; no part of the label
        case trial, guideline
    }
    /// Identifier of the rule in the label's version.
    public var rule: String
    /// What kind of rule it is.
    public var kind: Rule
    /// What was found.
    public var finding: String
    /// What it was held against.
    public var threshold: String
    /// Whether it may pass: the label says to wait, not never.
    public var mayPass: Bool
    /// Where the rule stands.
    public var source: String
    /// How well that was checked.
    public var flag: SourceStanding

    /// In one line.
    public var description: String { "\(finding); \(threshold) (\(source); \(flag.words))" }
}

/// Something that is not known and that a verdict, or a caution, would need.
public struct MissingFact: Sendable, Equatable, Hashable, Codable, CustomStringConvertible {
    /// The field of the patient file, or `label: <section>` for what is not known of the label.
    public var fact: String
    /// Why it is needed.
    public var neededFor: String

    /// In one line.
    public var description: String { "\(fact): \(neededFor)" }
}

/// What came of holding one rule against a patient.
enum Check: Sendable, Equatable {
    /// The patient has what the rule asks for
    case met(EligibilityFinding)
    /// The patient has not
    case failed(EligibilityFinding)
    /// It cannot be said
    case unknown([MissingFact])

    var failure: EligibilityFinding? { if case .failed(let finding) = self { finding } else { nil } }
    var success: EligibilityFinding? { if case .met(let finding) = self { finding } else { nil } }
    var missing: [MissingFact] { if case .unknown(let facts) = self { facts } else { [] } }
}

/// A fact that was looked up in what is known of a patient.
enum Fact<Value: Sendable>: Sendable {
    /// Known, with how it is shown
    case known(Value, String)
    /// Unknown; the fields that would tell
    case unknown(String)
}
