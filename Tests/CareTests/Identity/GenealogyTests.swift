import Testing

@testable import Care

@Suite("Genealogy and the register")
struct GenealogyTests {
    typealias Bench = IdentityBench
    typealias Item = Genealogy.Item

    @Test("from donation to infusion and back, over several collections, batches and bags")
    func lineage() throws {
        for number in 1...300 {
            let chart = Chart(of: RandomJourney(number).journal)
            let genealogy = chart.genealogy
            for infusion in genealogy.items(.infusion) {
                let ancestors = genealogy.ancestors(of: infusion)
                #expect(ancestors.contains(Item(.finalBag, infusion.identifier)))
                #expect(ancestors.count { $0.generation == .batch } == 1)
                let donations = ancestors.filter { $0.generation == .donation }
                #expect(!donations.isEmpty)
                for donation in donations { #expect(genealogy.descendants(of: donation).contains(infusion)) }
            }
            for item in genealogy.items {
                for parent in genealogy[item]?.parents ?? [] {
                    #expect(genealogy.descendants(of: parent).contains(item))
                    // What something was made from was known before it.
                    let entries = (try #require(genealogy[parent]?.entry), try #require(genealogy[item]?.entry))
                    #expect(entries.0 < entries.1 || !RandomJourney.isInOrder(number))
                }
            }
        }
    }

    @Test("a recall finds whom it concerns: the bags of the batch and the infusions of those")
    func recall() {
        let genealogy = Bench(.infused).chart.genealogy
        #expect(
            genealogy.descendants(of: Item(.donation, "DIN-1")) == [
                Item(.collectionBag, "A1"), Item(.batch, "B1"), Item(.finalBag, "F1"), Item(.finalBag, "F2"),
                Item(.infusion, "F1"),
            ])
        #expect(
            genealogy.ancestors(of: Item(.infusion, "F1")) == [
                Item(.finalBag, "F1"), Item(.batch, "B1"), Item(.donation, "DIN-1"),
            ])
        #expect(genealogy.end(of: Item(.finalBag, "F1"))?.end.fate == .infused)
        #expect(genealogy.end(of: Item(.finalBag, "F2")) == nil)
        #expect(genealogy[Item(.donation, "DIN-2")] == nil)
    }

    @Test("destroying what is left of the cells does not take the product away")
    func leftOver() {
        var bench = Bench(.onSite)
        bench.write(.materialDisposed(Disposal(item: "A1", fate: .destroyed, evidence: "e")), by: Bench.factory)
        #expect(bench.propose(.identityVerified(Bench.verification)).isEmpty)
    }

    @Test("the register knows another therapy's identifiers, and a batch on the workstation")
    func register() {
        var register = IdentifierRegister()
        let other = RandomJourney(5)
        #expect(register.take(Chart(of: other.journal)).isEmpty)
        #expect(register.take(Chart(of: other.journal)).isEmpty)
        #expect(register.take(Bench(.cleared).chart).isEmpty)
        #expect(register.isIssued(other.therapy) && !register.isIssued("COI-none"))
        #expect(register.owner(of: "DIN-1", .donation) == Bench.therapy)
        #expect(register.owner(of: "WS1", .workstation) == Bench.therapy)
        let clearance = Event.lineCleared(
            LineClearance(batch: "BATCH5-9", workstation: "WS1", chainOfIdentity: other.therapy))
        let found = register.findings(proposing: clearance, for: other.therapy)
        #expect(found.map(\.problem) == [.otherTherapy])
        #expect(found.first?.owner == Bench.therapy && found.first?.read == "WS1")
        #expect(register.findings(proposing: clearance, for: Bench.therapy).isEmpty)
        // The line is free again once the batch is harvested.
        register.take(Bench(.cleared).chart)
        var harvested = Bench(.cleared)
        harvested.write(
            .batchHarvested(
                Harvest(
                    batch: "B1", cultureDays: 8, doublings: 5, carPositiveCells: 1, viability: 1, memoryFraction: 0)),
            by: Bench.factory)
        register.take(harvested.chart)
        #expect(register.findings(proposing: clearance, for: other.therapy).isEmpty)
    }

