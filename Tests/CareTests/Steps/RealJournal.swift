@testable import Care

/// A journal as a centre would write it: a woman of 61 with myeloma, two bags of a product out of specification, too few
/// lymphocytes and an override, a count typed wrongly and corrected, CRS and tocilizumab, four years of follow-up of which
/// the last three at another centre. Written by hand; nobody real.
struct RealJournal {
    static let therapy = "COI-000000001Z"
    private(set) var journal = Journal(therapy: therapy, subject: .real)

    /// The label of this centre's country, and its registers.
    static let label = StepLabels.cilta(in: .eu) { version in
        version.washouts = [
            Label.Washout(
                therapy: .corticosteroid, before: .leukapheresis, days: 3, basis: .consensus, source: "EBMT/EHA",
                flag: .secondary)
        ]
    }
    static let site = Site(
        name: "University hospital", products: ["cilta-cel": at("2030-01-01T00:00:00Z")],
        workstations: ["GMP-3": at("2026-12-31T00:00:00Z")], operators: ["Okoro": at("2026-12-31T00:00:00Z")],
        otherTherapies: ["COI-000000002Y"], otherSlots: ["S-0411"], markerDays: 30,
        requiredMarkers: ["HBsAg", "anti-HCV", "anti-HIV 1/2", "syphilis"], countDays: 7, transitDays: 0.75)

    private static let coordinator = Actor(role: .coordinator, name: "Lindqvist")
    private static let physician = Actor(role: .physician, name: "Dr Amsel")
    private static let consultant = Actor(role: .physician, name: "Dr Brandt")
    private static let nurse = Actor(role: .nurse, name: "Castro")
    private static let laboratory = Actor(role: .laboratory, name: "Duval")
    private static let cellLab = Actor(role: .cellLab, name: "Eide")
    private static let courier = Actor(role: .courier, name: "Frost")
    private static let maker = Actor(role: .factory, name: "Okoro")
    private static let quality = Actor(role: .quality, name: "Grau")
    private static let qualifiedPerson = Actor(role: .qualifiedPerson, name: "Dr Hahn")
    private static let pharmacist = Actor(role: .pharmacist, name: "Ivers")
    private static let payer = Actor(role: .payer, name: "Fund")
    private static let dataManager = Actor(role: .dataManager, name: "Jansen")
    private static let elsewhere = Actor(role: .physician, name: "Dr Kolb")

    static func at(_ text: String) -> Instant {
        do { return try Instant(iso8601: text) } catch { fatalError("\(text): \(error)") }
    }

    @discardableResult
    private mutating func note(_ time: String, _ actor: Actor, _ event: Event, late: String? = nil) -> Int {
        let when = Self.at(time)
        let last = journal.entries.last?.recordedAt ?? when
        journal.record(
            event, by: actor, at: when, recordedAt: max(late.map(Self.at) ?? when, max(when, last)),
            productVersion: Self.label.nameAndVersion)
        return journal.entries.count
    }

    private func label(_ serial: String, _ fate: LabelUse.Fate, on item: String? = nil) -> Event {
        .labelUsed(LabelUse(serial: serial, fate: fate, chainOfIdentity: Self.therapy, item: item))
    }
    private func hand(_ item: String, _ from: Actor, _ to: Actor) -> Event {
        .custodyTransferred(CustodyTransfer(item: item, from: from, to: to, chainOfIdentity: Self.therapy))
    }
    private func dose(_ drug: Drug, _ amount: Double, _ minutes: Double) -> Event {
        .drugGiven(DrugAdministration(drug: drug, amount: amount, unit: "mg", minutes: minutes))
    }

    init() {
        refer()
        collect()
        make()
        bringBack()
        infuse()
        watch()
        follow()
    }

