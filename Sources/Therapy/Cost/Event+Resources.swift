import Care

extension Event {
    /// The resource that an event uses by itself, with how much of it. What depends on other events (days of a stay,
    /// courses, a dose's place in its order) is counted by the ledger that reads the whole journal.
    var resource: (resource: Price.Resource, amount: Double)? {
        switch self {
        case .referralReceived: (.consultation, 1)
        case .leukapheresisCompleted: (.leukapheresis, 1)
        case .shipmentReceived: (.shipment, 1)
        case .bridgingGiven: (.bridging, 1)
        case .drugGiven(let dose): dose.drug.resource.map { ($0, 1) }
        case .infectionReported(let infection): infection.grade >= 3 ? (.severeInfection, 1) : nil
        case .transfused(let transfusion): (.transfusion, Double(transfusion.units))
        case .responseAssessed: (.responseAssessment, 1)
        case .followUpVisited: (.visit, 1)
        // The look at fitness before lymphodepletion is the baseline assessment of the disease.
        case .fitnessChecked: (.responseAssessment, 1)
        // Stays, courses of lymphodepletion and products are counted over several events.
        case .admitted, .discharged, .died, .infusionCompleted, .orderPlaced, .orderStopped: nil
        // The manufacturer's work is in the product's price.
        case .productOrdered, .slotChanged, .materialAccepted, .lineCleared, .lotUsed, .batchStarted,
            .transductionCompleted, .cultureCounted, .deviationRaised, .batchHarvested, .bagFilled, .releaseTested,
            .releaseApproved, .batchReleased, .batchFailed, .batchRecalled:
            nil
        // Part of the consultation, the leukapheresis, the shipment, the ward day or the visit at which it happens.
        case .eligibilityAssessed, .consentRecorded, .coverageVerified, .washoutChecked, .infectiousMarkersReported,
            .labelUsed, .collectionStarted, .bagSealed, .collectionCounted, .materialFrozen, .packedOut,
            .custodyTransferred, .temperatureLogged, .materialDisposed, .recollectionDecided, .readinessConfirmed,
            .lymphodepletionReviewed, .identityVerified, .thawStarted, .thawEnded, .infusionStarted, .vitalsTaken,
            .neurologyAssessed, .labReported, .crsGraded, .icansGraded, .vaccinated, .alertAcknowledged,
            .stopOverridden, .progressionReported, .visitMissed, .registryFormSent, .replicationTested,
            .secondMalignancyReported, .careTransferred, .therapyCancelled, .corrected:
            nil
        }
    }
}

extension Drug {
    /// The resource of one dose, for drugs that are priced by the dose.
    fileprivate var resource: Price.Resource? {
        switch self {
        case .tocilizumab: .tocilizumabDose
        case .siltuximab: .siltuximabDose
        case .anakinra: .anakinraDose
        case .filgrastim: .filgrastimDay
        case .immunoglobulin: .immunoglobulinDose
        // By the course; by the day; with the ward day.
        case .fludarabine, .cyclophosphamide, .bendamustine: nil
        case .dexamethasone, .methylprednisolone: nil
        case .paracetamol, .fluidBolus, .vasopressor, .oxygen, .levetiracetam: nil
        }
    }
}

extension Ledger {
    /// Books what belongs to the centre: resources that no product prices, which the course does not count itself.
    mutating func bookCentre(_ event: Event) {
        guard let use = event.resource else { return }
        switch use.resource {
        case .consultation, .severeInfection, .shipment, .transfusion: self[use.resource] += use.amount
        default: break
        }
    }
}
