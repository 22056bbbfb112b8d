import Care
import Testing

@Suite("From a referral to a candidate")
struct ReferralCandidateTests {
    @Test(
        "the disease is read from the referral's words, hyphens and case whatever",
        arguments: [
            ("large B-cell lymphoma", Label.Disease.largeBCellLymphoma), ("large-b-cell-lymphoma", .largeBCellLymphoma),
            ("follicular-lymphoma", .follicularLymphoma), ("Mantle cell lymphoma", .mantleCellLymphoma),
            ("marginal zone lymphoma", .marginalZoneLymphoma),
            ("small lymphocytic lymphoma", .chronicLymphocyticLeukaemia),
            ("paediatric-b-all", .bAcuteLymphoblasticLeukaemia), ("adult-b-all", .bAcuteLymphoblasticLeukaemia),
            ("B-cell acute lymphoblastic leukaemia of adults", .bAcuteLymphoblasticLeukaemia),
            ("multiple myeloma", .multipleMyeloma), ("T-cell acute lymphoblastic leukaemia", .other),
            ("Hodgkin lymphoma", .other), ("", .other),
        ])
    func disease(term: String, expected: Label.Disease) { #expect(Label.Disease(term: term) == expected) }

    @Test("what a referral tells is known, everything else is not")
    func referral() throws {
        let candidate = Candidate(
            Referral(
                disease: "large-b-cell-lymphoma", age: 60, sex: .female, weight: 70, height: 165, priorLines: 2, ecog: 1
            ))
        #expect(candidate.quantities == [.age: 60, .weight: 70, .priorLines: 2, .ecog: 1])
        #expect(candidate.sex == .female)
        #expect(candidate.lines == nil && candidate.states.isEmpty && candidate.recentDrugs == nil)
        let label = try SampleLabels.label(indications: [SampleLabels.laterLines])
        guard case .unknown(let missing) = label.assess(candidate, on: Day("2026-01-01")!).verdict else {
            return #expect(Bool(false), "a referral alone never makes anybody eligible")
        }
        #expect(missing.map(\.fact) == ["subtype", "lines: outcome of the last line"])
    }
}
