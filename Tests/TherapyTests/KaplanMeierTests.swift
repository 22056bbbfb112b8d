import Testing

import Therapy

@Suite struct KaplanMeierTests {
    /// Remission under 6-mercaptopurine, weeks (Freireich et al. 1963); negative times are censored.
    private static let weeks: [Double] = [
        6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
    ]
    private let curve = KaplanMeier(times: weeks.map(abs), events: weeks.map { $0 > 0 })

    @Test func matchesFreireich() {
        #expect(curve.steps.map(\.time) == [6, 7, 10, 13, 16, 22, 23])
        #expect(curve.steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
        let expected = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
        for (step, value) in zip(curve.steps, expected) { #expect(abs(step.survival - value) < 1e-4) }
        #expect(curve.median == 23)
    }

    @Test func intervalsAreLogLog() {
        // The log-log limits that statistical packages print for these data.
        let expected = [(0.6197, 0.9516), (0.5631, 0.9228), (0.5032, 0.8894), (0.4316, 0.8491)]
        for (step, interval) in zip(curve.steps, expected) {
            #expect(abs(step.low - interval.0) < 2e-4 && abs(step.high - interval.1) < 2e-4)
        }
    }

    @Test func looksUpBetweenSteps() {
        #expect(curve.survival(at: 5).value == 1)
        #expect(curve.survival(at: 6).value == curve.steps[0].survival)
        #expect(curve.survival(at: 12).value == curve.steps[2].survival)
        #expect(curve.survival(at: 99).value == curve.steps[6].survival)
        #expect(curve.atRisk(at: 0) == 21)
        #expect(curve.atRisk(at: 10) == 15)
        #expect(curve.atRisk(at: 36) == 0)
    }

    @Test func edges() {
        let empty = KaplanMeier(times: [], events: [])
        #expect(empty.steps.isEmpty && empty.median == nil && empty.atRisk(at: 0) == 0)
        #expect(empty.survival(at: 3).value == 1)
        let all = KaplanMeier(times: [1, 2], events: [true, true])
        #expect(all.median == 1 && all.survival(at: 2).value == 0 && all.survival(at: 2).high == 0)
        let none = KaplanMeier(times: [1, 2], events: [false, false])
        #expect(none.steps.isEmpty && none.median == nil)
    }
}
