import Testing

@testable import Care

@Suite("Steps 13 to 15: readiness, lymphodepletion, infusion")
struct InfusionStepTests {
    private func stops(_ key: String, _ change: (inout Treatment) -> Void) -> [Stop] {
        var treatment = Treatment.standard
        change(&treatment)
        return treatment.proposing(key)
    }

    @Test("lymphodepletion waits for the release and for the product on site, and nobody may override that")
    func productOnSite() {
        #expect(stops("cy-5") { $0.remove("released") }.forbidding.contains("lymphodepletion.released"))
        // Received is on site, without the word of the cell lab.
        #expect(stops("cy-5") { $0.remove("on-site") }.forbidding == [])
        let away = stops("cy-5") { $0.remove("on-site", "delivered") }
        #expect(away.forbidding == ["lymphodepletion.product-on-site"])
        #expect(away.first?.override == nil)
        #expect(away.first?.isUnknown == true)
        func word(_ ready: Bool, _ batch: String?) -> [Stop] {
            stops("cy-5") {
                $0.replace(
                    "on-site", .readinessConfirmed(Readiness(what: .productOnSite, ready: ready, batch: batch)))
            }.filter { $0.rule == "lymphodepletion.product-on-site" }
        }
        #expect(word(true, "B1").isEmpty)
        #expect(word(false, "B1").first?.isUnknown == false)
        #expect(word(true, "B2").first?.finding.hasPrefix("batch B2 is on site; batch B1 is released") == true)
        #expect(word(true, nil).first?.isUnknown == true)
    }

