import Care
import Catalogue
import Testing
import Therapy

/// The course carries out what a policy says, and the journal shows it.
@Suite struct PolicyCourseTests {
    private func doses(
        _ drug: Drug, _ policy: ManagementPolicy, patients: Range<Int>, study: String = "zuma-1"
    ) throws -> [[(day: Double, dose: DrugAdministration)]] {
        let trial = Trial(try Shipped.setting(study, policy: policy))
        return patients.compactMap { index in
            let (journal, outcome) = trial.patient(index)
            guard outcome.infused else { return nil }
            return journal.entries.compactMap { entry in
                guard case .drugGiven(let dose) = entry.event, dose.drug == drug, let day = entry.simulatedDay, day >= 0
                else { return nil }
                return (day, dose)
            }
        }
    }

    @Test func `prophylactic dexamethasone is given on days 0, 1 and 2 to everyone infused`() throws {
        var policy = ManagementPolicy(id: "days", title: "Days 0 to 2", source: "test")
        policy.prophylacticCorticosteroid = ProphylacticCorticosteroid(
            drug: .dexamethasone, milligrams: 10, days: [0, 1, 2])
        let given = try doses(.dexamethasone, policy, patients: 0..<20)
        try #require(given.count > 10)
        for patient in given {
            #expect(patient.map(\.day) == [0, 1, 2])
            #expect(patient.allSatisfy { $0.dose.amount == 10 })
        }
    }

    @Test func `anakinra is given under the skin every 12 h from day 2, for 10 days at least`() throws {
        let given = try doses(.anakinra, Shipped.policy("anakinra-prophylaxis"), patients: 0..<15)
        try #require(given.count > 8)
        for patient in given {
            #expect(patient.first?.day == 2)
            for (a, b) in zip(patient, patient.dropFirst()) { #expect(abs(b.day - a.day - 0.5) < 1e-6) }
            #expect(patient.allSatisfy { $0.dose.amount == 100 && $0.dose.route == .subcutaneous })
            #expect(patient.count >= 20)
        }
    }

    @Test func `a taper falls in steps, and its orders follow one another without a gap`() throws {
        let trial = Trial(try Shipped.setting("zuma-1", policy: Shipped.policy("early-steroids")))
        var tapers = 0
        for index in 0..<40 {
            let journal = trial.patient(index).journal
            var last: Double?
            for entry in journal.entries {
                guard case .orderPlaced(let order) = entry.event,
                    order.drug == .dexamethasone || order.drug == .methylprednisolone
                else { continue }
                let strength =
                    Corticosteroid.dexamethasoneEquivalent(order.drug, milligrams: order.amount) * 24
                    / (order.intervalHours ?? 24)
                if order.reason.hasPrefix("taper") {
                    tapers += 1
                    #expect(strength < last ?? 0, "patient \(index)")
                    #expect(strength >= 5)
                }
                last = strength
            }
        }
        #expect(tapers > 10)
    }

    @Test func `siltuximab follows tocilizumab that did not help, once in three weeks, and is priced`() throws {
        var policy = try Shipped.policy("ebmt-eha-2022")
        policy.siltuximab = SiltuximabRule(afterTocilizumabDoses: 1)
        policy.steroidAfterTocilizumabDoses = nil
        policy.steroidFromCRS = nil
        let labels = try Shelf(root: Shipped.root).drugs()
        let outcomes = try Shipped.outcomes(
            Shipped.setting("zuma-1", policy: policy, drugs: labels), patients: 120
        ).filter(\.infused)
        let treated = outcomes.filter { $0.siltuximabDoses > 0 }
        #expect(treated.count > 5 && treated.count < outcomes.count)
        for outcome in treated {
            #expect(outcome.tocilizumabDoses >= 1)
            // A second dose is for a syndrome that lasted three weeks after the first.
            let most = 1 + Int((outcome.crsDuration ?? 0) / 21)
            #expect(outcome.siltuximabDoses <= most, "CRS of \(outcome.crsDuration ?? 0) d")
            #expect(outcome.ledger[.siltuximabDose] == Double(outcome.siltuximabDoses))
        }
        let setting = try Shipped.setting("zuma-1", policy: policy, drugs: labels)
        let price = try #require(setting.product.prices.first { $0.resource == .siltuximabDose })
        let plain = try Shipped.outcomes(Shipped.setting("zuma-1", policy: policy), patients: 120).filter(\.infused)
        for (priced, unpriced) in zip(outcomes, plain) {
            let others =
                Double(priced.anakinraDoses)
                * (labels.compactMap(\.price).first {
                    $0.resource == .anakinraDose
                }?.usd ?? .nan)
            let own = Double(priced.siltuximabDoses) * price.usd
            #expect(abs(priced.cost - unpriced.cost - own - others) < 1e-6)
        }
    }

    @Test func `a policy may halve the dose of cells, with the limits of release`() throws {
        var policy = ManagementPolicy.asco2021
        policy.design = DesignChange(doseFactor: 0.5)
        let full = try Shipped.outcomes(Shipped.setting("zuma-1", policy: .asco2021), patients: 60)
        let half = try Shipped.outcomes(Shipped.setting("zuma-1", policy: policy), patients: 60)
        let pairs = zip(full, half).filter { $0.infused && $1.infused }
        try #require(pairs.count > 40)
        // Those whose cells grew too slowly for the whole dose had less than the target in the first place.
        let ratios = pairs.map { ($1.dose ?? 0) / ($0.dose ?? .nan) }
        #expect(Shipped.median(ratios) == 0.5)
        #expect(pairs.allSatisfy { $1.outOfSpecification != true || $0.outOfSpecification == true })
        #expect(half.filter { $0.cmax != nil }.count > 40)
    }

    @Test func `lymphodepletion that a policy takes away is as if the study had none`() throws {
        var policy = ManagementPolicy.asco2021
        policy.design = DesignChange(lymphodepletion: [])
        let byPolicy = try Shipped.outcomes(Shipped.setting("zuma-1", policy: policy), patients: 40)
        let byStudy = try Shipped.outcomes(
            Shipped.setting("zuma-1", policy: .asco2021) { study, _ in study.lymphodepletion = [] }, patients: 40)
        #expect(byPolicy == byStudy)
        #expect(byPolicy.filter(\.infused).allSatisfy { $0.fludarabineAUC == 0 })
    }

    @Test func `a policy's discharge rule shortens or lengthens the stay`() throws {
        func days(_ rule: DischargeRule?) throws -> Double {
            var policy = ManagementPolicy.asco2021
            policy.discharge = rule
            return Shipped.median(
                try Shipped.outcomes(Shipped.setting("zuma-1", policy: policy), patients: 150).compactMap(
                    \.hospitalDays))
        }
        let usual = try days(nil)
        #expect(try days(DischargeRule(earliestDay: 1)) <= usual)
        #expect(try days(DischargeRule(earliestDay: 14)) >= 14)
        #expect(try days(DischargeRule(feverFreeHours: 96, icansFreeHours: 96)) > usual)
    }
}
