/// Shipments under way.
extension AlertLog {
    mutating func send(_ pack: PackOut, _ entry: Entry) {
        memory.underWay[pack.shipment] = pack.content
        if let hold = pack.holdDays {
            let usable = hold * (pack.holdFactor ?? 1)
            let left = min(rules.holdDays, usable / 2)
            let draft = Draft(
                family: "shipper-hold/\(pack.shipment)",
                title: "Shipper \(pack.shipper) has less than \(left) days of hold left", owner: .courier,
                urgency: .now,
                reasons: [
                    reason(
                        "packed \(entry.occurredAt.iso8601), holds \(usable) days", "\(left) days left", entry,
                        "assumed")
                ])
            set(
                "shipper-hold/\(pack.shipment)", at: entry.occurredAt.advanced(byDays: usable - left), .raise(draft))
        }
        let late = Draft(
            family: "shipment-late/\(pack.shipment)", title: "Shipment \(pack.shipment) has not arrived",
            owner: .courier, urgency: .now,
            reasons: [
                reason(
                    "planned for \(pack.transitDays) days", "1.5 times that", entry, "step 5: hold of 1.5 transits",
                    .read)
            ])
        set(
            "shipment-late/\(pack.shipment)", at: entry.occurredAt.advanced(byDays: pack.transitDays * 1.5),
            .raise(late))
        if let expiry = pack.expiresAt {
            expire("expires/\(pack.shipment)", "Shipment \(pack.shipment)", expiry, days: 0.5, .courier, entry)
        }
    }

    mutating func receive(_ shipment: Shipment, _ entry: Entry) {
        let arrived =
            shipment.shipment.map { [$0] }
            ?? memory.underWay.filter { $0.value == shipment.content }.keys.sorted()
        for name in arrived {
            memory.underWay[name] = nil
            for family in ["shipper-hold", "shipment-late", "expires"] {
                resolve("\(family)/\(name)", at: entry.occurredAt, why: "it arrived", entry: entry.sequence)
            }
        }
    }
}
