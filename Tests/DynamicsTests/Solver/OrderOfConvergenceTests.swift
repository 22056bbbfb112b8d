import Testing

@testable import Dynamics

/// With fixed steps the error of a method of order p falls as hᵖ; here by halving the step.
@Suite("Order of convergence")
struct OrderOfConvergenceTests {
    private static let methods = [Method.tsit5, .rodas5p]

    /// log₂ of the ratio of errors at two step sizes.
    private func order(_ program: Program, _ method: Method, end: Double, steps: Int, exact: [Double]) -> Double {
        func error(_ steps: Int) -> Double {
            let run = FixedSteps(program: program, method: method).run(end: end, steps: steps)
            return zip(run, exact).map { ($0 - $1).magnitude }.max() ?? .nan
        }
        return logarithm(error(steps) / error(2 * steps))
    }

    /// Both methods are of order 5.
    private static let order = 5.0

    @Test("an autonomous nonlinear system", arguments: methods)
    func autonomous(method: Method) throws {
        let program = try Systems.lotkaVolterra()
        let exact = try CVODEReference.solve(program, times: [0, 1], relative: 1e-13, absolute: 1e-15)[1]
        let found = order(program, method, end: 1, steps: 24, exact: exact)
        #expect(abs(found - Self.order) < 0.35, "order \(found)")
    }

    /// dx/dt = −2 t x², so x = 1 / (1 + t²); dy/dt = t y, so y = e^(t²/2).
    @Test("explicit time, so that the terms of ∂f/∂t are right", arguments: methods)
    func nonAutonomous(method: Method) throws {
        let time = Formula.time
        let program = try Program(
            Model("explicit_time", states: [("x", 1, -2.0 * time * "x" * "x"), ("y", 1, time * "y")]))
        #expect(program.dependsOnTime)
        let exact = [0.2, Tape.Operation.exp.value(2, 0, 0)]
        let found = order(program, method, end: 2, steps: 32, exact: exact)
        #expect(abs(found - Self.order) < 0.35, "order \(found)")
    }

    /// To the base 2.
    private func logarithm(_ x: Double) -> Double {
        Tape.Operation.log.value(x, 0, 0) / Tape.Operation.log.value(2, 0, 0)
    }

    @Test(
        "dense output within one step: both interpolants are of order 4",
        arguments: methods)
    func denseOutput(method: Method) throws {
        let program = try Systems.lotkaVolterra()
        let parts = [0.2, 0.45, 0.7, 0.9]
        func error(_ step: Double) throws -> Double {
            let exact = try CVODEReference.solve(
                program, times: [0] + parts.map { $0 * step }, relative: 1e-14, absolute: 1e-16)
            let rows = FixedSteps(program: program, method: method).inside(step: step, parts: parts)
            return zip(rows, exact.dropFirst()).map { abs($0[0] - $1[0]) + abs($0[1] - $1[1]) }.max() ?? .nan
        }
        // What one step adds is of one order more.
        let found = logarithm(try error(0.1) / error(0.05))
        #expect(abs(found - Self.order) < 0.4, "one step's error falls as h to the power \(found)")
    }

    @Test("Rodas5P damps what is infinitely stiff at once")
    func stiffAccuracy() throws {
        let program = try Program(Model("stiff", states: [("y", 1, -1e12 * "y")]))
        #expect(
            try #require(FixedSteps(program: program, method: .rodas5p).run(end: 1, steps: 1).first).magnitude < 1e-9)
    }
}
