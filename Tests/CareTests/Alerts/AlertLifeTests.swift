import Testing

@testable import Care

@Suite("The life of an alert")
struct AlertLifeTests {
    private func acknowledge(_ id: String) -> Event {
        .alertAcknowledged(AlertAcknowledgement(alert: id, action: "filgrastim"))
    }

    @Test("Acknowledged: who, when and what is done; it stands no more, and a new episode is a new alert")
    func acknowledged() throws {
        var watch = Watch(vitalsUntil: 24)
        watch.report(.neutrophils, 0.3, hour: 24)
        let id = try #require(watch.standing(hour: 25).first)
        #expect(id == "anc-below-0.5/2026-03-02")
        watch.note(25, acknowledge(id))
        #expect(!watch.stands("anc-below-0.5", hour: 26))
        let alert = try #require(watch.all(hour: 26).first { $0.id == id })
        #expect(alert.acknowledgement?.by == Watch.physician)
        #expect(alert.acknowledgement?.entry == watch.journal.entries.count)
        #expect(alert.lines().contains { $0.contains("taken on by Ben") && $0.contains("filgrastim") })
        watch.report(.neutrophils, 0.2, hour: 48)
        #expect(!watch.stands("anc-below-0.5", hour: 49))
        watch.report(.neutrophils, 2, hour: 72)
        watch.report(.neutrophils, 0.4, hour: 96)
        #expect(watch.standing(hour: 97).contains("anc-below-0.5/2026-03-05"))
    }

    @Test("An alert whose beginning a late entry moved stays acknowledged")
    func moved() {
        var watch = Watch(vitalsUntil: 24)
        watch.report(.neutrophils, 0.3, hour: 24)
        watch.note(25, acknowledge("anc-below-0.5/2026-03-02"))
        watch.report(.neutrophils, 0.35, hour: 2)
        #expect(watch.all(hour: 26).contains { $0.id == "anc-below-0.5/2026-03-01" && !$0.isStanding })
        #expect(!watch.stands("anc-below-0.5", hour: 26))
    }

    @Test("An acknowledgement before the finding clears nothing, and is told as a stray one")
    func stray() {
        var watch = Watch(vitalsUntil: 24)
        watch.note(20, acknowledge("anc-below-0.5/2026-03-02"))
        watch.report(.neutrophils, 0.3, hour: 24)
        #expect(watch.stands("anc-below-0.5", hour: 25))
        let log = Alerts.log(of: watch.journal, at: Bedside.time(25))
        #expect(log.strayAcknowledgements.map(\.alert) == ["anc-below-0.5/2026-03-02"])
    }

    @Test("A result that is struck out takes its alert with it")
    func corrected() {
        var watch = Watch(vitalsUntil: 24)
        watch.report(.immunoglobulinG, 3, hour: 24)
        #expect(watch.stands("igg-below-4", hour: 25))
        watch.note(26, .corrected(Correction(sequence: watch.journal.entries.count, reason: "other patient")))
        #expect(!watch.stands("igg-below-4", hour: 27))
    }

    @Test("A second episode on one day has its own identifier")
    func sameDay() {
        var watch = Watch(vitalsUntil: 24)
        for (hour, value) in [(24.0, 0.3), (26, 1.0), (28, 0.4)] { watch.report(.neutrophils, value, hour: hour) }
        let ids = watch.all(hour: 29).map(\.id).filter { $0.hasPrefix("anc-below-0.5/") }
        #expect(ids.sorted() == ["anc-below-0.5/2026-03-02", "anc-below-0.5/2026-03-02.2"])
    }

    @Test("Material: bags, markers, shipments and pending tests, each until its end")
    func material() {
        var watch = Watch(vitalsUntil: 24)
        func at(_ hour: Double) -> Instant { Bedside.time(hour) }
        watch.note(-2000, .infectiousMarkersReported(InfectiousMarkers(takenAt: at(-2000), markers: [])))
        #expect(!watch.stands("markers-expire", hour: -2000 + 23 * 24 - 1))
        #expect(watch.stands("markers-expire", hour: -2000 + 23 * 24))
        watch.note(
            -1200,
            .leukapheresisCompleted(Leukapheresis(collection: 1, cd3Before: 1, volumeProcessed: 10, cd3Collected: 2)))
        #expect(!watch.stands("markers-expire", hour: -1199))
        watch.note(
            -1190,
            .packedOut(
                PackOut(
                    shipment: "SH-1", content: .startingMaterial, items: ["A"], chainOfIdentity: "COI-1",
                    shipper: "DS-7", holdDays: 10, holdFactor: 0.6, transitDays: 2)))
        #expect(!watch.stands("shipment-late/SH-1", hour: -1190 + 71))
        #expect(watch.stands("shipment-late/SH-1", hour: -1190 + 72))
        #expect(!watch.stands("shipper-hold/SH-1", hour: -1190 + 119))
        #expect(watch.stands("shipper-hold/SH-1", hour: -1190 + 120))
        watch.note(
            -1050,
            .shipmentReceived(
                Shipment(content: .startingMaterial, reference: "1", cryopreserved: true, days: 5, shipment: "SH-1")))
        #expect(watch.standing(hour: -1049).isEmpty)
        watch.note(
            -900,
            .bagFilled(
                FinalBag(
                    batch: "B2", bag: "BAG-9", number: 1, of: 1, carPositiveCells: 100, chainOfIdentity: "COI-1",
                    expiresAt: at(2000))))
        #expect(!watch.stands("expires/BAG-9", hour: 2000 - 14 * 24 - 1))
        #expect(watch.stands("expires/BAG-9", hour: 2000 - 14 * 24))
        watch.note(1900, .materialDisposed(Disposal(item: "BAG-9", fate: .destroyed, evidence: "certificate 3")))
        #expect(!watch.stands("expires/BAG-9", hour: 1901))
    }