    private mutating func refer() {
        note(
            "2026-01-05T10:20:00+01:00", Self.coordinator,
            .referralReceived(
                Referral(
                    disease: "multiple myeloma", age: 61, sex: .female, weight: 64, height: 165, priorLines: 3, ecog: 1)
            ))
        note(
            "2026-01-08T14:00:00+01:00", Self.physician,
            .eligibilityAssessed(
                EligibilityAssessment(eligible: true, reasons: [], productVersion: Self.label.nameAndVersion)))
        note("2026-01-08T14:45:00+01:00", Self.physician, .consentRecorded(Consent(given: true)))
        note("2026-01-09T09:00:00+01:00", Self.payer, .coverageVerified(Coverage(status: .pending, payer: "Fund")))
        note(
            "2026-01-09T11:00:00+01:00", Self.physician,
            .productOrdered(
                ProductOrder(
                    product: "ciltacabtagene-autoleucel", productVersion: Self.label.nameAndVersion,
                    chainOfIdentity: Self.therapy)))
        note(
            "2026-01-12T08:30:00+01:00", Self.maker,
            .slotChanged(
                ManufacturingSlot(
                    slot: "S-0412", status: .booked, manufacturer: "Maker",
                    startsAt: Self.at("2026-01-29T09:30:00+01:00"))))
        note(
            "2026-01-19T09:00:00+01:00", Self.laboratory,
            .infectiousMarkersReported(
                InfectiousMarkers(
                    takenAt: Self.at("2026-01-16T08:00:00+01:00"),
                    markers: [
                        .init(name: "HBsAg", reactive: false), .init(name: "anti-HCV", reactive: false),
                        .init(name: "anti-HIV 1/2", reactive: false), .init(name: "syphilis", reactive: false),
                    ])))
        note(
            "2026-01-26T10:00:00+01:00", Self.physician,
            .washoutChecked(Washout(treatment: "bendamustine", lastGivenAt: Self.at("2025-10-02T10:00:00+02:00"))))
        note(
            "2026-01-26T10:01:00+01:00", Self.physician,
            .washoutChecked(Washout(treatment: "corticosteroid", lastGivenAt: Self.at("2026-01-10T08:00:00+01:00"))))
        note("2026-01-27T07:40:00+01:00", Self.laboratory, .labReported(LabResult(.lymphocytes, 0.15)))
        note(
            "2026-01-27T12:10:00+01:00", Self.physician,
            .stopOverridden(
                StopOverride(
                    stop: "pre-collection.lymphocytes", reason: "fast progression, no recovery to be expected",
                    secondSignature: Self.consultant, productVersion: Self.label.nameAndVersion)))
    }

    private mutating func collect() {
        note("2026-01-28T07:30:00+01:00", Self.nurse, label("L-101", .printed))
        note("2026-01-28T07:31:00+01:00", Self.nurse, label("L-102", .printed))
        note(
            "2026-01-28T08:00:00+01:00", Self.nurse,
            .collectionStarted(
                CollectionStart(
                    donation: "DIN-0001", band: Self.therapy, label: Self.therapy, identifiersAsked: 2,
                    checkedBy: ["Castro", "Maurer"])))
        note(
            "2026-01-28T12:20:00+01:00", Self.nurse,
            .bagSealed(CollectionBag(bag: "A1", donation: "DIN-0001", chainOfIdentity: Self.therapy, volume: 210)))
        note("2026-01-28T12:21:00+01:00", Self.nurse, label("L-101", .used, on: "A1"))
        note("2026-01-28T12:25:00+01:00", Self.nurse, label("L-102", .voided))
        note(
            "2026-01-28T12:25:00+01:00", Self.nurse,
            .leukapheresisCompleted(
                Leukapheresis(collection: 1, cd3Before: 0.1, volumeProcessed: 13, cd3Collected: 0.9)))
        // Typed 0.09 for 0.9: below the minimum, and struck out.
        let wrong = note(
            "2026-01-28T13:30:00+01:00", Self.cellLab,
            .collectionCounted(
                CollectionCount(
                    donation: "DIN-0001", volume: 210, nucleatedCells: 6.1, cd3: 0.09, viability: 0.98, expectedCD3: 0.7
                )))
        note(
            "2026-01-28T13:42:00+01:00", Self.cellLab,
            .corrected(Correction(sequence: wrong, reason: "decimal point: 0.9, not 0.09")))
        note(
            "2026-01-28T13:30:00+01:00", Self.cellLab,
            .collectionCounted(
                CollectionCount(
                    donation: "DIN-0001", volume: 210, nucleatedCells: 6.1, cd3: 0.9, viability: 0.98, expectedCD3: 0.7)
            ),
            late: "2026-01-28T13:43:00+01:00")
        note(
            "2026-01-28T15:00:00+01:00", Self.nurse,
            .packedOut(
                PackOut(
                    shipment: "SH-71", content: .startingMaterial, items: ["A1"], chainOfIdentity: Self.therapy,
                    shipper: "CB-9", logger: "LG-9", transitDays: 0.75, expiresAt: Self.at("2026-01-30T12:00:00+01:00"),
                    lowestTemperature: 2, highestTemperature: 8)))
        note("2026-01-28T15:20:00+01:00", Self.courier, hand("SH-71", Self.nurse, Self.courier))
        note(
            "2026-01-29T06:00:00+01:00", Self.courier,
            .temperatureLogged(TemperatureReading(shipment: "SH-71", temperature: 4.6)))
        note("2026-01-29T08:10:00+01:00", Self.maker, hand("SH-71", Self.courier, Self.maker))
        note(
            "2026-01-29T08:15:00+01:00", Self.maker,
            .shipmentReceived(
                Shipment(
                    content: .startingMaterial, reference: "DIN-0001", cryopreserved: false, days: 0.72,
                    shipment: "SH-71",
                    chainOfIdentity: Self.therapy)))
    }

