/// The kinds of event, by the names that journals carry.
public enum EventType: String, Codable, Sendable, CaseIterable {
    /// One for each case of `Event`
    case referralReceived, eligibilityAssessed, consentRecorded, coverageVerified, fitnessChecked,
        productOrdered, slotChanged, washoutChecked, infectiousMarkersReported, labelUsed, collectionStarted,
        bagSealed, leukapheresisCompleted, collectionCounted, materialFrozen, packedOut, custodyTransferred,
        temperatureLogged, shipmentReceived, materialAccepted, lineCleared, lotUsed, batchStarted,
        transductionCompleted, cultureCounted, deviationRaised, batchHarvested, bagFilled, releaseTested,
        releaseApproved, batchReleased, batchFailed, batchRecalled, materialDisposed, recollectionDecided,
        bridgingGiven, readinessConfirmed, lymphodepletionReviewed, identityVerified, thawStarted, thawEnded,
        infusionStarted, infusionCompleted, admitted, discharged, vitalsTaken, neurologyAssessed, labReported,
        crsGraded, icansGraded, orderPlaced, orderStopped, drugGiven, infectionReported, transfused, vaccinated,
        alertAcknowledged, stopOverridden, responseAssessed, progressionReported, followUpVisited, visitMissed,
        registryFormSent, replicationTested, secondMalignancyReported, careTransferred, therapyCancelled, died,
        corrected
}

extension Event {
    /// The event's kind.
    public var type: EventType {
        switch self {
        case .referralReceived: .referralReceived
        case .eligibilityAssessed: .eligibilityAssessed
        case .consentRecorded: .consentRecorded
        case .coverageVerified: .coverageVerified
        case .fitnessChecked: .fitnessChecked
        case .productOrdered: .productOrdered
        case .slotChanged: .slotChanged
        case .washoutChecked: .washoutChecked
        case .infectiousMarkersReported: .infectiousMarkersReported
        case .labelUsed: .labelUsed
        case .collectionStarted: .collectionStarted
        case .bagSealed: .bagSealed
        case .leukapheresisCompleted: .leukapheresisCompleted
        case .collectionCounted: .collectionCounted
        case .materialFrozen: .materialFrozen
        case .packedOut: .packedOut
        case .custodyTransferred: .custodyTransferred
        case .temperatureLogged: .temperatureLogged
        case .shipmentReceived: .shipmentReceived
        case .materialAccepted: .materialAccepted
        case .lineCleared: .lineCleared
        case .lotUsed: .lotUsed
        case .batchStarted: .batchStarted
        case .transductionCompleted: .transductionCompleted
        case .cultureCounted: .cultureCounted
        case .deviationRaised: .deviationRaised
        case .batchHarvested: .batchHarvested
        case .bagFilled: .bagFilled
        case .releaseTested: .releaseTested
        case .releaseApproved: .releaseApproved
        case .batchReleased: .batchReleased
        case .batchFailed: .batchFailed
        case .batchRecalled: .batchRecalled
        case .materialDisposed: .materialDisposed
        case .recollectionDecided: .recollectionDecided
        case .bridgingGiven: .bridgingGiven
        case .readinessConfirmed: .readinessConfirmed
        case .lymphodepletionReviewed: .lymphodepletionReviewed
        case .identityVerified: .identityVerified
        case .thawStarted: .thawStarted
        case .thawEnded: .thawEnded
        case .infusionStarted: .infusionStarted
        case .infusionCompleted: .infusionCompleted
        case .admitted: .admitted
        case .discharged: .discharged
        case .vitalsTaken: .vitalsTaken
        case .neurologyAssessed: .neurologyAssessed
        case .labReported: .labReported
        case .crsGraded: .crsGraded
        case .icansGraded: .icansGraded
        case .orderPlaced: .orderPlaced
        case .orderStopped: .orderStopped
        case .drugGiven: .drugGiven
        case .infectionReported: .infectionReported
        case .transfused: .transfused
        case .vaccinated: .vaccinated
        case .alertAcknowledged: .alertAcknowledged
        case .stopOverridden: .stopOverridden
        case .responseAssessed: .responseAssessed
        case .progressionReported: .progressionReported
        case .followUpVisited: .followUpVisited
        case .visitMissed: .visitMissed
        case .registryFormSent: .registryFormSent
        case .replicationTested: .replicationTested
        case .secondMalignancyReported: .secondMalignancyReported
        case .careTransferred: .careTransferred
        case .therapyCancelled: .therapyCancelled
        case .died: .died
        case .corrected: .corrected
        }
    }

