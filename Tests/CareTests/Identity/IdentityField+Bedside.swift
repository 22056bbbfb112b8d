@testable import Care

extension Event {
    /// Identifiers from line clearance to the end of the infusion.
    var fieldsFromClearance: [IdentityField] {
        switch self {
        case .lineCleared(let it):
            return [
                field(it, Event.lineCleared, \.chainOfIdentity, .batchRecord, .scan),
                field(it, Event.lineCleared, \.batch, .batch, .names),
            ]
        case .batchStarted(let it): return [field(it, Event.batchStarted, \.batch, .batch, .names)]
        case .lotUsed(let it): return [field(it, Event.lotUsed, \.batch, .batch, .names)]
        case .transductionCompleted(let it): return [field(it, Event.transductionCompleted, \.batch, .batch, .names)]
        case .cultureCounted(let it): return [field(it, Event.cultureCounted, \.batch, .batch, .names)]
        case .deviationRaised(let it): return [field(it, Event.deviationRaised, \.batch, .batch, .names)]
        case .batchHarvested(let it): return [field(it, Event.batchHarvested, \.batch, .batch, .names)]
        case .bagFilled(let it):
            return [
                field(it, Event.bagFilled, \.chainOfIdentity, .bagChain, .scan),
                field(it, Event.bagFilled, \.batch, .batch, .names),
                field(it, Event.bagFilled, \.bag, .bag, .introduces),
            ]
        case .releaseTested(let it): return [field(it, Event.releaseTested, \.batch, .batch, .names)]
        case .releaseApproved(let it): return [field(it, Event.releaseApproved, \.batch, .batch, .names)]
        case .batchReleased(let it): return [field(it, Event.batchReleased, \.batch, .batch, .names)]
        case .batchFailed(let it): return [field(it, Event.batchFailed, \.batch, .batch, .names)]
        case .batchRecalled(let it): return [field(it, Event.batchRecalled, \.batch, .batch, .names)]
        case .materialDisposed(let it):
            let kind: IdentityField.Kind = it.item.hasPrefix("BAG") ? .bag : .batch
            return [field(it, Event.materialDisposed, \.item, kind, .names)]
        case .readinessConfirmed(let it): return known(it, Event.readinessConfirmed, \.batch, .batch, .names)
        case .identityVerified(let it):
            return [
                field(it, Event.identityVerified, \.band, .band, .scan),
                field(it, Event.identityVerified, \.bag, .bagChain, .scan),
                field(it, Event.identityVerified, \.order, .order, .scan),
                field(it, Event.identityVerified, \.certificate, .certificate, .scan),
            ] + known(it, Event.identityVerified, \.cassette, .cassette, .scan)
                + known(it, Event.identityVerified, \.bagIdentifier, .bag, .names)
        case .thawStarted(let it):
            return [
                field(it, Event.thawStarted, \.chainOfIdentity, .bagChain, .scan),
                field(it, Event.thawStarted, \.bag, .bag, .names),
            ]
        case .thawEnded(let it):
            return [
                field(it, Event.thawEnded, \.chainOfIdentity, .bagChain, .scan),
                field(it, Event.thawEnded, \.bag, .bag, .names),
            ]
        case .infusionStarted(let it):
            return [
                field(it, Event.infusionStarted, \.band, .band, .scan),
                field(it, Event.infusionStarted, \.chainOfIdentity, .bagChain, .scan),
                field(it, Event.infusionStarted, \.bag, .bag, .names),
            ]
        case .infusionCompleted(let it):
            return [field(it, Event.infusionCompleted, \.batch, .batch, .names)]
                + known(it, Event.infusionCompleted, \.bag, .bag, .names)
        default: return []
        }
    }
}

// MARK: Fields by key path

func field<Payload>(
    _ payload: Payload, _ make: @escaping (Payload) -> Event, _ path: WritableKeyPath<Payload, String>,
    _ kind: IdentityField.Kind, _ role: IdentityField.Role
) -> IdentityField {
    IdentityField(kind: kind, role: role, value: payload[keyPath: path]) { value in
        var copy = payload
        copy[keyPath: path] = value
        return make(copy)
    }
}
func known<Payload>(
    _ payload: Payload, _ make: @escaping (Payload) -> Event, _ path: WritableKeyPath<Payload, String?>,
    _ kind: IdentityField.Kind, _ role: IdentityField.Role
) -> [IdentityField] {
    payload[keyPath: path].map { value in
        [
            IdentityField(kind: kind, role: role, value: value) { value in
                var copy = payload
                copy[keyPath: path] = value
                return make(copy)
            }
        ]
    } ?? []
}
func each<Payload>(
    _ payload: Payload, _ make: @escaping (Payload) -> Event, _ path: WritableKeyPath<Payload, [String]>
) -> [IdentityField] {
    payload[keyPath: path].indices.map { index in
        IdentityField(kind: .bag, role: .names, value: payload[keyPath: path][index]) { value in
            var copy = payload
            copy[keyPath: path][index] = value
            return make(copy)
        }
    }
}
