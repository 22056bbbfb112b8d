import Care
import Testing

@Suite("Hard stops")
struct HardStopTests {
    private static let check = IdentityCheck(
        band: "COI-1", bag: "COI-1", order: "COI-1", certificate: "COI-1", checkedBy: ["Ada", "Ben"])

    /// A patient who may be infused, with what a test takes away.
    private func chart(
        consent: Bool = true, release: Bool = true, lymphodepletion: Bool = true, check: IdentityCheck? = Self.check
    ) -> Chart {
        var chart = Chart(therapy: "COI-1")
        func note(_ event: Event) { chart.apply(event, at: Bedside.time(-24)) }
        note(.eligibilityAssessed(EligibilityAssessment(eligible: true, reasons: [], productVersion: "p@1")))
        note(.consentRecorded(Consent(given: consent)))
        if release { note(.batchReleased(Release(batch: "B1", inSpecification: true, deviations: []))) }
        if lymphodepletion {
            note(.drugGiven(DrugAdministration(drug: .cyclophosphamide, amount: 900, unit: "mg", minutes: 60)))
        }
        if let check { note(.identityVerified(check)) }
        return chart
    }

    private func stops(_ chart: Chart, _ action: String) -> [HardStop] {
        chart.hardStops(at: Bedside.infusion).filter { $0.action == action }
    }

    @Test("Nothing stops the infusion when all has been done")
    func clear() { #expect(chart().hardStops(at: Bedside.infusion).isEmpty) }

    @Test("No released batch, no lymphodepletion, no consent, no identity check: each stops the infusion")
    func missing() {
        #expect(stops(chart(release: false), "infusion").count == 1)
        #expect(stops(chart(release: false), "lymphodepletion").count == 1)
        #expect(stops(chart(lymphodepletion: false), "infusion").count == 1)
        #expect(stops(chart(consent: false), "infusion").count == 1)
        #expect(stops(chart(check: nil), "infusion").count == 1)
    }

    @Test("A new patient may not be collected: consent and eligibility are unknown, and unknown is not pass")
    func unknown() {
        let stops = stops(Chart(therapy: "COI-1"), "leukapheresis")
        #expect(stops.count == 2)
    }

    @Test("An identity that differs anywhere stops the infusion, and nobody may override it", arguments: 0..<4)
    func identity(place: Int) {
        let fields: [WritableKeyPath<IdentityCheck, String>] = [\.band, \.bag, \.order, \.certificate]
        var check = Self.check
        check[keyPath: fields[place]] = "COI-2"
        let found = stops(chart(check: check), "infusion")
        #expect(found.count == 1)
        #expect(found.allSatisfy { !$0.canBeOverridden })
    }

    @Test("Four readings that agree on another therapy stop the infusion")
    func otherTherapy() {
        let check = IdentityCheck(
            band: "COI-2", bag: "COI-2", order: "COI-2", certificate: "COI-2", checkedBy: ["Ada", "Ben"])
        #expect(stops(chart(check: check), "infusion").count == 1)
    }

    @Test("Two different people check", arguments: [[], ["Ada"], ["Ada", "Ada"], ["Ada", " "], ["", ""]])
    func people(names: [String]) {
        var check = Self.check
        check.checkedBy = names
        #expect(stops(chart(check: check), "infusion").count == 1)
    }

    @Test("Lymphodepletion that was left out may be overridden; a missing release may not")
    func overrides() {
        #expect(stops(chart(lymphodepletion: false), "infusion").map(\.canBeOverridden) == [true])
        #expect(stops(chart(release: false), "infusion").map(\.canBeOverridden) == [false])
    }
}

@Suite("Eligibility")
struct EligibilityTests {
    private let criteria = [
        Criterion(quantity: .age, atLeast: 18, unit: "a", source: "label"),
        Criterion(quantity: .platelets, atLeast: 75, unit: "10*9/L", source: "protocol"),
        Criterion(quantity: .ecog, atMost: 1, unit: "1", source: "protocol"),
    ]

    private func assess(_ values: [Criterion.Quantity: Double]) -> EligibilityAssessment {
        Eligibility.assess(criteria, productVersion: "p@1") { values[$0] }
    }

    @Test("Values at the limits are admitted")
    func limits() {
        let verdict = assess([.age: 18, .platelets: 75, .ecog: 1])
        #expect(verdict.eligible)
        #expect(verdict.reasons.isEmpty)
        #expect(verdict.productVersion == "p@1")
    }

    @Test(
        "A value beyond its limit is named with the limit",
        arguments: [(Criterion.Quantity.age, 17.9, "18"), (.platelets, 74.9, "75"), (.ecog, 2, "1")])
    func beyond(quantity: Criterion.Quantity, value: Double, limit: String) {
        var values: [Criterion.Quantity: Double] = [.age: 60, .platelets: 100, .ecog: 0]
        values[quantity] = value
        let verdict = assess(values)
        #expect(!verdict.eligible)
        #expect(verdict.reasons.count == 1)
        #expect(verdict.reasons[0].contains(quantity.rawValue))
        #expect(verdict.reasons[0].contains(limit))
    }

    @Test("What is unknown blocks, and so does what is no number")
    func unknown() {
        #expect(assess([.age: 60, .ecog: 0]).reasons == ["platelets is unknown"])
        #expect(assess([.age: 60, .platelets: .nan, .ecog: 0]).reasons == ["platelets is unknown"])
    }
}
