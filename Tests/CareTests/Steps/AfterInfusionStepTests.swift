import Testing

@testable import Care

@Suite("Steps 16 to 18: acute monitoring, late effects, follow-up")
struct AfterInfusionStepTests {
    private func rules(at day: Double, _ change: (inout Treatment) -> Void) -> StepRules {
        var treatment = Treatment.standard
        change(&treatment)
        return treatment.rules(at: day)
    }

    @Test("tocilizumab: 8 h apart, three in 24 h, four in all; the doses given are the reasons")
    func tocilizumab() {
        func next(at hour: Double, after hours: [Double]) -> [Stop] {
            var treatment = Treatment.standard
            for given in hours {
                treatment.add("t\(given)", 1 + given / 24, Treatment.dose(.tocilizumab, 640), Treatment.nurse)
            }
            return treatment.proposing(Treatment.dose(.tocilizumab, 640), by: Treatment.nurse, at: 1 + hour / 24)
        }
        #expect(next(at: 8, after: [0]).isEmpty)
        #expect(next(at: 7.99, after: [0]).forbidding == ["acute.tocilizumab"])
        #expect(next(at: 23.9, after: [0, 8, 15.9]).forbidding == ["acute.tocilizumab"])
        #expect(next(at: 24.1, after: [0, 8, 16]).isEmpty)
        let fifth = next(at: 200, after: [0, 8, 16, 30])
        #expect(fifth.forbidding == ["acute.tocilizumab"])
        #expect(fifth.first?.reasons.count == 4)
        #expect(fifth.first?.reasons.allSatisfy { $0.entry != nil } == true)
        #expect(fifth.first?.override == .physician)
    }

