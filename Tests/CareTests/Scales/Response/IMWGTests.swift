import Care
import Testing

@Suite("IMWG 2016")
struct IMWGTests {
    private static let start = Bedside.time(-48)
    private static let day = Bedside.time(24 * 28)

    /// A secretor of serum and urine M-protein.
    static let secretor: MyelomaFindings = {
        var before = MyelomaFindings(at: start)
        before.serum = 40
        before.urine = 1000
        before.involved = 400
        before.uninvolved = 10
        before.ratioNormal = false
        before.plasmaCells = 60
        before.plasmacytomas = 0
        return before
    }()

    /// Everything gone.
    static let gone = MyelomaFindings(
        at: day, serum: 0, urine: 0, serumImmunofixationNegative: true, urineImmunofixationNegative: true,
        involved: 12, uninvolved: 10, ratioNormal: true, plasmaCells: 1, clonalCells: false, plasmacytomas: 0,
        newLesions: false, circulating: 0)

    private static func response(
        _ before: MyelomaFindings = secretor, nadir: MyelomaFindings? = nil, _ change: (inout MyelomaFindings) -> Void
    ) -> IMWGResponse {
        var now = gone
        change(&now)
        return IMWGJudgement(baseline: before, nadir: nadir, now: now).response.grade
    }

    @Test("Complete and stringent: each demand, missing or not met, costs the category")
    func complete() {
        #expect(Self.response { _ in } == .stringentComplete)
        #expect(Self.response { $0.ratioNormal = false } == .complete)
        #expect(Self.response { $0.ratioNormal = nil } == .complete)
        #expect(Self.response { $0.clonalCells = true } == .complete)
        #expect(Self.response { $0.clonalCells = nil } == .complete)
        #expect(Self.response { $0.serumImmunofixationNegative = false } == .veryGoodPartial)
        #expect(Self.response { $0.serumImmunofixationNegative = nil } == .veryGoodPartial)
        #expect(Self.response { $0.urineImmunofixationNegative = false } == .veryGoodPartial)
        #expect(Self.response { $0.urineImmunofixationNegative = nil } == .veryGoodPartial)
        #expect(Self.response { $0.plasmaCells = 4.9 } == .stringentComplete)
        #expect(Self.response { $0.plasmaCells = 5 } == .veryGoodPartial)
        #expect(Self.response { $0.plasmaCells = nil } == .veryGoodPartial)
        #expect(Self.response { $0.plasmacytomas = nil } == .veryGoodPartial)
        #expect(Self.response { $0.newLesions = nil } == .stringentComplete)
    }

