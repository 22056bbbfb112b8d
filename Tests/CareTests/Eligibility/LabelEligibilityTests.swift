import Care
import Testing

@Suite("Eligibility against a label")
struct LabelEligibilityTests {
    static let day = Day("2026-01-01")!

    /// An adult with large B-cell lymphoma, refractory to the first of two lines.
    static func patient(_ change: (inout Candidate) -> Void = { _ in }) -> Candidate {
        var patient = Candidate(.largeBCellLymphoma)
        patient.subtype = .diffuseNotOtherwiseSpecified
        patient.sex = .male
        patient.quantities[.age] = 61
        patient.lines = [
            .init(classes: [.antiCD20, .anthracycline], outcome: .refractory),
            .init(classes: [.antiCD20, .chemotherapy], outcome: .refractory),
        ]
        change(&patient)
        return patient
    }

    func verdict(_ label: Label, _ patient: Candidate) -> LabelAssessment.Verdict {
        label.assess(patient, on: Self.day).verdict
    }

    func off(_ label: Label, _ patient: Candidate) -> [String] {
        if case .offLabel(let reasons) = verdict(label, patient) { reasons.map(\.rule) } else { ["NOT OFF"] }
    }

    func missing(_ label: Label, _ patient: Candidate) -> [String] {
        if case .unknown(let facts) = verdict(label, patient) { facts.map(\.fact) } else { ["NOT UNKNOWN"] }
    }

    @Test("on label for each indication that is met")
    func onLabel() throws {
        let label = try SampleLabels.label()
        #expect(verdict(label, Self.patient()) == .onLabel(["lbcl", "lbcl-2-lines"]))
        #expect(verdict(label, Self.patient { $0.lines?.removeLast() }) == .onLabel(["lbcl"]))
        #expect(verdict(label, Self.patient { $0.lines?[0].outcome = .responding }) == .onLabel(["lbcl-2-lines"]))
    }