    /// The event's payload.
    var payload: any Codable & Sendable {
        switch self {
        case .referralReceived(let value): value
        case .eligibilityAssessed(let value): value
        case .consentRecorded(let value): value
        case .coverageVerified(let value): value
        case .fitnessChecked(let value): value
        case .productOrdered(let value): value
        case .slotChanged(let value): value
        case .washoutChecked(let value): value
        case .infectiousMarkersReported(let value): value
        case .labelUsed(let value): value
        case .collectionStarted(let value): value
        case .bagSealed(let value): value
        case .leukapheresisCompleted(let value): value
        case .collectionCounted(let value): value
        case .materialFrozen(let value): value
        case .packedOut(let value): value
        case .custodyTransferred(let value): value
        case .temperatureLogged(let value): value
        case .shipmentReceived(let value): value
        case .materialAccepted(let value): value
        case .lineCleared(let value): value
        case .lotUsed(let value): value
        case .batchStarted(let value): value
        case .transductionCompleted(let value): value
        case .cultureCounted(let value): value
        case .deviationRaised(let value): value
        case .batchHarvested(let value): value
        case .bagFilled(let value): value
        case .releaseTested(let value): value
        case .releaseApproved(let value): value
        case .batchReleased(let value): value
        case .batchFailed(let value): value
        case .batchRecalled(let value): value
        case .materialDisposed(let value): value
        case .recollectionDecided(let value): value
        case .bridgingGiven(let value): value
        case .readinessConfirmed(let value): value
        case .lymphodepletionReviewed(let value): value
        case .identityVerified(let value): value
        case .thawStarted(let value): value
        case .thawEnded(let value): value
        case .infusionStarted(let value): value
        case .infusionCompleted(let value): value
        case .admitted(let value): value
        case .discharged(let value): value
        case .vitalsTaken(let value): value
        case .neurologyAssessed(let value): value
        case .labReported(let value): value
        case .crsGraded(let value): value
        case .icansGraded(let value): value
        case .orderPlaced(let value): value
        case .orderStopped(let value): value
        case .drugGiven(let value): value
        case .infectionReported(let value): value
        case .transfused(let value): value
        case .vaccinated(let value): value
        case .alertAcknowledged(let value): value
        case .stopOverridden(let value): value
        case .responseAssessed(let value): value
        case .progressionReported(let value): value
        case .followUpVisited(let value): value
        case .visitMissed(let value): value
        case .registryFormSent(let value): value
        case .replicationTested(let value): value
        case .secondMalignancyReported(let value): value
        case .careTransferred(let value): value
        case .therapyCancelled(let value): value
        case .died(let value): value
        case .corrected(let value): value
        }
    }

