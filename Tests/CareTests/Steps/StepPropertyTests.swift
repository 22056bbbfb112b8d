import Testing

@testable import Care

@Suite("Steps: properties")
struct StepPropertyTests {
    private struct Verdict: Hashable { var id: String, severity: String, actions: [Action] }

    private func verdicts(_ stops: [Stop]) -> Set<Verdict> {
        Set(stops.map { Verdict(id: $0.id, severity: $0.severity.rawValue, actions: $0.actions) })
    }

    /// The standard treatment with some parts left out.
    private func random(_ cases: inout RandomCases) -> Treatment {
        var treatment = Treatment.standard
        for part in treatment.parts where Int.random(in: 0..<12, using: &cases) == 0 { treatment.remove(part.key) }
        return treatment
    }

    @Test("adding an unrelated entry changes no verdict", arguments: 0..<40)
    func unrelated(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let treatment = random(&cases)
        let day = Double.random(in: -58...1, using: &cases)
        let before = treatment.rules(at: day)
        var more = treatment
        let unrelated: [(Event, Actor)] = [
            (.labReported(LabResult(.ferritin, 300)), Treatment.laboratory),
            (.alertAcknowledged(AlertAcknowledgement(alert: "a")), Treatment.nurse),
            (.bridgingGiven(Bridging(regimen: "r")), Treatment.physician),
            (.infectionReported(Infection(grade: 1, description: "cold")), Treatment.physician),
            (.visitMissed(MissedVisit(visit: "v")), Treatment.nurse),
        ]
        let (event, actor) = unrelated[Int.random(in: 0..<unrelated.count, using: &cases)]
        more.add("unrelated", Double.random(in: -59...day, using: &cases), event, actor)
        let after = more.rules(at: day)
        // Identity findings name entries by number, which shift.
        func own(_ stops: [Stop]) -> Set<Verdict> { verdicts(stops.filter { !$0.rule.hasPrefix("identity.") }) }
        #expect(own(before.stops) == own(after.stops))
        for part in treatment.parts {
            let (one, two) = (before, after)
            #expect(
                own(one.stops(proposing: part.event, by: part.actor, at: Treatment.time(day)))
                    == own(two.stops(proposing: part.event, by: part.actor, at: Treatment.time(day))), "\(part.key)")
        }
    }

    @Test(
        "what stands is all that was raised, less what is over: a group that is not looked at has nothing",
        arguments: 0..<60)
    func ahead(seed: UInt64) {
        var cases = RandomCases(seed: 500 + seed)
        let treatment = random(&cases)
        for _ in 0..<12 {
            let rules = treatment.rules(at: Double.random(in: -60...400, using: &cases))
            let facts = rules.facts
            let raised = facts.allStops().compactMap { stop -> Stop? in
                guard !stop.actions.isEmpty else { return stop }
                var stop = stop
                stop.actions = stop.actions.filter(facts.isAhead)
                return stop.actions.isEmpty || facts.override(of: stop) != nil ? nil : stop
            }
            #expect(facts.stopsAhead() == raised)
            for group in StopGroup.all {
                for stop in group.stops(facts) {
                    #expect(
                        stop.actions.isEmpty ? group.hasDuties : group.actions.isSuperset(of: stop.actions),
                        "\(stop.id)")
                }
            }
        }
    }

    @Test("the order of writing changes no verdict", arguments: 0..<20)
    func order(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        let treatment = random(&cases)
        let journal = treatment.journal()
        let day = 3.0
        var late = Journal(therapy: Treatment.therapy, subject: .training)
        // Entries of one time keep their order; the others are written down late, in any order.
        let groups = Dictionary(grouping: journal.entries, by: \.occurredAt)
        for time in groups.keys.shuffled(using: &cases) {
            for entry in groups[time] ?? [] {
                late.record(entry.event, by: entry.actor, at: entry.occurredAt, recordedAt: Treatment.time(day))
            }
        }
        func rules(_ journal: Journal) -> StepRules {
            StepRules(Chart(of: journal), at: Treatment.time(day), label: treatment.label, site: treatment.site)
        }
        func own(_ stops: [Stop]) -> Set<Verdict> { verdicts(stops.filter { !$0.rule.hasPrefix("identity.") }) }
        #expect(own(rules(journal).stops) == own(rules(late).stops))
        #expect(rules(journal).progress == rules(late).progress)
    }

    @Test("every stop has reasons, a source, and what clears it; what is found points to its entry", arguments: 0..<60)
    func reasons(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let treatment = random(&cases)
        for audited in treatment.audited {
            for stop in audited.stops {
                #expect(!stop.reasons.isEmpty && !stop.clearedBy.isEmpty)
                #expect(stop.reasons.allSatisfy { !$0.finding.isEmpty && !$0.source.text.isEmpty })
                if !stop.isUnknown, stop.severity != .identity {
                    // A finding stands in an entry, or in the event that is proposed, or in the register.
                    let proposed = StepPropertyTests.aboutTheProposal.contains(stop.rule)
                    #expect(proposed || stop.reasons.contains { $0.entry != nil }, "\(stop.id): \(stop.finding)")
                }
            }
        }
    }

    /// Rules whose finding is in the event that is proposed, or in the centre's register.
    private static let aboutTheProposal: Set<String> = [
        "act.role", "act.override", "order.product", "order.site-qualified", "order.slot-taken", "referral.identifier",
        "infusion.filter", "infusion.length", "return-shipment.released", "harvest.dose-arithmetic",
        "release.signature",
        "release.claim", "fresh-shipment.expiry", "activation.equipment", "activation.operator", "infusion.dose-range",
        "freezing.hold-margin", "return-shipment.hold-margin",
    ]

    @Test("taking a fact away never lets more pass", arguments: Treatment.standard.parts.map(\.key))
    func less(key: String) {
        var treatment = Treatment.standard
        let index = treatment.parts.firstIndex { $0.key == key }!
        let full = treatment
        treatment.remove(key)
        let gates: Set<String> = [
            "collection", "packed", "accepted", "started", "harvested", "released", "sent", "cy-5", "thaw-F1",
            "start-F1",
            "start-F2",
        ]
        for part in full.parts.dropFirst(index + 1) where gates.contains(part.key) {
            let more = full.proposing(part.key).forbidding
            let fewer = treatment.proposing(part.key).forbidding
            #expect(Set(more).isSubset(of: Set(fewer)), "\(key), then \(part.key)")
        }
    }

    @Test("each fact of the way to the bag is asked for by some rule: without it something later is stopped, or warned")
    func everyFact() {
        // What no later step of a clean treatment needs, each for its reason.
        let free: Set<String> = [
            "room",  // warns below
            "reagent",  // lots are judged, which are needed is not known
            "end-F2",  // the last
            "collected",  // the count, the bag and its shipment tell the same
            "started",  // what went in and came out does
            "on-site",  // so does the arrival
        ]
        for part in Treatment.standard.parts where !free.contains(part.key) && !part.key.hasPrefix("label-") {
            var treatment = Treatment.standard
            treatment.remove(part.key)
            let rest = treatment.audited
            #expect(!rest.isEmpty, "\(part.key)")
        }
    }
}
