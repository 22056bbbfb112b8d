import Testing

@testable import Dynamics

/// Rows saved at the very times of events and changes.
@Suite struct SavedRowTests {
    @Test("a row saved at the time of an event is of after it", arguments: Method.allCases)
    func afterEvent(method: Method) throws {
        let program = try Program(
            Model(
                "jump", rates: [("x", 1, "0 * x")],
                events: [.when("time >= 5", ["x": "7"]), .when("time >= 5", ["x": "x + 1"], delay: "2")]))
        let rows = try save(program, method, at: [4, 5, 6, 7, 8])
        // The second takes the value of its trigger's time, when x was still 1.
        #expect(program.values("x", rows) == [1, 7, 7, 2, 2])
    }

    @Test("a row at a time found on the way is of after the event, whatever caused it", arguments: Method.allCases)
    func found(method: Method) throws {
        let program = try Program(
            Model(
                "found", rates: [("x", 0, "1")], held: ["y": 0, "due": 0.5],
                events: [.when("time >= due", ["y": "1"])]))
        let times = (1...16).map { Double($0) / 16 }
        let rows = try save(program, method, at: times)
        #expect(program.values("y", rows) == times.map { $0 >= 0.5 ? 1 : 0 })
    }

    @Test func `every time of the grid has one row, events or not`() throws {
        let program = try Program(
            Model(
                "many", rates: [("x", 0, "1")], held: ["next": 1],
                events: [.when("time >= next", ["next": "next + 1"])]))
        let times = (0...400).map { Double($0) * 0.25 }
        let rows = try save(program, at: times)
        #expect(rows.count == times.count)
        for (row, time) in zip(rows, times) { #expect(abs(row[0] - time) < 1e-9) }
        #expect(program.values("next", rows) == times.map { $0.rounded(.down) + 1 })
    }

    @Test func `chosen states are saved in the order of the choice`() throws {
        let program = try Systems.lotkaVolterra()
        let all = try save(program, at: [1, 2, 3])
        var settings = Ensemble.Settings()
        settings.schedule = .times([1, 2, 3])
        settings.tolerances = Tolerances(relative: 1e-9, absolute: 1e-12)
        settings.saved = [1, 0, 1]
        try Ensemble(program, members: 1).run(over: 0...3, settings) { result in
            #expect(Array(result.states) == all.flatMap { [$0[1], $0[0], $0[1]] })
        }
    }

    @Test func `a dose at a stop is not in the row of that time, which was due before it`() throws {
        let program = try Program(Model("dose", rates: [("x", 1, "0 * x")]))
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), saving: [1, 2])
        var rows = [Double](repeating: .nan, count: 2)
        rows.withUnsafeMutableBufferPointer { buffer in
            integrator.run { lane in
                guard lane == 0 else { return .idle }
                integrator.load(lane: lane, time: 0)
                integrator.setOutput(lane: lane, to: buffer.baseAddress)
                return .advance(to: 1)
            } atStop: { lane, _ in
                guard integrator.time(lane) < 2 else { return .idle }
                #expect(integrator.savedRows(lane: lane) == 1)
                integrator.setState(0, lane: lane, to: 5)
                return .advance(to: 2)
            }
        }
        #expect(rows == [1, 5])
    }
}
