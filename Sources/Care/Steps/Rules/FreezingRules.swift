/// Step 5b: frozen starting material on its way.
extension StopRule {
    static let coolingCurve = StopRule(
        "freezing.cooling-curve", .freezing, against: [.materialShipment, .acceptance, .manufacture],
        clearedBy: "read the curve; lock bags away that were frozen out of range")
    static let holdMargin = StopRule(
        "freezing.hold-margin", .freezing, against: [.materialShipment],
        clearedBy: "take a shipper that holds long enough, or a shorter way")
    static let frozenTemperature = StopRule(
        "freezing.temperature", .freezing, against: [.acceptance, .manufacture],
        clearedBy: "lock the material away (quarantine); collect again, or read the logger")
    static let frozenExpiry = StopRule(
        "freezing.expiry", .freezing, against: [.acceptance, .manufacture], clearedBy: "collect again")

    static let freezingRules = [coolingCurve, holdMargin, frozenTemperature, frozenExpiry]
}

extension StepFacts {
    func freezingStops() -> [Stop] {
        curveStops()
            + materialPacks(frozen: true).flatMap { pack in
                [holdStop(pack, rule: .holdMargin), frozenExpiryStop(pack)].compactMap(\.self)
                    + temperatureStops(pack, rule: .frozenTemperature, warmest: nil)
            }
    }

    /// A final bag's curve stands against its release and use, a collection bag's against its shipment.
    private func curveStops() -> [Stop] {
        var last: [String: Noted<Freezing>] = [:]
        for freezing in freezings { for bag in freezing.value.bags { last[bag] = freezing } }
        let isFrozen = label?.version.collection?.material == .frozen
        let expected = Set(finalBags.map(\.value.bag) + (isFrozen ? collectionBags.map(\.value.bag) : []))
        let unfrozen = expected.subtracting(last.keys).filter { disposal(of: $0) == nil && !isInfused($0) }.sorted()
        let unknown = unfrozen.filter { bag in !isFailed(finalBag(bag)?.value.batch ?? "") }.map { bag in
            StopRule.coolingCurve.unknown(
                "freezing of \(bag) is not recorded", about: bag,
                against: finalBag(bag) == nil ? nil : [.release, .productShipment, .thaw, .infusion])
        }
        return unknown
            + last.sorted { $0.key < $1.key }.compactMap { bag, freezing in
                guard freezing.value.curveInRange != true, disposal(of: bag) == nil else { return nil }
                let actions: [Action]? = finalBag(bag) == nil ? nil : [.release, .productShipment, .thaw, .infusion]
                let threshold = "the cooling curve must be in range"
                return freezing.value.curveInRange == nil
                    ? StopRule.coolingCurve.unknown(
                        "the cooling curve of \(bag) was not read", threshold, in: freezing, about: bag,
                        against: actions)
                    : StopRule.coolingCurve.found(
                        "\(bag) cooled out of range", threshold, in: freezing, about: bag, against: actions)
            }
    }

    /// Frozen material is good for as long as the label says, from its collection.
    private func frozenExpiryStop(_ pack: Noted<PackOut>) -> Stop? {
        let rule = StopRule.frozenExpiry
        guard batches.isEmpty else { return nil }
        let months = label?.version.collection?.expiryMonths
        // A month counts 30 days: the shorter reading.
        let byLabel = months.flatMap { months in collections.first.map { $0.at.advanced(byDays: months * 30) } }
        guard let expiry = [pack.value.expiresAt, byLabel].compactMap(\.self).min() else {
            return rule.unknown("shipment \(pack.value.shipment) has no expiry", in: pack, about: pack.value.shipment)
        }
        guard at > expiry else { return nil }
        return rule.found(
            "shipment \(pack.value.shipment) expired", expiry.iso8601, in: pack, about: pack.value.shipment)
    }

    /// What a shipment of starting material that is about to be packed would violate.
    func materialShipmentObjections(to event: Event, by actor: Actor) -> [Stop] {
        guard case .packedOut(let pack) = event, pack.content == .startingMaterial else { return [] }
        let place = Noted(pack, Pathway.Record(event: event, at: at, entry: nil, actor: actor))
        guard isFrozen(pack) else {
            guard let expiry = pack.expiresAt else {
                return [StopRule.freshExpiry.unknown("shipment \(pack.shipment) has no expiry", about: pack.shipment)]
            }
            let arrival = at.advanced(byDays: pack.transitDays)
            guard arrival > expiry else { return [] }
            return [
                StopRule.freshExpiry.found(
                    "shipment \(pack.shipment) arrives \(arrival.iso8601)", "expires \(expiry.iso8601)",
                    about: pack.shipment)
            ]
        }
        return [holdStop(place, rule: .holdMargin)].compactMap(\.self)
    }
}
