@testable import Care

/// A small therapy for tests, one good event after another; what a test asks is proposed, not written.
struct IdentityBench {
    static let therapy = "COI-000000001Z"
    static let nurse = Actor(role: .nurse, name: "Ada")
    static let cellLab = Actor(role: .cellLab, name: "Cem")
    static let courier = Actor(role: .courier, name: "Jo")
    static let factory = Actor(role: .factory, name: "Fay")

    private(set) var journal = Journal(therapy: Self.therapy, subject: .real)
    var chart: Chart { Chart(of: journal) }

    /// How far the therapy has come.
    enum Stage: Int, CaseIterable {
        case referred, ordered, collected, packed, arrived, accepted, cleared, filled, released, sent, onSite, verified,
            thawed, running, infused
    }

    init(_ stage: Stage = .referred) {
        for (step, events) in Self.events where step.rawValue <= stage.rawValue {
            for (event, actor) in events { write(event, by: actor) }
        }
    }

    @discardableResult
    mutating func write(_ event: Event, by actor: Actor) -> Int {
        let at = Instant(millisecondsSince1970: 1_772_000_000_000 + Int64(journal.entries.count) * 600_000)
        journal.record(event, by: actor, at: at)
        return journal.entries.count
    }

    func propose(_ event: Event, by actor: Actor? = nil) -> [IdentityFinding] {
        chart.identityFindings(proposing: event, by: actor)
    }

    /// The entry of the first event of a kind.
    func entry(_ type: EventType) -> Int? { journal.entries.first { $0.event.type == type }?.sequence }

    // MARK: Good events

    static let order = ProductOrder(product: "p", productVersion: "p@1", chainOfIdentity: therapy)
    static let start = CollectionStart(
        donation: "DIN-1", band: therapy, label: therapy, identifiersAsked: 2, checkedBy: ["Ada", "Ben"])
    static let bag = CollectionBag(bag: "A1", donation: "DIN-1", chainOfIdentity: therapy, volume: 200)
    static let packing = PackOut(
        shipment: "SH-1", content: .startingMaterial, items: ["A1"], chainOfIdentity: therapy, shipper: "dewar",
        transitDays: 1)
    static let arrival = Shipment(
        content: .startingMaterial, reference: "DIN-1", cryopreserved: false, days: 1, shipment: "SH-1",
        chainOfIdentity: therapy)
    static let acceptance = MaterialAcceptance(
        accepted: true, batch: "B1", donation: "DIN-1", chainOfIdentity: therapy, batchChainOfIdentity: therapy)
    static let clearance = LineClearance(batch: "B1", workstation: "WS1", chainOfIdentity: therapy)
    static let verification = IdentityCheck(
        band: therapy, bag: therapy, order: therapy, certificate: therapy, checkedBy: ["Ada", "Ben"],
        bagIdentifier: "F1", cassette: therapy)
    static let infusion = Infusion(
        batch: "B1", carPositiveCells: 50, cellsPerKilogram: 1, minutesSinceThaw: 20, bag: "F1")

    static func finalBag(_ number: Int, of: Int = 2) -> FinalBag {
        FinalBag(
            batch: "B1", bag: "F\(number)", number: number, of: of, carPositiveCells: 50, chainOfIdentity: therapy)
    }

    static func label(_ serial: String, _ fate: LabelUse.Fate, on item: String? = nil) -> Event {
        .labelUsed(LabelUse(serial: serial, fate: fate, chainOfIdentity: therapy, item: item))
    }

    static func hand(_ item: String, from: Actor, to: Actor) -> Event {
        .custodyTransferred(CustodyTransfer(item: item, from: from, to: to, chainOfIdentity: therapy))
    }

    static let outbound = PackOut(
        shipment: "SH-2", content: .product, items: ["F1", "F2"], chainOfIdentity: therapy, shipper: "dewar",
        transitDays: 1)
    static let delivery = Shipment(
        content: .product, reference: "B1", cryopreserved: true, days: 1, shipment: "SH-2", chainOfIdentity: therapy)
    static let certificate = Certificate(batch: "B1", tests: [])

    private static let events: [(Stage, [(Event, Actor)])] = [
        (.ordered, [(.productOrdered(order), nurse)]),
        (
            .collected,
            [
                (label("L1", .printed), nurse), (.collectionStarted(start), nurse),
                (label("L1", .used, on: "A1"), nurse), (.bagSealed(bag), nurse),
                (
                    .leukapheresisCompleted(
                        Leukapheresis(collection: 1, cd3Before: 1, volumeProcessed: 10, cd3Collected: 3)), nurse
                ),
            ]
        ),
        (.packed, [(.packedOut(packing), nurse)]),
        (
            .arrived,
            [
                (hand("SH-1", from: nurse, to: courier), courier), (hand("SH-1", from: courier, to: factory), factory),
                (.shipmentReceived(arrival), factory),
            ]
        ),
        (.accepted, [(.materialAccepted(acceptance), factory)]),
        (
            .cleared,
            [
                (.lineCleared(clearance), factory),
                (.batchStarted(BatchStart(batch: "B1", attempt: 1, cd3Input: 1)), factory),
            ]
        ),
        (
            .filled,
            [
                (label("L2", .printed), factory), (label("L3", .printed), factory),
                (.bagFilled(finalBag(1)), factory), (label("L2", .used, on: "F1"), factory),
                (.bagFilled(finalBag(2)), factory), (label("L3", .used, on: "F2"), factory),
            ]
        ),
        (
            .released,
            [
                (.releaseTested(certificate), factory),
                (.batchReleased(Release(batch: "B1", inSpecification: true, deviations: [])), factory),
            ]
        ),
        (.sent, [(.packedOut(outbound), factory), (hand("SH-2", from: factory, to: cellLab), cellLab)]),
        (.onSite, [(.shipmentReceived(delivery), cellLab)]),
        (.verified, [(.identityVerified(verification), nurse)]),
        (
            .thawed,
            [
                (.thawStarted(Thaw(bag: "F1", chainOfIdentity: therapy)), cellLab),
                (.thawEnded(Thaw(bag: "F1", chainOfIdentity: therapy)), cellLab),
            ]
        ),
        (
            .running,
            [
                (
                    .infusionStarted(
                        InfusionStart(bag: "F1", band: therapy, chainOfIdentity: therapy, expectedMinutes: 20)), nurse
                )
            ]
        ),
        (.infused, [(.infusionCompleted(infusion), nurse)]),
    ]
}
