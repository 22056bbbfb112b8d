import Testing

@testable import Dynamics

@Suite("Solvers against CVODE at a relative tolerance of 1e-11")
struct AccuracyTests {
    private static let allowed = 1e-6
    private static let tight = Tolerances(relative: 1e-8, absolute: 1e-11)

    private func difference(_ program: Program, _ method: Method, end: Double, _ tolerances: Tolerances = tight) throws
        -> Double
    {
        let times = (0...40).map { Double($0) / 40 * end }
        return scaledDifference(
            try solve(program, method, times: times, tolerances), try CVODEReference.solve(program, times: times))
    }

    @Test("Lotka-Volterra over four cycles", arguments: Method.allCases)
    func lotkaVolterra(method: Method) throws {
        #expect(try difference(Systems.lotkaVolterra(), method, end: 14) < Self.allowed)
    }

    @Test("absorption, two compartments and elimination", arguments: Method.allCases)
    func absorption(method: Method) throws {
        #expect(try difference(Systems.absorption(), method, end: 48) < Self.allowed)
    }

    /// The middle species stays near 1e-5, so the absolute tolerance has to lie far below.
    @Test("Robertson: Rodas5P over the whole reaction, the explicit pair only where stability lets it")
    func robertson() throws {
        let tolerances = Tolerances(relative: 1e-8, absolute: 1e-15)
        #expect(try difference(Systems.robertson(), .rodas5p, end: 1e4, tolerances) < Self.allowed)
        #expect(try difference(Systems.robertson(), .tsit5, end: 2, tolerances) < Self.allowed)
    }

    @Test("Van der Pol, mu = 1000: Rodas5P along the slow branch and through the jump")
    func vanDerPol() throws {
        let program = try Systems.vanDerPol(mu: 1000)
        let before = (0...20).map { Double($0) * 40 }
        let run = try solve(program, .rodas5p, times: before, Self.tight)
        #expect(scaledDifference(run, try CVODEReference.solve(program, times: before)) < Self.allowed)
        // At the jump, near 807.4, errors of time become errors of state; beyond it the slow branch forgets them.
        let beyond = [0.0, 1000, 1200, 1500]
        let jumped = try solve(program, .rodas5p, times: beyond, Self.tight)
        #expect(scaledDifference(jumped, try CVODEReference.solve(program, times: beyond)) < Self.allowed)
        #expect(jumped[1][0] < 0, "x has changed its sign")
    }

    @Test("a right-hand side with time in it meets its closed form", arguments: Method.allCases)
    func closedForm(method: Method) throws {
        let end = 3.0
        let y = try solve(Systems.forced(), method, times: [0, end], Self.tight)[1][0]
        let exact =
            0.8 * Tape.Operation.cosine.value(end, 0, 0) + 0.4 * Tape.Operation.sine.value(end, 0, 0)
            - 0.8 * Tape.Operation.exp.value(-2 * end, 0, 0)
        #expect(abs(y - exact) < 1e-8)
    }
}
