/// The twenty steps of a treatment, from referral to the last follow-up, and the paths of failure.
public enum Step: Int, Codable, Sendable, CaseIterable, Comparable {
    /// In the order of the treatment; fresh and frozen shipment are two ways, a treatment takes one of them
    case referral = 1, order, preCollection, leukapheresis, freshShipment, freezing, acceptance, activation,
        transduction, expansion, harvest, release, returnShipment, readiness, lymphodepletion, infusion, acute, late,
        followUp, failure

    /// Order of the treatment.
    public static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }

    /// Number in the programme's table, where the two ways of shipment are 5a and 5b.
    public var row: String {
        switch self {
        case .freshShipment: "5a"
        case .freezing: "5b"
        default: "\(self < .freshShipment ? rawValue : rawValue - 1)"
        }
    }

    /// Name of the step in identifiers of rules (`pre-collection` in `pre-collection.lymphocytes`).
    public var slug: String {
        switch self {
        case .preCollection: "pre-collection"
        case .freshShipment: "fresh-shipment"
        case .returnShipment: "return-shipment"
        case .followUp: "follow-up"
        default: "\(self)"
        }
    }

    /// In words.
    public var title: String {
        switch self {
        case .referral: "Referral and assessment"
        case .order: "Order and slot"
        case .preCollection: "Before collection"
        case .leukapheresis: "Leukapheresis"
        case .freshShipment: "Fresh shipment"
        case .freezing: "Freezing and shipment"
        case .acceptance: "Acceptance at the factory"
        case .activation: "Selection and activation"
        case .transduction: "Transduction"
        case .expansion: "Expansion"
        case .harvest: "Harvest and fill"
        case .release: "Release"
        case .returnShipment: "Return shipment"
        case .readiness: "Bridging and readiness"
        case .lymphodepletion: "Lymphodepletion"
        case .infusion: "Thaw and infusion"
        case .acute: "Acute monitoring"
        case .late: "Late effects"
        case .followUp: "Long-term follow-up and registry"
        case .failure: "Failure paths"
        }
    }
}

extension Step {
    /// Events of the step.
    public var events: [EventType] {
        switch self {
        case .referral: [.referralReceived, .eligibilityAssessed, .consentRecorded, .coverageVerified]
        case .order: [.productOrdered, .slotChanged]
        case .preCollection: [.washoutChecked, .infectiousMarkersReported]
        case .leukapheresis:
            [.collectionStarted, .bagSealed, .labelUsed, .leukapheresisCompleted, .collectionCounted]
        case .freshShipment: [.packedOut, .custodyTransferred, .temperatureLogged, .shipmentReceived]
        case .freezing: [.materialFrozen]
        case .acceptance: [.materialAccepted, .lineCleared]
        case .activation: [.batchStarted, .lotUsed]
        case .transduction: [.transductionCompleted]
        case .expansion: [.cultureCounted, .deviationRaised]
        case .harvest: [.batchHarvested, .bagFilled]
        case .release: [.releaseTested, .releaseApproved, .batchReleased]
        case .returnShipment: []
        case .readiness: [.bridgingGiven, .fitnessChecked, .readinessConfirmed]
        case .lymphodepletion: [.lymphodepletionReviewed]
        case .infusion: [.identityVerified, .thawStarted, .thawEnded, .infusionStarted, .infusionCompleted]
        case .acute:
            [
                .admitted, .discharged, .vitalsTaken, .neurologyAssessed, .labReported, .crsGraded, .icansGraded,
                .orderPlaced, .orderStopped, .drugGiven, .alertAcknowledged,
            ]
        case .late: [.infectionReported, .transfused, .vaccinated, .responseAssessed, .progressionReported]
        case .followUp:
            [
                .followUpVisited, .visitMissed, .registryFormSent, .replicationTested, .secondMalignancyReported,
                .careTransferred, .died,
            ]
        case .failure:
            [
                .batchFailed, .batchRecalled, .materialDisposed, .recollectionDecided, .therapyCancelled,
                .stopOverridden,
                .corrected,
            ]
        }
    }

    /// Identifiers that the step issues or reads.
    public var identifiers: [String] {
        switch self {
        case .referral: ["patient", "chain of identity"]
        case .order: ["order", "slot"]
        case .preCollection: ["specimen"]
        case .leukapheresis: ["donation (DIN)", "collection bag", "label serial"]
        case .freshShipment: ["shipment", "shipper", "logger"]
        case .freezing: ["collection bag", "shipment", "shipper", "logger"]
        case .acceptance: ["batch", "workstation"]
        case .activation: ["batch", "lot"]
        case .transduction: ["batch", "vector lot"]
        case .expansion: ["batch"]
        case .harvest: ["batch", "final bag n of N", "label serial"]
        case .release: ["batch", "certificate"]
        case .returnShipment: ["shipment", "shipper", "logger", "final bag"]
        case .readiness: ["batch on site"]
        case .lymphodepletion: ["order"]
        case .infusion: ["patient's band", "final bag", "cassette", "order", "certificate"]
        case .acute: ["order"]
        case .late: ["specimen"]
        case .followUp: ["form", "report"]
        case .failure: ["batch", "entry corrected"]
        }
    }
}

extension Event {
    /// The step to which the event belongs. Shipments and drugs belong to more than one: their content tells.
    public var step: Step {
        switch self {
        case .packedOut(let pack) where pack.content == .product: .returnShipment
        case .shipmentReceived(let shipment) where shipment.content == .product: .returnShipment
        case .shipmentReceived(let shipment) where shipment.cryopreserved: .freezing
        case .drugGiven(let dose) where dose.drug.isLymphodepleting: .lymphodepletion
        default: Step.of[type] ?? .failure
        }
    }
}

extension Step {
    /// Step of each type of event.
    static let of: [EventType: Step] = Dictionary(
        allCases.flatMap { step in step.events.map { ($0, step) } }, uniquingKeysWith: { first, _ in first })
}
