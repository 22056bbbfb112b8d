/// Who may do what. The table names people by their work; a centre that divides work otherwise gives its people these
/// roles. Reading is not regulated here.
extension Event {
    /// Roles that may record the event.
    public var roles: Set<Role> {
        switch self {
        case .releaseApproved(let approval): approval.kind.roles
        default: type.roles
        }
    }
}

extension ReleaseApproval.Kind {
    /// Who may record an approval: the factory's quality offers, the physician asks and takes the consent.
    var roles: Set<Role> {
        switch self {
        case .manufacturerOffer: [.quality, .qualifiedPerson]
        case .physicianRequest, .patientConsent: [.physician]
        case .ethicsCommittee: [.physician, .coordinator]
        }
    }
}

extension EventType {
    /// Roles that may record an event of this type.
    var roles: Set<Role> {
        switch self {
        case .referralReceived, .productOrdered, .therapyCancelled: [.physician, .coordinator]
        case .consentRecorded, .eligibilityAssessed, .responseAssessed, .progressionReported: [.physician]
        case .coverageVerified: [.payer, .coordinator]
        case .slotChanged: [.coordinator, .factory]
        case .fitnessChecked, .neurologyAssessed, .vitalsTaken, .crsGraded, .icansGraded, .discharged, .admitted:
            [.physician, .nurse]
        case .washoutChecked: [.physician, .nurse, .pharmacist]
        case .infectiousMarkersReported: [.laboratory, .physician]
        case .labelUsed: [.nurse, .cellLab, .factory, .quality]
        case .collectionStarted, .bagSealed, .leukapheresisCompleted: [.nurse, .physician]
        case .collectionCounted: [.laboratory, .cellLab]
        case .materialFrozen: [.cellLab, .factory]
        case .packedOut: [.nurse, .cellLab, .factory]
        case .custodyTransferred: [.nurse, .cellLab, .factory, .courier, .quality, .pharmacist]
        case .temperatureLogged: [.nurse, .cellLab, .factory, .courier, .quality]
        case .shipmentReceived: [.nurse, .cellLab, .factory, .courier, .quality, .pharmacist]
        case .materialAccepted, .batchRecalled: [.quality, .qualifiedPerson]
        case .lineCleared: [.factory, .cellLab, .quality]
        case .lotUsed, .batchStarted, .transductionCompleted, .batchHarvested, .bagFilled: [.factory, .cellLab]
        case .cultureCounted: [.factory, .cellLab, .laboratory]
        case .deviationRaised: [.factory, .cellLab, .laboratory, .quality, .qualifiedPerson]
        case .releaseTested: [.laboratory, .quality]
        case .releaseApproved: [.physician, .coordinator, .quality, .qualifiedPerson]
        case .batchReleased: [.quality, .qualifiedPerson]
        case .batchFailed, .materialDisposed: [.quality, .qualifiedPerson, .factory, .cellLab]
        case .recollectionDecided: [.physician, .quality]
        case .bridgingGiven, .drugGiven: [.physician, .nurse, .pharmacist]
        case .readinessConfirmed: [.coordinator, .physician, .nurse, .pharmacist, .cellLab]
        case .lymphodepletionReviewed: [.physician, .pharmacist]
        case .identityVerified: [.physician, .nurse, .cellLab]
        case .thawStarted, .thawEnded: [.cellLab, .nurse, .pharmacist]
        case .infusionStarted, .infusionCompleted, .transfused: [.physician, .nurse]
        case .vaccinated: [.physician, .nurse, .pharmacist]
        case .labReported: [.laboratory, .physician, .nurse]
        case .orderPlaced, .orderStopped: [.physician, .pharmacist]
        case .infectionReported: [.physician, .nurse, .laboratory, .dataManager]
        case .alertAcknowledged:
            [.coordinator, .physician, .nurse, .pharmacist, .laboratory, .cellLab, .quality, .dataManager]
        case .stopOverridden: [.physician, .pharmacist, .quality, .qualifiedPerson]
        case .followUpVisited, .visitMissed, .died: [.physician, .nurse, .coordinator, .dataManager, .registry]
        case .registryFormSent: [.coordinator, .dataManager, .registry]
        case .replicationTested: [.laboratory, .physician, .dataManager]
        case .secondMalignancyReported: [.physician, .dataManager, .registry]
        case .careTransferred: [.physician, .coordinator, .dataManager]
        case .corrected: Set(Role.allCases)
        }
    }
}
