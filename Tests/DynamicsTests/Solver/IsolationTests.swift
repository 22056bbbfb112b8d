import Testing

@testable import Dynamics

/// What happens to one patient stays with that patient.
@Suite struct IsolationTests {
    /// y' = a y² has its pole at 1/a; the rest of the model is none the wiser.
    private func program() throws -> Program {
        try Program(
            Model("pole", constants: ["a": -1], rates: [("y", 1, "a * y * y"), ("calm", 1, "cos(time) - calm")]))
    }

    private static let singular = 37

    @Test("one of a hundred meets a singularity: the others' digits are those without it", arguments: Method.allCases)
    func singularity(method: Method) throws {
        let program = try program()
        func value(_ member: Int) -> [Double] { [-0.1 - 0.01 * Double(member)] }
        let good = try Ensemble(program, members: (0..<100).map(value))
            .run(over: 0...5, saving: .every(0.5), method: method)
        let table = (0..<100).map { $0 == Self.singular ? [0.55] : value($0) }
        let runs = try Ensemble(program, members: table).run(over: 0...5, saving: .every(0.5), method: method)
        for member in 0..<100 where member != Self.singular { #expect(runs[member] == good[member]) }
        let failed = runs[Self.singular]
        let failure = try #require(failed.failure)
        #expect(abs(failure.time - 1 / 0.55) < 1e-3)
        #expect(failure.state == "y")
        #expect(failure.description.contains("at time") && failure.description.contains("'y'"))
        #expect(failure.description.contains("look for a") || failure.description.contains("try"))
        #expect(failed.times == [0, 0.5, 1, 1.5], "what came before is kept")
        #expect(abs(failed.states[3][0] - 1 / (1 - 0.55 * 1.5)) < 1e-3)
    }

    @Test func `a value that is not a number is said to be not finite, with its state`() throws {
        let program = try Program(
            Model(
                "root", constants: ["a": 1], rates: [("calm", 1, "-calm"), ("y", 1, "-1 + 1e-3 * a * sqrt(y - 0.5)")]))
        let run = try Ensemble(program, members: 1).run(over: 0...2)[0]
        let failure = try #require(run.failure)
        #expect(failure.reason == .notFinite && failure.state == "y")
        #expect(abs(failure.time - 0.5) < 1e-3)
        #expect(failure.description.contains("logarithm of a negative number"))
    }

    @Test func `a lane is as new after a patient that failed in it`() throws {
        let program = try program()
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8))
        var states: [[Double]] = []
        var failures = 0
        func load(_ lane: Int) -> LaneIntegrator.Directive {
            integrator.load(lane: lane, time: 0, parameters: [failures == 0 && states.count == 1 ? 0.5 : -0.3])
            return .advance(to: 5)
        }
        integrator.run {
            $0 == 2 ? load($0) : .idle
        } atStop: { lane, stop in
            if case .failed = stop {
                failures += 1
            } else {
                states.append([0, 1].map { integrator.state($0, lane: lane) })
            }
            return states.count < 2 ? load(lane) : .idle
        }
        #expect(failures == 1 && states.count == 2 && states[0] == states[1])
    }

    @Test func `an event loop fails its patient alone`() throws {
        let program = try Program(
            Model(
                "loop", constants: ["loops": 0], rates: [("x", 0, "1")], held: ["n": 0],
                events: [
                    .when("x >= 1 && n < 1", ["n": "1"]), .when("n > 0 && loops > 0", ["n": "0"]),
                ]))
        let runs = try Ensemble(program, members: [[0], [1], [0]]).run(over: 0...2)
        #expect(runs.map { $0.failure?.reason } == [nil, .eventLoop, nil])
        #expect(abs(try #require(runs[1].failure).time - 1) < 1e-9)
        #expect(runs[1].failure?.description.contains("keep triggering each other") == true)
        #expect(runs[0] == runs[2])
    }
}
