import Testing

@testable import Dynamics

/// What the functions of one argument give where there is no ordinary value.
@Suite struct VectorMathSpecialValueTests {
    private func values(_ operation: Tape.Operation, _ a: [Double]) -> [Double] { InterpretedTape.values(operation, a) }

    private func same(_ values: [Double], _ expected: [Double]) -> Bool {
        values.count == expected.count && zip(values, expected).allSatisfy(sameBits)
    }

    @Test("exp")
    func exponential() {
        let arguments = [0, -0.0, .infinity, -.infinity, .nan, 710, -746, -745]
        let expected = [1, 1, .infinity, 0, .nan, .infinity, 0, .leastNonzeroMagnitude]
        #expect(same(values(.exp, arguments), expected))
    }

    @Test("log")
    func logarithm() {
        let arguments = [0, -0.0, .infinity, -.infinity, .nan, -1, 1, -.leastNonzeroMagnitude]
        #expect(same(values(.log, arguments), [-.infinity, -.infinity, .infinity, .nan, .nan, .nan, 0, .nan]))
    }

    @Test(
        "odd functions keep the sign of zero and the smallest numbers",
        arguments: [
            Tape.Operation.sine, .tangent, .arcTangent, .hyperbolicSine, .hyperbolicTangent, .arcSine,
            .arcHyperbolicSine,
            .arcHyperbolicTangent,
        ])
    func smallest(operation: Tape.Operation) {
        let arguments = [
            0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300, -1e-20,
        ]
        #expect(same(values(operation, arguments), arguments))
    }

    @Test(
        "odd functions are odd and even functions even, to the last bit",
        arguments: [
            (Tape.Operation.sine, true), (.tangent, true), (.arcTangent, true), (.hyperbolicSine, true),
            (.hyperbolicTangent, true), (.cosine, false), (.hyperbolicCosine, false), (.absolute, false),
        ])
    func symmetry(operation: Tape.Operation, odd: Bool) {
        let arguments = Arguments.mixed(100_000, seed: 3)
        let mirrored = values(operation, arguments.map { -$0 })
        #expect(same(values(operation, arguments).map { odd ? -$0 : $0 }, mirrored))
    }

    @Test("NaN gives NaN", arguments: Tape.Operation.allCases.filter { $0.isElementary && $0 != .power })
    func notANumber(operation: Tape.Operation) {
        #expect(values(operation, [.nan, -.nan, 1])[..<2].allSatisfy { $0.isNaN })
    }

    @Test("no value without a limit at infinity, and the limit where there is one")
    func infinite() {
        let both = [Double.infinity, -.infinity]
        for operation in [Tape.Operation.sine, .cosine, .tangent] {
            #expect(values(operation, both).allSatisfy { $0.isNaN }, "\(operation)")
        }
        #expect(same(values(.arcTangent, both), [Double.pi / 2, -Double.pi / 2]))
        #expect(same(values(.hyperbolicSine, both), both))
        #expect(same(values(.hyperbolicCosine, both), [.infinity, .infinity]))
        #expect(same(values(.hyperbolicTangent, both), [1, -1]))
        #expect(same(values(.hyperbolicTangent, [1e300, -1e300, 25, -25]), [1, -1, 1, -1]))
        #expect(same(values(.hyperbolicSine, [711, -711, 1e300]), [.infinity, -.infinity, .infinity]))
    }

    @Test("bounds hold at every argument", arguments: [Tape.Operation.sine, .cosine, .hyperbolicTangent])
    func bounded(operation: Tape.Operation) {
        let arguments = Arguments.mixed(200_000, seed: 4).filter(\.isFinite)
        #expect(values(operation, arguments).allSatisfy { $0.magnitude <= 1 })
    }
}
