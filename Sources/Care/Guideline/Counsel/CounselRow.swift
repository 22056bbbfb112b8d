/// One row of one guideline: under what condition it answers a question, and how.
struct CounselRow: Sendable {
    var question: CounselQuestion
    var authority: Authority
    var stance: CounselStance
    var urgency: CounselUrgency
    /// What to do, in words.
    var action: String
    var when: Condition
    var dosing: Dosing?
    var alternatives: [String]
    /// What would change it.
    var changes: [String]
    var establishment: Establishment
    var citation: Citation

    init(
        _ question: CounselQuestion, _ authority: Authority, _ stance: CounselStance, _ urgency: CounselUrgency,
        _ action: String, when: Condition, dosing: Dosing? = nil, alternatives: [String] = [], changes: [String] = [],
        _ establishment: Establishment = .usual, source: Citation
    ) {
        self.question = question
        self.authority = authority
        self.stance = stance
        self.urgency = urgency
        self.action = action
        self.when = when
        self.dosing = dosing
        self.alternatives = alternatives
        self.changes = changes
        self.establishment = establishment
        self.citation = source
    }

    /// Every row that is held, in the order of questions; of one guideline's rows on a question the first that holds
    /// speaks.
    static let all: [CounselRow] =
        crs + labelCRS + refractoryCRS + fever + icans + labelICANS + refractoryICANS + seizures + iecHS + cytopenias
        + transfusion + immunoglobulin + antimicrobials + vaccines + lysis + life
}
