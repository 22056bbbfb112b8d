import Testing

@testable import Care

@Suite("Step 15: dose, order of bags, second infusion")
struct DoseStepTests {
    private func range(_ label: Label, _ weight: Double) -> DoseRange? {
        label.version.doses.flatMap { DoseRange($0[0], weight: weight) }
    }

    @Test(
        "axi-cel at 80 kg is 1.6×10⁸, and from 100 kg on 2×10⁸",
        arguments: [(80.0, 160.0), (99.9, 199.8), (100, 200), (100.1, 200), (140, 200)])
    func axi(weight: Double, cells: Double) {
        let range = range(StepLabels.axi, weight)
        #expect(range?.target.map { abs($0 - cells) < 1e-9 } == true)
        #expect(range?.most == range?.target)
    }

    @Test("cilta-cel at 80 kg is 0.4 to 0.8×10⁸, and never more than 1×10⁸")
    func cilta() {
        let eighty = range(StepLabels.cilta(), 80)
        #expect(eighty?.least == 40)
        #expect(eighty?.most == 80)
        #expect(range(StepLabels.cilta(), 100)?.most == 100)
        #expect(range(StepLabels.cilta(), 120)?.most == 100)
        #expect(range(StepLabels.cilta(), 120)?.least == 60)
    }

    @Test(
        "tisa-cel goes by weight to 50 kg and is flat above",
        arguments: [(50.0, 10.0, 250.0), (50.1, 10, 250), (20, 4, 100)])
    func tisa(weight: Double, least: Double, most: Double) {
        #expect(range(StepLabels.tisa, weight)?.least.map { abs($0 - least) < 1e-9 } == true)
        #expect(range(StepLabels.tisa, weight)?.most == most)
    }

    @Test("no weight, no range", arguments: [0.0, -1, .nan, .infinity])
    func noWeight(weight: Double) { #expect(range(StepLabels.cilta(), weight) == nil) }

    /// What stands against the start of the second of two bags, which together hold these cells.
    private func second(_ cells: Double, weight: Double = 80, _ change: (inout Treatment) -> Void = { _ in }) -> [Stop]
    {
        var treatment = Treatment.standard
        for number in 1...2 {
            treatment.replace("filled-F\(number)", .bagFilled(Treatment.bag(number, cells: cells / 2)))
            treatment.replace(
                "end-F\(number)",
                .infusionCompleted(
                    Infusion(
                        batch: "B1", carPositiveCells: cells / 2, cellsPerKilogram: cells / 2 / weight,
                        minutesSinceThaw: 100, bag: "F\(number)")))
        }
        change(&treatment)
        return treatment.proposing("start-F2").filter { $0.rule == "infusion.dose-range" }
    }

    @Test(
        "both ends of cilta-cel's dose at 80 kg, in two bags",
        arguments: [(40.0, true), (39.9, false), (80, true), (80.2, false)])
    func limits(cells: Double, isFine: Bool) {
        let found = second(cells)
        #expect(found.isEmpty == isFine)
        guard !isFine else { return }
        #expect(found.first?.reasons.first?.threshold == "40 to 80 10*6 cells at 80 kg")
        #expect(found.first?.severity == .stop)
    }

    @Test("a low dose that was released out of specification as such warns only")
    func lowDose() {
        let found = second(30) {
            $0.replace(
                "released",
                .batchReleased(
                    Release(batch: "B1", inSpecification: false, deviations: ["dose"], signedBy: [Treatment.quality])))
        }
        #expect(found.first?.severity == .warning)
    }

    @Test("the first of two bags may be less than the least; an unknown weight, dose or label blocks")
    func unknown() {
        #expect(Treatment.standard.proposing("start-F1").isEmpty)
        #expect(second(60) { $0.remove("referral") }.first?.isUnknown == true)
        #expect(second(60) { $0.label = StepLabels.cilta { $0.doses = nil } }.first?.isUnknown == true)
        #expect(second(60) { $0.remove("filled-F2") }.first?.isUnknown == true)
        // Two doses, neither for this disease.
        #expect(
            second(60) {
                $0.label = StepLabels.cilta { version in
                    version.doses?[0].indications = ["other"]
                }
            }.first?.isUnknown == true)
    }

    /// A treatment of two components, CD8 and CD4, in bags F1 and F2.
    private func liso(_ first: String?, _ second: String?) -> Treatment {
        var treatment = Treatment.standard
        treatment.label = StepLabels.liso
        if case .referralReceived(var referral) = treatment.part("referral").event {
            referral.disease = "large B-cell lymphoma"
            treatment.replace("referral", .referralReceived(referral))
        }
        treatment.replace("filled-F1", .bagFilled(Treatment.bag(1, cells: 50, component: first)))
        treatment.replace("filled-F2", .bagFilled(Treatment.bag(2, cells: 50, component: second)))
        return treatment
    }

