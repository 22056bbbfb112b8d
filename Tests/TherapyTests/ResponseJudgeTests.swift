import Care
import Testing

@testable import Therapy

/// Both sides of every threshold of the response criteria.
@Suite struct ResponseJudgeTests {
    private func judge(_ criteria: ResponseRule.Criteria, baseline: Double = 100) -> ResponseJudge {
        ResponseJudge(
            criteria: criteria, detectable: criteria == .leukaemia ? 50 : 3, residual: 0.1, baseline: baseline,
            baselineMarkers: MyelomaMarkers(mProtein: 40, involvedFLC: 400, uninvolvedFLC: 15))
    }

    private func response(
        _ criteria: ResponseRule.Criteria, burden: Double, markers: MyelomaMarkers = .absent, neutrophils: Double = 2,
        platelets: Double = 150
    ) -> Response {
        var judge = judge(criteria)
        return judge.assess(burden: burden, markers: markers, neutrophils: neutrophils, platelets: platelets).response
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
        _ = judge.assess(burden: 10, neutrophils: 2, platelets: 150)
        #expect(judge.assess(burden: 14.9, neutrophils: 2, platelets: 150).response == .partial)
        #expect(judge.assess(burden: 15, neutrophils: 2, platelets: 150).response == .progressive)
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
        _ = judge.assess(burden: 1, neutrophils: 2, platelets: 150)
        #expect(judge.assess(burden: 51, neutrophils: 2, platelets: 150).response == .progressive)
    }

    /// A judge of a secretor of 40 g/L, or of a patient with light chains only.
    private func myeloma(mProtein: Double = 40, flc: Double = 400) -> ResponseJudge {
        ResponseJudge(
            criteria: .imwg, detectable: 3, residual: 0.01, baseline: 100,
            baselineMarkers: MyelomaMarkers(mProtein: mProtein, involvedFLC: flc, uninvolvedFLC: 15))
    }

    private func response(
        _ judge: ResponseJudge, burden: Double, mProtein: Double, flc: Double = 15
    ) -> Response {
        var judge = judge
        let markers = MyelomaMarkers(mProtein: mProtein, involvedFLC: flc, uninvolvedFLC: 15)
        return judge.assess(burden: burden, markers: markers, neutrophils: 2, platelets: 150).response
    }

    @Test(arguments: [
        (20.0, 20.0, Response.partial), (20.1, 20, .stable), (4, 20, .veryGoodPartial), (4.1, 20, .partial),
        (0.19, 1, .complete), (0.19, 3.1, .veryGoodPartial), (0.2, 1, .veryGoodPartial),
        (0.19, 0.09, .stringentComplete), (0.19, 0.1, .complete),
    ])
    func `IMWG: by the fall of the M-protein`(mProtein: Double, burden: Double, expected: Response) {
        #expect(response(myeloma(), burden: burden, mProtein: mProtein) == expected)
    }

    @Test func `IMWG: stringent asks for a normal ratio of light chains`() {
        #expect(response(myeloma(), burden: 0.05, mProtein: 0.1, flc: 1.65 * 15) == .stringentComplete)
        #expect(response(myeloma(), burden: 0.05, mProtein: 0.1, flc: 1.66 * 15) == .complete)
    }

    @Test(arguments: [
        (208.0, Response.stable), (207, .partial), (54, .partial), (53, .veryGoodPartial), (24, .stringentComplete),
    ])
    func `IMWG: where the M-protein is below 10 g per L, by free light chains`(flc: Double, expected: Response) {
        #expect(response(myeloma(mProtein: 9.9), burden: 0.05, mProtein: 0.1, flc: flc) == expected)
    }

    @Test func `IMWG: a quarter and 5 g per L over the nadir is progression`() {
        var judge = myeloma()
        func mark(_ value: Double) -> MyelomaMarkers {
            MyelomaMarkers(mProtein: value, involvedFLC: 15, uninvolvedFLC: 15)
        }
        _ = judge.assess(burden: 10, markers: mark(10), neutrophils: 2, platelets: 150)
        #expect(judge.assess(burden: 10, markers: mark(14.9), neutrophils: 2, platelets: 150).response != .progressive)
        #expect(judge.assess(burden: 10, markers: mark(15), neutrophils: 2, platelets: 150).response == .progressive)
    }

    @Test func `IMWG: a quarter and 100 mg per L of light chains over the nadir is progression`() {
        var judge = myeloma(mProtein: 5)
        func mark(_ value: Double) -> MyelomaMarkers {
            MyelomaMarkers(mProtein: 0.1, involvedFLC: value, uninvolvedFLC: 15)
        }
        _ = judge.assess(burden: 10, markers: mark(15), neutrophils: 2, platelets: 150)
        #expect(judge.assess(burden: 10, markers: mark(114), neutrophils: 2, platelets: 150).response != .progressive)
        #expect(judge.assess(burden: 10, markers: mark(115), neutrophils: 2, platelets: 150).response == .progressive)
    }
}
