@testable import Care

extension Treatment {
    typealias Test = Certificate.Test

    static func test(_ name: String, _ value: Double, _ unit: String, passed: Bool = true) -> Test {
        Test(name: name, value: value, unit: unit, limit: "", passed: passed)
    }

    static let goodTests = [
        test("viability", 0.92, "1"), test("carPositive", 0.4, "1"), test("vectorCopyNumber", 2, "{copies}/{cell}"),
        test("mycoplasma", 0, "1"), test("sterility", 0, "1"),
    ]

    static func bag(
        _ number: Int, of count: Int = 2, cells: Double = 35, component: String? = nil, name: String? = nil,
        batch: String = "B1", expires day: Double? = 300
    ) -> FinalBag {
        FinalBag(
            batch: batch, bag: name ?? "F\(number)", number: number, of: count, component: component,
            carPositiveCells: cells, volume: 30, chainOfIdentity: therapy, expiresAt: day.map(time))
    }

    static func label(_ serial: String, _ fate: LabelUse.Fate, on item: String? = nil) -> Event {
        .labelUsed(LabelUse(serial: serial, fate: fate, chainOfIdentity: therapy, item: item))
    }

    static func hand(_ item: String, from: Actor, to: Actor) -> Event {
        .custodyTransferred(CustodyTransfer(item: item, from: from, to: to, chainOfIdentity: therapy))
    }

    static func dose(_ drug: Drug, _ amount: Double) -> Event {
        .drugGiven(DrugAdministration(drug: drug, amount: amount, unit: "mg", minutes: 30))
    }

    static let start = InfusionStart(
        bag: "F1", band: therapy, chainOfIdentity: therapy, expectedMinutes: 30, leukodepletingFilter: false)

    /// Everything, in order.
    static var standard: Treatment {
        var treatment = Treatment()
        treatment.addAccess()
        treatment.addCollection()
        treatment.addManufacture()
        treatment.addReturn()
        treatment.addReadiness()
        treatment.addBag("F1", cells: 35, thawed: -2.0 / 24, started: -5.0 / 1440)
        treatment.addBag("F2", cells: 35, thawed: 1.0 / 24, started: 1.5 / 24)
        return treatment
    }

    mutating func addAccess() {
        let product = label?.subject.product ?? ""
        let version = label?.nameAndVersion ?? ""
        var referral = Referral.sample(age: 60, weight: 80)
        referral.disease = label?.version.indications?.first?.disease.words ?? "multiple myeloma"
        add("referral", -60, .referralReceived(referral), Self.coordinator)
        add(
            "eligibility", -59,
            .eligibilityAssessed(EligibilityAssessment(eligible: true, reasons: [], productVersion: version)),
            Self.physician)
        add("consent", -58, .consentRecorded(Consent(given: true)), Self.physician)
        add("coverage", -57, .coverageVerified(Coverage(status: .approved)), Self.payer)
        add(
            "order", -56,
            .productOrdered(
                ProductOrder(product: product, productVersion: version, chainOfIdentity: Self.therapy)), Self.physician)
        add("slot", -55, .slotChanged(slot("SLOT-1")), Self.factory)
        add("lymphocytes", -46, .labReported(LabResult(.lymphocytes, 0.8)), Self.laboratory)
        add(
            "markers", -46,
            .infectiousMarkersReported(
                InfectiousMarkers(
                    takenAt: Self.time(-47),
                    markers: [.init(name: "HBsAg", reactive: false), .init(name: "Anti-HIV 1/2", reactive: false)])),
            Self.laboratory)
        add(
            "bendamustine", -46, .washoutChecked(Washout(treatment: "bendamustine", neverGiven: true)), Self.physician)
        add(
            "corticosteroid", -46,
            .washoutChecked(Washout(treatment: "corticosteroid", lastGivenAt: Self.time(-70))), Self.physician)
    }

    func slot(_ name: String, startsAt day: Double? = -43.5, status: ManufacturingSlot.Status = .booked)
        -> ManufacturingSlot
    {
        ManufacturingSlot(slot: name, status: status, manufacturer: "Maker", startsAt: day.map(Self.time))
    }