    @Test("A sterility test that fails after release, or never comes")
    func sterility() {
        var watch = Watch(vitalsUntil: 24)
        watch.note(
            -240, .batchReleased(Release(batch: "B1", inSpecification: true, deviations: [], pending: ["sterility"])))
        #expect(!watch.stands("pending-test/B1", hour: 21 * 24 - 241))
        #expect(watch.stands("pending-test/B1", hour: 21 * 24 - 240))
        watch.note(
            300,
            .releaseTested(
                Certificate(
                    batch: "B1",
                    tests: [
                        .init(name: "sterility", value: 1, unit: "1", limit: "no growth", passed: false),
                        .init(name: "viability", value: 0.9, unit: "1", limit: ">= 0.7", passed: true),
                    ])))
        #expect(watch.stands("late-test/B1/sterility", hour: 301))
        #expect(!watch.stands("late-test/B1/viability", hour: 301))
        #expect(!watch.stands("pending-test/B1", hour: 301))
    }

    @Test("Follow-up: missed, overdue by more than two weeks, second malignancies, transfers half signed")
    func followUp() {
        var watch = Watch(atHome: true)
        watch.note(24 * 20, .discharged(Discharge(destination: "home")))
        #expect(!watch.stands("overdue/visit", hour: 24 * 42))
        #expect(watch.standing(hour: 24 * 43).contains("overdue/visit/day-28"))
        #expect(!watch.standing(hour: 24 * 44).contains("overdue/registry/baseline"))
        #expect(watch.standing(hour: 24 * 45).contains("overdue/registry/baseline"))
        watch.note(24 * 46, acknowledge("overdue/registry/baseline"))
        #expect(!watch.standing(hour: 24 * 47).contains("overdue/registry/baseline"))
        watch.note(24 * 50, .visitMissed(MissedVisit(visit: "month 2", reason: "ill")))
        #expect(watch.stands("visit-missed/month 2", hour: 24 * 51))
        watch.note(24 * 52, .followUpVisited(FollowUpVisit(visit: "month 2")))
        #expect(!watch.stands("visit-missed/month 2", hour: 24 * 53))
        watch.note(24 * 60, .careTransferred(CareTransfer(from: "A", to: "B", givenBy: Watch.physician)))
        #expect(watch.stands("transfer-unsigned", hour: 24 * 61))
        let report = SecondMalignancy(lineage: .tCell, description: "T-cell lymphoma")
        watch.note(24 * 70, .secondMalignancyReported(report))
        #expect(watch.stands("second-malignancy/tCell", hour: 24 * 71))
        var complete = report
        complete.sampleKept = true
        complete.reportedTo = "manufacturer, authority"
        watch.note(24 * 72, .secondMalignancyReported(complete))
        #expect(!watch.stands("second-malignancy/tCell", hour: 24 * 73))
    }

    @Test("In random journals every identifier is unique, every alert has reasons, and the order of writing is nothing")
    func random() throws {
        for seed in 0..<60 as Range<UInt64> {
            var cases = RandomCases(seed: seed)
            let journal = RandomJournal.make(entries: 150, &cases)
            let at = try #require(journal.entries.map(\.occurredAt).max()).advanced(byDays: 3)
            let alerts = Alerts.all(in: journal, at: at)
            #expect(Set(alerts.map(\.id)).count == alerts.count, "seed \(seed)")
            for alert in alerts {
                #expect(!alert.reasons.isEmpty)
                #expect(alert.reasons.allSatisfy { !$0.source.isEmpty && !$0.threshold.isEmpty })
                let end = alert.resolution?.at
                #expect(end.map { $0 >= alert.since } ?? true)
            }
            let shuffled = RandomJournal.rewritten(journal, &cases)
            let again = Alerts.all(in: shuffled.journal, at: at)
            #expect(again.map(\.id) == alerts.map(\.id), "seed \(seed)")
            #expect(again.map(\.isStanding) == alerts.map(\.isStanding))
        }
    }
}