    @Test("a donation read for the first time is another patient's: only the register sees it, and at once")
    func firstReading() {
        var register = IdentifierRegister()
        register.take(Bench(.collected).chart)
        var chart = Chart(therapy: "COI-2")
        chart.apply(
            .productOrdered(ProductOrder(product: "p", productVersion: "p@1", chainOfIdentity: "COI-2")),
            at: Bench(.ordered).journal.entries[0].occurredAt)
        let start = Event.collectionStarted(
            CollectionStart(
                donation: "DIN-1", band: "COI-2", label: "COI-2", identifiersAsked: 2, checkedBy: ["a", "b"]))
        #expect(chart.identityFindings(proposing: start, by: nil).isEmpty)
        let found = chart.identityFindings(proposing: start, by: nil, register: register)
        #expect(found.map(\.problem) == [.otherTherapy] && found.first?.owner == Bench.therapy)
        #expect(found.first?.finding.contains("belongs to therapy '\(Bench.therapy)'") == true)
    }

    @Test("two therapies that claim one identifier clash; kinds that are not unique in the house are left out")
    func clashes() {
        var second = Journal(therapy: "COI-2", subject: .real)
        for entry in Bench(.collected).journal.entries {
            guard case .collectionStarted(var start) = entry.event else { continue }
            start.band = "COI-2"
            start.label = "COI-2"
            second.record(.collectionStarted(start), by: entry.actor, at: entry.occurredAt)
        }
        var register = IdentifierRegister()
        register.take(Bench(.collected).chart)
        #expect(
            register.take(Chart(of: second)) == [
                .init(kind: .donation, identifier: "DIN-1", therapies: [Bench.therapy, "COI-2"])
            ])
        var lenient = IdentifierRegister(unique: [.bag])
        lenient.take(Bench(.collected).chart)
        #expect(lenient.take(Chart(of: second)).isEmpty)
        #expect(lenient.owner(of: "A1", .bag) == Bench.therapy)
    }

    @Test("a journal that names no bags, as coarse ones do, contradicts nothing and passes nothing")
    func coarse() {
        var journal = Journal(therapy: "COI-1", subject: .real)
        let events: [Event] = [
            .productOrdered(ProductOrder(product: "p", productVersion: "p@1", chainOfIdentity: "COI-1")),
            .leukapheresisCompleted(
                Leukapheresis(collection: 1, cd3Before: 1, volumeProcessed: 10, cd3Collected: 3)),
            .shipmentReceived(Shipment(content: .startingMaterial, reference: "B1", cryopreserved: true, days: 1)),
            .batchStarted(BatchStart(batch: "B1", attempt: 1, cd3Input: 1)),
            .releaseTested(Certificate(batch: "B1", tests: [])),
            .batchReleased(Release(batch: "B1", inSpecification: true, deviations: [])),
            .shipmentReceived(Shipment(content: .product, reference: "B1", cryopreserved: true, days: 1)),
            .identityVerified(
                IdentityCheck(
                    band: "COI-1", bag: "COI-1", order: "COI-1", certificate: "COI-1", checkedBy: ["Ada", "Ben"])),
            .infusionCompleted(Infusion(batch: "B1", carPositiveCells: 1, cellsPerKilogram: 1, minutesSinceThaw: 20)),
        ]
        for (index, event) in events.enumerated() {
            journal.record(
                event, by: Bench.nurse, at: Instant(millisecondsSince1970: 1_772_000_000_000 + Int64(index) * 1000))
        }
        let findings = Chart(of: journal).identityFindings
        #expect(findings.allSatisfy { $0.problem != .mismatch && $0.problem != .otherTherapy })
        #expect(Set(findings.map(\.entry)) == [3, 4, 6, 7, 8, 9])
        #expect(findings.filter { $0.entry == 8 }.map(\.problem) == [.unread, .notEstablished])
    }
}

extension RandomJourney {
    /// Whether a journey's journal was written in the order in which things happened.
    static func isInOrder(_ number: Int) -> Bool {
        let times = RandomJourney(number).journal.entries.map(\.occurredAt)
        return !zip(times, times.dropFirst()).contains { $0 > $1 }
    }
}