    @Test(
        "Serum M-protein, both sides of 90, 50 and 25 %",
        arguments: [
            (4.0, IMWGResponse.veryGoodPartial), (4.1, .partial), (20, .partial), (20.1, .minimal), (30, .minimal),
            (30.1, .stable), (40, .stable),
        ])
    func serum(value: Double, expected: IMWGResponse) {
        #expect(
            Self.response {
                $0.serum = value
                $0.serumImmunofixationNegative = false
            } == expected)
    }

    @Test(
        "Urine M-protein: below 100 mg very good, below 200 mg or down by 90 % partial, by half minimal",
        arguments: [
            (99.0, IMWGResponse.veryGoodPartial), (100, .partial), (199, .partial), (200, .minimal), (500, .minimal),
            (501, .stable),
        ])
    func urine(value: Double, expected: IMWGResponse) {
        #expect(
            Self.response {
                $0.urine = value
                $0.urineImmunofixationNegative = false
            } == expected)
    }

    @Test("Urine of 3 g: down by 90 % is partial though above 200 mg")
    func heavyUrine() {
        var before = Self.secretor
        before.urine = 3000
        #expect(Self.response(before) { $0.urine = 300 } == .partial)
        #expect(Self.response(before) { $0.urine = 301 } == .minimal)
    }

    @Test("Urine that nobody collected: not evaluable where it was followed, no more than partial where not")
    func noUrine() {
        #expect(Self.response { $0.urine = nil } == .notEvaluable)
        var before = Self.secretor
        before.urine = 50
        #expect(Self.response(before) { $0.urine = nil } == .partial)
    }

    /// A patient whose M-protein cannot be followed.
    static func lightChain(serum: Double = 9.9, urine: Double = 199, involved: Double = 510) -> MyelomaFindings {
        var before = secretor
        before.serum = serum
        before.urine = urine
        before.involved = involved
        return before
    }

    @Test(
        "What can be followed: serum from 10 g/L, urine from 200 mg, light chains from 100 mg/L with an abnormal ratio")
    func measurable() {
        let risen: (inout MyelomaFindings) -> Void = { $0.involved = 510 }
        #expect(Self.response(Self.lightChain(), risen) == .stable)
        #expect(Self.response(Self.lightChain(serum: 10)) { $0.involved = 60 } == .stringentComplete)
        #expect(Self.response(Self.lightChain(urine: 200)) { $0.involved = 60 } == .stringentComplete)
        var low = Self.lightChain(involved: 99)
        low.plasmaCells = 29
        #expect(Self.response(low) { _ in } == .notEvaluable)
        low.plasmaCells = 30
        #expect(Self.response(low) { _ in } == .stringentComplete)
        var normal = Self.lightChain()
        normal.ratioNormal = true
        normal.plasmaCells = 20
        #expect(Self.response(normal) { _ in } == .notEvaluable)
    }

    @Test(
        "Light chains alone: the difference, both sides of 90 and 50 %; a complete response needs a normal ratio",
        arguments: [(60.0, IMWGResponse.veryGoodPartial), (60.1, .partial), (260, .partial), (260.1, .stable)])
    func lightChains(involved: Double, expected: IMWGResponse) {
        #expect(
            Self.response(Self.lightChain()) {
                $0.involved = involved
                $0.ratioNormal = false
            } == expected)
        #expect(Self.response(Self.lightChain()) { $0.ratioNormal = nil } == .veryGoodPartial)
        #expect(Self.response(Self.lightChain()) { $0.uninvolved = nil } == .notEvaluable)
    }

    @Test("Marrow alone: half of the plasma cells is partial")
    func marrow() {
        var before = Self.lightChain(involved: 50)
        before.plasmaCells = 40
        #expect(Self.response(before) { $0.plasmaCells = 20 } == .partial)
        #expect(Self.response(before) { $0.plasmaCells = 20.1 } == .stable)
        #expect(Self.response(before) { $0.plasmaCells = nil } == .notEvaluable)
    }

    @Test("Plasmacytomas: gone, halved, less than halved, unknown where there were some")
    func plasmacytomas() {
        var before = Self.secretor
        before.plasmacytomas = 10
        #expect(Self.response(before) { $0.plasmacytomas = 0 } == .stringentComplete)
        #expect(Self.response(before) { $0.plasmacytomas = 5 } == .veryGoodPartial)
        #expect(Self.response(before) { $0.plasmacytomas = 5.1 } == .stable)
        #expect(Self.response(before) { $0.plasmacytomas = nil } == .stable)
    }

    /// The lowest values of a responder.
    private static func best(_ change: (inout MyelomaFindings) -> Void) -> MyelomaFindings {
        var best = gone
        change(&best)
        return best
    }

    @Test("Progression by serum: a quarter and 5 g/L over the lowest value, or 10 g/L from 50")
    func serumProgression() {
        let low = Self.best { $0.serum = 10 }
        #expect(Self.response(nadir: low) { $0.serum = 14.9 } != .progressive)
        #expect(Self.response(nadir: low) { $0.serum = 15 } == .progressive)
        let middle = Self.best { $0.serum = 30 }
        #expect(Self.response(nadir: middle) { $0.serum = 37.4 } != .progressive)
        #expect(Self.response(nadir: middle) { $0.serum = 37.5 } == .progressive)
        var heavy = Self.secretor
        heavy.serum = 60
        let high = Self.best { $0.serum = 50 }
        #expect(Self.response(heavy, nadir: high) { $0.serum = 59.9 } != .progressive)
        #expect(Self.response(heavy, nadir: high) { $0.serum = 60 } == .progressive)
        #expect(Self.response(heavy, nadir: Self.best { $0.serum = 49.9 }) { $0.serum = 60 } != .progressive)
    }

    @Test("Progression by urine, light chains, marrow, blood, plasmacytomas and new lesions, both sides")
    func otherProgression() {
        let urine = Self.best { $0.urine = 100 }
        #expect(Self.response(nadir: urine) { $0.urine = 299 } != .progressive)
        #expect(Self.response(nadir: urine) { $0.urine = 300 } == .progressive)
        let chains = Self.best { $0.involved = 60 }
        #expect(Self.response(Self.lightChain(), nadir: chains) { $0.involved = 160 } != .progressive)
        #expect(Self.response(Self.lightChain(), nadir: chains) { $0.involved = 160.1 } == .progressive)
        let least = Self.best { $0.involved = 12 }
        #expect(Self.response(Self.lightChain(), nadir: least) { $0.involved = 112 } != .progressive)
        #expect(Self.response(Self.lightChain(), nadir: least) { $0.involved = 112.1 } == .progressive)
        #expect(Self.response(nadir: least) { $0.involved = 500 } != .progressive, "M-protein can be followed")
        var marrow = Self.lightChain(involved: 50)
        marrow.plasmaCells = 40
        let cells = Self.best { $0.plasmaCells = 10 }
        #expect(Self.response(marrow, nadir: cells) { $0.plasmaCells = 19.9 } != .progressive)
        #expect(Self.response(marrow, nadir: cells) { $0.plasmaCells = 20 } == .progressive)
        let blood = Self.best { $0.circulating = 100 }
        #expect(Self.response(marrow, nadir: blood) { $0.circulating = 299 } != .progressive)
        #expect(Self.response(marrow, nadir: blood) { $0.circulating = 300 } == .progressive)
        #expect(Self.response { $0.plasmacytomas = 1 } == .progressive)
        #expect(Self.response { $0.newLesions = true } == .progressive)
    }

    @Test("An impossible value is unknown, not a good one")
    func impossible() {
        #expect(Self.response { $0.serum = -5 } == .notEvaluable)
        #expect(Self.response { $0.serum = .nan } == .notEvaluable)
        #expect(Self.response { $0.plasmaCells = 110 } == .veryGoodPartial)
    }

    @Test("Two consecutive assessments confirm a category; one alone does not")
    func confirmed() {
        func best(_ categories: [IMWGResponse]) -> IMWGResponse? {
            IMWGResponse.confirmation.best(
                of: categories.enumerated().map { ($0.element, Bedside.time(Double($0.offset) * 700)) })
        }
        #expect(best([.complete]) == nil)
        #expect(best([.partial, .complete]) == .partial)
        #expect(best([.partial, .complete, .complete, .partial]) == .complete)
        #expect(best([.complete, .notEvaluable, .stringentComplete]) == .complete)
        #expect(best([.partial, .veryGoodPartial, .progressive, .complete, .complete]) == .partial)
        #expect(best([.progressive]) == nil)
    }
}
