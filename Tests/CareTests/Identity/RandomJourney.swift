@testable import Care

/// A therapy from referral to infusion as a treatment centre and a factory would write it, drawn at random: several
/// collections, bags and shipments, quarantine, failed batches and re-manufacture, release out of specification, spare bags,
/// hand-overs, entries written late, transfer of care. Nothing in it is wrong: it must give no finding.
///
/// Two journeys of different numbers share no identifier.
struct RandomJourney {
    let number: Int
    private(set) var therapy: String
    private(set) var chance: RandomCases
    private(set) var now = Instant(millisecondsSince1970: 1_760_000_000_000, zoneOffsetMinutes: 60)
    private(set) var steps: [Step] = []
    private var counts: [String: Int] = [:]

    struct Step {
        var event: Event
        var at: Instant
        var actor: Actor
    }

    static let nurse = Actor(role: .nurse, name: "Ada")
    static let cellLab = Actor(role: .cellLab, name: "Cem")
    static let coordinator = Actor(role: .coordinator, name: "Dora")
    static let physician = Actor(role: .physician, name: "Eli")
    static let operators = ["Fay", "Gus", "Hal"].map { Actor(role: .factory, name: $0) }
    static let quality = Actor(role: .quality, name: "Ida")
    static let couriers = ["Jo", "Kim", "Lev"].map { Actor(role: .courier, name: $0) }

    init(_ number: Int, seed: UInt64 = 2026) {
        self.number = number
        chance = RandomCases(seed: seed &* 1_000_003 &+ UInt64(number))
        therapy = ""
        therapy =
            switch draw(0...2) {
            case 0: "COI-\(number)"
            case 1: "MAKER/\(1_000_000 + number)"
            default: (try? ChainOfIdentity(issuer: "TCX", serial: 7_000_000 + number * 977))?.description ?? ""
            }
        live()
    }

    /// The journal, with some entries written late: they stand behind others, and happened before.
    var journal: Journal {
        var order = Array(steps.indices)
        var chance = chance
        for index in order.indices.dropLast(5) where Int.random(in: 0..<40, using: &chance) == 0 {
            order.insert(order.remove(at: index), at: index + Int.random(in: 1...5, using: &chance))
        }
        return Self.journal(of: order.map { steps[$0] }, therapy: therapy)
    }

    /// A journal of steps in the order of writing.
    static func journal(of steps: [Step], therapy: String) -> Journal {
        var journal = Journal(therapy: therapy, subject: .real)
        var recorded = steps.first?.at ?? Instant(millisecondsSince1970: 0)
        for step in steps {
            recorded = max(recorded, step.at)
            journal.record(step.event, by: step.actor, at: step.at, recordedAt: recorded)
        }
        return journal
    }

    // MARK: Drawing

    mutating func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
    mutating func happens(_ oneIn: Int) -> Bool { draw(1...oneIn) == 1 }
    mutating func pick<Value>(_ values: [Value]) -> Value { values[draw(0...(values.count - 1))] }

    /// An identifier that no other journey has.
    mutating func name(_ kind: String) -> String {
        counts[kind, default: 0] += 1
        return "\(kind)\(number)-\(counts[kind, default: 0])"
    }

    mutating func write(_ event: Event, by actor: Actor, minutes: ClosedRange<Int> = 5...90) {
        now.milliseconds += Int64(draw(minutes)) * 60_000
        steps.append(Step(event: event, at: now, actor: actor))
    }

    mutating func wait(days: ClosedRange<Int>) { now.milliseconds += Int64(draw(days)) * 86_400_000 }

    // MARK: The whole way

    private mutating func live() {
        let product = pick(["axicabtagene-ciloleucel", "lisocabtagene-maraleucel", "obecabtagene-autoleucel"])
        refer(to: product)
        var donations: [String] = []
        var attempt = 0
        while true {
            attempt += 1
            if donations.isEmpty || happens(2) { donations += collect() }
            let batch = manufacture(from: donations, product: product, attempt: attempt)
            if attempt < 3, happens(4) {
                fail(batch, remanufacture: true)
                continue
            }
            let bags = fill(batch)
            if attempt < 3, happens(8) {
                fail(batch, remanufacture: true)
                continue
            }
            release(batch)
            deliver(bags, of: batch)
            prepare(batch)
            infuse(bags, of: batch)
            break
        }
        follow()
    }

    private mutating func refer(to product: String) {
        write(.referralReceived(.sample(age: Double(draw(20...75)), weight: Double(draw(50...95)))), by: Self.physician)
        write(
            .eligibilityAssessed(EligibilityAssessment(eligible: true, reasons: [], productVersion: "\(product)@1")),
            by: Self.physician)
        write(.consentRecorded(Consent(given: true)), by: Self.physician)
        write(.coverageVerified(Coverage(status: .approved, payer: "payer")), by: Self.coordinator)
        let order = ProductOrder(product: product, productVersion: "\(product)@1", chainOfIdentity: therapy)
        write(.productOrdered(order), by: Self.coordinator)
        write(
            .slotChanged(ManufacturingSlot(slot: name("SLOT"), status: .booked, manufacturer: "maker")),
            by: Self.coordinator)
        // The same order sent again, as portals do.
        if happens(6) { write(.productOrdered(order), by: Self.coordinator) }
    }

    private mutating func fail(_ batch: String, remanufacture: Bool) {
        write(
            .batchFailed(BatchFailure(batch: batch, reason: "low yield", remanufacture: remanufacture)),
            by: Self.quality)
        if happens(2) {
            write(
                .materialDisposed(Disposal(item: batch, fate: .destroyed, evidence: "record \(draw(1...999))")),
                by: Self.quality)
        }
        if happens(2) { write(.recollectionDecided(Recollection(reason: "too few cells")), by: Self.physician) }
    }

    private mutating func follow() {
        if happens(3) {
            write(
                .careTransferred(
                    CareTransfer(from: "centre", to: "home centre", givenBy: Self.physician, takenBy: Self.nurse)),
                by: Self.physician)
        }
        for visit in 1...3 {
            wait(days: 20...40)
            write(.followUpVisited(FollowUpVisit(visit: "month \(visit)")), by: Self.physician)
        }
    }
}
