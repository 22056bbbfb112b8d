import Testing

@testable import Care

@Suite("Label reconciliation")
struct LabelAccountTests {
    typealias Bench = IdentityBench

    @Test("printed = used + voided + passed on + destroyed + unaccounted, in every journey at every step")
    func sum() {
        for number in 1...100 {
            let journey = RandomJourney(number)
            var ledger = IdentityLedger(therapy: journey.therapy)
            for (index, step) in journey.steps.enumerated() {
                _ = ledger.take(step.event, entry: index + 1, at: step.at, by: step.actor)
                guard case .labelUsed = step.event else { continue }
                let labels = ledger.labels
                let fates = [LabelUse.Fate.used, .voided, .passedOn, .destroyed].map(labels.count).reduce(0, +)
                #expect(labels.printed == fates + labels.unaccounted.count)
            }
            #expect(ledger.labels.isReconciled && ledger.labels.printed > 0)
        }
    }

    @Test("a label left over keeps its house's shipment back, by serial number and entry; the other house's does not")
    func unaccounted() {
        var bench = Bench(.collected)
        let packing = Event.packedOut(Bench.packing)
        let printed = bench.write(Bench.label("L9", .printed), by: Bench.nurse)
        #expect(bench.chart.labelAccount.unaccounted.map(\.serial) == ["L9"])
        let found = bench.propose(packing, by: Bench.nurse)
        #expect(found.map(\.problem) == [.labelUnaccounted])
        #expect(found.first?.read == "L9" && found.first?.expected == [.init("printed", entry: printed)])
        #expect(found.first?.concern == .labels)
        for fate in [LabelUse.Fate.voided, .destroyed, .passedOn] {
            var accounted = bench
            accounted.write(Bench.label("L9", fate), by: Bench.nurse)
            #expect(accounted.propose(packing, by: Bench.nurse).isEmpty)
        }
        var factory = Bench(.collected)
        factory.write(Bench.label("L9", .printed), by: Bench.factory)
        #expect(factory.propose(packing, by: Bench.nurse).isEmpty)
        var shared = Bench(.collected)
        shared.write(Bench.label("L9", .printed), by: Actor(role: .quality, name: "Ida"))
        #expect(shared.propose(packing, by: Bench.nurse).map(\.problem) == [.labelUnaccounted])
    }

    @Test(
        "fates that may follow each other, and those that may not",
        arguments: [
            ([LabelUse.Fate.printed], LabelUse.Fate.used, nil as IdentityFinding.Problem?),
            ([.printed], .voided, nil), ([.printed], .destroyed, nil), ([.printed], .passedOn, nil),
            ([.printed, .passedOn], .used, nil), ([.printed, .passedOn], .destroyed, nil),
            ([], .printed, nil), ([], .used, .notEstablished), ([], .voided, .notEstablished),
            ([], .destroyed, .notEstablished), ([], .passedOn, .notEstablished),
            ([.printed], .printed, .repeated), ([.printed, .used], .used, .repeated),
            ([.printed, .voided], .used, .retired), ([.printed, .destroyed], .used, .retired),
            ([.printed, .used], .voided, .retired), ([.printed, .used], .printed, .repeated),
        ])
    func fates(before: [LabelUse.Fate], fate: LabelUse.Fate, problem: IdentityFinding.Problem?) {
        var bench = Bench(.ordered)
        for fate in before { bench.write(Bench.label("L9", fate, on: "A1"), by: Bench.nurse) }
        let found = bench.propose(Bench.label("L9", fate, on: "A1"), by: Bench.nurse)
        #expect(found.map(\.problem) == [problem].compactMap { $0 })
    }

    @Test("a label says what it was put on, has a serial number, and bears this therapy's identifier")
    func reading() {
        var bench = Bench(.ordered)
        bench.write(Bench.label("L9", .printed), by: Bench.nurse)
        func problems(_ use: LabelUse) -> [IdentityFinding.Problem] {
            bench.propose(.labelUsed(use), by: Bench.nurse).map(\.problem)
        }
        #expect(problems(LabelUse(serial: "L9", fate: .used, chainOfIdentity: Bench.therapy)) == [.unread])
        #expect(
            problems(LabelUse(serial: "L9", fate: .used, chainOfIdentity: "COI-1", item: "A1")) == [.mismatch])
        #expect(problems(LabelUse(serial: " ", fate: .used, chainOfIdentity: Bench.therapy, item: "A1")) == [.unread])
        #expect(
            problems(LabelUse(serial: "L9", fate: .used, chainOfIdentity: "", item: "A1")) == [.unread])
    }

    @Test("a bag without a good label is not packed")
    func unlabelled() {
        var bench = Bench(.ordered)
        bench.write(Bench.label("L9", .printed), by: Bench.nurse)
        bench.write(.collectionStarted(Bench.start), by: Bench.nurse)
        bench.write(.bagSealed(Bench.bag), by: Bench.nurse)
        var voided = bench
        voided.write(Bench.label("L9", .voided), by: Bench.nurse)
        let found = voided.propose(.packedOut(Bench.packing), by: Bench.nurse)
        #expect(found.map(\.problem) == [.unread] && found.first?.subject == "label on bag 'A1'")
        bench.write(Bench.label("L9", .used, on: "A1"), by: Bench.nurse)
        #expect(bench.propose(.packedOut(Bench.packing), by: Bench.nurse).isEmpty)
    }
}
