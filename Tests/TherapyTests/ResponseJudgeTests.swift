import Care
import Testing

@testable import Therapy

/// Both sides of every threshold of the response criteria.
@Suite struct ResponseJudgeTests {
    private func judge(_ criteria: ResponseRule.Criteria, baseline: Double = 100) -> ResponseJudge {
        ResponseJudge(
            criteria: criteria, detectable: criteria == .leukaemia ? 50 : 3, residual: 0.1, baseline: baseline,
            baselineMProtein: baseline)
    }

    private func response(
        _ criteria: ResponseRule.Criteria, burden: Double, mProtein: Double = 0, neutrophils: Double = 2,
        platelets: Double = 150
    ) -> Response {
        var judge = judge(criteria)
        return judge.assess(burden: burden, mProtein: mProtein, neutrophils: neutrophils, platelets: platelets).response
    }

    @Test(arguments: [
        (2.9, Response.complete), (3.1, .partial), (50, .partial), (50.1, .stable), (149.9, .stable),
        (150, .progressive),
    ])
    func `Lugano: unseen is complete, half is partial, half more is progression`(burden: Double, expected: Response) {
        #expect(response(.lugano, burden: burden) == expected)
    }

    @Test func `Lugano: progression counts from the nadir`() {
        var judge = judge(.lugano)
        _ = judge.assess(burden: 10, mProtein: 0, neutrophils: 2, platelets: 150)
        #expect(judge.assess(burden: 14.9, mProtein: 0, neutrophils: 2, platelets: 150).response == .partial)
        #expect(judge.assess(burden: 15, mProtein: 0, neutrophils: 2, platelets: 150).response == .progressive)
        #expect(judge.best == .partial)
    }

    @Test func `leukaemia: blasts below 5 per cent, with counts complete and without incomplete`() {
        #expect(response(.leukaemia, burden: 49) == .complete)
        #expect(response(.leukaemia, burden: 51) == .stable)
        #expect(response(.leukaemia, burden: 1, neutrophils: 0.99) == .completeIncompleteRecovery)
        #expect(response(.leukaemia, burden: 1, neutrophils: 1.0) == .complete)
        #expect(response(.leukaemia, burden: 1, platelets: 99) == .completeIncompleteRecovery)
    }

    @Test func `leukaemia: 5 per cent again after a remission is relapse`() {
        var judge = judge(.leukaemia)
        _ = judge.assess(burden: 1, mProtein: 0, neutrophils: 2, platelets: 150)
        #expect(judge.assess(burden: 51, mProtein: 0, neutrophils: 2, platelets: 150).response == .progressive)
    }

    @Test(arguments: [
        (50.0, 20.0, Response.partial), (51, 20, .stable), (10, 20, .veryGoodPartial), (11, 20, .partial),
        (0.9, 1, .complete), (0.9, 0.05, .stringentComplete), (1.1, 1, .veryGoodPartial),
    ])
    func `IMWG: by the fall of the M-protein`(mProtein: Double, burden: Double, expected: Response) {
        #expect(response(.imwg, burden: burden, mProtein: mProtein) == expected)
    }

    @Test func `IMWG: a quarter over the nadir, and enough of it, is progression`() {
        var judge = judge(.imwg)
        _ = judge.assess(burden: 10, mProtein: 10, neutrophils: 2, platelets: 150)
        #expect(judge.assess(burden: 10, mProtein: 29, neutrophils: 2, platelets: 150).response != .progressive)
        #expect(judge.assess(burden: 10, mProtein: 30, neutrophils: 2, platelets: 150).response == .progressive)
    }
}
