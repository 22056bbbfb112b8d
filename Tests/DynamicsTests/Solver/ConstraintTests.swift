import Foundation
import Testing

@testable import Dynamics

@Suite struct ConstraintTests {
    private func program() throws -> Program {
        var model = try Model("swing", constants: ["w": 1], rates: [("x", 1, "v"), ("v", 0, "-w * w * x")])
        model.constraints = [
            Model.Constraint(id: "low", condition: try Formula(infix: "x > -0.5"), message: "x is too low"),
            Model.Constraint(id: "always", condition: try Formula(infix: "x < 2"), message: "x is too high"),
            Model.Constraint(id: "start", condition: try Formula(infix: "x < 0.5"), message: ""),
        ]
        return try Program(model)
    }

    @Test("violated in every cycle, told once, with the first time and the message", arguments: Method.allCases)
    func once(method: Method) throws {
        let run = try Ensemble(program(), members: 1).run(
            over: 0...20, method: method, tolerances: Tolerances(relative: 1e-10, absolute: 1e-12))[0]
        #expect(run.failure == nil)
        #expect(run.violations.map(\.constraint.id) == ["start", "low"])
        #expect(run.violations[0].time == 0, "one that does not hold at the start is told of the start")
        #expect(abs(run.violations[1].time - 2 * Double.pi / 3) < 1e-8)
        #expect(run.violations[1].description.contains("'low'"))
        #expect(run.violations[1].description.hasSuffix(": x is too low"))
    }

    @Test func `each member has its own`() throws {
        let runs = try Ensemble(program(), members: [[1], [0], [2]]).run(over: 0...20)
        #expect(runs.map { $0.violations.map(\.constraint.id) } == [["start", "low"], ["start"], ["start", "low"]])
        #expect(abs(runs[2].violations[1].time - Double.pi / 3) < 1e-4)
    }

    @Test func `a constraint changes no digit of the solution beyond the tolerance`() throws {
        var model = try Model("swing", constants: ["w": 1], rates: [("x", 1, "v"), ("v", 0, "-w * w * x")])
        let tolerances = Tolerances(relative: 1e-10, absolute: 1e-12)
        let without = try save(Program(model), at: [5, 10], tolerances)
        model.constraints = [Model.Constraint(id: "low", condition: try Formula(infix: "x > -0.5"), message: "")]
        #expect(scaledDifference(try save(Program(model), at: [5, 10], tolerances), without) < 1e-8)
    }
}