    private mutating func make() {
        note(
            "2026-01-29T09:00:00+01:00", Self.quality,
            .materialAccepted(
                MaterialAcceptance(
                    accepted: true, batch: "B-26-014", donation: "DIN-0001", chainOfIdentity: Self.therapy,
                    batchChainOfIdentity: Self.therapy)))
        note(
            "2026-01-29T09:30:00+01:00", Self.maker,
            .lineCleared(LineClearance(batch: "B-26-014", workstation: "GMP-3", chainOfIdentity: Self.therapy)))
        note(
            "2026-01-29T10:00:00+01:00", Self.maker,
            .batchStarted(BatchStart(batch: "B-26-014", attempt: 1, cd3Input: 0.6)))
        for (kind, lot, product) in [
            (LotUse.Kind.reagent, "AB-77", nil), (.vector, "LV-12", "ciltacabtagene-autoleucel"),
        ] as [(LotUse.Kind, String, String?)] {
            note(
                "2026-01-30T09:00:00+01:00", Self.maker,
                .lotUsed(
                    LotUse(
                        batch: "B-26-014", kind: kind, lot: lot, released: true,
                        expiresAt: Self.at("2026-09-30T00:00:00Z"), product: product)))
        }
        note(
            "2026-01-30T11:00:00+01:00", Self.maker,
            .transductionCompleted(Transduction(batch: "B-26-014", carPositive: 0.3, vectorCopyNumber: 1.9)))
        note(
            "2026-02-03T09:00:00+01:00", Self.maker,
            .cultureCounted(
                CultureCount(batch: "B-26-014", cultureDays: 5, viableCells: 0.05, viability: 0.81, forecastDose: 30)))
        note(
            "2026-02-04T09:00:00+01:00", Self.maker,
            .deviationRaised(
                Deviation(batch: "B-26-014", severity: .major, description: "slow growth, culture extended")))
        note(
            "2026-02-08T08:00:00+01:00", Self.maker,
            .cultureCounted(
                CultureCount(batch: "B-26-014", cultureDays: 10, viableCells: 0.21, viability: 0.74, forecastDose: 55)))
        note(
            "2026-02-08T10:00:00+01:00", Self.maker,
            .batchHarvested(
                Harvest(
                    batch: "B-26-014", cultureDays: 10, doublings: 4.2, carPositiveCells: 50, viability: 0.74,
                    memoryFraction: 0.3)))
        for number in 1...2 {
            note("2026-02-08T11:0\(number):00+01:00", Self.maker, label("L-20\(number)", .printed))
            note(
                "2026-02-08T11:1\(number):00+01:00", Self.maker,
                .bagFilled(
                    FinalBag(
                        batch: "B-26-014", bag: "F\(number)", number: number, of: 2, carPositiveCells: 25, volume: 30,
                        chainOfIdentity: Self.therapy, expiresAt: Self.at("2026-11-08T00:00:00Z"))))
            note("2026-02-08T11:2\(number):00+01:00", Self.maker, label("L-20\(number)", .used, on: "F\(number)"))
        }
        note(
            "2026-02-08T13:00:00+01:00", Self.maker, .materialFrozen(Freezing(bags: ["F1", "F2"], curveInRange: true)))
        release()
    }