    static let materialPack = PackOut(
        shipment: "SH-1", content: .startingMaterial, items: ["A1"], chainOfIdentity: therapy, shipper: "cool box",
        logger: "LOG-1", transitDays: 1, expiresAt: time(-43), lowestTemperature: 2, highestTemperature: 8)
    static let productPack = PackOut(
        shipment: "SH-2", content: .product, items: ["F1", "F2"], chainOfIdentity: therapy, shipper: "dewar",
        logger: "LOG-2", holdDays: 10, holdFactor: 0.8, transitDays: 2, highestTemperature: -150)
    static let count = CollectionCount(
        donation: "DIN-1", volume: 200, nucleatedCells: 8, cd3: 3, viability: 0.98, expectedCD3: 3.2)

    mutating func addCollection() {
        add("label-1", -45.01, Self.label("L1", .printed), Self.nurse)
        add(
            "collection", -45,
            .collectionStarted(
                CollectionStart(
                    donation: "DIN-1", band: Self.therapy, label: Self.therapy, identifiersAsked: 2,
                    checkedBy: ["Ada", "Ben"])), Self.nurse)
        add("label-1-used", -44.9, Self.label("L1", .used, on: "A1"), Self.nurse)
        add(
            "sealed", -44.85,
            .bagSealed(CollectionBag(bag: "A1", donation: "DIN-1", chainOfIdentity: Self.therapy, volume: 200)),
            Self.nurse)
        add(
            "collected", -44.85,
            .leukapheresisCompleted(Leukapheresis(collection: 1, cd3Before: 0.7, volumeProcessed: 12, cd3Collected: 3)),
            Self.nurse)
        add("counted", -44.8, .collectionCounted(Self.count), Self.cellLab)
        add("packed", -44.75, .packedOut(Self.materialPack), Self.nurse)
        add("to-courier", -44.7, Self.hand("SH-1", from: Self.nurse, to: Self.courier), Self.courier)
        add("logged", -44, .temperatureLogged(TemperatureReading(shipment: "SH-1", temperature: 5)), Self.courier)
        add("to-factory", -43.8, Self.hand("SH-1", from: Self.courier, to: Self.factory), Self.factory)
        add(
            "received", -43.75,
            .shipmentReceived(
                Shipment(
                    content: .startingMaterial, reference: "DIN-1", cryopreserved: false, days: 1, shipment: "SH-1",
                    chainOfIdentity: Self.therapy)), Self.factory)
    }

    static func lot(
        _ kind: LotUse.Kind, _ lot: String, batch: String = "B1", released: Bool? = true, expires day: Double? = 10,
        product: String? = nil
    ) -> LotUse {
        LotUse(batch: batch, kind: kind, lot: lot, released: released, expiresAt: day.map(time), product: product)
    }

    mutating func addManufacture() {
        add(
            "accepted", -43.7,
            .materialAccepted(
                MaterialAcceptance(
                    accepted: true, batch: "B1", donation: "DIN-1", chainOfIdentity: Self.therapy,
                    batchChainOfIdentity: Self.therapy)), Self.quality)
        add(
            "cleared", -43.65,
            .lineCleared(LineClearance(batch: "B1", workstation: "WS1", chainOfIdentity: Self.therapy)), Self.factory)
        add("started", -43.6, .batchStarted(BatchStart(batch: "B1", attempt: 1, cd3Input: 1)), Self.factory)
        add("reagent", -43.6, .lotUsed(Self.lot(.reagent, "R-1")), Self.factory)
        add(
            "vector", -42.6, .lotUsed(Self.lot(.vector, "V-1", product: label?.subject.product)), Self.factory)
        add(
            "transduced", -42.5,
            .transductionCompleted(Transduction(batch: "B1", carPositive: 0.4, vectorCopyNumber: 2)), Self.factory)
        add(
            "culture", -35,
            .cultureCounted(
                CultureCount(batch: "B1", cultureDays: 8, viableCells: 0.5, viability: 0.93, forecastDose: 70)),
            Self.factory)
        add(
            "harvested", -34,
            .batchHarvested(
                Harvest(
                    batch: "B1", cultureDays: 9, doublings: 5, carPositiveCells: 70, viability: 0.92,
                    memoryFraction: 0.4)),
            Self.factory)
        for number in 1...2 {
            add("label-F\(number)", -34, Self.label("L-F\(number)", .printed), Self.factory)
            add("filled-F\(number)", -34, .bagFilled(Self.bag(number)), Self.factory)
            add("label-F\(number)-used", -34, Self.label("L-F\(number)", .used, on: "F\(number)"), Self.factory)
        }
        add("frozen", -33.9, .materialFrozen(Freezing(bags: ["F1", "F2"], curveInRange: true)), Self.factory)
        add("certificate", -30, .releaseTested(Certificate(batch: "B1", tests: Self.goodTests)), Self.laboratory)
        add(
            "released", -25,
            .batchReleased(
                Release(batch: "B1", inSpecification: true, deviations: [], signedBy: [Self.quality])), Self.quality)
    }

