/// Step 2: order and slot.
extension StopRule {
    static let product = StopRule(
        "order.product", .order, against: [.leukapheresis, .manufacture, .lymphodepletion, .infusion],
        clearedBy: "order the product of the label that is used")
    static let labelVersion = StopRule(
        "order.label-version", .order, .warning, against: [.lymphodepletion, .infusion],
        clearedBy: "look at what changed since the order, and order anew if it matters")
    static let siteQualified = StopRule(
        "order.site-qualified", .order, against: [.order, .leukapheresis, .lymphodepletion],
        clearedBy: "have the centre qualified for the product, and enter it in the register")
    static let slotBooked = StopRule(
        "order.slot", .order, against: [.leukapheresis, .manufacture], clearedBy: "book a manufacturing slot")
    static let slotDate = StopRule(
        "order.slot-date", .order, against: [.leukapheresis, .materialShipment],
        clearedBy: "book a slot that starts after collection and transit")
    static let slotTaken = StopRule(
        "order.slot-taken", .order, against: [.booking, .manufacture],
        clearedBy: "look the slot up in the register; book one that no other therapy holds")
    static let oneSlotOneBatch = StopRule(
        "order.one-slot-one-batch", .order, against: [.manufacture], clearedBy: "book a slot of its own for each batch")

    static let orderRules = [
        product, labelVersion, siteQualified, slotBooked, slotDate, slotTaken, oneSlotOneBatch,
    ]
}

extension StepFacts {
    func orderStops() -> [Stop] {
        productStops() + [siteStop(), slotStop(), slotDateStop(transit: nil)].compactMap(\.self) + takenSlots()
            + batchSlots(adding: nil)
    }

    /// Slots that are booked now, by their last word.
    var bookedSlots: [Noted<ManufacturingSlot>] {
        var last: [String: Noted<ManufacturingSlot>] = [:]
        for slot in slots { last[slot.value.slot] = slot }
        return last.values.filter { $0.value.status == .booked }.sorted {
            ($0.at, $0.value.slot) < ($1.at, $1.value.slot)
        }
    }

    private func productStops() -> [Stop] {
        guard let order = orders.last else { return [StopRule.product.unknown("no product is ordered")] }
        guard let label else {
            return [
                StopRule.product.unknown(
                    "no label is given to hold the order of \(order.value.product) against", in: order)
            ]
        }
        guard label.subject.isNamed(order.value.product) else {
            return [
                StopRule.product.found(
                    "ordered is \(order.value.product)", "the label is that of \(label.subject.product)", in: order)
            ]
        }
        guard order.value.productVersion != label.nameAndVersion else { return [] }
        return [
            StopRule.labelVersion.found(
                "ordered with \(order.value.productVersion)", "the label used now is \(label.nameAndVersion)", in: order
            )
        ]
    }

    private func siteStop() -> Stop? {
        guard let product else { return nil }
        guard
            let until = site?.products.first(where: { name, _ in
                name.lowercased() == product.lowercased() || label?.subject.isNamed(name) == true
            })?.value
        else {
            return StopRule.siteQualified.unknown(
                "the register does not say that the centre is qualified for \(product)")
        }
        guard until < at else { return nil }
        return StopRule.siteQualified.found("qualification for \(product) ended", "\(until.iso8601)")
    }

    private func slotStop() -> Stop? {
        guard bookedSlots.isEmpty else { return nil }
        let isFrozen = label?.version.collection?.material == .frozen
        return StopRule.slotBooked.unknown(
            slots.last.map { "slot \($0.value.slot) is \($0.value.status.rawValue)" } ?? "no slot is booked",
            in: slots.last, against: isFrozen ? [.manufacture] : nil)
    }

    /// - Parameter transit: days of a shipment that is about to be packed; nil for the plan of the centre.
    func slotDateStop(transit: Double?) -> Stop? {
        guard let slot = bookedSlots.last else { return nil }
        // What the plan says stands against collecting; against packing stands what the shipment itself says.
        let actions: [Action] = transit == nil ? [.leukapheresis] : [.materialShipment]
        guard let start = slot.value.startsAt else {
            return StopRule.slotDate.unknown("slot \(slot.value.slot) has no date", in: slot, against: actions)
        }
        guard let days = transit ?? site?.transitDays else {
            return StopRule.slotDate.unknown("transit to the factory is not known", in: slot, against: actions)
        }
        guard start < at.advanced(byDays: days) else { return nil }
        return StopRule.slotDate.found(
            "slot \(slot.value.slot) starts \(start.iso8601)",
            "material collected now is there after \(days.asWritten) d, \(at.advanced(byDays: days).iso8601)", in: slot,
            against: actions)
    }

    private func takenSlots() -> [Stop] { bookedSlots.compactMap { takenSlot($0.value, in: $0) } }

    func takenSlot(_ slot: ManufacturingSlot, in place: (any Placed)?) -> Stop? {
        guard let others = site?.otherSlots else {
            return StopRule.slotTaken.unknown(
                "slot \(slot.slot) has not been looked up in the register", in: place, about: slot.slot)
        }
        guard others.contains(slot.slot) else { return nil }
        return StopRule.slotTaken.found("slot \(slot.slot) is held by another therapy", in: place, about: slot.slot)
    }

    /// A batch uses its slot up, whatever becomes of it.
    func batchSlots(adding batch: String?) -> [Stop] {
        let started = Set(batches.map(\.value.batch) + [batch].compactMap(\.self))
        let slots = bookedSlots.count
        guard slots > 0, started.count > slots else { return [] }
        return [
            StopRule.oneSlotOneBatch.found(
                "\(started.count) batches (\(started.sorted().joined(separator: ", ")))",
                "\(slots) slot\(slots == 1 ? " is" : "s are") booked", in: batches.last)
        ]
    }

    func orderObjections(to event: Event) -> [Stop] {
        switch event {
        case .slotChanged(let slot) where slot.status == .booked: [takenSlot(slot, in: nil)].compactMap(\.self)
        case .productOrdered(let order):
            label.map { label in
                label.subject.isNamed(order.product)
                    ? []
                    : [
                        StopRule.product.found(
                            "ordered is \(order.product)", "the label is that of \(label.subject.product)")
                    ]
            } ?? [StopRule.product.unknown("no label is given to hold the order of \(order.product) against")]
        case .batchStarted(let start): batchSlots(adding: start.batch)
        case .packedOut(let pack) where pack.content == .startingMaterial:
            [slotDateStop(transit: pack.transitDays)].compactMap(\.self)
        default: []
        }
    }
}
