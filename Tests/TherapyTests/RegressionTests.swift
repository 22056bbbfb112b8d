import Testing

@testable import Therapy

/// Cox, logistic and rank statistics against values that can be worked out by hand.
@Suite struct RegressionTests {
    @Test("the hazard ratio of three subjects is the root of two")
    func coxByHand() throws {
        // Partial likelihood u / ((2 + u)(1 + u)): its maximum is at u = √2.
        let model = try #require(CoxModel([(1, true, 0), (2, true, 1), (3, true, 0)]))
        #expect(abs(model.hazardRatio - 2.0.squareRoot()) < 1e-8)
        #expect(model.low < model.hazardRatio && model.hazardRatio < model.high)
    }

    @Test("tied events count by Efron's rule")
    func efron() throws {
        // u / ((1 + 2u)(1/2 + 3u/2)): 6 u² = 1.
        let model = try #require(CoxModel([(1, true, 0), (1, true, 1), (2, true, 1)]))
        #expect(abs(model.hazardRatio - (1.0 / 6).squareRoot()) < 1e-8)
    }

    @Test("the hazard ratio does not depend on the order of subjects or the origin of the covariate")
    func coxInvariance() throws {
        let subjects: [CoxModel.Subject] = (0..<60).map { index -> CoxModel.Subject in
            let time = Double((index * 37) % 61) + 1
            let covariate = Double((index * 17) % 7)
            return (time, index % 4 != 0, covariate)
        }
        let model = try #require(CoxModel(subjects))
        let shifted: [CoxModel.Subject] = subjects.reversed().map { ($0.time, $0.event, $0.covariate + 1000) }
        let moved = try #require(CoxModel(shifted))
        #expect(abs(model.hazardRatio - moved.hazardRatio) < 1e-8)
    }

    @Test("exponential times of twice the hazard give a ratio of about two, within the interval")
    func coxOfExponentials() throws {
        // Quantiles of the two distributions, followed to a fixed day.
        let subjects = (0..<400).flatMap { index -> [CoxModel.Subject] in
            let u = (Double(index) + 0.5) / 400
            let time = -naturalLogarithm(1 - u)
            return [(min(time, 2), time < 2, 0), (min(time / 2, 2), time / 2 < 2, 1)]
        }
        let model = try #require(CoxModel(subjects))
        #expect(abs(model.hazardRatio - 2) < 0.05 && model.low < 2 && model.high > 2)
    }

    @Test("without events, or with events in one group only, there is no hazard ratio")
    func coxWithoutMaximum() {
        #expect(CoxModel([(1, false, 0), (2, false, 1)]) == nil)
        #expect(CoxModel([(1, true, 1), (2, true, 1), (3, false, 0), (4, false, 0)]) == nil)
        #expect(CoxModel([]) == nil)
    }

    @Test("the odds ratio of a two-by-two table is its cross ratio, with Woolf's interval")
    func logistic() throws {
        func rows(_ count: Int, _ covariate: Double, _ event: Bool) -> [(covariate: Double, event: Bool)] {
            Array(repeating: (covariate, event), count: count)
        }
        let model = try #require(
            LogisticModel(rows(30, 1, true) + rows(20, 1, false) + rows(10, 0, true) + rows(40, 0, false)))
        #expect(abs(model.oddsRatio - 6) < 1e-6)
        let error = (1.0 / 30 + 1.0 / 20 + 1.0 / 10 + 1.0 / 40).squareRoot()
        #expect(abs(model.high / model.oddsRatio - exponential(1.959964 * error)) < 1e-4)
        #expect(LogisticModel(rows(5, 1, true) + rows(5, 0, false)) == nil)
    }

    @Test("rank correlation is ±1 for monotone pairs, follows no distances, and shares ranks among ties")
    func rank() throws {
        let rising = (1...20).map { (Double($0), exponential(Double($0))) }
        #expect(try #require(RankCorrelation(rising)).value > 0.999_999)
        #expect(try #require(RankCorrelation(rising.map { ($0.0, -$0.1) })).value < -0.999_999)
        // Ranks 1, 2.5, 2.5, 4, 5 with 1 … 5: 9.5 / √(9.5 · 10).
        let ties: [(Double, Double)] = [(1, 1), (2, 2), (2, 3), (3, 4), (9, 5)]
        #expect(abs(try #require(RankCorrelation(ties)).value - 9.5 / 95.0.squareRoot()) < 1e-12)
        #expect(RankCorrelation([(1, 1), (1, 2), (1, 3), (1, 4), (1, 5)]) == nil)
        #expect(RankCorrelation([(1, 1), (2, 2)]) == nil)
    }
}