    mutating func addReturn() {
        add("sent", -24, .packedOut(Self.productPack), Self.factory)
        add("sent-courier", -23.9, Self.hand("SH-2", from: Self.factory, to: Self.courier), Self.courier)
        add(
            "sent-logged", -23, .temperatureLogged(TemperatureReading(shipment: "SH-2", temperature: -180)),
            Self.courier)
        add("sent-lab", -22, Self.hand("SH-2", from: Self.courier, to: Self.cellLab), Self.cellLab)
        add(
            "delivered", -22,
            .shipmentReceived(
                Shipment(
                    content: .product, reference: "B1", cryopreserved: true, days: 2, shipment: "SH-2",
                    chainOfIdentity: Self.therapy)), Self.cellLab)
    }

    mutating func addReadiness() {
        add(
            "on-site", -21, .readinessConfirmed(Readiness(what: .productOnSite, ready: true, batch: "B1")), Self.cellLab
        )
        add(
            "tocilizumab", -20, .readinessConfirmed(Readiness(what: .tocilizumab, ready: true, count: 2)),
            Self.pharmacist)
        add("room", -20, .readinessConfirmed(Readiness(what: .room, ready: true)), Self.coordinator)
        add(
            "fitness", -6,
            .fitnessChecked(FitnessCheck(ecog: 1, activeInfection: false, pregnant: false, creatinineClearance: 80)),
            Self.physician)
        add(
            "review", -6,
            .lymphodepletionReviewed(LymphodepletionReview(creatinineClearance: 80, fludarabineDose: 30)),
            Self.pharmacist)
        for day in [-5.0, -4, -3] {
            add("cy\(Int(day))", day, Self.dose(.cyclophosphamide, 560), Self.nurse)
            add("flu\(Int(day))", day, Self.dose(.fludarabine, 56), Self.nurse)
        }
    }

    mutating func addBag(_ bag: String, cells: Double, thawed: Double, started: Double) {
        add(
            "verified-\(bag)", thawed - 0.02,
            .identityVerified(
                IdentityCheck(
                    band: Self.therapy, bag: Self.therapy, order: Self.therapy, certificate: Self.therapy,
                    checkedBy: ["Ada", "Ben"], bagIdentifier: bag, cassette: Self.therapy)), Self.nurse)
        add("thaw-\(bag)", thawed - 0.01, .thawStarted(Thaw(bag: bag, chainOfIdentity: Self.therapy)), Self.cellLab)
        add("thawed-\(bag)", thawed, .thawEnded(Thaw(bag: bag, chainOfIdentity: Self.therapy)), Self.cellLab)
        var start = Self.start
        start.bag = bag
        add("start-\(bag)", started, .infusionStarted(start), Self.nurse)
        add(
            "end-\(bag)", started + 0.5 / 24,
            .infusionCompleted(
                Infusion(
                    batch: "B1", carPositiveCells: cells, cellsPerKilogram: cells / 80, minutesSinceThaw: 100, bag: bag)
            ),
            Self.nurse)
    }
}
