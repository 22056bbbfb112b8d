import Care
import Testing

@Suite("Lugano classification")
struct LuganoTests {
    private static let day = Bedside.time(24 * 28)

    private static func pet(
        _ score: Int?, _ uptake: LuganoPET.Change? = nil, newFoci: Bool? = false, marrow: LuganoPET.Marrow? = .normal
    ) -> LuganoResponse {
        LuganoPET(
            at: day, deauville: score.flatMap { DeauvilleScore($0) }, uptake: uptake, newFoci: newFoci, marrow: marrow
        ).response.grade
    }

    @Test("PET-CT: each Deauville score with each change of uptake")
    func scores() {
        for score in 1...3 { #expect(Self.pet(score) == .complete) }
        for score in 4...5 {
            #expect(Self.pet(score, .reduced) == .partial)
            #expect(Self.pet(score, .unchanged) == .stable)
            #expect(Self.pet(score, .increased) == .progressive)
            #expect(Self.pet(score) == .notEvaluable)
        }
        #expect(Self.pet(nil) == .notEvaluable)
        #expect(DeauvilleScore(0) == nil && DeauvilleScore(6) == nil)
    }

    @Test("PET-CT: new foci are progression whatever the score, and unknown ones leave nothing but that to say")
    func newFoci() {
        #expect(Self.pet(1, newFoci: true) == .progressive)
        #expect(Self.pet(1, newFoci: nil) == .notEvaluable)
        #expect(Self.pet(5, .increased, newFoci: nil) == .progressive)
    }

    @Test("PET-CT: the marrow's rows; a marrow that nobody read blocks a complete response")
    func marrow() {
        #expect(Self.pet(2, marrow: .reduced) == .partial)
        #expect(Self.pet(2, marrow: .unchanged) == .stable)
        #expect(Self.pet(2, marrow: .newOrRecurrent) == .progressive)
        #expect(Self.pet(2, marrow: nil) == .partial)
    }

    @Test("PET-CT: the verdict says what limits it first, with threshold and source, and what is unknown")
    func reasons() throws {
        let verdict = LuganoPET(at: Self.day, deauville: DeauvilleScore(4), uptake: .reduced, newFoci: false).response
        #expect(verdict.grade == .partial)
        #expect(verdict.unknown == ["uptake in the marrow"])
        let first = try #require(verdict.reasons.first)
        #expect(first.finding.contains("Deauville 4"))
        #expect(first.threshold?.contains("4 or 5 with less uptake") ?? false)
        #expect(verdict.reasons.allSatisfy { $0.at == Self.day && $0.source.contains("Lugano") })
        let blocked = LuganoPET(at: Self.day, deauville: DeauvilleScore(2), newFoci: false).response
        #expect(blocked.reasons.first?.finding.contains("uptake in the marrow unknown") ?? false)
    }

    // MARK: CT

    private static func lesion(
        _ site: TargetLesion.Site, _ before: (Double, Double), nadir: (Double, Double)? = nil,
        now: (Double, Double)?
    ) throws -> TargetLesion {
        TargetLesion(
            site, baseline: try #require(LesionSize(before.0, before.1)),
            nadir: nadir.flatMap { LesionSize($0.0, $0.1) }, now: now.flatMap { LesionSize($0.0, $0.1) })
    }

    private static func ct(
        _ targets: [TargetLesion], nonmeasured: LuganoCT.Nonmeasured? = .absent, new: [NewLesion]? = [],
        spleen: (before: Double, nadir: Double?, now: Double?) = (11, nil, 11), marrow: LuganoCT.Marrow? = .normal
    ) -> LuganoResponse {
        LuganoCT(
            at: day, targets: targets, nonmeasured: nonmeasured, newLesions: new, spleenBaseline: spleen.before,
            spleenNadir: spleen.nadir, spleen: spleen.now, marrow: marrow
        ).response.grade
    }

    @Test("CT: nodes of 1.5 cm or less are complete, longer ones by the sum of products, both sides of half")
    func sums() throws {
        #expect(Self.ct([try Self.lesion(.nodal, (4, 3), now: (1.5, 1))]) == .complete)
        #expect(Self.ct([try Self.lesion(.nodal, (4, 3), now: (1.6, 1))]) == .partial)
        #expect(Self.ct([try Self.lesion(.nodal, (4, 3), now: (3, 2))]) == .partial)
        #expect(Self.ct([try Self.lesion(.nodal, (4, 3), now: (3.1, 2))]) == .stable)
        #expect(Self.ct([try Self.lesion(.nodal, (4, 3), now: nil)]) == .notEvaluable)
        #expect(Self.ct([]) == .notEvaluable)
    }

    @Test("CT: the sum is over all targets, and an extranodal lesion must be gone to be complete")
    func several() throws {
        let node = try Self.lesion(.nodal, (4, 3), now: (1, 1))
        #expect(Self.ct([node, try Self.lesion(.extranodal, (2, 2), now: (0, 0))]) == .complete)
        #expect(Self.ct([node, try Self.lesion(.extranodal, (2, 2), now: (0.5, 0.5))]) == .partial)
        #expect(Self.ct([node, try Self.lesion(.nodal, (4, 4), now: (4, 4))]) == .stable)
        #expect(Self.ct([node, try Self.lesion(.nodal, (4, 3), now: (4, 3))]) == .stable)
        #expect(Self.ct(Array(repeating: node, count: 7)) == .notEvaluable)
        #expect(Self.ct(Array(repeating: node, count: 6)) == .complete)
    }

    @Test(
        "CT: a lesion has grown if it is above 1.5 cm, half more by product, and longer by 0.5 cm, or 1 cm above 2 cm")
    func growth() throws {
        func grown(_ nadir: (Double, Double), _ now: (Double, Double)) throws -> LuganoResponse {
            Self.ct([try Self.lesion(.nodal, (6, 6), nadir: nadir, now: now)])
        }
        // Up to 2 cm at the nadir: half more by product, 0.5 cm longer.
        #expect(try grown((1.6, 1.4), (2.1, 1.6)) == .progressive)
        #expect(try grown((1.6, 1.4), (2.09, 1.61)) == .partial)
        #expect(try grown((1.6, 1.4), (2.1, 1.59)) == .partial)
        #expect(try grown((1.0, 0.5), (1.5, 1.0)) == .complete)
        #expect(try grown((1.0, 0.5), (1.51, 1.0)) == .progressive)
        // Above 2 cm: 1 cm longer in either axis.
        #expect(try grown((2.4, 2), (3.4, 2.2)) == .progressive)
        #expect(try grown((2.4, 2), (3.3, 2.4)) == .partial)
        #expect(try grown((2.4, 2), (3.0, 3.0)) == .progressive)
        // A lesion that was gone and is back.
        #expect(try grown((0, 0), (1.6, 1)) == .progressive)
    }

    @Test("CT: new lesions count from their size, or when there is no doubt")
    func newLesions() throws {
        let target = [try Self.lesion(.nodal, (4, 3), now: (1, 1))]
        func with(_ lesion: NewLesion) -> LuganoResponse { Self.ct(target, new: [lesion]) }
        #expect(with(NewLesion(.nodal, longest: 1.5)) == .complete)
        #expect(with(NewLesion(.nodal, longest: 1.6)) == .progressive)
        #expect(with(NewLesion(.extranodal, longest: 1.0)) == .complete)
        #expect(with(NewLesion(.extranodal, longest: 1.1)) == .progressive)
        #expect(with(NewLesion(.extranodal, longest: 0.6, isUnequivocal: true)) == .progressive)
        #expect(Self.ct(target, new: nil) == .notEvaluable)
    }

    @Test("CT: the spleen, both sides of 13 cm, of half its excess, and of its growth (15 cm must exceed 16)")
    func spleen() throws {
        let target = [try Self.lesion(.nodal, (4, 3), now: (1, 1))]
        func with(_ before: Double, _ nadir: Double? = nil, _ now: Double?) -> LuganoResponse {
            Self.ct(target, spleen: (before, nadir, now))
        }
        #expect(with(17, nil, 13) == .complete)
        #expect(with(17, nil, 13.1) == .partial)
        #expect(with(17, nil, 14.9) == .partial)
        #expect(with(17, nil, 15) == .stable)
        #expect(with(15, nil, 16) == .stable)
        #expect(with(15, nil, 16.1) == .progressive)
        #expect(with(12, nil, 13.9) == .stable)
        #expect(with(12, nil, 14) == .progressive)
        #expect(with(17, 12.5, 13.1) == .progressive)
        #expect(with(17, 14, 14.5) == .partial)
        #expect(with(12, nil, nil) == .notEvaluable)
        #expect(with(12, nil, .nan) == .notEvaluable)
    }

    @Test("CT: non-measured lesions and marrow, row by row")
    func rest() throws {
        let target = [try Self.lesion(.nodal, (4, 3), now: (1, 1))]
        #expect(Self.ct(target, nonmeasured: .notIncreased) == .partial)
        #expect(Self.ct(target, nonmeasured: .progressed) == .progressive)
        #expect(Self.ct(target, nonmeasured: nil) == .notEvaluable)
        #expect(Self.ct(target, marrow: .involved) == .partial)
        #expect(Self.ct(target, marrow: .newOrRecurrent) == .progressive)
        #expect(Self.ct(target, marrow: nil) == .partial)
    }

    @Test("A size that cannot be one is refused: the shorter diameter above the longer, below 0, or millimetres")
    func impossible() {
        #expect(LesionSize(2, 3) == nil)
        #expect(LesionSize(2, -1) == nil)
        #expect(LesionSize(61, 3) == nil)
        #expect(LesionSize(.nan, 1) == nil)
        #expect(LesionSize(2, 2) != nil)
    }
}
