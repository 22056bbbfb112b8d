@testable import Care

extension RandomJourney {
    /// One to three collections, each with its labels and bags, shipped together or each alone; the donations.
    mutating func collect() -> [String] {
        var donations: [String] = []
        var waiting: [String] = []
        var shipped = 0
        let days = pick([1, 1, 1, 2, 2, 3])
        let isTogether = happens(2)
        for _ in 0..<days {
            let donation = name("DIN")
            donations.append(donation)
            waiting += collect(donation)
            wait(days: 0...1)
            if !isTogether {
                ship(waiting, content: .startingMaterial, references: [donation] + waiting)
                waiting = []
                shipped += 1
            }
        }
        if !waiting.isEmpty { ship(waiting, content: .startingMaterial, references: donations + waiting) }
        return donations
    }

    private mutating func collect(_ donation: String) -> [String] {
        let bags = (0..<draw(1...2)).map { _ in name("BAG") }
        let labels = printLabels(draw(bags.count...(bags.count + 3)), by: Self.nurse)
        write(
            .collectionStarted(
                CollectionStart(
                    donation: donation, band: therapy, label: therapy, identifiersAsked: draw(2...3),
                    checkedBy: ["Ada", "Ben"])), by: Self.nurse)
        for (bag, label) in zip(bags, labels) {
            let isSealedFirst = happens(2)
            let seal = Event.bagSealed(
                CollectionBag(bag: bag, donation: donation, chainOfIdentity: therapy, volume: Double(draw(100...300))))
            if isSealedFirst { write(seal, by: Self.nurse) }
            use(label, on: bag, by: Self.nurse)
            if !isSealedFirst { write(seal, by: Self.nurse) }
        }
        let record = Leukapheresis(collection: 1, cd3Before: 0.5, volumeProcessed: 10, cd3Collected: 3)
        write(.leukapheresisCompleted(record), by: Self.nurse)
        account(for: labels.dropFirst(bags.count), by: Self.nurse)
        if happens(2) { write(.collectionCounted(CollectionCount(donation: donation, cd3: 3)), by: Self.cellLab) }
        for bag in bags { hand(bag, from: Self.nurse, to: Self.cellLab) }
        if happens(2) { write(.materialFrozen(Freezing(bags: bags, curveInRange: true)), by: Self.cellLab) }
        return bags
    }

    // MARK: Labels

    mutating func printLabels(_ count: Int, by actor: Actor) -> [String] {
        (0..<count).map { _ in
            let serial = name("L")
            write(
                .labelUsed(LabelUse(serial: serial, fate: .printed, chainOfIdentity: therapy)), by: actor,
                minutes: 1...3)
            return serial
        }
    }

    mutating func use(_ serial: String, on item: String, by actor: Actor) {
        if happens(6) {
            write(.labelUsed(LabelUse(serial: serial, fate: .passedOn, chainOfIdentity: therapy)), by: actor)
        }
        write(.labelUsed(LabelUse(serial: serial, fate: .used, chainOfIdentity: therapy, item: item)), by: actor)
    }

    /// Labels left over are voided, destroyed, or put on a tube.
    mutating func account(for labels: some Sequence<String>, by actor: Actor) {
        for label in labels {
            let fate = pick([LabelUse.Fate.voided, .destroyed, .used])
            write(
                .labelUsed(
                    LabelUse(
                        serial: label, fate: fate, chainOfIdentity: therapy, item: fate == .used ? name("TUBE") : nil)),
                by: actor)
        }
    }

    // MARK: Transport

    mutating func hand(_ item: String, from: Actor, to: Actor) {
        write(.custodyTransferred(CustodyTransfer(item: item, from: from, to: to, chainOfIdentity: therapy)), by: to)
    }

    /// Packs, sends with one to three couriers, receives.
    mutating func ship(_ bags: [String], content: Shipment.Content, references: [String]) {
        let shipment = name("SH")
        let isProduct = content == .product
        let packer = isProduct ? Self.operators[0] : Self.cellLab
        let receiver = isProduct ? Self.cellLab : Self.operators[0]
        write(
            .packedOut(
                PackOut(
                    shipment: shipment, content: content, items: bags, chainOfIdentity: therapy, shipper: "dewar",
                    logger: "logger", holdDays: 10, holdFactor: 0.6, transitDays: 2)), by: packer)
        var holder = packer
        for courier in Self.couriers.prefix(draw(1...3)) {
            hand(shipment, from: holder, to: courier)
            holder = courier
            if happens(2) {
                write(
                    .temperatureLogged(TemperatureReading(shipment: shipment, temperature: -160)), by: courier,
                    minutes: 60...600)
            }
        }
        // The receiver takes it and scans it, or the courier scans it in and then hands it over.
        let isScannedByCourier = happens(3)
        if !isScannedByCourier { hand(shipment, from: holder, to: receiver) }
        write(
            .shipmentReceived(
                Shipment(
                    content: content, reference: pick(references), cryopreserved: isProduct, days: 1,
                    shipment: shipment, chainOfIdentity: therapy)), by: isScannedByCourier ? holder : receiver)
        if isScannedByCourier, happens(2) {
            hand(shipment, from: holder, to: receiver)
        } else if isScannedByCourier {
            for bag in bags { hand(bag, from: holder, to: receiver) }
        }
    }
}