    @Test("another disease is off label, and the label's diseases are named")
    func otherDisease() throws {
        let result = try SampleLabels.label().assess(Candidate(.multipleMyeloma), on: Self.day)
        guard case .offLabel(let reasons) = result.verdict else { return #expect(Bool(false)) }
        #expect(reasons.count == 1)
        #expect(reasons[0].finding == "multiple myeloma")
        #expect(reasons[0].threshold == "the label is for large B-cell lymphoma")
        #expect(result.missing.isEmpty)
    }

    @Test("relapse within 12 months of the first line: 12 is within, more is not, unknown is unknown")
    func relapseInTime() throws {
        let label = try SampleLabels.label(indications: [SampleLabels.lymphoma])
        func relapsed(_ months: Double?) -> Candidate {
            Self.patient { $0.lines = [.init(outcome: .relapsed, monthsToRelapse: months)] }
        }
        #expect(verdict(label, relapsed(12)) == .onLabel(["lbcl"]))
        #expect(off(label, relapsed(12.1)) == ["lbcl"])
        #expect(missing(label, relapsed(nil)) == ["lines: monthsToRelapse of the first line"])
        #expect(missing(label, Self.patient { $0.lines = [.init()] }).contains("lines: outcome of the first line"))
    }

    @Test("age is in completed years: 17.99 is too young for 18; 25.99 is still 25, 26 is too old")
    func age() throws {
        let adults = try SampleLabels.label()
        #expect(off(adults, Self.patient { $0.quantities[.age] = 17.99 }) == ["lbcl", "lbcl-2-lines"])
        #expect(verdict(adults, Self.patient { $0.quantities[.age] = 18 }) == .onLabel(["lbcl", "lbcl-2-lines"]))
        let young = try SampleLabels.label(indications: [SampleLabels.leukaemia])
        func child(_ age: Double) -> Candidate {
            var child = Candidate(.bAcuteLymphoblasticLeukaemia)
            child.quantities[.age] = age
            child.lines = [.init(outcome: .refractory)]
            return child
        }
        #expect(verdict(young, child(25.99)) == .onLabel(["all"]))
        #expect(off(young, child(26)) == ["all"])
    }

    @Test("earlier lines: two are enough for two, one is not, unknown is unknown; the number alone is enough")
    func lines() throws {
        let label = try SampleLabels.label(indications: [SampleLabels.laterLines])
        #expect(verdict(label, Self.patient()) == .onLabel(["lbcl-2-lines"]))
        #expect(off(label, Self.patient { $0.lines?.removeLast() }) == ["lbcl-2-lines"])
        #expect(missing(label, Self.patient { $0.lines = nil }) == ["lines", "lines: outcome of the last line"])
        let counted = Self.patient {
            $0.lines = nil
            $0.quantities[.priorLines] = 1
        }
        #expect(off(label, counted) == ["lbcl-2-lines"])
    }

    @Test("a kind of lymphoma that is not in the list is off label, an unknown kind is unknown")
    func kind() throws {
        let label = try SampleLabels.label(indications: [SampleLabels.laterLines])
        #expect(off(label, Self.patient { $0.subtype = .primaryMediastinal }) == ["lbcl-2-lines"])
        #expect(missing(label, Self.patient { $0.subtype = nil }) == ["subtype"])
    }

    @Test("second or later relapse: two relapses, or no remission; one relapse is not enough")
    func relapses() throws {
        let label = try SampleLabels.label(indications: [SampleLabels.leukaemia])
        func patient(_ outcomes: [Candidate.PriorLine.Outcome?]) -> Candidate {
            var patient = Candidate(.bAcuteLymphoblasticLeukaemia)
            patient.quantities[.age] = 10
            patient.lines = outcomes.map { .init(outcome: $0) }
            return patient
        }
        #expect(verdict(label, patient([.relapsed, .relapsed])) == .onLabel(["all"]))
        #expect(verdict(label, patient([.refractory])) == .onLabel(["all"]))
        #expect(off(label, patient([.relapsed])) == ["all"])
        #expect(off(label, patient([.relapsed, .responding])) == ["all"])
        #expect(missing(label, patient([.relapsed, nil])).contains("lines: outcome of each line"))
        #expect(missing(label, patient([nil])) == ["lines: outcome of the last line"])
        #expect(off(label, patient([])) == ["all"])
    }

    @Test("myeloma: every class must have been given, and lenalidomide must have failed")
    func classes() throws {
        let label = try SampleLabels.label(indications: [SampleLabels.myeloma])
        func patient(_ classes: [Label.TherapyClass]?, refractory: Bool? = true) -> Candidate {
            var patient = Candidate(.multipleMyeloma)
            patient.quantities[.age] = 60
            patient.lines = [.init(classes: classes, outcome: .refractory)]
            patient.lenalidomideRefractory = refractory
            return patient
        }
        #expect(verdict(label, patient([.proteasomeInhibitor, .immunomodulator])) == .onLabel(["mm"]))
        #expect(off(label, patient([.proteasomeInhibitor])) == ["mm"])
        #expect(off(label, patient([.proteasomeInhibitor, .immunomodulator], refractory: false)) == ["mm"])
        #expect(
            missing(label, patient([.proteasomeInhibitor, .immunomodulator], refractory: nil)) == [
                "lenalidomideRefractory"
            ])
        #expect(missing(label, patient([.proteasomeInhibitor, .other])) == ["lines: classes of each line"])
        #expect(Set(missing(label, patient(nil))) == ["lines: classes of each line"])
    }

