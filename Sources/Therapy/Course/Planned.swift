import Care

/// What is going to happen to a patient at a known time.
enum Planned {
    /// Something to write down that changes nothing in the body.
    case note(Event, Actor)
    /// A collection of cells ends.
    case collection(Leukapheresis)
    /// A batch is decided on.
    case verdict(Batch, isLast: Bool)
    /// The product arrives.
    case arrival
    /// Bridging therapy leaves this share of the tumour.
    case bridging(remaining: Double)
    /// A look at a patient who waits.
    case waitingCheck
    /// An infection before infusion.
    case infection(InfectionClock.Severity)
    /// Therapy that held the disease until collection ends: the tumour grows at this rate again.
    case holdingEnds(growth: Double)
    /// Nobody looks further at a patient who waits.
    case horizon
    /// The last check before lymphodepletion, and its baseline assessment.
    case fitnessCheck
    /// An infusion of lymphodepletion starts: drug, mg, minutes.
    case lymphodepletion(Drug, amount: Double, minutes: Double)
    /// An infusion ends: what runs in at this rate stops.
    case infusionEnds(Drug)
    /// Admission for the infusion.
    case admission
    /// The cells are given.
    case infusion
    /// Whether the second part of a split dose is given is decided: cells, 10⁶.
    case secondInfusionIsDue(cells: Double)
    /// The second part of a split dose has run in: cells, 10⁶.
    case secondInfusion(cells: Double)
    /// A dose of a running order.
    case dose(order: String)
    /// Response is assessed.
    case responseAssessment
    /// End of follow-up.
    case end
}
