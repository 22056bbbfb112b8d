import Care
import Testing

@Suite("IEC-HS") struct IECHSTests {
    /// Everything known and nothing met.
    static let well = IECHS(
        ferritin: 300, ferritinUpperLimit: 300, ferritinBaseline: 250, isFerritinRising: false, transaminaseMultiple: 1,
        fibrinogen: 3, fibrinogenLowerLimit: 2, haemophagocytosis: false, isCytopeniaNewOrWorse: false,
        cytopenia: .grade1,
        isExplainedOtherwise: false)

    private func likelihood(_ change: (inout IECHS) -> Void) throws -> IECHS.Likelihood? {
        var inputs = Self.well
        change(&inputs)
        return try inputs.assess().grade
    }

    @Test("ferritin is required: above twice the upper limit, above twice the baseline, or rapidly rising")
    func ferritin() throws {
        #expect(try likelihood { _ in } == .notMet)
        #expect(try likelihood { ($0.ferritin, $0.ferritinBaseline) = (600, 500) } == .notMet)
        #expect(try likelihood { ($0.ferritin, $0.ferritinBaseline) = (601, 500) } == .ferritinOnly)
        #expect(try likelihood { ($0.ferritin, $0.ferritinUpperLimit) = (500, 400) } == .notMet)
        #expect(try likelihood { ($0.ferritin, $0.ferritinUpperLimit) = (501, 400) } == .ferritinOnly)
        #expect(try likelihood { $0.isFerritinRising = true } == .ferritinOnly)
    }

    @Test("each common feature, on both sides of its threshold, beside a ferritin that rises")
    func commonFeatures() throws {
        func beside(_ change: (inout IECHS) -> Void) throws -> IECHS.Likelihood? {
            try likelihood {
                $0.isFerritinRising = true
                change(&$0)
            }
        }
        #expect(try beside { $0.transaminaseMultiple = 5 } == .ferritinOnly)
        #expect(try beside { $0.transaminaseMultiple = 5.1 } == .possible)
        #expect(try beside { ($0.fibrinogen, $0.fibrinogenLowerLimit) = (1.5, 1.5) } == .ferritinOnly)
        #expect(try beside { ($0.fibrinogen, $0.fibrinogenLowerLimit) = (1.49, 1.4) } == .possible)
        #expect(try beside { ($0.fibrinogen, $0.fibrinogenLowerLimit) = (1.99, 2) } == .possible)
        #expect(try beside { ($0.fibrinogen, $0.fibrinogenLowerLimit) = (2, 2) } == .ferritinOnly)
        #expect(try beside { $0.haemophagocytosis = true } == .possible)
        #expect(try beside { ($0.isCytopeniaNewOrWorse, $0.cytopenia) = (true, .grade3) } == .ferritinOnly)
        #expect(try beside { ($0.isCytopeniaNewOrWorse, $0.cytopenia) = (true, .grade4) } == .possible)
        #expect(try beside { ($0.isCytopeniaNewOrWorse, $0.cytopenia) = (false, .grade4) } == .ferritinOnly)
        #expect(try beside { ($0.haemophagocytosis, $0.fibrinogen) = (true, 1) } == .probable)
    }

