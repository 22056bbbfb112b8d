/// Step 12: the product comes back. Shipper, cassette and certificate are compared by the chain of identity.
extension StopRule {
    static let shippedReleased = StopRule(
        "return-shipment.released", .returnShipment, against: [.productShipment],
        clearedBy: "release the batch, in specification or out of it with its approvals")
    static let returnHoldMargin = StopRule(
        "return-shipment.hold-margin", .returnShipment, against: [.productShipment],
        clearedBy: "take a shipper that holds long enough, or a shorter way")
    static let returnTemperature = StopRule(
        "return-shipment.temperature", .returnShipment, against: [.lymphodepletion, .thaw, .infusion],
        clearedBy: "lock the bags away (quarantine), or read the logger")

    static let returnShipmentRules = [shippedReleased, returnHoldMargin, returnTemperature]
}

extension StepFacts {
    func returnShipmentStops() -> [Stop] {
        packs.filter { $0.value.content == .product }.flatMap { pack in
            [holdStop(pack, rule: .returnHoldMargin)].compactMap(\.self) + productTemperatureStops(pack)
        }
    }

    private func productTemperatureStops(_ pack: Noted<PackOut>) -> [Stop] {
        // What ran in already is not stopped any more.
        guard !(pack.value.items.allSatisfy { isInfused($0) } && !pack.value.items.isEmpty) else { return [] }
        return temperatureStops(pack, rule: .returnTemperature, warmest: label?.version.transport)
    }

    func productShipmentObjections(to event: Event, by actor: Actor) -> [Stop] {
        guard case .packedOut(let pack) = event, pack.content == .product else { return [] }
        let batches = Set(pack.items.map { finalBag($0)?.value.batch ?? $0 })
        let unreleased = batches.sorted().filter { release(of: $0) == nil || isFailed($0) }
        let place = Noted(pack, Pathway.Record(event: event, at: at, entry: nil, actor: actor))
        return unreleased.map { batch in
            StopRule.shippedReleased.found(
                "batch \(batch) is not released", "only a released batch travels", about: batch)
        } + [holdStop(place, rule: .returnHoldMargin)].compactMap(\.self)
    }
}
