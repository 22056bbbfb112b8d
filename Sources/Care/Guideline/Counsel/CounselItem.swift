/// One recommendation of one guideline for the patient as they are now.
public struct CounselItem: Codable, Sendable, Equatable {
    /// The question that it answers.
    public var question: CounselQuestion
    /// Whose it is.
    public var authority: Authority
    /// Do, consider, do not, or not now.
    public var stance: CounselStance
    /// How soon.
    public var urgency: CounselUrgency
    /// What, in words.
    public var action: String
    /// The dose for this patient, where a drug is given.
    public var dose: CounselDose?
    /// What else may be done.
    public var alternatives: [String]
    /// What would change it.
    public var changes: [String]
    /// What it rests on.
    public var reasons: [Finding]
    /// What was not known and might change it.
    public var unknown: [String]
    /// What forbids it now; empty but where the stance is `held`.
    public var stops: [String]
    /// The order of the same drug that runs, if one does.
    public var running: String?
    /// Whether the use is usual, outside the label, or investigational.
    public var establishment: Establishment
    /// Where it stands, and how well that was checked.
    public var source: Citation

    /// What is proposed, in one line.
    public var words: String {
        let detail = dose.map { $0.drug == action ? $0.words : "\($0.words); \(action)" } ?? action
        let head = "\(stance.words): \(detail)"
        let use = establishment == .usual ? "" : establishment == .offLabel ? ", off label" : ", investigational"
        return head + use
    }
}

/// What could not be decided for want of a finding.
public struct Undecided: Codable, Sendable, Equatable {
    /// The question left open.
    public var question: CounselQuestion
    /// Whose answer it is.
    public var authority: Authority
    /// What that guideline would say if it held.
    public var action: String
    /// What is missing.
    public var missing: [String]
}
