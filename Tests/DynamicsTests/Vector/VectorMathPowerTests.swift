import Testing

@testable import Dynamics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Powers: their errors, and what IEEE 754 says of special values.
@Suite struct VectorMathPowerTests {
    private func worst(_ name: String, _ draw: (inout Arguments) -> (Double, Double)) -> Worst {
        var source = Arguments(seed: 2)
        let pairs = (0..<200_000).map { _ in draw(&source) }
        let values = InterpretedTape.values(.power, pairs.map(\.0), pairs.map(\.1))
        var worst = Worst()
        for ((x, y), value) in zip(pairs, values) {
            worst.include(Exact.error(value, pow(Wide(x), Wide(y))), "power(\(x), \(y)) = \(value)")
        }
        worst.report("power, \(name)")
        return worst
    }

    private let bound = 0.8 + Exact.slack

    @Test("ordinary bases and exponents")
    func ordinary() {
        let found = worst("ordinary") { ($0.between(0, 10), $0.between(-10, 10)) }
        #expect(found.error <= bound, "\(found.place)")
    }

    @Test("Hill exponents: bases of any size that matters, exponents between 0.1 and 10")
    func hill() {
        let found = worst("Hill") { ($0.magnitude(1e-30, 1e30).magnitude, $0.between(0.1, 10)) }
        #expect(found.error <= bound, "\(found.place)")
    }

    @Test("bases near one with large exponents")
    func nearOne() {
        let found = worst("near one") { source in
            let x = 1 + source.magnitude(0x1p-52, 0x1p-5)
            return (x, source.between(-740, 740) / log(x))
        }
        #expect(found.error <= bound, "\(found.place)")
    }

    @Test("every magnitude of base, subnormal ones too, and of result")
    func everyMagnitude() {
        let found = worst("every magnitude") { source in
            let x = source.magnitude().magnitude
            return (x, source.between(-750, 715) / log(x))
        }
        #expect(found.error <= bound, "\(found.place)")
    }

    @Test("subnormal results")
    func subnormal() {
        let found = worst("subnormal") { source in
            let x = source.magnitude(1e-3, 1e3).magnitude
            return (x, source.between(-745.5, -708) / log(x))
        }
        #expect(found.error <= bound, "\(found.place)")
    }

    @Test("results at the end of all numbers")
    func largest() {
        let found = worst("largest") { source in
            let x = source.magnitude(1e-3, 1e3).magnitude
            return (x, source.between(709, 709.9) / log(x))
        }
        #expect(found.error <= bound, "\(found.place)")
    }

    @Test("integers to integers, of either sign")
    func integers() {
        let found = worst("integers") { source in
            (Double(Int.random(in: -1000...1000, using: &source)), Double(Int.random(in: -40...40, using: &source)))
        }
        #expect(found.error <= bound, "\(found.place)")
    }

    @Test("any bits")
    func anyBits() {
        let found = worst("any bits") { (Double(bitPattern: $0.next()), Double(bitPattern: $0.next())) }
        #expect(found.error <= bound, "\(found.place)")
    }

    @Test("all pairs of special values: the C library's NaN, infinities and zeros with their signs")
    func specialPairs() {
        let pairs = Arguments.special.flatMap { x in Arguments.special.map { (x, $0) } }
        let values = InterpretedTape.values(.power, pairs.map(\.0), pairs.map(\.1))
        var wrong: [String] = []
        for ((x, y), value) in zip(pairs, values) {
            let expected = pow(x, y)
            let ordinary = expected.isFinite && expected != 0
            let agrees =
                ordinary
                ? value.sign == expected.sign && Exact.error(value, pow(Wide(x), Wide(y))) <= bound
                : sameBits(value, expected)
            if !agrees { wrong.append("power(\(x), \(y)) = \(value), not \(expected)") }
        }
        #expect(wrong == [])
    }

    /// The rules of IEEE 754-2019, 9.2.1, for `pow`.
    @Test(
        "the rules of IEEE 754",
        arguments: [
            (.nan, 0, 1), (.nan, -0.0, 1), (.infinity, 0, 1), (-3, 0, 1), (0, -0.0, 1),
            (1, .nan, 1), (1, .infinity, 1), (1, -1e300, 1), (-1, .infinity, 1), (-1, -.infinity, 1),
            (0, -3, .infinity), (-0.0, -3, -.infinity), (0, -2, .infinity), (-0.0, -2, .infinity),
            (0, -2.5, .infinity), (-0.0, -2.5, .infinity), (0, -.infinity, .infinity), (-0.0, -.infinity, .infinity),
            (0, 3, 0), (-0.0, 3, -0.0), (0, 2, 0), (-0.0, 2, 0), (-0.0, 2.5, 0), (-0.0, .infinity, 0),
            (2, .infinity, .infinity), (0.5, .infinity, 0), (2, -.infinity, 0), (0.5, -.infinity, .infinity),
            (-2, .infinity, .infinity), (-0.5, .infinity, 0), (-2, -.infinity, 0), (-0.5, -.infinity, .infinity),
            (.infinity, 0.5, .infinity), (.infinity, -0.5, 0), (-.infinity, 3, -.infinity), (-.infinity, 2, .infinity),
            (-.infinity, 0.5, .infinity), (-.infinity, -3, -0.0), (-.infinity, -2, 0), (-.infinity, -0.5, 0),
            (.infinity, .infinity, .infinity), (.infinity, -.infinity, 0), (-.infinity, .infinity, .infinity),
            (-8, 1.0 / 3, .nan), (-1, 0.5, .nan), (.nan, 1, .nan), (2, .nan, .nan), (-1, .nan, .nan),
            (-1, 0x1p53 - 1, -1), (-1, 0x1p53, 1), (-1, 0x1p52 + 1, -1), (-1, 0x1p52 - 0.5, .nan), (-2, 3, -8),
        ] as [(Double, Double, Double)])
    func rule(x: Double, y: Double, expected: Double) {
        #expect(sameBits(InterpretedTape.values(.power, [x], [y])[0], expected))
    }
}
