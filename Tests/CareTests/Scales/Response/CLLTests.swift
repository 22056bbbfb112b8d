import Care
import Testing

@Suite("iwCLL 2018")
struct CLLTests {
    /// Everything enlarged, low counts of the disease.
    static let before: CLLFindings = {
        var findings = CLLFindings(at: Bedside.time(-48))
        findings.largestNode = 5
        findings.nodes = 40
        findings.newLesions = false
        findings.spleen = 19
        findings.liver = 4
        findings.symptoms = true
        findings.lymphocytes = 80
        findings.platelets = 60
        findings.haemoglobin = 9
        findings.neutrophils = 1
        findings.supported = false
        findings.cytopeniaOfDisease = true
        findings.marrow = .involved
        findings.marrowCells = 70
        findings.richter = false
        return findings
    }()

    static let gone: CLLFindings = {
        var findings = CLLFindings(at: Bedside.time(24 * 90))
        findings.largestNode = 1
        findings.nodes = 1
        findings.newLesions = false
        findings.spleen = 11
        findings.liver = 0
        findings.symptoms = false
        findings.lymphocytes = 1
        findings.platelets = 150
        findings.haemoglobin = 13
        findings.neutrophils = 3
        findings.supported = false
        findings.cytopeniaOfDisease = false
        findings.marrow = .clear
        findings.marrowCells = 0
        findings.richter = false
        return findings
    }()

    private func response(
        _ baseline: CLLFindings = before, nadir: CLLFindings? = nil, _ change: (inout CLLFindings) -> Void
    ) -> CLLResponse {
        var now = Self.gone
        change(&now)
        return CLLJudgement(baseline: baseline, nadir: nadir, now: now).response.grade
    }

    @Test("Complete remission: each row, both sides of its threshold")
    func complete() {
        #expect(response { _ in } == .complete)
        #expect(response { $0.largestNode = 1.4 } == .complete)
        #expect(response { $0.largestNode = 1.5 } == .partial)
        #expect(response { $0.spleen = 12.9 } == .complete)
        #expect(response { $0.spleen = 13 } == .partial)
        #expect(response { $0.liver = 1 } == .partial)
        #expect(response { $0.symptoms = true } == .partial)
        #expect(response { $0.lymphocytes = 3.9 } == .complete)
        #expect(response { $0.lymphocytes = 4 } == .partial)
        #expect(response { $0.marrow = .nodules } == .nodularPartial)
        #expect(response { $0.marrow = .involved } == .partial)
    }

