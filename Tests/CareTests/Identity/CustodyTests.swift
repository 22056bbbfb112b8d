import Testing

@testable import Care

@Suite("Custody")
struct CustodyTests {
    typealias Bench = IdentityBench
    private static let stranger = Actor(role: .courier, name: "Nobody we know")

    @Test("the giver is the last holder: any other person is a gap, named with the entry of the last hand-over")
    func giver() {
        var bench = Bench(.packed)
        let first = Bench.hand("SH-1", from: Bench.nurse, to: Bench.courier)
        #expect(bench.propose(first).isEmpty)
        let entry = bench.write(first, by: Bench.courier)
        for giver in [Bench.nurse, Self.stranger, Actor(role: .nurse, name: "Jo")] {
            let found = bench.propose(Bench.hand("SH-1", from: giver, to: Bench.factory))
            #expect(found.map(\.problem) == [.custodyGap])
            #expect(found.first?.concern == .custody)
            #expect(found.first?.expected == [.init("Jo, courier", entry: entry)])
        }
        #expect(bench.propose(Bench.hand("SH-1", from: Bench.courier, to: Bench.factory)).isEmpty)
        #expect(
            bench.propose(Bench.hand("SH-1", from: Bench.courier, to: Bench.courier)).map(\.problem) == [.custodyGap])
        #expect(
            bench.propose(Bench.hand("SH-1", from: Bench.courier, to: Actor(role: .courier, name: " "))).map(\.problem)
                == [.custodyGap])
    }

    @Test("a hand-over whose scan does not match did not happen")
    func badScan() {
        var bench = Bench(.packed)
        var transfer = CustodyTransfer(
            item: "SH-1", from: Bench.nurse, to: Bench.courier, chainOfIdentity: "COI-000000002")
        bench.write(.custodyTransferred(transfer), by: Bench.courier)
        #expect(bench.chart.identityFindings.map(\.problem) == [.mismatch])
        #expect(bench.chart.custody.holding("SH-1")?.holder == Bench.nurse)
        transfer.chainOfIdentity = Bench.therapy
        #expect(bench.propose(.custodyTransferred(transfer)).isEmpty)
    }

    @Test("only the holder packs, what is in no other shipment, and records the arrival")
    func packing() {
        let bench = Bench(.collected)
        #expect(bench.propose(.packedOut(Bench.packing), by: Bench.nurse).isEmpty)
        #expect(bench.propose(.packedOut(Bench.packing), by: Bench.cellLab).map(\.problem) == [.custodyGap])
        #expect(bench.propose(.packedOut(Bench.packing), by: nil).map(\.problem) == [.custodyGap])
        var packing = Bench.packing
        packing.shipment = "SH-9"
        #expect(Bench(.packed).propose(.packedOut(packing), by: Bench.nurse).map(\.problem) == [.custodyGap])
        #expect(
            Bench(.packed).propose(.packedOut(Bench.packing), by: Bench.nurse).map(\.problem)
                == [.repeated, .custodyGap])
        packing.items = []
        #expect(bench.propose(.packedOut(packing), by: Bench.nurse).map(\.problem) == [.unread])
        packing.items = ["A1", "A1"]
        #expect(bench.propose(.packedOut(packing), by: Bench.nurse).map(\.problem) == [.repeated])
        packing.items = ["A1"]
        packing.content = .product
        #expect(bench.propose(.packedOut(packing), by: Bench.nurse).map(\.problem) == [.unknown])
        #expect(
            Bench(.sent).propose(.shipmentReceived(Bench.delivery), by: Bench.courier).map(\.problem) == [.custodyGap])
        #expect(Bench(.sent).propose(.shipmentReceived(Bench.delivery), by: Bench.cellLab).isEmpty)
    }

    @Test("on arrival the scan, the shipment, its content and what it holds must be what was packed")
    func arrival() {
        let bench = Bench(.sent)
        func problems(_ change: (inout Shipment) -> Void) -> [IdentityFinding.Problem] {
            var delivery = Bench.delivery
            change(&delivery)
            return bench.propose(.shipmentReceived(delivery), by: Bench.cellLab).map(\.problem)
        }
        for reference in ["B1", "F1", "F2"] { #expect(problems { $0.reference = reference } == []) }
        for reference in ["A1", "DIN-1", "B2"] { #expect(problems { $0.reference = reference } == [.mismatch]) }
        #expect(problems { $0.reference = "" } == [.unread])
        #expect(problems { $0.content = .startingMaterial } == [.mismatch])
        #expect(problems { $0.chainOfIdentity = nil } == [.unread])
        #expect(problems { $0.chainOfIdentity = "COI-1" } == [.mismatch])
        #expect(problems { $0.shipment = nil } == [.unread])
        #expect(problems { $0.shipment = "SH-3" } == [.unknown])
        #expect(problems { $0.shipment = "SH-1" } == [.repeated])
    }

    @Test("where each bag is: in hands, under way, in manufacture, infused, destroyed")
    func whereabouts() {
        func place(_ bag: String, _ stage: Bench.Stage) -> CustodyLog.Whereabouts? {
            Bench(stage).chart.custody.whereabouts(of: bag)
        }
        #expect(place("A1", .ordered) == nil)
        #expect(place("A1", .collected) == .held(by: Bench.nurse))
        #expect(place("A1", .packed) == .underWay(shipment: "SH-1", holder: Bench.nurse))
        #expect(place("A1", .arrived) == .held(by: Bench.factory))
        #expect(place("A1", .accepted) == .inManufacture(batch: "B1"))
        #expect(place("F1", .filled) == .held(by: Bench.factory))
        #expect(place("F1", .sent) == .underWay(shipment: "SH-2", holder: Bench.cellLab))
        #expect(place("F1", .onSite) == .held(by: Bench.cellLab))
        #expect(place("F1", .infused) == .infused)
        #expect(place("F2", .infused) == .held(by: Bench.cellLab))
        var bench = Bench(.infused)
        bench.write(.materialDisposed(Disposal(item: "F2", fate: .destroyed, evidence: "e")), by: Bench.cellLab)
        #expect(bench.chart.custody.whereabouts(of: "F2") == .ended(.destroyed))
        #expect(
            Bench(.sent).chart.custody.shipments["SH-1"]?.map(\.holder) == [Bench.nurse, Bench.courier, Bench.factory])
    }

    @Test("a missing hand-over that is written late closes the gap")
    func lateHandOver() {
        var bench = Bench(.packed)
        let gap = Bench.hand("SH-1", from: Bench.courier, to: Bench.factory)
        bench.write(gap, by: Bench.factory)
        #expect(bench.chart.identityFindings.map(\.problem) == [.custodyGap])
        var journal = bench.journal
        let last = journal.entries[journal.entries.count - 1].occurredAt
        journal.record(
            Bench.hand("SH-1", from: Bench.nurse, to: Bench.courier), by: Bench.courier,
            at: Instant(millisecondsSince1970: last.milliseconds - 60_000), recordedAt: last)
        #expect(Chart(of: journal).identityFindings.isEmpty)
    }

    @Test("what was found on opening is compared with what was packed")
    func opening() {
        let custody = Bench(.sent).chart.custody
        func compare(_ found: [String], _ shipment: String = "SH-2") -> CustodyLog.ArrivalComparison {
            custody.compare(found: found, with: shipment)
        }
        #expect(compare(["F2", "F1"]).agrees)
        #expect(compare(["F1"]) == .init(missing: ["F2"], unexpected: []))
        #expect(compare(["F1", "F2", "X"]) == .init(missing: [], unexpected: ["X"]))
        #expect(compare(["F1", "F2", "F2"]) == .init(missing: [], unexpected: ["F2"]))
        #expect(compare([]) == .init(missing: ["F1", "F2"], unexpected: []))
        #expect(compare(["F1"], "SH-9") == .init(missing: [], unexpected: ["F1"]))
    }

    @Test("in random journeys every chain of hands is without a gap, and leaving one hand-over out is always seen")
    func gaps() throws {
        var left = 0
        for number in 1...200 {
            let journey = RandomJourney(number)
            let custody = Chart(of: journey.journal).custody
            #expect(custody.bags.values.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.holder != nil } })
            let handOvers = journey.steps.indices.filter {
                if case .custodyTransferred = journey.steps[$0].event { true } else { false }
            }
            for index in handOvers {
                guard case .custodyTransferred(let transfer) = journey.steps[index].event else { continue }
                // The last hands of a bag are not looked at again.
                let chain = custody.shipments[transfer.item] ?? custody.bags[transfer.item] ?? []
                guard chain.last?.holder != transfer.to else { continue }
                var steps = journey.steps
                steps.remove(at: index)
                let chart = Chart(of: RandomJourney.journal(of: steps, therapy: journey.therapy))
                #expect(chart.identityFindings.first?.problem == .custodyGap, "journey \(number), entry \(index + 1)")
                left += 1
            }
        }
        #expect(left > 500)
    }
}
