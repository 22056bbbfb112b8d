import Testing

@testable import Therapy

/// When a quantity holds: both sides of every rule.
@Suite struct QuantityRuleTests {
    private static func quantity(
        _ rule: QuantityRule, value: Double? = nil, low: Double? = nil, high: Double? = nil, tolerance: Double? = nil,
        n: Int? = nil, measure: QuantityMeasure = .endpoint
    ) -> Quantity {
        Quantity(
            id: "q", number: 1, what: "a test", unit: "1", measure: measure, study: nil, endpoint: nil, policy: nil,
            inputs: nil, rule: rule, target: .init(value: value, low: low, high: high), tolerance: tolerance, n: n,
            fitted: false, source: "a test", verification: .read, note: nil)
    }

    @Test("shares agree when their intervals overlap, the target's by Wilson from its n")
    func proportion() {
        // 20 of 100: Wilson 13.3 to 28.9 %.
        let rule = Self.quantity(.proportion, value: 0.2, n: 100)
        #expect(abs((rule.targetLimits.low ?? 0) - 0.1334) < 1e-3 && abs((rule.targetLimits.high ?? 0) - 0.2888) < 1e-3)
        #expect(rule.holds(for: .init(value: 0.31, low: 0.285, high: 0.335)))
        #expect(!rule.holds(for: .init(value: 0.31, low: 0.295, high: 0.325)))
        #expect(rule.holds(for: .init(value: 0.12, low: 0.10, high: 0.14)))
        #expect(!rule.holds(for: .init(value: 0.12, low: 0.11, high: 0.13)))
        #expect(
            !Self.quantity(.proportion, value: 0.2, n: 1000).holds(for: .init(value: 0.31, low: 0.285, high: 0.335)))
        let own = Self.quantity(.proportion, value: 0.2, low: 0.19, high: 0.21, n: 100)
        #expect(!own.holds(for: .init(value: 0.25, low: 0.24, high: 0.26)))
    }

    @Test("medians agree within a quarter, or within their own tolerance")
    func median() {
        let rule = Self.quantity(.median, value: 8)
        for (value, agrees) in [(5.99, false), (6, true), (8, true), (10, true), (10.01, false)] {
            #expect(rule.holds(for: .init(value: value, low: 0, high: 100)) == agrees, "\(value)")
        }
        let close = Self.quantity(.median, value: 8, tolerance: 0.05)
        #expect(close.holds(for: .init(value: 8.4)) && !close.holds(for: .init(value: 8.41)))
    }

    @Test("a ratio agrees when its value lies within the source's interval")
    func ratio() {
        let rule = Self.quantity(.ratio, value: 0.4, low: 0.18, high: 0.89)
        #expect(rule.holds(for: .init(value: 0.89, low: 0.7, high: 1.1)))
        #expect(!rule.holds(for: .init(value: 0.9, low: 0.7, high: 1.1)))
    }

    @Test("a range may be open on one side; a spread must lie within it whole")
    func rangeAndSpread() {
        #expect(Self.quantity(.range, low: 0.5).holds(for: .init(value: 0.5)))
        #expect(!Self.quantity(.range, low: 0.5).holds(for: .init(value: 0.49, low: 0.4, high: 0.6)))
        #expect(Self.quantity(.range, high: 2).holds(for: .init(value: -5)))
        let spread = Self.quantity(.spread, low: 10, high: 66)
        #expect(spread.holds(for: .init(value: 30, low: 10, high: 66)))
        #expect(!spread.holds(for: .init(value: 30, low: 9, high: 60)))
        #expect(!spread.holds(for: .init(value: 30, low: 12, high: 67)))
    }

    @Test("a direction must be told from no difference by the interval")
    func directions() {
        let higher = Self.quantity(.higher, value: 1)
        #expect(higher.holds(for: .init(value: 1.5, low: 1.1, high: 2)))
        #expect(!higher.holds(for: .init(value: 1.5, low: 0.9, high: 2)))
        #expect(higher.holds(for: .init(value: 1.01)) && !higher.holds(for: .init(value: 1)))
        let lower = Self.quantity(.lower, value: 1)
        #expect(lower.holds(for: .init(value: 0.5, low: 0.3, high: 0.9)))
        #expect(!lower.holds(for: .init(value: 0.5, low: 0.3, high: 1.1)))
        #expect(!lower.holds(for: .init(value: .nan)))
    }

    @Test("what could not be simulated counts as not holding, arithmetic is not counted")
    func counting() {
        let good = QuantityResult(Self.quantity(.range, low: 0), simulated: .init(value: 1))
        let bad = QuantityResult(Self.quantity(.range, low: 0), simulated: .init(value: -1))
        let absent = QuantityResult(Self.quantity(.range, low: 0), simulated: nil, reason: "no study")
        let sum = QuantityResult(Self.quantity(.range, low: 0, measure: .costEffectiveness), simulated: .init(value: 1))
        #expect(good.holds == true && bad.holds == false && absent.holds == nil)
        #expect([good, bad, absent, sum].agreement == Agreement(compared: 3, agreeing: 1))
    }
}
