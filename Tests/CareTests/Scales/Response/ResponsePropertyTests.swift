import Care
import Testing

/// A finding that can be made worse, made best, or be unknown.
private struct Knob<Findings> {
    var name: String
    var worsen: (inout Findings, inout RandomCases) -> Void
    var perfect: (inout Findings) -> Void
    var forget: (inout Findings) -> Void

    /// A number of which more is worse.
    static func more(
        _ name: String, _ path: WritableKeyPath<Findings, Double?>, to limit: Double = 1e6
    ) -> Knob {
        Knob(name: name) { findings, cases in
            let step = Double.random(in: 0...1, using: &cases)
            findings[keyPath: path] = findings[keyPath: path].map { min(limit, $0 * (1 + step) + 3 * step) }
        } perfect: {
            $0[keyPath: path] = 0
        } forget: {
            $0[keyPath: path] = nil
        }
    }

    /// A count of which less is worse.
    static func less(_ name: String, _ path: WritableKeyPath<Findings, Double?>) -> Knob {
        Knob(name: name) { findings, cases in
            let factor = Double.random(in: 0...1, using: &cases)
            findings[keyPath: path] = findings[keyPath: path].map { $0 * factor }
        } perfect: {
            $0[keyPath: path] = 1000
        } forget: {
            $0[keyPath: path] = nil
        }
    }

    /// A choice in which later is worse.
    static func later<Choice: Equatable>(
        _ name: String, _ path: WritableKeyPath<Findings, Choice?>, _ order: [Choice]
    ) -> Knob {
        Knob(name: name) { findings, _ in
            guard let now = findings[keyPath: path], let index = order.firstIndex(of: now) else { return }
            findings[keyPath: path] = order[min(index + 1, order.count - 1)]
        } perfect: {
            $0[keyPath: path] = order[0]
        } forget: {
            $0[keyPath: path] = nil
        }
    }
}

@Suite("What holds for any response")
struct ResponsePropertyTests {
    /// Worse findings never improve a response, and to know nothing is never better than to know the best.
    private func check<Findings, Category: ResponseCategory>(
        _ findings: Findings, _ knobs: [Knob<Findings>], _ cases: inout RandomCases,
        judge: (Findings) -> Assessment<Category>
    ) {
        let now = judge(findings)
        #expect(!now.reasons.isEmpty)
        #expect(now.reasons.allSatisfy { $0.entry == .responseAssessed && $0.threshold != nil && !$0.source.isEmpty })
        for knob in knobs {
            var worse = findings
            knob.worsen(&worse, &cases)
            #expect(!judge(worse).grade.isBetter(than: now.grade), "\(knob.name): \(findings) \(worse)")
            var best = findings
            knob.perfect(&best)
            var unknown = findings
            knob.forget(&unknown)
            #expect(!judge(unknown).grade.isBetter(than: judge(best).grade), "\(knob.name): \(findings)")
        }
    }

    @Test("Lugano on PET-CT", arguments: 0..<20)
    func pet(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let scores = (1...5).compactMap { DeauvilleScore($0) }
        let knobs: [Knob<LuganoPET>] = [
            .later("Deauville", \.deauville, scores), .later("uptake", \.uptake, LuganoPET.Change.allCases),
            .later("new foci", \.newFoci, [false, true]), .later("marrow", \.marrow, LuganoPET.Marrow.allCases),
        ]
        for _ in 0..<20 {
            let scan = LuganoPET(
                at: Bedside.time(600), deauville: cases.some(scores), uptake: cases.some(LuganoPET.Change.allCases),
                newFoci: cases.some([false, false, true]), marrow: cases.some(LuganoPET.Marrow.allCases))
            check(scan, knobs, &cases) { $0.response }
        }
    }

    @Test("Lugano on CT", arguments: 0..<20)
    func ct(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let knobs: [Knob<LuganoCT>] = [
            .more("spleen", \.spleen), .later("non-measured", \.nonmeasured, LuganoCT.Nonmeasured.allCases),
            .later("marrow", \.marrow, LuganoCT.Marrow.allCases),
            .later("new lesions", \.newLesions, [[], [NewLesion(.nodal, longest: 2)]]),
            Knob(name: "target") { scan, cases in
                let index = Int.random(in: 0..<scan.targets.count, using: &cases)
                let step = Double.random(in: 0...2, using: &cases)
                scan.targets[index].now = scan.targets[index].now.flatMap {
                    LesionSize($0.longest + step, $0.shortest + step / 2)
                }
            } perfect: {
                $0.targets[0].now = .gone
            } forget: {
                $0.targets[0].now = nil
            },
        ]
        for _ in 0..<20 {
            let targets = (0..<Int.random(in: 1...6, using: &cases)).map { _ in
                TargetLesion(
                    Bool.random(using: &cases) ? .nodal : .extranodal, baseline: cases.lesion(largest: 8),
                    nadir: cases.some([cases.lesion(largest: 3)]), now: cases.some([cases.lesion(largest: 4)]))
            }
            let scan = LuganoCT(
                at: Bedside.time(600), targets: targets, nonmeasured: cases.some([.absent, .absent, .notIncreased]),
                newLesions: cases.some([[], [], [NewLesion(.nodal, longest: 1.2)]]),
                spleenBaseline: cases.some([11, 14, 18]), spleenNadir: cases.some([11, 13.5]),
                spleen: cases.some([11, 12.9, 13.2, 15]), marrow: cases.some([.normal, .normal, .involved]))
            check(scan, knobs, &cases) { $0.response }
        }
    }

