import Testing

import Therapy

@Suite struct StatisticsTests {
    private func near(_ a: Double, _ b: Double, _ tolerance: Double = 5e-4) -> Bool { abs(a - b) <= tolerance }

    @Test func wilsonMatchesPublishedValues() {
        // Newcombe 1998 (Statistics in Medicine 17:857), table I, method 3.
        for (events, total, low, high) in [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
        ] {
            let share = Proportion(events: events, of: total)
            #expect(near(share.low, low, 1e-4) && near(share.high, high, 1e-4))
            #expect(share.value == Double(events) / Double(total))
        }
    }

    @Test func wilsonAtTheEdges() {
        let none = Proportion(events: 0, of: 0)
        #expect(none.value.isNaN && none.low == 0 && none.high == 1)
        let all = Proportion(events: 10, of: 10)
        #expect(all.high == 1 && near(all.low, 0.7225))
        #expect(Proportion(events: 12, of: 10) == all)
    }

    @Test func quantilesAreTypeSeven() {
        let values = [4.0, 1, 3, 2]
        #expect(Quantile.of(values, 0.25) == 1.75)
        #expect(Quantile.of(values, 0.5) == 2.5)
        #expect(Quantile.of(values, 0) == 1)
        #expect(Quantile.of(values, 1) == 4)
        #expect(Quantile.of([7], 0.3) == 7)
        #expect(Quantile.of([], 0.5) == nil)
        #expect(Quantile.of(values, 1.1) == nil)
        #expect(Quantile.of([.nan, 2], 0.5) == 2)
        #expect(Quantile.of([.infinity, .infinity], 0.5) == .infinity)
    }

    @Test func medianRanksMatchTheSignTestTable() {
        // Two-sided 95 % ranks from the binomial table: n = 6 → 1, 10 → 2, 20 → 6, 100 → 40.
        for (n, rank) in [(3, 1), (6, 1), (9, 2), (10, 2), (20, 6), (100, 40)] {
            let estimate = MedianEstimate((1...n).map(Double.init).reversed())
            #expect(estimate?.low == Double(rank))
            #expect(estimate?.high == Double(n + 1 - rank))
            #expect(estimate?.value == Double(n + 1) / 2)
        }
        #expect(MedianEstimate([]) == nil)
        #expect(MedianEstimate([5])?.low == 5)
        #expect(MedianEstimate([Double](repeating: 1, count: 5000))?.high == 1)
    }

    @Test func meanHasANormalInterval() throws {
        let mean = try #require(MeanEstimate([2, 4, 4, 4, 5, 5, 7, 9]))
        #expect(mean.value == 5)
        // s = √(32 / 7), half-width 1.95996 s / √8.
        #expect(near(mean.high - mean.value, 1.4816, 1e-4) && near(mean.value - mean.low, 1.4816, 1e-4))
        #expect(MeanEstimate([]) == nil)
        #expect(MeanEstimate([3])?.low == 3)
    }
}
