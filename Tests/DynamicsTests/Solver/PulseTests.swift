import Testing

@testable import Dynamics

/// Conditions that hold for less time than a step is long.
@Suite struct PulseTests {
    private func program(_ trigger: String) throws -> Program {
        try Program(
            Model(
                "pulse", rates: [("x", 0, "1"), ("y", 1, "-1e-3 * y")], held: ["count": 0, "seen": -1],
                events: [.when(trigger, ["count": "count + 1", "seen": "time"])]))
    }

    @Test(
        arguments: Method.allCases,
        [
            "time >= 500 && time < 500.0001", "x >= 500 && x < 500.0001", "time == 500", "x >= 500 && time < 500.0001",
            "time > 500 && time <= 500.0001",
        ])
    func `a pulse within a step is one event, at its beginning`(method: Method, trigger: String) throws {
        let program = try program(trigger)
        let tolerances = Tolerances(relative: 1e-6, absolute: 1e-9)
        let rows = try save(program, method, at: [499.9999, 1000], tolerances)
        #expect(program.values("count", rows) == [0, 1])
        #expect(abs(program.values("seen", rows)[1] - 500) < 1e-8)
    }

    @Test func `steps are far longer than the pulse`() throws {
        let integrator = LaneIntegrator(try program("time < 0"), backend: .portable(lanes: 8))
        integrator.run { lane in
            integrator.load(lane: lane, time: 0)
            return lane == 0 ? .advance(to: 1000) : .idle
        } atStop: { _, _ in
            .idle
        }
        #expect(integrator.statistics.accepted < 40)
    }

    @Test func `a right-hand side that switches for a moment is integrated over that moment`() throws {
        let program = try Program(
            Model("burst", rates: [("x", 0, "piecewise(1000, time >= 500 && time < 500.01, 0)")]))
        let rows = try save(program, at: [499, 501, 1000])
        #expect(rows[0][0] == 0)
        #expect(abs(rows[1][0] - 10) < 1e-6 && abs(rows[2][0] - 10) < 1e-6)
    }
}