    private mutating func release() {
        func test(_ name: String, _ value: Double, _ unit: String, _ limit: String, _ passed: Bool = true)
            -> Certificate.Test
        {
            Certificate.Test(name: name, value: value, unit: unit, limit: limit, passed: passed)
        }
        note(
            "2026-02-16T15:00:00+01:00", Self.laboratory,
            .releaseTested(
                Certificate(
                    batch: "B-26-014",
                    tests: [
                        test("viability", 74, "%", ">= 80 %", false), test("carPositive", 30, "%", ">= 10 %"),
                        test("vectorCopyNumberPerCell", 0.57, "{copies}/{cell}", "<= 5 per CAR+ cell"),
                        test("mycoplasma", 0, "1", "negative"),
                    ])))
        let approvals: [(String, Actor, ReleaseApproval.Kind)] = [
            ("2026-02-17T10:00:00+01:00", Self.quality, .manufacturerOffer),
            ("2026-02-17T16:00:00+01:00", Self.physician, .physicianRequest),
            ("2026-02-18T12:00:00+01:00", Self.coordinator, .ethicsCommittee),
            ("2026-02-19T09:00:00+01:00", Self.physician, .patientConsent),
        ]
        for (time, actor, kind) in approvals {
            note(time, actor, .releaseApproved(ReleaseApproval(batch: "B-26-014", kind: kind, reference: "OOS-26-3")))
        }
        note(
            "2026-02-19T15:30:00+01:00", Self.qualifiedPerson,
            .batchReleased(
                Release(
                    batch: "B-26-014", inSpecification: false, deviations: ["viability"], pending: ["sterility"],
                    signedBy: [Self.qualifiedPerson])))
    }

    private mutating func bringBack() {
        note(
            "2026-02-20T08:00:00+01:00", Self.maker,
            .packedOut(
                PackOut(
                    shipment: "SH-72", content: .product, items: ["F1", "F2"], chainOfIdentity: Self.therapy,
                    shipper: "DW-4", logger: "LG-4", holdDays: 10, holdFactor: 0.6, transitDays: 2,
                    highestTemperature: -150)))
        note("2026-02-20T08:30:00+01:00", Self.courier, hand("SH-72", Self.maker, Self.courier))
        note(
            "2026-02-21T16:00:00+01:00", Self.courier,
            .temperatureLogged(TemperatureReading(shipment: "SH-72", temperature: -188)))
        note("2026-02-21T16:10:00+01:00", Self.cellLab, hand("SH-72", Self.courier, Self.cellLab))
        note(
            "2026-02-21T16:20:00+01:00", Self.cellLab,
            .shipmentReceived(
                Shipment(
                    content: .product, reference: "B-26-014", cryopreserved: true, days: 1.3, shipment: "SH-72",
                    chainOfIdentity: Self.therapy)))
        note(
            "2026-02-23T08:00:00+01:00", Self.cellLab,
            .readinessConfirmed(Readiness(what: .productOnSite, ready: true, count: 2, batch: "B-26-014")))
        note(
            "2026-02-23T09:00:00+01:00", Self.pharmacist,
            .readinessConfirmed(Readiness(what: .tocilizumab, ready: true, count: 3)))
        note("2026-02-23T09:05:00+01:00", Self.coordinator, .readinessConfirmed(Readiness(what: .room, ready: true)))
        note(
            "2026-02-23T10:00:00+01:00", Self.physician,
            .fitnessChecked(
                FitnessCheck(
                    ecog: 1, activeInfection: false, pregnant: false, oxygenSaturation: 97, ejectionFraction: 60,
                    creatinineClearance: 58)))
        note(
            "2026-02-23T11:00:00+01:00", Self.pharmacist,
            .lymphodepletionReviewed(
                LymphodepletionReview(creatinineClearance: 58, fludarabineDose: 24, plannedDays: 3)))
        for day in 24...26 {
            note("2026-02-\(day)T09:00:00+01:00", Self.nurse, dose(.cyclophosphamide, 510, 60))
            note("2026-02-\(day)T10:15:00+01:00", Self.nurse, dose(.fludarabine, 41, 30))
        }
    }

    private mutating func infuse() {
        note("2026-02-28T18:00:00+01:00", Self.physician, .admitted(Admission(unit: .ward, reason: "infusion")))
        for (bag, hour) in [("F1", 10), ("F2", 12)] {
            func time(_ minute: Int) -> String { "2026-03-01T\(hour):\(minute < 10 ? "0" : "")\(minute):00+01:00" }
            note(
                time(0), Self.nurse,
                .identityVerified(
                    IdentityCheck(
                        band: Self.therapy, bag: Self.therapy, order: Self.therapy, certificate: Self.therapy,
                        checkedBy: ["Castro", "Eide"], bagIdentifier: bag, cassette: Self.therapy)))
            note(time(5), Self.cellLab, .thawStarted(Thaw(bag: bag, chainOfIdentity: Self.therapy)))
            note(time(12), Self.cellLab, .thawEnded(Thaw(bag: bag, chainOfIdentity: Self.therapy)))
            note(
                time(25), Self.nurse,
                .infusionStarted(
                    InfusionStart(
                        bag: bag, band: Self.therapy, chainOfIdentity: Self.therapy, expectedMinutes: 30,
                        leukodepletingFilter: false)))
            note(
                time(55), Self.nurse,
                .infusionCompleted(
                    Infusion(
                        batch: "B-26-014", carPositiveCells: 25, cellsPerKilogram: 0.39, minutesSinceThaw: 43, bag: bag)
                ))
        }
    }

