import Care
import Testing

@Suite("Facts that follow from others")
struct DerivedFactTests {
    static let day = Day("2026-01-01")!

    func result(_ state: String, _ change: (inout Candidate) -> Void) throws -> LabelAssessment {
        try SampleLabels.label(warnings: [SampleLabels.criterion("x", #""state":"\#(state)""#, effect: "delays")])
            .assess(LabelEligibilityTests.patient(change), on: Self.day)
    }

    func kind(_ state: String, _ change: (inout Candidate) -> Void) throws -> EligibilityPropertyTests.Kind {
        EligibilityPropertyTests.kind(try result(state, change).verdict)
    }

    @Test("a line that held CAR-T against CD19 is prior CD19 therapy, whatever was ticked")
    func priorCD19() throws {
        #expect(try kind("priorCD19Therapy") { _ in } == .on, "the classes of all lines are known")
        #expect(try kind("priorCD19Therapy") { $0.lines?[1].classes = [.carTCD19] } == .off)
        #expect(
            try kind("priorCD19Therapy") {
                $0.lines?[1].classes = [.carTCD19]
                $0.states[.priorCD19Therapy] = false
            } == .off)
        #expect(try kind("priorCD19Therapy") { $0.lines?[1].classes = nil } == .unknown)
        #expect(try kind("priorCD19Therapy") { $0.lines?[1].classes = [.other] } == .unknown)
        #expect(try kind("priorCD19Therapy") { $0.states[.priorCD19Therapy] = true } == .off)
        #expect(try kind("priorBCMATherapy") { $0.lines?[1].classes = [.bispecificBCMA] } == .off)
    }

    @Test("pregnancy: not asked of men, nor without childbearing potential; otherwise it must be known")
    func pregnancy() throws {
        #expect(try kind("pregnancy") { $0.sex = .male } == .on)
        #expect(try kind("pregnancy") { $0.sex = .female } == .unknown)
        #expect(try kind("pregnancy") { $0.sex = nil } == .unknown)
        #expect(
            try kind("pregnancy") {
                $0.sex = .female; $0.states[.pregnancy] = false
            } == .on)
        #expect(
            try kind("pregnancy") {
                $0.sex = .female; $0.states[.pregnancy] = true
            } == .off)
        #expect(
            try kind("pregnancy") {
                $0.sex = .female; $0.childbearingPotential = false
            } == .on)
        #expect(
            try kind("pregnancy") {
                $0.sex = .female
                $0.childbearingPotential = false
                $0.states[.pregnancy] = true
            } == .off, "what is recorded as present counts")
    }

    @Test("graft-versus-host disease is not asked for without an allogeneic transplant")
    func graftVersusHost() throws {
        #expect(try kind("activeGVHD") { _ in } == .on)
        #expect(try kind("activeGVHD") { $0.lines?[1].classes = [.allogeneicTransplant] } == .unknown)
        #expect(try kind("activeGVHD") { $0.states[.activeGVHD] = true } == .off)
    }

    @Test("primary lymphoma of the central nervous system is read from the kind")
    func primaryCNS() throws {
        #expect(try kind("primaryCNSLymphoma") { _ in } == .on)
        #expect(try kind("primaryCNSLymphoma") { $0.subtype = .primaryCNS } == .off)
        #expect(
            try kind("primaryCNSLymphoma") {
                $0.subtype = nil; $0.states[.primaryCNSLymphoma] = nil
            } == .unknown)
    }

    @Test(
        "creatinine clearance by Cockcroft and Gault: 60 years, 72 kg, 1 mg/dL is 80 mL/min in a man, 68 in a woman",
        arguments: [(Sex.male, 80.0), (.female, 68)])
    func clearance(sex: Sex, expected: Double) throws {
        func cautions(atLeast: Double) throws -> Int {
            let label = try SampleLabels.label(trial: [
                SampleLabels.criterion(
                    "crcl", #""quantity":"creatinineClearance","atLeast":\#(atLeast),"unit":"mL/min""#,
                    effect: "cautions")
            ])
            let patient = LabelEligibilityTests.patient {
                $0.sex = sex
                $0.quantities[.age] = 60
                $0.quantities[.weight] = 72
                $0.creatinine = 1
            }
            return label.assess(patient, on: Self.day).cautions.count
        }
        #expect(try cautions(atLeast: expected) == 0)
        #expect(try cautions(atLeast: expected + 0.001) == 1)
    }

    @Test("no clearance is estimated without sex, weight or creatinine, nor in children")
    func noClearance() throws {
        let label = try SampleLabels.label(
            indications: [SampleLabels.leukaemia],
            trial: [
                SampleLabels.criterion(
                    "crcl", #""quantity":"creatinineClearance","atLeast":60,"unit":"mL/min""#, effect: "cautions")
            ])
        func open(_ change: (inout Candidate) -> Void) -> Int {
            var patient = Candidate(.bAcuteLymphoblasticLeukaemia)
            patient.quantities = [.age: 19, .weight: 60]
            patient.sex = .male
            patient.creatinine = 0.6
            patient.lines = [.init(classes: [], outcome: .refractory)]
            change(&patient)
            return label.assess(patient, on: Self.day).notLookedAt.count
        }
        #expect(open { _ in } == 0)
        #expect(open { $0.sex = nil } == 1)
        #expect(open { $0.quantities[.weight] = nil } == 1)
        #expect(open { $0.creatinine = nil } == 1)
        #expect(open { $0.quantities[.age] = 17 } == 1)
        #expect(
            open {
                $0.creatinine = nil; $0.quantities[.creatinineClearance] = 90
            } == 0)
    }

    @Test("ECOG and Karnofsky are not turned into one another")
    func performance() throws {
        let label = try SampleLabels.label(trial: [
            SampleLabels.criterion("k", #""quantity":"karnofsky","atLeast":50,"unit":"1""#, effect: "cautions")
        ])
        let result = label.assess(LabelEligibilityTests.patient { $0.quantities[.ecog] = 0 }, on: Self.day)
        #expect(result.notLookedAt.map(\.fact) == ["karnofsky"])
    }
}