    @Test("IMWG", arguments: 0..<20)
    func imwg(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let knobs: [Knob<MyelomaFindings>] = [
            .more("serum", \.serum), .more("urine", \.urine), .more("involved", \.involved),
            .more("plasma cells", \.plasmaCells, to: 100), .more("plasmacytomas", \.plasmacytomas),
            .more("circulating", \.circulating), .later("serum IFE", \.serumImmunofixationNegative, [true, false]),
            .later("urine IFE", \.urineImmunofixationNegative, [true, false]),
            .later("ratio", \.ratioNormal, [true, false]), .later("clonal", \.clonalCells, [false, true]),
            .later("new lesions", \.newLesions, [false, true]),
        ]
        let baselines = [
            IMWGTests.secretor, IMWGTests.lightChain(), IMWGTests.lightChain(involved: 50),
            IMWGTests.lightChain(serum: 30),
        ]
        for _ in 0..<20 {
            var now = IMWGTests.gone
            now.serum = cases.some([0, 0, 2, 4, 10, 25])
            now.urine = cases.some([0, 0, 50, 120, 300])
            now.involved = cases.some([12, 12, 60, 200])
            now.plasmaCells = cases.some([1, 4, 6, 20])
            now.plasmacytomas = cases.some([0, 0, 3])
            now.serumImmunofixationNegative = cases.some([true, false])
            now.ratioNormal = cases.some([true, false])
            now.clonalCells = cases.some([true, false])
            let baseline = baselines[Int.random(in: 0..<baselines.count, using: &cases)]
            var nadir = IMWGTests.gone
            nadir.serum = 3
            check(now, knobs, &cases) {
                IMWGJudgement(baseline: baseline, nadir: seed % 2 == 0 ? nadir : nil, now: $0).response
            }
        }
    }

    @Test("Acute leukaemia", arguments: 0..<20)
    func leukaemia(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let knobs: [Knob<LeukaemiaFindings>] = [
            .more("blasts", \.marrowBlasts, to: 100), .later("blood", \.circulatingBlasts, [false, true]),
            .later("elsewhere", \.extramedullary, LeukaemiaFindings.Extramedullary.allCases),
            .less("neutrophils", \.neutrophils), .less("platelets", \.platelets),
            .later("transfused", \.transfused, [false, true]),
        ]
        for _ in 0..<20 {
            var now = LeukaemiaTests.remission
            now.marrowBlasts = cases.some([0, 1, 3, 5, 30])
            now.circulatingBlasts = cases.some([false, false, true])
            now.neutrophils = cases.some([0.2, 0.7, 2])
            now.platelets = cases.some([20, 70, 200])
            now.transfused = cases.some([false, true])
            now.wasInRemission = Bool.random(using: &cases)
            check(now, knobs, &cases) { $0.response }
        }
    }

    @Test("Chronic lymphocytic leukaemia", arguments: 0..<20)
    func cll(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let knobs: [Knob<CLLFindings>] = [
            .more("largest node", \.largestNode), .more("nodes", \.nodes), .more("spleen", \.spleen),
            .more("liver", \.liver), .more("lymphocytes", \.lymphocytes), .more("marrow cells", \.marrowCells, to: 100),
            .less("platelets", \.platelets), .less("haemoglobin", \.haemoglobin), .less("neutrophils", \.neutrophils),
            .later("symptoms", \.symptoms, [false, true]), .later("new lesions", \.newLesions, [false, true]),
            .later("supported", \.supported, [false, true]), .later("cause", \.cytopeniaOfDisease, [false, true]),
            .later("marrow", \.marrow, CLLFindings.Marrow.allCases), .later("Richter", \.richter, [false, true]),
        ]
        for _ in 0..<20 {
            var now = CLLTests.gone
            now.largestNode = cases.some([0, 1, 1, 2, 4])
            now.nodes = cases.some([0, 1, 5, 30])
            now.spleen = cases.some([11, 11, 14, 16])
            now.liver = cases.some([0, 0, 1])
            now.lymphocytes = cases.some([1, 1, 5, 30])
            now.platelets = cases.some([20, 90, 150, 150])
            now.haemoglobin = cases.some([8, 12, 12])
            now.symptoms = cases.some([false, false, true])
            now.cytopeniaOfDisease = cases.some([false, true])
            now.marrow = cases.some(CLLFindings.Marrow.allCases)
            let nadir = seed % 2 == 0 ? CLLTests.gone : nil
            check(now, knobs, &cases) { CLLJudgement(baseline: CLLTests.before, nadir: nadir, now: $0).response }
        }
    }

    @Test("A less sensitive test, or more cells found, never makes residual disease negative")
    func residual() {
        let order: [ResidualDisease] = [.negative, .indeterminate, .positive]
        func rank(_ result: ResidualDiseaseTest.Result, _ sensitivity: Double?) -> Int {
            let test = ResidualDiseaseTest(
                method: .sequencing, sensitivity: sensitivity, result: result, at: Bedside.time(600))
            return order.firstIndex(of: ResidualDisease.status(of: test, at: 1e-5).grade) ?? 0
        }
        let sensitivities: [Double?] = [1e-6, 1e-5, 2e-5, 1e-4, 1e-3, nil]
        let ranks = sensitivities.map { rank(.notDetected, $0) }
        #expect(ranks == ranks.sorted())
        let found = [1e-7, 9e-6, 1e-5, 1e-4, 0.5].map { rank(.detected($0), 1e-6) }
        #expect(found == found.sorted())
    }
}

extension RandomCases {
    /// One of the choices, or unknown in one case of eight.
    mutating func some<Choice>(_ choices: [Choice]) -> Choice? {
        Int.random(in: 0..<8, using: &self) == 0 ? nil : choices.randomElement(using: &self)
    }

    mutating func lesion(largest: Double) -> LesionSize {
        let longest = Double.random(in: 0...largest, using: &self)
        return LesionSize(longest, Double.random(in: 0...longest, using: &self)) ?? .gone
    }
}
