import Dynamics
import Foundation
import Testing

@testable import Therapy

/// Sobol indices against functions whose indices are known.
@Suite struct SobolTests {
    /// A pick-freeze design of a function of uniform inputs.
    private func sample(_ inputs: Int, _ rows: Int, _ function: ([Double]) -> Double) -> SobolSample {
        func point(_ row: Int, _ name: String) -> [Double] {
            var stream = RandomStream(seed: 2, patient: UInt64(row), purpose: RandomPurpose(name))
            return (0..<inputs).map { _ in stream.uniform() }
        }
        let a = (0..<rows).map { point($0, "a") }
        let b = (0..<rows).map { point($0, "b") }
        return SobolSample(
            a: a.map(function), b: b.map(function),
            hybrids: (0..<inputs).map { input in
                zip(a, b).map { a, b in
                    var hybrid = a
                    hybrid[input] = b[input]
                    return function(hybrid)
                }
            })
    }

    private func check(_ found: [SobolIndex], first: [Double], total: [Double], within tolerance: Double) {
        for (index, (s, t)) in zip(found, zip(first, total)) {
            #expect(abs(index.first.value - s) < tolerance, "first \(index.first.value), known \(s)")
            #expect(abs(index.total.value - t) < tolerance, "total \(index.total.value), known \(t)")
            #expect(index.first.low <= index.first.value && index.first.value <= index.first.high)
        }
    }

    @Test func `the indices of Ishigami's function are found`() throws {
        let (a, b) = (7.0, 0.1)
        let sample = sample(3, 20_000) { u in
            let x = u.map { Double.pi * (2 * $0 - 1) }
            return sin(x[0]) + a * sin(x[1]) * sin(x[1]) + b * pow(x[2], 4) * sin(x[0])
        }
        // Analytic variances (Ishigami and Homma 1990).
        let first = 0.5 * pow(1 + b * pow(Double.pi, 4) / 5, 2)
        let second = a * a / 8
        let both = 8 * b * b * pow(Double.pi, 8) / 225
        let all = first + second + both
        let found = try #require(sample.indices(replicates: 200, seed: 1))
        check(
            found, first: [first / all, second / all, 0],
            total: [(first + both) / all, second / all, both / all], within: 0.025)
        // The known index lies in the interval, for the third input too, which acts through the first alone.
        for (index, known) in zip(found, [(first + both) / all, second / all, both / all]) {
            #expect(index.total.low - 0.01 <= known && known <= index.total.high + 0.01)
            #expect(index.total.high - index.total.low < 0.06)
        }
    }

    @Test func `the indices of Sobol's g function are found`() throws {
        let weights = [0, 1, 4.5, 9, 99, 99, 99, 99]
        let sample = sample(weights.count, 20_000) { u in
            zip(u, weights).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
        }
        let own = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let product = own.reduce(1) { $0 * (1 + $1) }
        let found = try #require(sample.indices(replicates: 100, seed: 1))
        check(
            found, first: own.map { $0 / (product - 1) }, total: own.map { $0 * product / (1 + $0) / (product - 1) },
            within: 0.03)
        // What hardly matters is found to hardly matter.
        for index in found.suffix(4) { #expect(index.total.value < 0.001 && abs(index.first.value) < 0.002) }
    }

    @Test func `an event that two inputs must agree on is all interaction`() throws {
        // Exclusive or of two fair coins: neither says anything by itself.
        let found = try #require(
            sample(3, 8000) { ($0[0] < 0.5) != ($0[1] < 0.5) ? 1 : 0 }.indices(replicates: 100, seed: 1))
        check(found, first: [0, 0, 0], total: [1, 1, 0], within: 0.05)
        #expect(found[2].total == IndexEstimate(value: 0, low: 0, high: 0))
    }

    @Test func `an output that does not vary has no indices, and a missing value spoils its row alone`() throws {
        #expect(sample(2, 50) { _ in 3.7 }.indices(replicates: 10, seed: 1) == nil)
        #expect(SobolSample(a: [.nan], b: [1], hybrids: [[1]]).indices(replicates: 10, seed: 1) == nil)
        let whole = sample(2, 4000) { $0[0] + 0.5 * $0[1] }
        let holed = SobolSample(
            a: whole.a.enumerated().map { $0 % 10 == 0 ? .nan : $1 }, b: whole.b,
            hybrids: [whole.hybrids[0].enumerated().map { $0 % 10 == 1 ? .nan : $1 }, whole.hybrids[1]])
        let found = try #require(holed.indices(replicates: 50, seed: 1))
        check(found, first: [0.8, 0.2], total: [0.8, 0.2], within: 0.06)
    }
}
