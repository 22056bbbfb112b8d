import Care
import Testing

@Suite("Eligibility: what must hold for every patient")
struct EligibilityPropertyTests {
    static let day = Day("2026-01-01")!

    enum Kind: Hashable { case on, off, unknown }

    static func kind(_ verdict: LabelAssessment.Verdict) -> Kind {
        switch verdict {
        case .onLabel: .on
        case .offLabel: .off
        case .unknown: .unknown
        }
    }

    static func label() throws -> Label {
        try SampleLabels.label(
            indications: [
                SampleLabels.lymphoma, SampleLabels.laterLines, SampleLabels.leukaemia, SampleLabels.myeloma,
            ],
            contraindications: [SampleLabels.criterion("allergy", #""state":"hypersensitivity""#, effect: "excludes")],
            limitations: [SampleLabels.criterion("cns", #""state":"primaryCNSLymphoma""#, effect: "excludes")],
            warnings: [
                SampleLabels.criterion("infection", #""state":"activeInfection""#, effect: "delays"),
                SampleLabels.criterion("pregnancy", #""state":"pregnancy""#, effect: "delays"),
                SampleLabels.criterion("hiv", #""state":"hiv""#, effect: "cautions"),
            ],
            trial: [SampleLabels.criterion("ecog", #""quantity":"ecog","atMost":1,"unit":"1""#, effect: "cautions")],
            washouts: [
                #"{"therapy":"bendamustine","before":"leukapheresis","days":180,"basis":"consensus",\#(SampleLabels.cited)}"#
            ])
    }

    @Test("learning a missing fact settles what was unknown and changes no other verdict", arguments: 1...4)
    func learningSettles(seed: Int) throws {
        let label = try Self.label()
        var random = RandomCases(seed: UInt64(seed))
        var seen: [Kind: Int] = [:]
        for _ in 0..<1_000 {
            let full = random.candidate()
            let truth = Self.kind(label.assess(full, on: Self.day).verdict)
            let known = Self.kind(label.assess(random.hiding(full), on: Self.day).verdict)
            #expect(known == .unknown || known == truth, "\(full)")
            seen[truth, default: 0] += 1
            if known == .unknown { seen[.unknown, default: 0] += 1 }
        }
        #expect((seen[.on] ?? 0) > 10 && (seen[.off] ?? 0) > 100 && (seen[.unknown] ?? 0) > 100, "\(seen)")
    }

    @Test("of a patient of whom all is known nothing is unknown")
    func completeIsSettled() throws {
        let label = try Self.label()
        var random = RandomCases(seed: 11)
        for _ in 0..<1_000 {
            let result = label.assess(random.candidate(), on: Self.day)
            #expect(Self.kind(result.verdict) != .unknown)
            #expect(result.missing.isEmpty)
            #expect(result.notLookedAt.isEmpty)
        }
    }

    /// Facts that the label of these tests asks nowhere.
    static let unrelated: [@Sendable (inout Candidate) -> Void] = [
        { $0.quantities[.haemoglobin] = 7 }, { $0.quantities[.platelets] = 4 }, { $0.quantities[.weight] = 300 },
        { $0.quantities[.alt] = 90 }, { $0.states[.hepatitisB] = true }, { $0.states[.cnsDisorder] = true },
        { $0.states[.autoimmuneDisease] = true }, { $0.states[.liveVaccine] = true }, { $0.creatinine = 9 },
        { $0.transplantEligible = true }, { $0.states[.priorBCMATherapy] = true },
        { $0.quantities[.ejectionFraction] = 20 },
        { $0.states[.activeGVHD] = true }, { $0.relapsedAfterTransplant = true },
    ]

    @Test("a fact that the label does not ask for changes nothing at all")
    func unrelatedFacts() throws {
        let label = try Self.label()
        var random = RandomCases(seed: 12)
        for _ in 0..<500 {
            let candidate = random.hiding(random.candidate())
            let before = label.assess(candidate, on: Self.day)
            for change in Self.unrelated {
                var more = candidate
                change(&more)
                #expect(label.assess(more, on: Self.day) == before)
            }
        }
    }

    @Test(
        "each verdict says what it rests on: reasons with source when off, grounds when on, missing facts when unknown")
    func everyVerdictHasGrounds() throws {
        let label = try Self.label()
        var random = RandomCases(seed: 13)
        for _ in 0..<1_000 {
            let result = label.assess(random.hiding(random.candidate(), share: 8), on: Self.day)
            #expect(result.label == "axi-cel/US@2025-06-26")
            let said = result.reasons + result.grounds + result.cautions
            #expect(said.allSatisfy { !$0.finding.isEmpty && !$0.threshold.isEmpty && !$0.source.isEmpty })
            switch result.verdict {
            case .onLabel(let indications):
                #expect(!indications.isEmpty && !result.grounds.isEmpty)
                #expect(result.missing.isEmpty && result.reasons.isEmpty)
            case .offLabel(let reasons):
                #expect(!reasons.isEmpty && reasons == result.reasons)
                #expect(!reasons.contains { $0.kind == .trial || $0.kind == .washout })
            case .unknown(let missing):
                #expect(!missing.isEmpty && missing == result.missing && result.reasons.isEmpty)
            }
            #expect(result.record.eligible == (Self.kind(result.verdict) == .on))
            #expect(result.record.reasons.isEmpty == result.record.eligible)
        }
    }

    @Test("the same patient gets the same answer, word by word")
    func deterministic() throws {
        let label = try Self.label()
        var one = RandomCases(seed: 14)
        var two = RandomCases(seed: 14)
        for _ in 0..<200 {
            #expect(
                label.assess(one.hiding(one.candidate()), on: Self.day)
                    == label.assess(two.hiding(two.candidate()), on: Self.day))
        }
    }
}
