import Testing

@testable import Dynamics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The vectorised functions against exact values, in units of the last place.
@Suite struct VectorMathAccuracyTests {
    /// A function of one argument, the largest error that it may have, and where.
    struct Case: Sendable, CustomTestStringConvertible {
        let operation: Tape.Operation
        /// Units of the last place. The measured errors are a little smaller; two is what the project promises.
        let bound: Double
        let exact: @Sendable (Wide) -> Wide
        /// Ranges in which arguments lie evenly.
        let even: [ClosedRange<Double>]
        /// Ranges of sizes in which every exponent is as likely, with either sign.
        let sizes: [ClosedRange<Double>]

        var testDescription: String { "\(operation)" }
    }

    private static let any = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude
    private static let quarter = Double.pi / 4

    static let cases = [
        Case(
            operation: .exp, bound: 1, exact: { exp($0) },
            even: [-746...710, -708...(-0.001), -745.2...(-708), -1...1, -40...40, 709.7...709.8],
            sizes: [any, 1e-20...1]),
        Case(
            operation: .log, bound: 0.9, exact: { log($0) }, even: [0.5...2, 0.99...1.01, 1e-3...1e3, 0.7...0.71],
            sizes: [any, 0x1p-1074...0x1p-1022]),
        Case(
            operation: .sine, bound: 0.85, exact: { sin($0) },
            even: [-quarter...quarter, -7...7, -1e5...1e5, 3.14...3.15, -1e6...1e6],
            sizes: [any, 1e-10...1e5]),
        Case(
            operation: .cosine, bound: 0.85, exact: { cos($0) },
            even: [-quarter...quarter, -7...7, -1e5...1e5, 1.57...1.58, -1e6...1e6],
            sizes: [any, 1e-10...1e5]),
        Case(
            operation: .tangent, bound: 1.1, exact: { tan($0) },
            even: [-quarter...quarter, -7...7, -1e5...1e5, 1.57...1.58, -1e6...1e6],
            sizes: [any, 1e-10...1e5]),
        Case(
            operation: .arcTangent, bound: 0.9, exact: { atan($0) }, even: [-0.5...0.5, 0.4...2.5, -30...30],
            sizes: [any, 1e-10...1e10]),
        Case(
            operation: .hyperbolicSine, bound: 0.9, exact: { sinh($0) },
            even: [-1.1...1.1, -23...23, -711...711, 709...710.5], sizes: [any]),
        Case(
            operation: .hyperbolicCosine, bound: 0.7, exact: { cosh($0) },
            even: [-1.1...1.1, -23...23, -711...711, 709...710.5], sizes: [any]),
        Case(
            operation: .hyperbolicTangent, bound: 0.9, exact: { tanh($0) }, even: [-0.6...0.6, -1...1, -23...23],
            sizes: [any, 1e-10...30]),
        Case(operation: .arcSine, bound: 2, exact: { asin($0) }, even: [-1...1, 0.99...1], sizes: [1e-300...1]),
        Case(
            operation: .arcCosine, bound: 2, exact: { acos($0) }, even: [-1...1, 0.99...1, -0.01...0.01],
            sizes: [1e-300...1]),
        Case(
            operation: .arcHyperbolicSine, bound: 2, exact: { asinh($0) }, even: [-1...1, -100...100],
            sizes: [any, 1e-10...1e10]),
        Case(
            operation: .arcHyperbolicCosine, bound: 2, exact: { acosh($0) }, even: [1...1.1, 1...3, 1...1e3], sizes: []),
        Case(
            operation: .arcHyperbolicTangent, bound: 2, exact: { atanh($0) }, even: [-1...1, -0.01...0.01, 0.999...1],
            sizes: [1e-300...1]),
        Case(operation: .squareRoot, bound: 0.5, exact: { $0.squareRoot() }, even: [0...4, 0...1e300], sizes: [any]),
    ]

    @Test("a function's error is within its bound", arguments: cases)
    func unary(_ c: Case) {
        var source = Arguments(seed: 1)
        var worst = Worst()
        func look(_ arguments: [Double]) {
            for (x, value) in zip(arguments, InterpretedTape.values(c.operation, arguments)) {
                worst.include(Exact.error(value, c.exact(Wide(x))), "\(c.operation)(\(x)) = \(value)")
            }
        }
        for range in c.even { look((0..<40_000).map { _ in source.between(range.lowerBound, range.upperBound) }) }
        for range in c.sizes {
            look((0..<40_000).map { _ in source.magnitude(range.lowerBound, range.upperBound) })
        }
        worst.report("\(c.operation)")
        #expect(worst.error <= c.bound + Exact.slack, "\(worst.place)")
    }

    @Test("sines, cosines and tangents beside multiples of a quarter turn keep their digits")
    func quarterTurns() {
        let arguments = (1...63_000).flatMap { n in
            let x = Double(n) * (Double.pi / 2)
            return [x.nextDown, x, x.nextUp]
        }
        for c in Self.cases where [.sine, .cosine, .tangent].contains(c.operation) {
            var worst = Worst()
            for (x, value) in zip(arguments, InterpretedTape.values(c.operation, arguments)) {
                worst.include(Exact.error(value, c.exact(Wide(x))), "\(c.operation)(\(x)) = \(value)")
            }
            worst.report("\(c.operation) beside quarter turns")
            #expect(worst.error <= c.bound + Exact.slack, "\(worst.place)")
        }
    }

    @Test("exact values are given exactly")
    func exactValues() {
        let powers = (0...20).map(Double.init)
        #expect(InterpretedTape.values(.power, powers.map { _ in 2 }, powers) == powers.map { Double(1 << Int($0)) })
        #expect(InterpretedTape.values(.power, powers, powers.map { _ in 2 }) == powers.map { $0 * $0 })
        #expect(InterpretedTape.values(.power, powers, powers.map { _ in 1 }) == powers)
        #expect(
            InterpretedTape.values(.power, [10, 10, 3, 9, 0.5, 4], [3, 22, 5, 0.5, 1074, -2]) == [
                1e3, 1e22, 243, 3, .leastNonzeroMagnitude, 0.0625,
            ])
        #expect(InterpretedTape.values(.exp, [0, -0.0]) == [1, 1])
        #expect(InterpretedTape.values(.log, [1]) == [0])
        #expect(InterpretedTape.values(.cosine, [0]) == [1])
    }
}