    private mutating func watch() {
        for day in 2...9 {
            note("2026-03-0\(day)T08:00:00+01:00", Self.nurse, .vitalsTaken(.set(day == 8 ? 38.7 : 36.9)))
        }
        note("2026-03-08T08:20:00+01:00", Self.physician, .crsGraded(CRSGrading(grade: .grade1)))
        note("2026-03-08T14:00:00+01:00", Self.nurse, dose(.tocilizumab, 512, 60))
        // Six hours later, and refused by the rule: given by mistake in the night, and written down.
        note("2026-03-08T20:00:00+01:00", Self.nurse, dose(.tocilizumab, 512, 60))
        note("2026-03-10T08:00:00+01:00", Self.nurse, .vitalsTaken(.set(36.8)))
        note("2026-03-10T09:00:00+01:00", Self.physician, .crsGraded(CRSGrading(grade: .none)))
        note("2026-03-11T10:00:00+01:00", Self.laboratory, .labReported(LabResult(.neutrophils, 0.3)))
        note(
            "2026-03-11T15:00:00+01:00", Self.nurse,
            .transfused(Transfusion(kind: .platelets, irradiated: true, units: 1)))
        note(
            "2026-03-12T10:00:00+01:00", Self.laboratory,
            .releaseTested(
                Certificate(
                    batch: "B-26-014",
                    tests: [.init(name: "sterility", value: 0, unit: "1", limit: "negative", passed: true)])))
        note("2026-03-16T11:00:00+01:00", Self.physician, .discharged(Discharge(destination: "home")))
    }

    private mutating func follow() {
        // Summer time has begun.
        note("2026-04-02T10:00:00+02:00", Self.laboratory, .labReported(LabResult(.neutrophils, 1.4)))
        note(
            "2026-04-07T10:00:00+02:00", Self.dataManager,
            .registryFormSent(RegistryForm(form: "CIBMTR 4000", reference: "C-1")))
        note(
            "2026-06-01T10:00:00+02:00", Self.physician,
            .responseAssessed(ResponseAssessment(response: .stringentComplete, criteria: "IMWG 2016", burdenRatio: 0)))
        note("2026-06-01T10:30:00+02:00", Self.nurse, .followUpVisited(FollowUpVisit(visit: "month 3")))
        note("2026-09-01T10:00:00+02:00", Self.nurse, .vaccinated(Vaccination(vaccine: "yellow fever", live: true)))
        note("2027-03-02T10:00:00+01:00", Self.nurse, .followUpVisited(FollowUpVisit(visit: "month 12")))
        note(
            "2027-04-01T10:00:00+02:00", Self.physician,
            .careTransferred(
                CareTransfer(from: "University hospital", to: "District hospital", givenBy: Self.physician)))
        note(
            "2027-04-09T10:00:00+02:00", Self.elsewhere,
            .careTransferred(
                CareTransfer(
                    from: "University hospital", to: "District hospital", givenBy: Self.physician,
                    takenBy: Self.elsewhere)))
        note("2028-03-05T10:00:00+01:00", Self.elsewhere, .followUpVisited(FollowUpVisit(visit: "year 2")))
        note(
            "2029-03-05T10:00:00+01:00", Self.dataManager,
            .visitMissed(MissedVisit(visit: "year 3", reason: "moved house")))
        note("2029-06-11T10:00:00+02:00", Self.elsewhere, .followUpVisited(FollowUpVisit(visit: "year 3")))
        note(
            "2029-11-20T10:00:00+01:00", Self.elsewhere,
            .secondMalignancyReported(SecondMalignancy(lineage: .tCell, description: "skin lymphoma", sampleKept: true))
        )
        note(
            "2029-11-29T10:00:00+01:00", Self.elsewhere,
            .secondMalignancyReported(
                SecondMalignancy(
                    lineage: .tCell, description: "Skin lymphoma", sampleKept: true, reportedTo: "EMA, manufacturer")))
        note("2030-02-20T10:00:00+01:00", Self.elsewhere, .followUpVisited(FollowUpVisit(visit: "year 4")))
    }
}