    /// Reads the payload of an event of this type.
    init<Key: CodingKey>(_ type: EventType, from container: KeyedDecodingContainer<Key>, forKey key: Key) throws {
        func read<Payload: Decodable>(_ make: (Payload) -> Event) throws -> Event {
            make(try container.decode(Payload.self, forKey: key))
        }
        self =
            switch type {
            case .referralReceived: try read(Event.referralReceived)
            case .eligibilityAssessed: try read(Event.eligibilityAssessed)
            case .consentRecorded: try read(Event.consentRecorded)
            case .coverageVerified: try read(Event.coverageVerified)
            case .fitnessChecked: try read(Event.fitnessChecked)
            case .productOrdered: try read(Event.productOrdered)
            case .slotChanged: try read(Event.slotChanged)
            case .washoutChecked: try read(Event.washoutChecked)
            case .infectiousMarkersReported: try read(Event.infectiousMarkersReported)
            case .labelUsed: try read(Event.labelUsed)
            case .collectionStarted: try read(Event.collectionStarted)
            case .bagSealed: try read(Event.bagSealed)
            case .leukapheresisCompleted: try read(Event.leukapheresisCompleted)
            case .collectionCounted: try read(Event.collectionCounted)
            case .materialFrozen: try read(Event.materialFrozen)
            case .packedOut: try read(Event.packedOut)
            case .custodyTransferred: try read(Event.custodyTransferred)
            case .temperatureLogged: try read(Event.temperatureLogged)
            case .shipmentReceived: try read(Event.shipmentReceived)
            case .materialAccepted: try read(Event.materialAccepted)
            case .lineCleared: try read(Event.lineCleared)
            case .lotUsed: try read(Event.lotUsed)
            case .batchStarted: try read(Event.batchStarted)
            case .transductionCompleted: try read(Event.transductionCompleted)
            case .cultureCounted: try read(Event.cultureCounted)
            case .deviationRaised: try read(Event.deviationRaised)
            case .batchHarvested: try read(Event.batchHarvested)
            case .bagFilled: try read(Event.bagFilled)
            case .releaseTested: try read(Event.releaseTested)
            case .releaseApproved: try read(Event.releaseApproved)
            case .batchReleased: try read(Event.batchReleased)
            case .batchFailed: try read(Event.batchFailed)
            case .batchRecalled: try read(Event.batchRecalled)
            case .materialDisposed: try read(Event.materialDisposed)
            case .recollectionDecided: try read(Event.recollectionDecided)
            case .bridgingGiven: try read(Event.bridgingGiven)
            case .readinessConfirmed: try read(Event.readinessConfirmed)
            case .lymphodepletionReviewed: try read(Event.lymphodepletionReviewed)
            case .identityVerified: try read(Event.identityVerified)
            case .thawStarted: try read(Event.thawStarted)
            case .thawEnded: try read(Event.thawEnded)
            case .infusionStarted: try read(Event.infusionStarted)
            case .infusionCompleted: try read(Event.infusionCompleted)
            case .admitted: try read(Event.admitted)
            case .discharged: try read(Event.discharged)
            case .vitalsTaken: try read(Event.vitalsTaken)
            case .neurologyAssessed: try read(Event.neurologyAssessed)
            case .labReported: try read(Event.labReported)
            case .crsGraded: try read(Event.crsGraded)
            case .icansGraded: try read(Event.icansGraded)
            case .orderPlaced: try read(Event.orderPlaced)
            case .orderStopped: try read(Event.orderStopped)
            case .drugGiven: try read(Event.drugGiven)
            case .infectionReported: try read(Event.infectionReported)
            case .transfused: try read(Event.transfused)
            case .vaccinated: try read(Event.vaccinated)
            case .alertAcknowledged: try read(Event.alertAcknowledged)
            case .stopOverridden: try read(Event.stopOverridden)
            case .responseAssessed: try read(Event.responseAssessed)
            case .progressionReported: try read(Event.progressionReported)
            case .followUpVisited: try read(Event.followUpVisited)
            case .visitMissed: try read(Event.visitMissed)
            case .registryFormSent: try read(Event.registryFormSent)
            case .replicationTested: try read(Event.replicationTested)
            case .secondMalignancyReported: try read(Event.secondMalignancyReported)
            case .careTransferred: try read(Event.careTransferred)
            case .therapyCancelled: try read(Event.therapyCancelled)
            case .died: try read(Event.died)
            case .corrected: try read(Event.corrected)
            }
    }
}
