import Foundation
import Testing

@testable import Dynamics

/// Halving the step must divide the error by two to the order of the method: a wrong coefficient shows here first.
@Suite struct ConvergenceTests {
    /// Error at the end of `steps` equal steps over 0...1, in the first state.
    private func error(_ program: Program, _ method: Method, steps: Int, exact: Double) -> Double {
        let workspace = LaneWorkspace(program, lanes: 8)
        let stepper: any LaneStepper =
            switch method {
            case .tsit5: RungeKuttaStepper(.tsit5, workspace)
            case .rodas4: RosenbrockStepper(.rodas4, workspace)
            }
        workspace.groups = [0]
        workspace.clock.fill(0, 0)
        workspace.clock.fill(1, 1 / Double(steps))
        for step in 0..<steps {
            workspace.clock.fill(0, Double(step) / Double(steps))
            stepper.attempt(workspace)
            for row in 0..<workspace.stateCount { workspace.state.copyRows(row, from: workspace.proposal, row, count: 1) }
        }
        return abs(workspace.state[0, 0] - exact)
    }

    /// y' = −y² cos t: not linear, depends on time; y = 1/(1 + sin t).
    private func nonautonomous() throws -> Program {
        let square = TestModels.apply("times", TestModels.ci("y"), TestModels.ci("y"))
        let cosine = TestModels.apply("cos", TestModels.time)
        return try TestModels.program(
            TestModels.rates([("y", 1, TestModels.apply("minus", TestModels.apply("times", square, cosine)))]))
    }

    @Test(arguments: [(Method.tsit5, 5.0), (Method.rodas4, 4.0)])
    func `the method has its order on a problem that depends on time`(method: Method, order: Double) throws {
        let program = try nonautonomous()
        #expect(program.dependsOnTime)
        let exact = 1 / (1 + sin(1.0))
        let coarse = error(program, method, steps: 8, exact: exact)
        let fine = error(program, method, steps: 16, exact: exact)
        let observed = log2(coarse / fine)
        #expect(observed > order - 0.35 && observed < order + 1.2, "observed order \(observed)")
    }
}