    @Test("without the required ferritin nothing counts, and another explanation ends it")
    func required() throws {
        #expect(try likelihood { ($0.haemophagocytosis, $0.fibrinogen) = (true, 1) } == .notMet)
        #expect(
            try likelihood {
                ($0.haemophagocytosis, $0.fibrinogen, $0.isFerritinRising) = (true, 1, true)
                $0.isExplainedOtherwise = true
            } == .notMet)
    }

    @Test("what is unknown is listed and leaves the range open: unknown is not pass")
    func unknown() throws {
        let nothing = try IECHS().assess()
        #expect(nothing.lowest == .notMet && nothing.highest == .probable)
        #expect(nothing.unknown.count == 6 && nothing.source.standing == .memory)
        var inputs = Self.well
        inputs.isFerritinRising = true
        inputs.isExplainedOtherwise = nil
        let attribution = try inputs.assess()
        #expect(attribution.lowest == .notMet && attribution.highest == .ferritinOnly)
        #expect(attribution.unknown == ["explained by CRS alone, infection or progression"])
        inputs = Self.well
        inputs.ferritinBaseline = nil
        #expect(try inputs.assess().highest == .ferritinOnly)
    }

    @Test("other features are shown and count for nothing")
    func others() throws {
        var inputs = Self.well
        inputs.others = [.fever, .splenomegaly]
        let verdict = try inputs.assess()
        #expect(verdict.grade == .notMet)
        #expect(verdict.findings.last?.description == "also there: new splenomegaly, fever, new or lasting")
    }

    @Test(
        "grades: observation 1, treatment 2, bleeding or organ failure 3, danger to life 4, death 5",
        arguments: [
            (
                IECHSSeverity(
                    needsTreatment: false, bleedingNeedsTransfusion: false, organFailureNeedsHospital: false,
                    isLifeThreatening: false), 1
            ),
            (
                IECHSSeverity(
                    needsTreatment: true, bleedingNeedsTransfusion: false, organFailureNeedsHospital: false,
                    isLifeThreatening: false), 2
            ),
            (
                IECHSSeverity(
                    needsTreatment: true, bleedingNeedsTransfusion: true, organFailureNeedsHospital: false,
                    isLifeThreatening: false), 3
            ),
            (
                IECHSSeverity(
                    needsTreatment: false, bleedingNeedsTransfusion: false, organFailureNeedsHospital: true,
                    isLifeThreatening: false), 3
            ),
            (IECHSSeverity(isLifeThreatening: true), 4), (IECHSSeverity(isFatal: true), 5),
        ])
    func grades(severity: IECHSSeverity, grade: Int) {
        #expect(severity.assess().grade?.rawValue == grade)
        #expect(severity.assess().unknown.isEmpty)
    }

    @Test("a grade of which something is unknown is a range")
    func gradeUnknown() {
        let verdict = IECHSSeverity(needsTreatment: true, bleedingNeedsTransfusion: false).assess()
        #expect(verdict.lowest == .grade2 && verdict.highest == .grade4 && verdict.unknown.count == 2)
        #expect(IECHSSeverity().assess().lowest == .grade1)
    }

    @Test("a worse finding never lowers the likelihood, and an unknown one never narrows the range", arguments: 0..<60)
    func monotone(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &cases) }
        func flip() -> Bool { Bool.random(using: &cases) }
        let inputs = IECHS(
            ferritin: draw(100...2000), ferritinUpperLimit: 300, ferritinBaseline: draw(100...1000),
            isFerritinRising: flip(),
            transaminaseMultiple: draw(0...10), fibrinogen: draw(0...4), fibrinogenLowerLimit: draw(1...2),
            haemophagocytosis: flip(), isCytopeniaNewOrWorse: flip(),
            cytopenia: CTCAEGrade.allCases[Int.random(in: 0...4, using: &cases)], isExplainedOtherwise: flip())
        let verdict = try inputs.assess()
        #expect(verdict.grade != nil)
        let worsen: [(inout IECHS) -> Void] = [
            { $0.ferritin = 5000 }, { $0.isFerritinRising = true }, { $0.transaminaseMultiple = 11 },
            { $0.fibrinogen = 0.2 }, { $0.haemophagocytosis = true },
            { ($0.isCytopeniaNewOrWorse, $0.cytopenia) = (true, .grade4) },
        ]
        for step in worsen {
            var worse = inputs
            step(&worse)
            #expect(try worse.assess().lowest >= verdict.lowest)
        }
        let forget: [(inout IECHS) -> Void] = [
            { $0.ferritin = nil }, { $0.ferritinUpperLimit = nil }, { $0.ferritinBaseline = nil },
            { $0.isFerritinRising = nil }, { $0.transaminaseMultiple = nil }, { $0.fibrinogen = nil },
            { $0.fibrinogenLowerLimit = nil }, { $0.haemophagocytosis = nil }, { $0.isCytopeniaNewOrWorse = nil },
            { $0.cytopenia = nil }, { $0.isExplainedOtherwise = nil },
        ]
        var forgotten = inputs
        var before = verdict
        for step in forget.shuffled(using: &cases) {
            step(&forgotten)
            let after = try forgotten.assess()
            #expect(after.highest >= before.highest && after.lowest <= before.lowest)
            before = after
        }
    }
}