    @Test(
        "fitness is looked at within a week, without active infection; unknown stops too",
        arguments: [(-12.0, true), (-12.1, false)])
    func fitness(day: Double, isFine: Bool) {
        let check = FitnessCheck(activeInfection: false, creatinineClearance: 80)
        let found = stops("cy-5") { $0.replace("fitness", .fitnessChecked(check), day: day) }
        #expect(found.forbidding == (isFine ? [] : ["readiness.fitness"]))
        #expect(stops("cy-5") { $0.remove("fitness") }.of("readiness.fitness")?.isUnknown == true)
        for (infection, isUnknown) in [(true, false), (nil, true)] as [(Bool?, Bool)] {
            let stop = stops("cy-5") {
                $0.replace("fitness", .fitnessChecked(FitnessCheck(activeInfection: infection)))
            }.of("readiness.fitness")
            #expect(stop?.isUnknown == isUnknown)
            #expect(stop?.override == .physician)
        }
        let pregnant = FitnessCheck(activeInfection: false, pregnant: true)
        #expect(
            stops("cy-5") { $0.replace("fitness", .fitnessChecked(pregnant)) }.forbidding == ["readiness.pregnancy"])
    }

    @Test("fludarabine is looked at beside the kidneys before it is given, and again when they are worse")
    func renal() {
        #expect(stops("cy-5") { $0.remove("review") }.forbidding == ["lymphodepletion.renal-dose"])
        func later(_ clearance: Double) -> [String] {
            stops("cy-5") {
                $0.add(
                    "worse", -5.5,
                    .fitnessChecked(FitnessCheck(activeInfection: false, creatinineClearance: clearance)),
                    Treatment.physician)
            }.forbidding
        }
        #expect(later(80) == [])
        #expect(later(79) == ["lymphodepletion.renal-dose"])
        func dose(_ amount: Double) -> [String] {
            stops("cy-5") {
                $0.replace(
                    "review",
                    .lymphodepletionReviewed(LymphodepletionReview(creatinineClearance: 80, fludarabineDose: amount)))
            }.warnings
        }
        #expect(dose(30) == [])
        #expect(dose(30.5) == ["lymphodepletion.fludarabine-dose"])
        // A regimen without fludarabine needs no review.
        #expect(
            stops("cy-5") {
                $0.remove("review")
                $0.label = StepLabels.cilta { $0.lymphodepletion?[0].drugs.removeLast() }
            }.forbidding == [])
    }

    @Test(
        "tocilizumab is on site in the label's number before a bag is thawed",
        arguments: [(2, true), (1, false), (nil, false)] as [(Int?, Bool)])
    func tocilizumab(count: Int?, isFine: Bool) {
        let found = stops("thaw-F1") {
            $0.replace("tocilizumab", .readinessConfirmed(Readiness(what: .tocilizumab, ready: true, count: count)))
        }
        #expect(found.forbidding == (isFine ? [] : ["readiness.tocilizumab"]))
        if !isFine { #expect(found.first?.isUnknown == (count == nil)) }
        #expect(stops("thaw-F1") { $0.remove("tocilizumab") }.of("readiness.tocilizumab")?.isUnknown == true)
        // A label that asks for none, and one that says nothing.
        #expect(
            stops("thaw-F1") {
                $0.remove("tocilizumab")
                $0.label = StepLabels.cilta { $0.tocilizumab?.doses = 0 }
            }.forbidding == [])
        #expect(
            stops("thaw-F1") { $0.label = StepLabels.cilta { $0.tocilizumab = nil } }.of("readiness.tocilizumab")?
                .isUnknown == true)
    }

    /// A treatment that is infused this many days after the last dose of lymphodepletion, which was on day -3.
    private func infused(after days: Int, _ change: (inout Treatment) -> Void = { _ in }) -> [Stop] {
        var treatment = Treatment.standard
        treatment.remove("start-F1", "end-F1", "start-F2", "end-F2")
        change(&treatment)
        let day = Double(days - 3) - 0.2
        return treatment.proposing(
            .thawStarted(Thaw(bag: "F1", chainOfIdentity: Treatment.therapy)), by: Treatment.cellLab, at: day
        )
        .filter { $0.rule == "infusion.lymphodepletion-window" }
    }

    @Test(
        "the window from lymphodepletion is counted in days of the calendar, both ends in",
        arguments: [(1, false), (2, true), (4, true), (5, false)])
    func window(days: Int, isFine: Bool) {
        #expect(infused(after: days).isEmpty == isFine)
        #expect(infused(after: days).allSatisfy { $0.override == nil })
    }

    @Test("after 14 days cilta-cel's lymphodepletion is given again; then the window counts from the last course")
    func repetition() {
        #expect(infused(after: 15).first?.reasons.first?.threshold == "after 14 d it is given again")
        let again = infused(after: 20) {
            $0.add("again", 14, Treatment.dose(.fludarabine, 56), Treatment.nurse)
        }
        #expect(again.isEmpty)
    }

    @Test("tisa-cel after 28 days: again if white cells are above 1, or unknown; not at 1")
    func tisa() {
        func white(_ value: Double?, days: Int) -> [Stop] {
            infused(after: days) {
                $0 = Self.tisa
                $0.remove("start-F1", "end-F1", "start-F2", "end-F2")
                if let value {
                    $0.add(
                        "white", Double(days - 3) - 1, .labReported(LabResult(.leukocytes, value)), Treatment.laboratory
                    )
                }
            }
        }
        #expect(white(nil, days: 14).isEmpty)
        #expect(!white(nil, days: 15).isEmpty)
        #expect(!white(nil, days: 28).isEmpty)
        #expect(white(nil, days: 29).first?.isUnknown == true)
        #expect(white(1, days: 29).isEmpty)
        #expect(white(1.1, days: 29).first?.isUnknown == false)
    }

    /// The standard treatment under the label of tisagenlecleucel.
    static var tisa: Treatment {
        var treatment = Treatment.standard
        treatment.label = StepLabels.tisa
        if case .referralReceived(var referral) = treatment.part("referral").event {
            referral.disease = "B-cell acute lymphoblastic leukaemia"
            treatment.replace("referral", .referralReceived(referral))
        }
        return treatment
    }

    @Test("without lymphodepletion no bag is thawed, unless the label lets low white cells stand for it")
    func lymphodepletionGiven() {
        func without(_ treatment: Treatment, white: Double?) -> [String] {
            var treatment = treatment
            for day in ["-5", "-4", "-3"] { treatment.remove("cy\(day)", "flu\(day)") }
            if let white {
                treatment.add("white", -3, .labReported(LabResult(.leukocytes, white)), Treatment.laboratory)
            }
            return treatment.proposing("thaw-F1").map(\.rule).filter { $0.hasPrefix("infusion.lympho") }
        }
        #expect(without(.standard, white: 0.8) == ["infusion.lymphodepletion-given"])
        #expect(without(Self.tisa, white: 1) == [])
        #expect(without(Self.tisa, white: 1.1) == ["infusion.lymphodepletion-given"])
        #expect(without(Self.tisa, white: nil) == ["infusion.lymphodepletion-given"])
    }

    @Test(
        "low white cells warn that tisa-cel's lymphodepletion may be left out", arguments: [(1.0, true), (1.1, false)])
    func omission(white: Double, warns: Bool) {
        var treatment = Self.tisa
        treatment.add("white", -5.5, .labReported(LabResult(.leukocytes, white)), Treatment.laboratory)
        #expect((treatment.proposing("cy-5").of("lymphodepletion.may-be-omitted") != nil) == warns)
    }

    @Test(
        "thawed at 10:00, 2.5 h, 30 min expected: 11:55 is allowed, 12:10 refused, 12:00 is not earlier than the end",
        arguments: [(11, 55, true), (11, 59, true), (12, 0, false), (12, 10, false)])
    func thawWindow(hour: Int, minute: Int, isFine: Bool) {
        var treatment = Treatment.standard
        let day = Double(hour * 60 + minute - 720) / 1440
        treatment.replace("start-F1", treatment.part("start-F1").event, day: day)
        let found = treatment.proposing("start-F1")
        #expect(found.forbidding == (isFine ? [] : ["infusion.thaw-window/F1"]))
        guard let stop = found.of("infusion.thaw-window") else { return }
        #expect(stop.reasons.first?.at == Treatment.time(-2.0 / 24))
        #expect(stop.reasons.first?.entry != nil)
        #expect(stop.override == nil)
    }

    @Test("the thaw clock runs from where the label says, until what the label says")
    func thawOrigin() {
        func with(_ from: Label.Thaw.Origin, _ until: Label.Thaw.Until, minutes: Double) -> [String] {
            stops("start-F1") {
                $0.label = StepLabels.cilta {
                    $0.thaw?.from = from
                    $0.thaw?.until = until
                    $0.thaw?.minutes = minutes
                }
            }.forbidding
        }
        // Thaw began 14.4 min before 10:00, the infusion begins at 11:55 and takes 30 min: 145 min from thaw, 159.4 from removal.
        #expect(with(.thawed, .infusionComplete, minutes: 146) == [])
        #expect(with(.thawed, .infusionComplete, minutes: 145) == ["infusion.thaw-window/F1"])
        #expect(with(.thawStarted, .infusionComplete, minutes: 159) == ["infusion.thaw-window/F1"])
        #expect(with(.removed, .infusionComplete, minutes: 160) == [])
        #expect(with(.thawed, .infusionStarted, minutes: 116) == [])
        #expect(with(.thawed, .infusionStarted, minutes: 115) == ["infusion.thaw-window/F1"])
    }

    @Test("a thaw whose end, label or length is unknown is no thaw in time; a bag left out too long says so itself")
    func thawUnknown() {
        #expect(stops("start-F1") { $0.remove("thawed-F1") }.of("infusion.thaw-window")?.isUnknown == true)
        #expect(
            stops("start-F1") { $0.label = StepLabels.cilta { $0.thaw = nil } }.of("infusion.thaw-window")?.isUnknown
                == true)
        var start = Treatment.start
        start.expectedMinutes = 0
        #expect(
            stops("start-F1") { $0.replace("start-F1", .infusionStarted(start)) }.of("infusion.thaw-window")?.isUnknown
                == true)
        var waiting = Treatment.standard
        waiting.remove("start-F1", "end-F1")
        #expect(waiting.rules(at: 0.5 / 24).stops.forbidding.contains("infusion.thaw-window/F1"))
        #expect(!waiting.rules(at: 0.49 / 24).stops.forbidding.contains("infusion.thaw-window/F1"))
    }

    @Test(
        "a filter that holds leukocytes back is refused, and so is a line at which nobody looked",
        arguments: [true, nil] as [Bool?])
    func filter(filter: Bool?) {
        var start = Treatment.start
        start.leukodepletingFilter = filter
        let found = stops("start-F1") { $0.replace("start-F1", .infusionStarted(start)) }
        #expect(found.forbidding == ["infusion.filter"])
        #expect(found.first?.isUnknown == (filter == nil))
    }

    @Test("an infusion longer than the label's longest warns")
    func length() {
        var start = Treatment.start
        start.expectedMinutes = 61
        let found = stops("start-F1") {
            $0.label = StepLabels.cilta { $0.thaw?.minutes = 300 }
            $0.replace("start-F1", .infusionStarted(start))
        }
        #expect(found.forbidding == [])
        #expect(found.warnings == ["infusion.length"])
    }

    @Test("one bag after the other")
    func priorBag() {
        let found = stops("start-F2") { $0.remove("end-F1") }
        #expect(found.forbidding.contains("infusion.prior-bag/F1"))
        #expect(stops("thaw-F2") { $0.remove("end-F1") }.forbidding.contains("infusion.prior-bag/F1"))
        #expect(stops("end-F1") { _ in }.isEmpty)
    }

    @Test("a bag past its expiry, or without one, is not thawed")
    func expiry() {
        for (day, isFine) in [(-2.0 / 24 - 0.01, true), (-1.0, false), (nil, false)] as [(Double?, Bool)] {
            let found = stops("thaw-F1") { $0.replace("filled-F1", .bagFilled(Treatment.bag(1, expires: day))) }
            #expect(found.forbidding == (isFine ? [] : ["infusion.bag-expiry/F1"]))
        }
        // The other bag's expiry is the other bag's.
        #expect(
            stops("thaw-F1") { $0.replace("filled-F2", .bagFilled(Treatment.bag(2, expires: -1))) }.forbidding == [])
    }

    @Test("no released batch, no infusion")
    func released() {
        #expect(stops("thaw-F1") { $0.remove("released") }.forbidding.contains("infusion.released"))
    }

    @Test("an identity check that is missing, by one person, or of another therapy is an identity stop")
    func identity() {
        #expect(stops("thaw-F1") { $0.remove("verified-F1") }.of("infusion.identity")?.isUnknown == true)
        guard case .identityVerified(let good) = Treatment.standard.part("verified-F1").event else { return }
        var alone = good
        alone.checkedBy = ["Ada"]
        var other = good
        other.band = "COI-000000002Y"
        for check in [alone, other] {
            let found = stops("thaw-F1") { $0.replace("verified-F1", .identityVerified(check)) }
            #expect(found.of("infusion.identity")?.severity == .identity)
            #expect(found.allSatisfy { $0.severity != .identity || $0.override == nil })
            // The chain of identity says the same in its own words.
            #expect(found.contains { $0.rule.hasPrefix("identity.") })
        }
    }

    @Test("a written dose per kilogram that is not dose ÷ weight warns")
    func doseArithmetic() {
        for (perKilogram, isFine) in [(35.0 / 80, true), (0.44, true), (0.45, false), (35.0 / 70, false)] {
            let found = stops("end-F1") {
                $0.replace(
                    "end-F1",
                    .infusionCompleted(
                        Infusion(
                            batch: "B1", carPositiveCells: 35, cellsPerKilogram: perKilogram, minutesSinceThaw: 100,
                            bag: "F1")))
            }
            #expect(found.forbidding == [])
            #expect(found.warnings == (isFine ? [] : ["infusion.dose-arithmetic"]))
        }
    }
}
