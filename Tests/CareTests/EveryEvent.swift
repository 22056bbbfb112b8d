@testable import Care

/// One event of every type, for round trips.
enum EveryEvent {
    static let events: [Event] = [
        .referralReceived(Ward.referral()),
        .eligibilityAssessed(
            EligibilityAssessment(eligible: false, reasons: ["age is unknown"], productVersion: "a@1")),
        .consentRecorded(Consent(given: true)),
        .productOrdered(ProductOrder(product: "axi", productVersion: "a@1", chainOfIdentity: "T-1")),
        .leukapheresisCompleted(
            Leukapheresis(collection: 1, cd3Before: 0.4, volumeProcessed: 11.5, cd3Collected: 2.6)),
        .shipmentReceived(Shipment(content: .product, reference: "B1", cryopreserved: true, days: 1.5)),
        .batchStarted(BatchStart(batch: "B1", attempt: 1, cd3Input: 1.2)),
        .transductionCompleted(Transduction(batch: "B1", carPositive: 0.4, vectorCopyNumber: 1.9)),
        .batchHarvested(
            Harvest(
                batch: "B1", cultureDays: 8, doublings: 5.5, carPositiveCells: 150, viability: 0.92, memoryFraction: 0.3
            )),
        .releaseTested(
            Certificate(
                batch: "B1",
                tests: [.init(name: "viability", value: 0.92, unit: "1", limit: ">= 0.8 1", passed: true)])),
        .batchReleased(Release(batch: "B1", inSpecification: false, deviations: ["dose"])),
        .batchFailed(BatchFailure(batch: "B1", reason: "contamination", remanufacture: true)),
        .bridgingGiven(Bridging(regimen: "radiotherapy")),
        .identityVerified(
            IdentityCheck(band: "T-1", bag: "T-1", order: "T-1", certificate: "T-1", checkedBy: ["a", "b"])),
        .infusionCompleted(
            Infusion(batch: "B1", carPositiveCells: 150, cellsPerKilogram: 2, minutesSinceThaw: 20)),
        .admitted(Admission(unit: .intensiveCare, reason: "CRS 3")), .discharged(Discharge(destination: "home")),
        .vitalsTaken(
            VitalSigns(
                temperature: 38.5, meanArterialPressure: 70, heartRate: 110, oxygenSaturation: 93,
                oxygen: .nasalCannula(litresPerMinute: 3.5), vasopressors: 0, vasopressin: false, fluidBolus: true,
                otherCause: false)),
        .neurologyAssessed(
            NeurologicalAssessment(
                ice: ICEScore(7), capd: 4, consciousness: .voice, seizure: .brief, focalWeakness: false, oedema: .focal)
        ),
        .labReported(LabResult(.crp, 120.5)), .crsGraded(CRSGrading(grade: .grade2)),
        .icansGraded(ICANSGrading(grade: .grade1)),
        .orderPlaced(
            Order(
                id: "O1", drug: .oxygen, amount: 4, unit: "L/min", minutes: 0, intervalHours: 6, doses: 2,
                oxygen: .highFlow, reason: "low", source: "policy")),
        .orderStopped(OrderStop(id: "O1", reason: "better")),
        .drugGiven(DrugAdministration(drug: .tocilizumab, amount: 560, unit: "mg", minutes: 60)),
        .infectionReported(Infection(grade: 3, description: "pneumonia")),
        .responseAssessed(
            ResponseAssessment(
                response: .veryGoodPartial, criteria: "IMWG 2016", burdenRatio: 0.05, residualDisease: true)),
        .progressionReported(Progression(relapse: true, antigenLoss: false)),
        .followUpVisited(FollowUpVisit(visit: "month 6")),
        .therapyCancelled(Cancellation(reason: .progression, detail: "waiting")), .died(Death(cause: .infection)),
        .corrected(Correction(sequence: 3, reason: "typed for another patient")),
    ]

    static func journal(_ subject: SubjectKind = .simulated(study: "zuma-1", seed: 1, patient: 7)) -> Journal {
        var journal = Journal(therapy: "T-1", subject: subject)
        for (index, event) in events.enumerated() {
            journal.record(
                event, by: Actor(role: Role.allCases[index % Role.allCases.count], name: "somebody"),
                at: Ward.day(Double(index)), recordedAt: Ward.day(Double(index) + 0.1),
                simulatedDay: index % 2 == 0 ? Double(index) : nil, productVersion: index % 3 == 0 ? "axi@1" : nil)
        }
        return journal
    }
}