    @Test("what excludes or delays must be known: present is off, unknown is unknown, absent is on")
    func stops() throws {
        for (effect, mayPass) in [("excludes", false), ("delays", true)] {
            let stop = SampleLabels.criterion("stop", #""state":"activeInfection""#, effect: effect)
            let label =
                try mayPass ? SampleLabels.label(warnings: [stop]) : SampleLabels.label(contraindications: [stop])
            let sick = Self.patient { $0.states[.activeInfection] = true }
            guard case .offLabel(let reasons) = verdict(label, sick) else { return #expect(Bool(false)) }
            #expect(reasons.map(\.mayPass) == [mayPass])
            #expect(missing(label, Self.patient()) == ["activeInfection"])
            #expect(
                verdict(label, Self.patient { $0.states[.activeInfection] = false })
                    == .onLabel(["lbcl", "lbcl-2-lines"]))
        }
    }

    @Test("off label still lists what is unknown")
    func offListsUnknown() throws {
        let label = try SampleLabels.label(
            warnings: [
                SampleLabels.criterion("a", #""state":"activeInfection""#, effect: "delays"),
                SampleLabels.criterion("b", #""state":"inflammatoryDisorder""#, effect: "delays"),
            ])
        let result = label.assess(Self.patient { $0.states[.activeInfection] = true }, on: Self.day)
        #expect(result.reasons.map(\.rule) == ["a"])
        #expect(result.missing.map(\.fact) == ["inflammatoryDisorder"])
    }

    @Test("a criterion that is confined to an indication leaves the others alone")
    func confined() throws {
        let label = try SampleLabels.label(limitations: [
            SampleLabels.criterion("cns", #""state":"cnsInvolvement""#, effect: "excludes", indications: "lbcl")
        ])
        let patient = Self.patient { $0.states[.cnsInvolvement] = true }
        #expect(verdict(label, patient) == .onLabel(["lbcl-2-lines"]))
        #expect(
            off(
                label,
                Self.patient {
                    $0.states[.cnsInvolvement] = true; $0.lines?.removeLast()
                }) == ["cns", "lbcl-2-lines"])
    }

    @Test("a trial's criterion is a caution and changes no verdict; unknown, it is listed apart")
    func trial() throws {
        let label = try SampleLabels.label(trial: [
            SampleLabels.criterion("ecog", #""quantity":"ecog","atMost":1,"unit":"1""#, effect: "cautions")
        ])
        for (ecog, cautions, open) in [(1.0, 0, 0), (2.0, 1, 0), (nil, 0, 1)] {
            let result = label.assess(Self.patient { $0.quantities[.ecog] = ecog }, on: Self.day)
            #expect(result.verdict == .onLabel(["lbcl", "lbcl-2-lines"]))
            #expect(result.cautions.count == cautions)
            #expect(result.notLookedAt.count == open)
            #expect(result.cautions.allSatisfy { $0.kind == .trial })
        }
    }

    @Test("a section of the label that is not known is not silence: nobody is on label")
    func unknownSection() throws {
        let version = try SampleLabels.version(
            "1", from: "2025-01-01",
            #""indications":[\#(SampleLabels.lymphoma)],\#(SampleLabels.notKnown(but: [.indications]))"#)
        let label = try Label.History(subject: SampleLabels.subject(), versions: [version]).label(on: Self.day)
        #expect(
            missing(label, Self.patient())
                == ["label: contraindications", "label: limitationsOfUse", "label: warnings"])
        #expect(off(label, Candidate(.multipleMyeloma)) == ["indications"], "what excludes still excludes")
    }

    @Test("wash-out: the day itself is enough, the day before is not; a drug without a date is listed")
    func washout() throws {
        let label = try SampleLabels.label(washouts: [
            #"{"therapy":"corticosteroid","before":"leukapheresis","days":3,"basis":"consensus",\#(SampleLabels.cited)}"#
        ])
        func result(_ last: String?) -> LabelAssessment {
            label.assess(
                Self.patient { $0.recentDrugs = [.init(.corticosteroid, lastGiven: last.flatMap { Day($0) })] },
                on: Self.day)
        }
        #expect(result("2025-12-29").cautions.isEmpty)
        #expect(result("2025-12-30").cautions.map(\.rule) == ["corticosteroid-leukapheresis"])
        #expect(result("2025-12-30").cautions.first?.threshold.hasSuffix("so from 2026-01-02") == true)
        #expect(result("2025-12-30").cautions.map(\.kind) == [.guideline], "a consensus is no label")
        #expect(result(nil).notLookedAt.count == 1)
        #expect(label.assess(Self.patient(), on: Self.day).notLookedAt.map(\.fact) == ["recentDrugs"])
        #expect(label.assess(Self.patient { $0.recentDrugs = [] }, on: Self.day).notLookedAt.isEmpty)
    }
}
