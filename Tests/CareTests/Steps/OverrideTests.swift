import Testing

@testable import Care

@Suite("Steps: overrides, roles, what the rules have in common")
struct OverrideTests {
    private static let version = StepLabels.cilta().nameAndVersion

    /// The standard treatment with too few lymphocytes, and an override before the collection.
    private func overridden(
        stop: String = "pre-collection.lymphocytes", reason: String = "no time to wait",
        by first: Actor = Treatment.physician,
        second: Actor = Treatment.second, version: String = version, day: Double = -45.5
    ) -> Treatment {
        var treatment = Treatment.standard
        treatment.replace("lymphocytes", .labReported(LabResult(.lymphocytes, 0.1)))
        treatment.add(
            "override", day,
            .stopOverridden(
                StopOverride(stop: stop, reason: reason, secondSignature: second, productVersion: version)), first)
        return treatment
    }

    @Test("two physicians, with a reason and the version in use, clear the stop that they name")
    func allowed() {
        let treatment = overridden()
        #expect(treatment.proposing("override").isEmpty)
        #expect(treatment.proposing("collection").forbidding == [])
        let shown = treatment.rules(at: -45.2).overridden
        #expect(shown.map(\.stop.id) == ["pre-collection.lymphocytes"])
        #expect(shown.first?.entry == 11)
        #expect(overridden(second: Treatment.quality).proposing("collection").forbidding == [])
    }

    @Test("an override by the wrong role, by one person, without reason or of another version counts for nothing")
    func refused() {
        for treatment in [
            overridden(by: Treatment.nurse), overridden(by: Treatment.quality), overridden(second: Treatment.nurse),
            overridden(second: Treatment.physician), overridden(second: Actor(role: .physician, name: " PHIL")),
            overridden(second: Actor(role: .physician, name: "")), overridden(by: Actor(role: .physician, name: " ")),
            overridden(reason: "  "), overridden(version: "cilta-cel/US@1999-01-01"),
        ] {
            #expect(treatment.proposing("override").contains { $0.rule == "act.override" })
            #expect(treatment.proposing("collection").forbidding == ["pre-collection.lymphocytes"])
        }
    }

    @Test("it clears no other stop, and none whose name only begins alike")
    func otherStop() {
        for stop in ["pre-collection.cd3", "pre-collection", "pre-collection.lymphocytes/x", "referral.eligibility"] {
            #expect(overridden(stop: stop).proposing("collection").forbidding == ["pre-collection.lymphocytes"])
        }
        var treatment = overridden()
        treatment.replace("consent", .consentRecorded(Consent(given: false)))
        #expect(treatment.proposing("collection").forbidding == ["referral.consent"])
    }

    @Test(
        "what may not be overridden is not: identity, consent, release, an unknown stop",
        arguments: [
            "infusion.identity", "identity.bedside", "Identity.bedside", "referral.consent",
            "release.limit/B1/viability",
            "infusion.thaw-window/F1", "lymphodepletion.product-on-site", "order.slot-date", "nonsense", "",
        ])
    func never(stop: String) {
        let stops = overridden(stop: stop).proposing("override")
        #expect(stops.of("act.override")?.forbids == true)
    }

    @Test("no rule of severity identity, and no finding of the chain of identity, has an override")
    func identity() {
        #expect(StopRule.all.filter { $0.severity == .identity }.allSatisfy { $0.override == nil })
        var treatment = Treatment.standard
        treatment.remove("verified-F1")
        let stops = treatment.proposing("thaw-F1").filter { $0.severity == .identity }
        #expect(stops.count >= 2)
        #expect(stops.allSatisfy { $0.override == nil })
        for stop in stops {
            treatment.add(
                "o\(stop.id)", -0.2,
                .stopOverridden(
                    StopOverride(
                        stop: stop.id, reason: "r", secondSignature: Treatment.second, productVersion: Self.version)),
                Treatment.physician)
        }
        #expect(treatment.proposing("thaw-F1").filter { $0.severity == .identity }.count >= stops.count)
    }

    @Test("an override before the finding, or before a newer one, does not cover it")
    func newer() {
        #expect(overridden(day: -46.5).proposing("collection").forbidding == ["pre-collection.lymphocytes"])
        var treatment = overridden()
        treatment.add("again", -45.2, .labReported(LabResult(.lymphocytes, 0.05)), Treatment.laboratory)
        #expect(treatment.proposing("collection").forbidding == ["pre-collection.lymphocytes"])
    }

    @Test("every event has roles that may record it, and a step; every other role is stopped")
    func roles() {
        let rules = StepRules(Chart(therapy: "COI-1"), at: Bedside.infusion)
        for event in EventSamples.all {
            #expect(!event.roles.isEmpty, "\(event.type)")
            #expect(Step.of[event.type] != nil, "\(event.type)")
            for role in Role.allCases {
                let stops = rules.stops(proposing: event, by: Actor(role: role, name: "N"), at: Bedside.infusion)
                #expect(
                    stops.contains { $0.rule == "act.role" } != event.roles.contains(role), "\(event.type) by \(role)")
            }
        }
    }

    @Test("an actor without name is stopped")
    func nameless() {
        let stops = Treatment.standard.proposing(
            .vitalsTaken(.set()), by: Actor(role: .nurse, name: " "), at: 1)
        #expect(stops.forbidding == ["act.actor"])
    }

    @Test("identifiers of rules are unique, begin with their step, and each rule says what clears it")
    func rules() {
        let ids = StopRule.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in StopRule.all {
            #expect(!rule.clearedBy.isEmpty)
            let head = rule.id.prefix { $0 != "." }
            #expect(head == rule.step.slug || head == "act", "\(rule.id)")
        }
    }

    @Test("twenty steps, in the table's rows")
    func steps() {
        #expect(Step.allCases.count == 20)
        #expect(Step.allCases.map(\.row) == ["1", "2", "3", "4", "5a", "5b"] + (6...19).map(String.init))
        #expect(Set(Step.allCases.flatMap(\.events)) == Set(EventType.allCases))
    }
}
