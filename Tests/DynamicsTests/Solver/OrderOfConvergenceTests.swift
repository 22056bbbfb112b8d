import Testing

@testable import Dynamics

/// With fixed steps the error of a method of order p falls as hᵖ; here by halving the step.
@Suite("Order of convergence")
struct OrderOfConvergenceTests {
    /// The state after `steps` equal steps, and the last step's error estimate.
    private func fixedSteps(_ program: Program, _ method: Method, end: Double, steps: Int) -> (
        state: [Double], estimate: Double
    ) {
        let workspace = LaneWorkspace(program, lanes: 8)
        workspace.groups = [0]
        let stepper: any LaneStepper =
            switch method {
            case .tsit5: RungeKuttaStepper(.tsit5, workspace)
            case .rodas4: RosenbrockStepper(.rodas4, workspace)
            }
        let h = end / Double(steps)
        workspace.clock.fill(1, h)
        for step in 0..<steps {
            workspace.clock.fill(0, Double(step) * h)
            stepper.attempt(workspace)
            workspace.state.copyRows(0, from: workspace.proposal, 0, count: workspace.stateCount)
        }
        let rows = 0..<workspace.stateCount
        return (rows.map { workspace.state[$0, 0] }, rows.map { workspace.error[$0, 0].magnitude }.max() ?? 0)
    }

    /// log₂ of the ratio of errors at two step sizes.
    private func order(_ program: Program, _ method: Method, end: Double, steps: Int, exact: [Double]) -> Double {
        func error(_ steps: Int) -> Double {
            let run = fixedSteps(program, method, end: end, steps: steps).state
            return zip(run, exact).map { ($0 - $1).magnitude }.max() ?? .nan
        }
        return Tape.Operation.log.value(error(steps) / error(2 * steps), 0, 0) / Tape.Operation.log.value(2, 0, 0)
    }

    private func expected(_ method: Method) -> Double { method == .tsit5 ? 5 : 4 }

    @Test("an autonomous nonlinear system", arguments: Method.allCases)
    func autonomous(method: Method) throws {
        let program = try Systems.lotkaVolterra()
        let exact = try CVODEReference.solve(program, times: [0, 1], relative: 1e-13, absolute: 1e-15)[1]
        let found = order(program, method, end: 1, steps: 24, exact: exact)
        #expect(abs(found - expected(method)) < 0.35, "order \(found)")
    }

    /// dx/dt = −2 t x², so x = 1 / (1 + t²); dy/dt = t y, so y = e^(t²/2).
    @Test("explicit time, so that the terms of ∂f/∂t are right", arguments: Method.allCases)
    func nonAutonomous(method: Method) throws {
        let time = Formula.time
        let program = try Program(
            Model("explicit_time", states: [("x", 1, -2.0 * time * "x" * "x"), ("y", 1, time * "y")]))
        #expect(program.dependsOnTime)
        let exact = [0.2, Tape.Operation.exp.value(2, 0, 0)]
        let found = order(program, method, end: 2, steps: 32, exact: exact)
        #expect(abs(found - expected(method)) < 0.35, "order \(found)")
    }

    @Test("the error estimate is of one order less than the solution", arguments: Method.allCases)
    func estimate(method: Method) throws {
        let program = try Systems.lotkaVolterra()
        let coarse = fixedSteps(program, method, end: 0.04, steps: 1).estimate
        let fine = fixedSteps(program, method, end: 0.02, steps: 1).estimate
        let order = Tape.Operation.log.value(coarse / fine, 0, 0) / Tape.Operation.log.value(2, 0, 0)
        #expect(abs(order - expected(method)) < 0.35, "one step's error falls as h to the power \(order)")
    }

    @Test("Rodas4 damps what is infinitely stiff at once")
    func stiffAccuracy() throws {
        let program = try Program(Model("stiff", states: [("y", 1, -1e12 * "y")]))
        #expect(fixedSteps(program, .rodas4, end: 1, steps: 1).state[0].magnitude < 1e-9)
    }
}
