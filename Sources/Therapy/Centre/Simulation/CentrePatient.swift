import Dynamics

/// Where somebody stands on the way to infusion.
public enum CentreStage: String, Codable, Sendable, CaseIterable {
    /// From referral to the consult; to the payer's answer; to a manufacturing slot; to collection; to the product's
    /// arrival; to the promise of a bed; to infusion
    case consult, approval, slot, collection, manufacture, bed, lymphodepletion

    /// For people.
    public var label: String {
        switch self {
        case .consult: "Referral to consult"
        case .approval: "Consult to payer's answer"
        case .slot: "Answer to manufacturing slot"
        case .collection: "Slot to leukapheresis"
        case .manufacture: "Leukapheresis to product"
        case .bed: "Product to a bed promised"
        case .lymphodepletion: "Bed promised to infusion"
        }
    }
}

/// How somebody's way ended.
public enum CentreFate: String, Codable, Sendable, CaseIterable {
    case infused
    /// Before the way began: criteria or judgement at the consult; unable to stay near the centre; payer
    case unsuitable, cannotStayNear, denied
    /// On the way
    case progressed, died, withdrew, manufacturingFailure
    /// Still waiting when the simulation stopped looking
    case unresolved

    /// For people.
    public var label: String {
        switch self {
        case .infused: "Infused"
        case .unsuitable: "Not suitable at the consult"
        case .cannotStayNear: "Could not stay near the centre"
        case .denied: "Denied by the payer"
        case .progressed: "Disease progressed while waiting"
        case .died: "Died while waiting"
        case .withdrew: "Complication or wish while waiting"
        case .manufacturingFailure: "No product could be made"
        case .unresolved: "Still waiting at the end"
        }
    }

    /// Whether the way ended after the patient was found suitable, willing and covered.
    public var isOnTheWay: Bool { ![.unsuitable, .cannotStayNear, .denied].contains(self) }
}

/// One patient of a centre: dates of the steps (days of the simulation; nil for a step not reached) and what became of
/// them.
public struct CentrePatient: Sendable {
    /// Number of the patient: the same patient in every scenario of a seed.
    public let index: Int
    /// Place of the service among the plan's, and of the site.
    public let service: Int, site: Int
    /// As referred.
    public let virtual: VirtualPatient
    /// Kilometres by road to the site, and hours one way.
    public let distance: Double, hours: Double
    /// Day of referral.
    public let referred: Double
    /// Consult, payer's yes, slot, first collection, product's arrival, bed promised, first day of lymphodepletion,
    /// infusion, and the discharge from the first stay.
    public internal(set) var consulted, approved, slotted, collected, arrived, promised, conditioned, infused,
        discharged: Double?
    /// Where they stand, or stood last.
    public internal(set) var stage = CentreStage.consult
    /// How it ended.
    public internal(set) var fate: CentreFate?
    /// When.
    public internal(set) var ended: Double?
    /// The course; nil for those who were never collected.
    public internal(set) var outcome: Outcome?

    /// Score for the queues.
    var priority = 0.0
    /// Growth of the tumour under holding therapy, as a factor; nil for none.
    var holding: Double?
    /// Draws of the steps before collection.
    var intake = 0.0, approval = 0.0
    var isUnsuitable = false, isDenied = false, declines = false
    /// Cells on their way.
    var path: CellPath?
    var bridging: (day: Double, remaining: Double)?
    /// Counts plans of a drop-out: one that a later plan has replaced is void.
    var generation = 0
    /// Day that was booked for the collection.
    var booked: Double?
    /// Planned days in hospital after infusion.
    var plannedStay = 0.0
    var isResolved: Bool { fate != nil }
}

/// One thing that happened, for the log.
public struct CentreEvent: Sendable, Equatable {
    /// Day of the simulation.
    public let day: Double
    /// The patient.
    public let patient: Int
    /// What happened.
    public let what: String
}