    private func order(_ treatment: Treatment, _ key: String) -> [Stop] {
        treatment.proposing(key).filter { $0.rule == "infusion.component-order" }
    }

    @Test("CD8 before CD4: the other way round is refused at the thaw and at the start")
    func components() {
        #expect(order(liso("CD8", "CD4"), "thaw-F1").isEmpty)
        #expect(order(liso("CD8", "CD4"), "start-F2").isEmpty)
        for key in ["thaw-F1", "start-F1"] {
            let stop = order(liso("CD4", "CD8"), key).first
            #expect(stop?.reasons.first?.threshold == "the order is CD8, CD4")
            #expect(stop?.isUnknown == false)
            #expect(stop?.override == nil)
        }
        #expect(order(liso(nil, "CD8"), "thaw-F1").first?.isUnknown == true)
        #expect(order(liso("CD3", "CD8"), "thaw-F1").first?.isUnknown == true)
        #expect(order(liso("CD4", "CD4"), "thaw-F1").first?.isUnknown == true)
    }

    /// Obe-cel: an orange bag of 100 on day 1, blue and red on day 10.
    private func obe(
        first: String = "orange", second: String = "red", secondDay: Double = 9, crs: [(Double, VitalSigns)] = []
    ) -> [Stop] {
        var treatment = liso(first, second)
        treatment.label = StepLabels.obe
        if case .referralReceived(var referral) = treatment.part("referral").event {
            referral.disease = "B-cell acute lymphoblastic leukaemia"
            treatment.replace("referral", .referralReceived(referral))
        }
        treatment.replace("filled-F1", .bagFilled(Treatment.bag(1, cells: 100, component: first)))
        treatment.replace("filled-F2", .bagFilled(Treatment.bag(2, cells: 310, component: second)))
        for (day, vitals) in crs { treatment.add("vitals\(day)", day, .vitalsTaken(vitals), Treatment.nurse) }
        treatment.replace("verified-F2", treatment.part("verified-F2").event, day: secondDay - 0.01)
        treatment.replace("thaw-F2", treatment.part("thaw-F2").event, day: secondDay)
        return treatment.proposing("thaw-F2").filter {
            ["infusion.second-day", "infusion.component-order"].contains($0.rule)
        }
    }

    @Test(
        "obe-cel's second infusion is on day 10 ± 2, the first being on day 1",
        arguments: [(6.0, false), (7, true), (9, true), (11, true), (12, false)])
    func secondDay(after: Double, isFine: Bool) {
        #expect(obe(secondDay: after).isEmpty == isFine)
    }

    @Test("CRS of grade 2 puts it off, at most to day 21; grade 3 ends it")
    func crs() {
        let grade2 = VitalSigns.set(39, oxygen: .nasalCannula(litresPerMinute: 2))
        let grade3 = VitalSigns.set(39, oxygen: .highFlow)
        let well = VitalSigns.set(36.8)
        // Still of grade 2 on the day.
        #expect(
            obe(secondDay: 9, crs: [(8.9, grade2)]).first?.reasons.first?.finding
                == "CRS is of grade 2, ICANS of grade 0")
        // Over, and postponed: day 21 is the last.
        #expect(obe(secondDay: 20, crs: [(8, grade2), (12, well), (16, well)]).isEmpty)
        #expect(
            obe(secondDay: 21, crs: [(8, grade2), (12, well), (16, well)]).first?.reasons.first?.threshold
                == "day 8 to 21")
        // Never of grade 2: day 12 is the last.
        #expect(!obe(secondDay: 20).isEmpty)
        #expect(
            obe(secondDay: 9, crs: [(3, grade3), (6, well), (8, well)]).first?.reasons.first?.threshold
                == "the second infusion is not given")
    }

    @Test("a red bag does not belong to the first day, an orange one does for some blast counts only")
    func colours() {
        func first(_ colour: String?) -> [Stop] {
            var treatment = liso(colour, "red")
            treatment.label = StepLabels.obe
            if case .referralReceived(var referral) = treatment.part("referral").event {
                referral.disease = "B-cell acute lymphoblastic leukaemia"
                treatment.replace("referral", .referralReceived(referral))
            }
            return treatment.proposing("thaw-F1").filter {
                ["infusion.split", "infusion.component-order"].contains($0.rule)
            }
        }
        #expect(first("red").forbidding == ["infusion.component-order/F1"])
        #expect(first(nil).first?.isUnknown == true)
        #expect(first("orange").map(\.severity) == [.warning])
        #expect(first("blue").map(\.id) == ["infusion.split/F1"])
    }
}