    @Test("Counts that are low by treatment leave an incomplete recovery, by the disease a partial remission")
    func counts() {
        #expect(response { $0.platelets = 100 } == .complete)
        #expect(response { $0.platelets = 99 } == .incompleteRecovery)
        #expect(response { $0.haemoglobin = 11 } == .complete)
        #expect(response { $0.haemoglobin = 10.9 } == .incompleteRecovery)
        #expect(response { $0.neutrophils = 1.5 } == .complete)
        #expect(response { $0.neutrophils = 1.4 } == .incompleteRecovery)
        #expect(response { $0.supported = true } == .incompleteRecovery)
        #expect(
            response {
                $0.platelets = 60
                $0.haemoglobin = 9
                $0.neutrophils = 0.9
            } == .incompleteRecovery)
        #expect(
            response {
                $0.platelets = 99
                $0.cytopeniaOfDisease = true
            } == .partial)
    }

    @Test("What is unknown costs the category that asks for it")
    func unknown() {
        #expect(response { $0.largestNode = nil } == .notEvaluable)
        #expect(response { $0.spleen = nil } == .notEvaluable)
        #expect(response { $0.lymphocytes = nil } == .notEvaluable)
        #expect(response { $0.newLesions = nil } == .notEvaluable)
        #expect(response { $0.marrow = nil } == .partial)
        #expect(response { $0.symptoms = nil } == .partial)
        #expect(response { $0.platelets = nil } == .partial)
        #expect(response { $0.supported = nil } == .partial)
        #expect(response { $0.richter = nil } == .complete)
        #expect(response { $0.lymphocytes = -1 } == .notEvaluable)
    }

    /// Nothing is better than before but what is said.
    private func unchanged(_ change: (inout CLLFindings) -> Void) -> CLLResponse {
        var now = Self.before
        now.at = Self.gone.at
        change(&now)
        return CLLJudgement(baseline: Self.before, now: now).response.grade
    }

    @Test("Partial remission: two tumour parameters down by half and one count normal or up by half")
    func partial() {
        #expect(unchanged { _ in } == .stable)
        func two(platelets: Double = 90, nodes: Double = 20, lymphocytes: Double = 40) -> CLLResponse {
            unchanged {
                $0.nodes = nodes
                $0.lymphocytes = lymphocytes
                $0.platelets = platelets
            }
        }
        #expect(two() == .partial)
        #expect(two(nodes: 20.1) == .stable)
        #expect(two(lymphocytes: 40.1) == .stable)
        #expect(two(platelets: 89) == .stable)
        // The spleen by its excess over 13 cm, 6 before.
        func spleen(_ length: Double) -> CLLResponse {
            unchanged {
                $0.spleen = length
                $0.liver = 2
                $0.haemoglobin = 11
            }
        }
        #expect(spleen(16) == .partial)
        #expect(spleen(16.1) == .stable)
    }

    @Test("Where one tumour parameter was abnormal it alone must fall, where none was the marrow must clear")
    func few() {
        var one = Self.gone
        one.at = Self.before.at
        one.lymphocytes = 80
        one.marrow = .involved
        #expect(
            response(one) {
                $0.lymphocytes = 40; $0.marrow = .involved
            } == .partial)
        #expect(
            response(one) {
                $0.lymphocytes = 41; $0.marrow = .involved
            } == .stable)
        var marrowOnly = one
        marrowOnly.lymphocytes = 2
        #expect(response(marrowOnly) { $0.marrow = .involved } == .stable)
        #expect(response(marrowOnly) { $0.marrow = .nodules } == .nodularPartial)
        #expect(response(marrowOnly) { _ in } == .complete)
    }

    @Test("Progression: each row, both sides")
    func progression() {
        let best = Self.gone
        #expect(response(nadir: best) { $0.newLesions = true } == .progressive)
        #expect(response(nadir: best) { $0.richter = true } == .progressive)
        #expect(
            response(nadir: best) {
                $0.nodes = 2; $0.largestNode = 1.4
            } == .complete)
        #expect(
            response(nadir: best) {
                $0.nodes = 2; $0.largestNode = 1.5
            } == .progressive)
        #expect(
            response(nadir: best) {
                $0.nodes = 1.49; $0.largestNode = 1.5
            } == .partial)
        #expect(response(nadir: best) { $0.spleen = 12.9 } == .complete)
        #expect(response(nadir: best) { $0.spleen = 13.1 } == .progressive)
        #expect(response(nadir: best) { $0.liver = 1 } == .progressive)
        #expect(unchanged { $0.lymphocytes = 119.9 } == .stable)
        #expect(unchanged { $0.lymphocytes = 120 } == .progressive)
        var low = Self.before
        low.lymphocytes = 3
        #expect(response(low) { $0.lymphocytes = 4.9 } != .progressive)
        #expect(response(low) { $0.lymphocytes = 5 } == .progressive)
        #expect(unchanged { $0.platelets = 31 } == .stable)
        #expect(unchanged { $0.platelets = 30 } == .progressive)
        #expect(
            unchanged {
                $0.platelets = 30; $0.cytopeniaOfDisease = false
            } == .stable)
        #expect(
            unchanged {
                $0.platelets = 30; $0.cytopeniaOfDisease = nil
            } == .notEvaluable)
        #expect(unchanged { $0.haemoglobin = 7.1 } == .stable)
        #expect(unchanged { $0.haemoglobin = 7 } == .progressive)
        #expect(
            response(
                nadir: {
                    var b = Self.gone; b.marrowCells = 20; return b
                }()
            ) { $0.marrowCells = 29 } == .complete)
        #expect(
            response(
                nadir: {
                    var b = Self.gone; b.marrowCells = 20; return b
                }()
            ) { $0.marrowCells = 30 } == .progressive)
    }
}
