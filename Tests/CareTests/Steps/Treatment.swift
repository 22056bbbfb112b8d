@testable import Care

/// A treatment with which nothing is wrong, from referral to the last bag, of which a test changes one thing. Times are in
/// days from the infusion, which is at noon.
struct Treatment {
    struct Part {
        var key: String
        var day: Double
        var event: Event
        var actor: Actor
    }

    static let therapy = "COI-000000001Z"
    static let coordinator = Actor(role: .coordinator, name: "Cora")
    static let physician = Actor(role: .physician, name: "Phil")
    static let second = Actor(role: .physician, name: "Petra")
    static let nurse = Actor(role: .nurse, name: "Ada")
    static let laboratory = Actor(role: .laboratory, name: "Lars")
    static let cellLab = Actor(role: .cellLab, name: "Cem")
    static let courier = Actor(role: .courier, name: "Jo")
    static let factory = Actor(role: .factory, name: "Fay")
    static let quality = Actor(role: .quality, name: "Quinn")
    static let qualifiedPerson = Actor(role: .qualifiedPerson, name: "Quentin")
    static let payer = Actor(role: .payer, name: "Pia")
    static let pharmacist = Actor(role: .pharmacist, name: "Farah")
    static let dataManager = Actor(role: .dataManager, name: "Dora")

    static func time(_ day: Double) -> Instant { Bedside.infusion.advanced(byDays: day) }

    var label: Label? = StepLabels.cilta()
    var site: Site? = Site(
        name: "Centre", products: ["ciltacabtagene-autoleucel": time(4000)], workstations: ["WS1": time(400)],
        operators: ["Fay": time(400)], otherTherapies: ["COI-000000002Y"], otherSlots: ["SLOT-9"], markerDays: 30,
        requiredMarkers: ["HBsAg", "anti-HIV 1/2"], countDays: 7, transitDays: 1)
    private(set) var parts: [Part] = []

    mutating func add(_ key: String, _ day: Double, _ event: Event, _ actor: Actor) {
        parts.append(Part(key: key, day: day, event: event, actor: actor))
    }
    mutating func remove(_ keys: String...) { parts.removeAll { keys.contains($0.key) } }
    mutating func replace(_ key: String, _ event: Event, day: Double? = nil, by actor: Actor? = nil) {
        guard let index = parts.firstIndex(where: { $0.key == key }) else { fatalError("no part \(key)") }
        parts[index].event = event
        if let day { parts[index].day = day }
        if let actor { parts[index].actor = actor }
    }
    func part(_ key: String) -> Part { parts.first { $0.key == key }! }
    func day(of key: String) -> Double { part(key).day }

    /// The journal of all parts up to a day, or before a part.
    func journal(until day: Double = .infinity, before key: String? = nil, subject: SubjectKind = .training) -> Journal
    {
        var journal = Journal(therapy: Self.therapy, subject: subject)
        let sorted = parts.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        for part in sorted.map(\.element) where part.day <= day {
            if part.key == key { break }
            journal.record(part.event, by: part.actor, at: Self.time(part.day))
        }
        return journal
    }

    func rules(at day: Double, before key: String? = nil) -> StepRules {
        StepRules(Chart(of: journal(until: day, before: key)), at: Self.time(day), label: label, site: site)
    }

    /// What stands against a part when it is about to be done.
    func proposing(_ key: String) -> [Stop] {
        let part = part(key)
        return rules(at: part.day, before: key).stops(
            proposing: part.event, by: part.actor, at: Self.time(part.day))
    }

    /// What stands against something else that is about to be done.
    func proposing(_ event: Event, by actor: Actor, at day: Double) -> [Stop] {
        rules(at: day).stops(proposing: event, by: actor, at: Self.time(day))
    }

    /// The journal gone through entry by entry.
    var audited: [StepRules.Audited] { StepRules.audit(journal(), site: site) { _ in label } }
}

extension [Stop] {
    /// Identifiers of what forbids.
    var forbidding: [String] { filter(\.forbids).map(\.id) }
    /// Identifiers of warnings.
    var warnings: [String] { filter { !$0.forbids }.map(\.id) }
    func of(_ rule: String) -> Stop? { first { $0.rule == rule } }
}
