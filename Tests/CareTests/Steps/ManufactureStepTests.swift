import Testing

@testable import Care

@Suite("Steps 7 to 10: manufacture")
struct ManufactureStepTests {
    private func stops(_ key: String, _ change: (inout Treatment) -> Void) -> [Stop] {
        var treatment = Treatment.standard
        change(&treatment)
        return treatment.proposing(key)
    }

    @Test("a lot that is not released, unknown, without expiry or past it stops its use and what follows")
    func lots() {
        func use(_ lot: LotUse) -> [Stop] { stops("reagent") { $0.replace("reagent", .lotUsed(lot)) } }
        let day = Treatment.standard.day(of: "reagent")
        #expect(use(Treatment.lot(.reagent, "R-1", released: false)).forbidding == ["activation.lot-released/B1/R-1"])
        #expect(use(Treatment.lot(.reagent, "R-1", released: nil)).first?.isUnknown == true)
        #expect(use(Treatment.lot(.reagent, "R-1", expires: day)).forbidding == [])
        #expect(
            use(Treatment.lot(.reagent, "R-1", expires: day - 0.001)).forbidding == ["activation.lot-in-date/B1/R-1"])
        #expect(use(Treatment.lot(.reagent, "R-1", expires: nil)).first?.isUnknown == true)
        let later = stops("released") {
            $0.replace("reagent", .lotUsed(Treatment.lot(.reagent, "R-1", released: false)))
        }
        #expect(later.forbidding == ["activation.lot-released/B1/R-1"])
        // A lot of one batch is nothing to another.
        let other = Treatment.lot(.reagent, "R-9", batch: "B0", released: false)
        #expect(
            stops("released") { $0.add("other", -43.6, .lotUsed(other), Treatment.factory) }
                .of("activation.lot-released") == nil)
    }

    @Test("workstation and operator are in the register, and still valid")
    func register() {
        #expect(stops("started") { $0.site?.workstations = [:] }.forbidding == ["activation.equipment/B1"])
        #expect(stops("started") { $0.site?.operators = [:] }.forbidding == ["activation.operator/Fay"])
        let day = Treatment.standard.day(of: "started")
        for (until, isFine) in [(day, true), (day - 0.001, false)] {
            let time = Treatment.time(until)
            #expect(stops("started") { $0.site?.workstations["WS1"] = time }.isEmpty == isFine)
            #expect(stops("started") { $0.site?.operators["Fay"] = time }.isEmpty == isFine)
        }
    }

    @Test("the vector is that of the ordered product, and its lot is recorded before transduction")
    func vector() {
        let other = stops("vector") { $0.replace("vector", .lotUsed(Treatment.lot(.vector, "V-1", product: "other"))) }
        #expect(other.forbidding.contains("transduction.vector/B1/V-1"))
        #expect(
            stops("vector") { $0.replace("vector", .lotUsed(Treatment.lot(.vector, "V-1"))) }
                .of("transduction.vector")?.isUnknown == true)
        #expect(stops("transduced") { $0.remove("vector") }.forbidding == ["transduction.vector/B1"])
    }

    @Test("vector copies above the limit of release warn early", arguments: [(5.0, true), (5.01, false)])
    func copies(copies: Double, isFine: Bool) {
        let stops = stops("harvested") {
            $0.replace(
                "transduced",
                .transductionCompleted(Transduction(batch: "B1", carPositive: 0.4, vectorCopyNumber: copies)))
        }
        #expect(stops.forbidding == [])
        #expect(stops.warnings == (isFine ? [] : ["transduction.vector-copies/B1"]))
    }

    @Test(
        "a positive sterility, Gram or mycoplasma test stops a culture until the batch has failed",
        arguments: ["sterility", "gramStain", "mycoplasma"])
    func contamination(name: String) {
        func found(_ value: Double, _ passed: Bool) -> [String] {
            stops("harvested") {
                $0.replace(
                    "culture",
                    .releaseTested(
                        Certificate(batch: "B1", tests: [Treatment.test(name, value, "1", passed: passed)])))
                $0.add(
                    "count", -36, .cultureCounted(CultureCount(batch: "B1", cultureDays: 7, viableCells: 0.5)),
                    Treatment.factory)
            }.forbidding
        }
        #expect(found(0, true) == [])
        #expect(found(1, false) == ["expansion.contamination/B1/\(name)"])
        // Where number and word disagree, the worse counts.
        #expect(found(1, true) == ["expansion.contamination/B1/\(name)"])
        #expect(found(0, false) == ["expansion.contamination/B1/\(name)"])
    }

    @Test("a forecast below the dose at 80 kg warns: 0.5×10⁶/kg are 40×10⁶", arguments: [(40.0, true), (39.9, false)])
    func forecast(cells: Double, isFine: Bool) {
        let stops = stops("harvested") {
            $0.replace(
                "culture",
                .cultureCounted(CultureCount(batch: "B1", cultureDays: 8, viableCells: 0.5, forecastDose: cells)))
        }
        #expect(stops.forbidding == [])
        #expect(stops.warnings == (isFine ? [] : ["expansion.forecast/B1"]))
    }

    @Test("the fill is recomputed: viable cells × CAR+ share, and 10 % for the count")
    func arithmetic() {
        func harvest(_ cells: Double) -> [Stop] {
            stops("harvested") {
                $0.replace(
                    "harvested",
                    .batchHarvested(
                        Harvest(
                            batch: "B1", cultureDays: 9, doublings: 5, carPositiveCells: cells, viability: 0.9,
                            memoryFraction: 0.4)))
            }
        }
        // 0.5×10⁹ × 0.4 = 200×10⁶.
        #expect(harvest(220).forbidding == [])
        #expect(harvest(220.1).forbidding == ["harvest.dose-arithmetic/B1"])
        #expect(harvest(.nan).forbidding == ["harvest.dose-arithmetic/B1"])
        #expect(stops("harvested") { $0.remove("culture") }.of("harvest.dose-arithmetic")?.isUnknown == true)
        #expect(stops("released") { $0.remove("culture") }.forbidding == ["harvest.dose-arithmetic/B1"])
    }

    @Test("the bags add up to the fill, and every bag n of N is there once")
    func bags() {
        func bag(_ bag: FinalBag) -> [String] {
            stops("released") { $0.replace("filled-F2", .bagFilled(bag)) }.forbidding.filter { $0.hasPrefix("harvest") }
        }
        #expect(bag(Treatment.bag(2, cells: 35.07)) == [])
        #expect(bag(Treatment.bag(2, cells: 35.08)) == ["harvest.sum-of-bags/B1"])
        #expect(bag(Treatment.bag(2, cells: 34.92)) == ["harvest.sum-of-bags/B1"])
        #expect(bag(Treatment.bag(3, of: 3)) == ["harvest.bag-series/B1"])
        #expect(bag(Treatment.bag(1, name: "F2")) == ["harvest.bag-series/B1"])
        let none = stops("released") { $0.remove("filled-F1", "filled-F2") }
        #expect(none.of("harvest.bag-series")?.isUnknown == true)
    }

    @Test("a new batch begins only when the old one failed, and is destroyed or locked away with evidence")
    func failure() {
        var treatment = Treatment.standard
        treatment.add("slot-2", -33, .slotChanged(treatment.slot("SLOT-2")), Treatment.factory)
        treatment.add(
            "accepted-2", -32,
            .materialAccepted(
                MaterialAcceptance(
                    accepted: true, batch: "B2", donation: "DIN-1", chainOfIdentity: Treatment.therapy,
                    batchChainOfIdentity: Treatment.therapy)), Treatment.quality)
        treatment.add(
            "cleared-2", -32,
            .lineCleared(LineClearance(batch: "B2", workstation: "WS1", chainOfIdentity: Treatment.therapy)),
            Treatment.factory)
        let start = Event.batchStarted(BatchStart(batch: "B2", attempt: 2, cd3Input: 1))
        func begin() -> [String] {
            treatment.proposing(start, by: Treatment.factory, at: -31).forbidding.filter { !$0.hasPrefix("identity") }
        }
        #expect(begin() == ["failure.open-batch/B2"])
        treatment.add(
            "failed", -32.5, .batchFailed(BatchFailure(batch: "B1", reason: "sterility", remanufacture: true)),
            Treatment.quality)
        #expect(begin() == ["failure.old-batch/B2"])
        #expect(treatment.rules(at: -31).stops.warnings.contains("failure.disposal/B1"))
        treatment.add(
            "gone", -32.4, .materialDisposed(Disposal(item: "B1", fate: .destroyed, evidence: " ")), Treatment.quality)
        #expect(begin() == ["failure.old-batch/B2"])
        treatment.add(
            "gone-2", -32.3, .materialDisposed(Disposal(item: "B1", fate: .quarantined, evidence: "Q-7")),
            Treatment.quality)
        #expect(begin() == [])
        #expect(!treatment.rules(at: -31).stops.warnings.contains("failure.disposal/B1"))
        // One slot, one batch: a failed batch has used its slot up.
        treatment.remove("slot-2")
        #expect(begin() == ["order.one-slot-one-batch"])
    }

    @Test("after a cancellation the identifier is used for nothing more")
    func reuse() {
        var treatment = Treatment.standard
        treatment.add(
            "cancelled", -24.5, .therapyCancelled(Cancellation(reason: .withdrawal, detail: "wish")),
            Treatment.physician)
        let order = treatment.part("order").event
        let stop = treatment.proposing(order, by: Treatment.physician, at: -20).of("failure.identifier-reused")
        #expect(stop?.severity == .identity)
        #expect(stop?.override == nil)
        #expect(treatment.rules(at: -20).stops.warnings.contains("failure.disposal/B1"))
        // Everything else that forbids is over with the therapy.
        #expect(treatment.rules(at: -20).stops.forbidding == [])
    }
}
