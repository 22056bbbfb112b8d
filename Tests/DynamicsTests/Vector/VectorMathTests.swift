import Testing

@testable import Dynamics

@Suite("Vectorised functions against the C library")
struct VectorMathTests {
    /// Distance in units of the last place of the expected value.
    private static func ulps(_ value: Double, _ expected: Double) -> Double {
        if value == expected || (value.isNaN && expected.isNaN) { return 0 }
        guard value.isFinite, expected.isFinite else { return .infinity }
        return (value - expected).magnitude / expected.ulp
    }

    private func worst(
        _ function: (Lanes) -> Lanes, _ reference: Tape.Operation, count: Int = 40_000, _ draw: (Double) -> Double
    ) -> (ulps: Double, at: Double) {
        var stream = RandomStream(seed: 1, patient: 0, purpose: RandomPurpose("vector functions"))
        var result = (ulps: 0.0, at: 0.0)
        for _ in 0..<(count / Lanes.scalarCount) {
            var x = Lanes()
            for lane in 0..<Lanes.scalarCount { x[lane] = draw(stream.uniform()) }
            let y = function(x)
            for lane in 0..<Lanes.scalarCount {
                let distance = Self.ulps(y[lane], reference.value(x[lane], 0, 0))
                if distance > result.ulps { result = (distance, x[lane]) }
            }
        }
        return result
    }

    @Test("exp is within 2 ulp", arguments: [(-745.0, 709.7), (-708, -0.001), (-1, 1), (-1e-9, 1e-9), (-40, 40)])
    func exponential(low: Double, high: Double) {
        let found = worst(VectorMath.exp, .exp) { low + (high - low) * $0 }
        #expect(found.ulps <= 2, "at \(found.at)")
    }

    @Test("log is within 2 ulp", arguments: [(0.5, 2.0), (0.99, 1.01), (1e-3, 1e3), (0, 1e300)])
    func logarithm(low: Double, high: Double) {
        let found = worst(VectorMath.log, .log) { low + (high - low) * $0 }
        #expect(found.ulps <= 2, "at \(found.at)")
    }

    @Test("log is within 2 ulp over every magnitude, subnormal ones too")
    func logarithmOfAnyMagnitude() {
        let found = worst(VectorMath.log, .log) { u in
            Double(bitPattern: UInt64(u * Double(Double.infinity.bitPattern - 1)) + 1)
        }
        #expect(found.ulps <= 2, "at \(found.at)")
    }

    @Test("exp of what has no ordinary value")
    func exponentialEdges() {
        let y = VectorMath.exp([0, -0.0, .infinity, -.infinity, .nan, 710, -746, -745])
        #expect(y[0] == 1 && y[1] == 1)
        #expect(y[2] == .infinity && y[5] == .infinity)
        #expect(y[3] == 0 && y[6] == 0)
        #expect(y[4].isNaN)
        #expect(y[7] == .leastNonzeroMagnitude, "the smallest subnormal is reached, not flushed")
    }

    @Test("log of what has no ordinary value")
    func logarithmEdges() {
        let y = VectorMath.log([0, -0.0, .infinity, -.infinity, .nan, -1, 1, .leastNonzeroMagnitude])
        #expect(y[0] == -.infinity && y[1] == -.infinity)
        #expect(y[2] == .infinity)
        #expect(y[3].isNaN && y[4].isNaN && y[5].isNaN)
        #expect(y[6] == 0)
        #expect(Self.ulps(y[7], -744.440_071_921_381_3) <= 1)
    }

    @Test("a value's digits do not depend on the lane or the neighbours")
    func position() {
        let x = 0.731
        let alone = VectorMath.exp(Lanes(repeating: x))[0]
        for lane in 0..<Lanes.scalarCount {
            var mixed: Lanes = [1e300, -1e300, .nan, .infinity, 0, .leastNonzeroMagnitude, -5, 700]
            mixed[lane] = x
            #expect(VectorMath.exp(mixed)[lane] == alone)
            #expect(VectorMath.log(mixed)[lane] == VectorMath.log(Lanes(repeating: x))[0])
        }
    }
}
