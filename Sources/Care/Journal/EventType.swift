/// The kinds of event, by the names that journals carry.
public enum EventType: String, Codable, Sendable, CaseIterable {
    /// One for each case of `Event`
    case referralReceived, eligibilityAssessed, consentRecorded, productOrdered, leukapheresisCompleted,
        shipmentReceived, batchStarted, transductionCompleted, batchHarvested, releaseTested, batchReleased,
        batchFailed, bridgingGiven, identityVerified, infusionCompleted, admitted, discharged, vitalsTaken,
        neurologyAssessed, labReported, crsGraded, icansGraded, orderPlaced, orderStopped, drugGiven,
        infectionReported, responseAssessed, progressionReported, followUpVisited, therapyCancelled, died, corrected
}

extension Event {
    /// The event's kind.
    public var type: EventType {
        switch self {
        case .referralReceived: .referralReceived
        case .eligibilityAssessed: .eligibilityAssessed
        case .consentRecorded: .consentRecorded
        case .productOrdered: .productOrdered
        case .leukapheresisCompleted: .leukapheresisCompleted
        case .shipmentReceived: .shipmentReceived
        case .batchStarted: .batchStarted
        case .transductionCompleted: .transductionCompleted
        case .batchHarvested: .batchHarvested
        case .releaseTested: .releaseTested
        case .batchReleased: .batchReleased
        case .batchFailed: .batchFailed
        case .bridgingGiven: .bridgingGiven
        case .identityVerified: .identityVerified
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
        case .responseAssessed: .responseAssessed
        case .progressionReported: .progressionReported
        case .followUpVisited: .followUpVisited
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
        case .productOrdered(let value): value
        case .leukapheresisCompleted(let value): value
        case .shipmentReceived(let value): value
        case .batchStarted(let value): value
        case .transductionCompleted(let value): value
        case .batchHarvested(let value): value
        case .releaseTested(let value): value
        case .batchReleased(let value): value
        case .batchFailed(let value): value
        case .bridgingGiven(let value): value
        case .identityVerified(let value): value
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
        case .responseAssessed(let value): value
        case .progressionReported(let value): value
        case .followUpVisited(let value): value
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
            case .productOrdered: try read(Event.productOrdered)
            case .leukapheresisCompleted: try read(Event.leukapheresisCompleted)
            case .shipmentReceived: try read(Event.shipmentReceived)
            case .batchStarted: try read(Event.batchStarted)
            case .transductionCompleted: try read(Event.transductionCompleted)
            case .batchHarvested: try read(Event.batchHarvested)
            case .releaseTested: try read(Event.releaseTested)
            case .batchReleased: try read(Event.batchReleased)
            case .batchFailed: try read(Event.batchFailed)
            case .bridgingGiven: try read(Event.bridgingGiven)
            case .identityVerified: try read(Event.identityVerified)
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
            case .responseAssessed: try read(Event.responseAssessed)
            case .progressionReported: try read(Event.progressionReported)
            case .followUpVisited: try read(Event.followUpVisited)
            case .therapyCancelled: try read(Event.therapyCancelled)
            case .died: try read(Event.died)
            case .corrected: try read(Event.corrected)
            }
    }
}
