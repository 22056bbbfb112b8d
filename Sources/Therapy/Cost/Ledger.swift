import Care

/// What a patient used, counted by resource. Costs follow from it and a price list; nothing else does.
public struct Ledger: Sendable, Equatable {
    private var counts = [Double](repeating: 0, count: Price.Resource.allCases.count)

    /// An empty ledger.
    public init() {}

    /// How much of a resource was used.
    public subscript(resource: Price.Resource) -> Double {
        get { counts[resource.index] }
        set { counts[resource.index] = newValue }
    }

    /// Cost in USD by this price list. Resources without a price cost nothing, and the list says so by its absence.
    public func cost(by prices: [Price]) -> Double {
        prices.reduce(0) { $0 + $1.usd * self[$1.resource] }
    }

    /// Cost in USD of one step of the therapy.
    public func cost(of step: TherapyStep, by prices: [Price]) -> Double {
        prices.filter { $0.resource.step == step }.reduce(0) { $0 + $1.usd * self[$1.resource] }
    }
}

/// The steps that time and cost are told by.
public enum TherapyStep: String, Codable, Sendable, CaseIterable {
    /// From enrolment to the end of leukapheresis
    case collection
    /// From leukapheresis to the product's arrival
    case manufacture
    /// From arrival to the eve of infusion
    case conditioning
    /// Infusion and the stay in hospital
    case hospital
    /// From discharge on
    case followUp

    /// For people.
    public var label: String {
        switch self {
        case .collection: "Leukapheresis"
        case .manufacture: "Manufacture and transport"
        case .conditioning: "Lymphodepletion"
        case .hospital: "Infusion and hospital stay"
        case .followUp: "Follow-up"
        }
    }
}

extension Price.Resource {
    var index: Int {
        switch self {
        case .product: 0
        case .leukapheresis: 1
        case .bridging: 2
        case .lymphodepletion: 3
        case .wardDay: 4
        case .intensiveCareDay: 5
        case .tocilizumabDose: 6
        case .corticosteroidDay: 7
        case .filgrastimDay: 8
        case .immunoglobulinDose: 9
        case .visit: 10
        case .responseAssessment: 11
        case .anakinraDose: 12
        case .siltuximabDose: 13
        case .consultation: 14
        case .severeInfection: 15
        case .shipment: 16
        case .transfusion: 17
        }
    }

    /// The step of the therapy that a resource is booked on.
    public var step: TherapyStep {
        switch self {
        case .leukapheresis, .consultation: .collection
        case .product, .bridging, .shipment: .manufacture
        case .lymphodepletion: .conditioning
        case .wardDay, .intensiveCareDay, .tocilizumabDose, .corticosteroidDay, .anakinraDose, .siltuximabDose:
            .hospital
        case .filgrastimDay, .immunoglobulinDose, .visit, .responseAssessment, .severeInfection, .transfusion:
            .followUp
        }
    }
}
