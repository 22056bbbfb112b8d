import Care

/// One of each kind of event, with every field set, so that what is written and read can be compared in full.
enum EventSamples {
    static let all: [Event] = pathway + steps + bedside + outcome

    static let pathway: [Event] = [
        .referralReceived(
            Referral(
                disease: "large B-cell lymphoma", age: 61.5, sex: .female, weight: 71.3, height: 168, priorLines: 2,
                ecog: 1, study: "zuma-1")),
        .eligibilityAssessed(
            EligibilityAssessment(eligible: false, reasons: ["platelets is unknown"], productVersion: "axi-cel@US-1")),
        .consentRecorded(Consent(given: true)),
        .productOrdered(
            ProductOrder(
                product: "axicabtagene-ciloleucel", productVersion: "axi-cel@US-1", chainOfIdentity: "COI-1")),
        .leukapheresisCompleted(
            Leukapheresis(collection: 1, cd3Before: 0.8, volumeProcessed: 12.5, cd3Collected: 4.1)),
        .shipmentReceived(
            Shipment(
                content: .startingMaterial, reference: "1", cryopreserved: false, days: 1.5, shipment: "SH-1",
                chainOfIdentity: "COI-1")),
        .batchStarted(BatchStart(batch: "B1", attempt: 1, cd3Input: 2.2)),
        .transductionCompleted(Transduction(batch: "B1", carPositive: 0.4, vectorCopyNumber: 2.1)),
        .batchHarvested(
            Harvest(
                batch: "B1", cultureDays: 8, doublings: 5.5, carPositiveCells: 180, viability: 0.9,
                memoryFraction: 0.3)),
        .releaseTested(
            Certificate(
                batch: "B1",
                tests: [.init(name: "viability", value: 0.9, unit: "1", limit: ">= 0.70", passed: true)])),
        .batchReleased(
            Release(
                batch: "B1", inSpecification: false, deviations: ["viability"], pending: ["sterility"],
                signedBy: [Actor(role: .qualifiedPerson, name: "Eve")])),
        .batchFailed(BatchFailure(batch: "B1", reason: "dose below the minimum", remanufacture: true)),
        .bridgingGiven(Bridging(regimen: "polatuzumab, rituximab")),
        .identityVerified(
            IdentityCheck(
                band: "COI-1", bag: "COI-1", order: "COI-1", certificate: "COI-1", checkedBy: ["Ada", "Ben"],
                bagIdentifier: "BAG-1", cassette: "COI-1")),
        .infusionCompleted(
            Infusion(batch: "B1", carPositiveCells: 142.6, cellsPerKilogram: 2, minutesSinceThaw: 20, bag: "BAG-1")),
    ]

    static let bedside: [Event] = [
        .admitted(Admission(unit: .intensiveCare, reason: "CRS of grade 3")),
        .discharged(Discharge(destination: "home")),
        .vitalsTaken(
            VitalSigns(
                temperature: 38.6, meanArterialPressure: 62, heartRate: 110, oxygenSaturation: 91,
                oxygen: .nasalCannula(litresPerMinute: 4), vasopressors: 1, vasopressin: false, fluidBolus: true,
                otherCause: false)),
        .neurologyAssessed(
            NeurologicalAssessment(
                ice: ICEScore(7), capd: 3, consciousness: .voice, seizure: .brief, focalWeakness: false,
                oedema: .focal, otherCause: false)),
        .labReported(LabResult(.ferritin, 2500.5, belowDetection: false, lowerLimit: 0.5, upperLimit: 500)),
        .crsGraded(CRSGrading(grade: .grade3)),
        .icansGraded(ICANSGrading(grade: .grade2)),
        .orderPlaced(
            Order(
                id: "O1", drug: .oxygen, amount: 4, unit: "L/min", minutes: 0, intervalHours: 6, doses: 2,
                oxygen: .positivePressure, route: .intravenous, reason: "saturation 88 %", source: "supportive care")),
        .orderStopped(OrderStop(id: "O1", reason: "no longer needed")),
        .drugGiven(DrugAdministration(drug: .anakinra, amount: 100, unit: "mg", minutes: 0, route: .subcutaneous)),
        .infectionReported(Infection(grade: 3, description: "Escherichia coli, blood")),
    ]

    static let outcome: [Event] = [
        .responseAssessed(
            ResponseAssessment(response: .partial, criteria: "Lugano 2014", burdenRatio: 0.31, residualDisease: true)),
        .progressionReported(Progression(relapse: true, antigenLoss: false)),
        .followUpVisited(FollowUpVisit(visit: "month 6")),
        .therapyCancelled(Cancellation(reason: .withdrawal, detail: "the patient's wish")),
        .died(Death(cause: .disease)),
        .corrected(Correction(sequence: 1, reason: "wrong patient")),
    ]

    /// A journal with each of them, an hour apart.
    static func journal(of subject: SubjectKind) -> Journal {
        var journal = Journal(therapy: "COI-1", subject: subject)
        var isSimulated = false
        if case .simulated = subject { isSimulated = true }
        for (hour, event) in all.enumerated() {
            journal.record(
                event, by: Actor(role: .nurse, name: "Ada"),
                at: Instant(millisecondsSince1970: 1_772_366_400_123 + Int64(hour) * 3_600_000, zoneOffsetMinutes: 60),
                simulatedDay: isSimulated ? Double(hour) / 24 : nil, productVersion: "axi-cel@US-1")
        }
        return journal
    }
}