    @Test("a grade that the signs make and nobody recorded warns; recorded, it does not")
    func grade() {
        let fever: (inout Treatment) -> Void = { $0.add("fever", 1, .vitalsTaken(.set(39)), Treatment.nurse) }
        #expect(rules(at: 1.1, fever).stops.warnings == ["acute.grade-unsigned/CRS"])
        #expect(
            rules(at: 1.1) {
                fever(&$0)
                $0.add("graded", 1.05, .crsGraded(CRSGrading(grade: .grade1)), Treatment.physician)
            }.stops.warnings == [])
    }

    @Test(
        "a day without vital signs warns while the label asks for daily watch",
        arguments: [(1.01, false), (1.02, true), (7.01, true), (7.1, false)])
    func vitals(day: Double, warns: Bool) {
        // The first bag ended 25 min after noon, a little more than 0.017 d.
        let found = rules(at: day) { _ in }.stops.warnings
        #expect(found.contains("acute.vitals-overdue") == warns)
        let taken = rules(at: day) { $0.add("vitals", day - 0.5, .vitalsTaken(.set()), Treatment.nurse) }
        #expect(!taken.stops.warnings.contains("acute.vitals-overdue"))
    }

    @Test("from lymphodepletion on, red cells and platelets are irradiated; unknown is not")
    func blood() {
        func give(_ kind: Transfusion.Kind, _ irradiated: Bool?, at day: Double) -> [Stop] {
            Treatment.standard.proposing(
                .transfused(Transfusion(kind: kind, irradiated: irradiated, units: 1)), by: Treatment.nurse, at: day)
        }
        #expect(give(.redCells, false, at: -5.1).isEmpty)
        #expect(give(.redCells, false, at: -4.9).forbidding == ["late.irradiated-blood"])
        #expect(give(.platelets, nil, at: 20).first?.isUnknown == true)
        #expect(give(.platelets, true, at: 20).isEmpty)
        #expect(give(.plasma, false, at: 20).isEmpty)
    }

    @Test("an override of unirradiated blood is for one transfusion")
    func bloodOverride() {
        var treatment = Treatment.standard
        let red = Event.transfused(Transfusion(kind: .redCells, irradiated: false, units: 2))
        treatment.add(
            "override", 3,
            .stopOverridden(
                StopOverride(
                    stop: "late.irradiated-blood", reason: "bleeding", secondSignature: Treatment.second,
                    productVersion: StepLabels.cilta().nameAndVersion)), Treatment.physician)
        #expect(treatment.proposing("override").isEmpty)
        #expect(treatment.proposing(red, by: Treatment.nurse, at: 3.1).isEmpty)
        treatment.add("red", 3.1, red, Treatment.nurse)
        #expect(treatment.proposing(red, by: Treatment.nurse, at: 3.2).forbidding == ["late.irradiated-blood"])
    }

    @Test("a live vaccine warns from lymphodepletion on; others do not")
    func vaccine() {
        func give(_ live: Bool, at day: Double) -> [Stop] {
            Treatment.standard.proposing(
                .vaccinated(Vaccination(vaccine: "MMR", live: live)), by: Treatment.nurse, at: day)
        }
        #expect(give(true, at: 100).warnings == ["late.live-vaccine"])
        #expect(give(true, at: 100).forbidding == [])
        #expect(give(false, at: 100).isEmpty)
        #expect(give(true, at: -10).isEmpty)
    }

    @Test(
        "neutrophils below 0.5 and IgG below 4 g/L warn",
        arguments: [
            (Analyte.neutrophils, 0.5, false), (.neutrophils, 0.49, true), (.immunoglobulinG, 4, false),
            (.immunoglobulinG, 3.9, true),
        ])
    func counts(analyte: Analyte, value: Double, warns: Bool) {
        let found = rules(at: 20) {
            $0.add("count", 19.9, .labReported(LabResult(analyte, value)), Treatment.laboratory)
        }.stops.filter { $0.rule.hasPrefix("late") }
        #expect(found.isEmpty != warns)
        #expect(found.allSatisfy { $0.reasons.allSatisfy { $0.entry != nil } })
    }

    @Test("form 4000 is due 30 days after infusion, a visit every year")
    func due() {
        func warnings(_ day: Double, _ change: (inout Treatment) -> Void = { _ in }) -> [String] {
            rules(at: day, change).stops.warnings
        }
        #expect(!warnings(30).contains("follow-up.registry-form"))
        #expect(warnings(30.1).contains("follow-up.registry-form"))
        #expect(
            !warnings(40) {
                $0.add("form", 20, .registryFormSent(RegistryForm(form: "CIBMTR 4000")), Treatment.dataManager)
            }.contains("follow-up.registry-form"))
        #expect(!warnings(396).contains("follow-up.yearly-visit"))
        #expect(warnings(397).contains("follow-up.yearly-visit"))
        #expect(
            !warnings(500) {
                $0.add("visit", 360, .followUpVisited(FollowUpVisit(visit: "month 12")), Treatment.nurse)
            }.contains("follow-up.yearly-visit"))
        #expect(!warnings(15 * 365.25 + 40).contains("follow-up.yearly-visit"))
        #expect(
            !warnings(500) { $0.add("died", 40, .died(Death(cause: .disease)), Treatment.physician) }
                .contains("follow-up.yearly-visit"))
    }

    @Test(
        "a T-cell malignancy stands until a sample is kept and it is reported",
        arguments: [
            (true, "FDA", true), (false, "FDA", false), (nil, "FDA", false), (true, nil, false), (true, " ", false),
        ]
            as [(Bool?, String?, Bool)])
    func malignancy(kept: Bool?, reported: String?, isFine: Bool) {
        func found(_ lineage: SecondMalignancy.Lineage) -> Stop? {
            rules(at: 800) {
                $0.add(
                    "second", 700,
                    .secondMalignancyReported(
                        SecondMalignancy(lineage: lineage, description: "PTCL", sampleKept: kept, reportedTo: reported)),
                    Treatment.dataManager)
            }.stops.of("follow-up.t-cell-malignancy")
        }
        #expect((found(.tCell) == nil) == isFine)
        if !isFine {
            #expect(found(.tCell)?.severity == .stop)
            #expect(found(.tCell)?.override == nil)
        }
        #expect(found(.myeloid) == nil)
    }

    @Test("a report that is completed later ends the duty")
    func completed() {
        let report = SecondMalignancy(lineage: .tCell, description: "PTCL", sampleKept: nil, reportedTo: nil)
        let full = SecondMalignancy(lineage: .tCell, description: "PTCL", sampleKept: true, reportedTo: "FDA")
        #expect(
            rules(at: 800) {
                $0.add("first", 700, .secondMalignancyReported(report), Treatment.dataManager)
                $0.add("full", 705, .secondMalignancyReported(full), Treatment.dataManager)
            }.stops.of("follow-up.t-cell-malignancy") == nil)
    }

    @Test("responsibility passes when both centres have signed, by two people")
    func transfer() {
        let (one, two) = (Treatment.physician, Actor(role: .physician, name: "Theo"))
        func stops(_ given: Actor?, _ taken: Actor?, to: String = "B") -> [Stop] {
            Treatment.standard.proposing(
                .careTransferred(CareTransfer(from: "A", to: to, givenBy: given, takenBy: taken)), by: one, at: 400
            )
            .filter { $0.rule == "follow-up.transfer-signed" }
        }
        #expect(stops(one, two).isEmpty)
        #expect(stops(one, nil).first?.finding.contains("not signed by B") == true)
        #expect(stops(nil, two).first?.finding.contains("not signed by A") == true)
        #expect(stops(nil, nil).first?.isUnknown == true)
        #expect(stops(one, Actor(role: .physician, name: " ")).count == 1)
        #expect(stops(one, one).first?.isUnknown == false)
        #expect(stops(one, two, to: "a").count == 1)
        // Recorded unsigned, it stays a duty.
        let standing = rules(at: 410) {
            $0.add("transfer", 400, .careTransferred(CareTransfer(from: "A", to: "B", givenBy: one)), one)
        }.stops.of("follow-up.transfer-signed")
        #expect(standing?.actions == [])
        #expect(standing?.forbids == true)
    }

    @Test("a positive test for replication-competent virus warns; one that was archived does not")
    func replication() {
        for (positive, warns) in [(true, true), (false, false), (nil, false)] as [(Bool?, Bool)] {
            let found = rules(at: 100) {
                $0.add(
                    "rcl", 90, .replicationTested(ReplicationTest(method: "VSV-G PCR", positive: positive)),
                    Treatment.laboratory)
            }.stops.warnings
            #expect(found.contains("follow-up.replication-competent-virus") == warns)
        }
    }
}
