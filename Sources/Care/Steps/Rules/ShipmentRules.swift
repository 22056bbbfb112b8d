/// Step 5a: fresh starting material on its way; and what every shipment is held against.
extension StopRule {
    static let freshExpiry = StopRule(
        "fresh-shipment.expiry", .freshShipment, against: [.acceptance, .manufacture],
        clearedBy: "lock the material away and collect again")
    static let freshTemperature = StopRule(
        "fresh-shipment.temperature", .freshShipment, against: [.acceptance, .manufacture],
        clearedBy: "lock the material away (quarantine); collect again, or read the logger")

    static let shipmentRules = [freshExpiry, freshTemperature]
}

extension StepFacts {
    /// Shipments of starting material, fresh or frozen, by what was frozen and by what the label says.
    func materialPacks(frozen: Bool) -> [Noted<PackOut>] {
        packs.filter { $0.value.content == .startingMaterial && isFrozen($0.value) == frozen }
    }

    /// Whether a shipment travels frozen: all products here do; material does if its bags were frozen, or, where no bag
    /// is recorded as frozen, if the label's material is.
    func isFrozen(_ pack: PackOut) -> Bool {
        guard pack.content == .startingMaterial else { return true }
        let frozen = Set(freezings.flatMap(\.value.bags))
        if pack.items.contains(where: frozen.contains) { return true }
        return label?.version.collection?.material == .frozen
    }

    func freshShipmentStops() -> [Stop] {
        materialPacks(frozen: false).flatMap { pack in
            [expiryStop(pack)].compactMap(\.self)
                + temperatureStops(pack, rule: .freshTemperature, warmest: nil)
        }
    }

    /// Fresh material is good until the earlier of what is written on it and what the label allows.
    private func expiryStop(_ pack: Noted<PackOut>) -> Stop? {
        let rule = StopRule.freshExpiry
        guard batches.isEmpty else { return nil }
        let hours = label?.version.collection?.expiryHours
        let byLabel = hours.flatMap { hours in collections.first.map { $0.at.advanced(byDays: hours / 24) } }
        guard let expiry = [pack.value.expiresAt, byLabel].compactMap(\.self).min() else {
            return rule.unknown(
                "shipment \(pack.value.shipment) has no expiry", in: pack, about: pack.value.shipment)
        }
        guard at > expiry else { return nil }
        return rule.found(
            "shipment \(pack.value.shipment) expired", expiry.iso8601, in: pack, about: pack.value.shipment)
    }

    /// What a logger read against the limits of its shipment. No reading, and one that cannot be read, are unknown.
    func temperatureStops(_ pack: Noted<PackOut>, rule: StopRule, warmest limit: Label.Transport?) -> [Stop] {
        let value = pack.value
        guard !value.items.contains(where: { disposal(of: $0) != nil }) || value.items.isEmpty else { return [] }
        let highest = [value.highestTemperature, limit?.atMost].compactMap(\.self).min()
        guard let highest else {
            return [
                rule.unknown("shipment \(value.shipment) has no highest temperature", in: pack, about: value.shipment)
            ]
        }
        let lowest = isFrozen(value) ? -Double.infinity : value.lowestTemperature
        guard let lowest else {
            return [
                rule.unknown("shipment \(value.shipment) has no lowest temperature", in: pack, about: value.shipment)
            ]
        }
        let log = readings.filter { $0.value.shipment == value.shipment }
        let allowed =
            lowest == -.infinity
            ? "\(highest.asWritten) °C or colder" : "\(lowest.asWritten) to \(highest.asWritten) °C"
        guard !log.isEmpty else {
            return [
                rule.unknown("the logger of \(value.shipment) was not read", allowed, in: pack, about: value.shipment)
            ]
        }
        let source = limit.map { value.highestTemperature ?? .infinity > $0.atMost ? RuleSource($0) : rule.source }
        let unread = log.filter { !($0.value.temperature?.isFinite ?? false) }
        let warm = log.filter { reading in
            reading.value.temperature.map { $0 > highest || $0 < lowest } ?? false
        }
        guard let worst = warm.first ?? unread.first else { return [] }
        let reasons = (warm + unread).map { reading in
            rule.reason(
                reading.value.temperature.map { "\(value.shipment) was at \($0.asWritten) °C" }
                    ?? "the logger of \(value.shipment) could not be read", allowed, in: reading, source: source)
        }
        return [rule.stop(reasons, about: value.shipment, unknown: worst.value.temperature == nil)]
    }

    /// A shipper must hold for one and a half times the planned transit; counted is what is left of its nominal hold.
    func holdStop(_ pack: Noted<PackOut>, rule: StopRule) -> Stop? {
        let value = pack.value
        guard !arrivals.contains(where: { $0.value.shipment == value.shipment }) else { return nil }
        let needed = value.transitDays * StepNumbers.holdMargin
        let threshold = "\(value.transitDays.asWritten) d of transit × 1.5 = \(needed.asWritten) d are asked for"
        guard let days = value.holdDays, let factor = value.holdFactor, (days * factor).isFinite, needed.isFinite else {
            return rule.unknown(
                "how long shipper \(value.shipper) holds is unknown", threshold, in: pack, about: value.shipment)
        }
        guard days * factor < needed else { return nil }
        return rule.found(
            "shipper \(value.shipper) holds \(days.asWritten) d × \(factor.asWritten) = \((days * factor).asWritten) d",
            threshold,
            in: pack, about: value.shipment)
    }
}
