/// A model from the literature as its page tells it (`Models/<id>/model.yaml`): where it is from, what its parameters
/// mean and where they come from, and what must come out when it runs. The equations are in the SBML file beside it.
public struct PublishedModel: Sendable, Equatable {
    /// Name of the folder.
    public var id: String
    /// For example: Tisagenlecleucel cellular kinetics (Stein 2019).
    public var title: String
    /// Authors, journal, year, pages.
    public var citation: String
    /// Digital object identifier; nil where the source has none (a thesis).
    public var doi: String?
    /// The therapy, in words.
    public var product: String
    /// What it was fitted to, in words.
    public var data: String
    /// UCUM unit of the model's time.
    public var timeUnit: String
    /// How well equations and values were checked against the paper.
    public var verification: Verification
    /// Doubts, in a line.
    public var note: String?
    /// Below this size a state's relative error is not controlled when the checks are run; in the states' own units.
    public var absoluteTolerance: Double
    /// All parameters of the SBML by identifier.
    public var parameters: [String: PublishedParameter]
    /// What must come out.
    public var checks: [ModelCheck]

    /// Makes a page.
    public init(
        id: String, title: String, citation: String, doi: String?, product: String, data: String, timeUnit: String,
        verification: Verification, note: String?, absoluteTolerance: Double,
        parameters: [String: PublishedParameter], checks: [ModelCheck]
    ) {
        self.id = id
        self.title = title
        self.citation = citation
        self.doi = doi
        self.product = product
        self.data = data
        self.timeUnit = timeUnit
        self.verification = verification
        self.note = note
        self.absoluteTolerance = absoluteTolerance
        self.parameters = parameters
        self.checks = checks
    }

    /// How many checks the page says are reproduced, and how many it lists as mismatches.
    ///
    /// - Parameter origin: of checks of this origin; nil for all.
    public func tally(_ origin: ModelCheck.Origin? = nil) -> (reproduced: Int, mismatches: Int) {
        let counted = checks.filter { origin == nil || $0.origin == origin }
        let reproduced = counted.count { $0.verdict == .reproduced }
        return (reproduced, counted.count - reproduced)
    }
}
