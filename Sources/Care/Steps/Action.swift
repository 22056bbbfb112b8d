/// What a stop stands against.
public enum Action: String, Codable, Sendable, CaseIterable {
    /// Ordering, booking a slot
    case order, booking
    /// Collecting cells, sending them off, taking them in
    case leukapheresis, materialShipment, acceptance
    /// Making the product
    case manufacture, transduction, harvest, release, productShipment
    /// At the bedside
    case lymphodepletion, thaw, infusion, tocilizumab, siltuximab, transfusion, vaccination
    /// Responsibility, records
    case careTransfer, override
}

extension Action {
    /// The way from order to infusion.
    static let towardsInfusion: [Action] = [
        .order, .booking, .leukapheresis, .materialShipment, .acceptance, .manufacture, .transduction, .harvest,
        .release,
        .productShipment, .lymphodepletion, .thaw, .infusion,
    ]
}

extension Event {
    /// The act that recording this event means; nil for a fact that no stop stands against.
    var action: Action? {
        switch self {
        case .productOrdered: .order
        case .slotChanged(let slot): slot.status == .booked ? .booking : nil
        case .collectionStarted, .leukapheresisCompleted: .leukapheresis
        case .packedOut(let pack): pack.content == .product ? .productShipment : .materialShipment
        case .materialAccepted(let value): value.accepted ? .acceptance : nil
        case .batchStarted: .manufacture
        case .transductionCompleted: .transduction
        case .batchHarvested: .harvest
        case .batchReleased: .release
        case .drugGiven(let dose): dose.drug.action
        case .thawStarted: .thaw
        case .infusionStarted, .infusionCompleted: .infusion
        case .transfused: .transfusion
        case .vaccinated: .vaccination
        case .careTransferred: .careTransfer
        case .stopOverridden: .override
        default: nil
        }
    }
}

extension Drug {
    /// The act that giving this drug means, where a stop may stand against it. Bendamustine and the others are also given
    /// for disease: they are lymphodepletion here, because that is what must not begin without a product.
    var action: Action? {
        switch self {
        case .fludarabine, .cyclophosphamide, .bendamustine: .lymphodepletion
        case .tocilizumab: .tocilizumab
        case .siltuximab: .siltuximab
        default: nil
        }
    }

    /// Whether it is given for lymphodepletion.
    var isLymphodepleting: Bool { action == .lymphodepletion }
}
