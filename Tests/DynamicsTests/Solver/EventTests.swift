import Testing

@testable import Dynamics

@Suite("Events of a model")
struct EventTests {
    private func model(start: Double, rate: Formula, _ events: [Model.Event]) throws -> Program {
        var model = Model("events", states: [("x", start, rate), ("count", 0, 0.0), ("copy", 0, 0.0)])
        model.events = events
        return try Program(model)
    }

    private func event(_ trigger: Formula, initiallyTrue: Bool = true, _ assignments: [(String, Formula)])
        -> Model.Event
    {
        Model.Event(
            id: "event", trigger: trigger, initiallyTrue: initiallyTrue, persistent: true, usesTriggerTimeValues: true,
            assignments: assignments.map { Model.Assignment(variable: $0.0, formula: $0.1) })
    }

    private let tolerances = Tolerances(relative: 1e-9, absolute: 1e-12)

    @Test("a dose repeated whenever the level falls to 1 happens at every ln 2", arguments: Method.allCases)
    func periodicDose(method: Method) throws {
        // x = 2 e^(−t) from each dose on, so it reaches 1 after ln 2.
        let program = try model(
            start: 2, rate: 0.0 - "x", [event("x" <= 1.0, [("x", "x" + 1.0), ("count", "count" + 1.0)])])
        let end = 5.0
        let state = try solve(program, method, times: [0, end], tolerances)[1]
        let period = Tape.Operation.log.value(2, 0, 0)
        let doses = (end / period).rounded(.down)
        #expect(state[1] == doses)
        let exact = 2 * Tape.Operation.exp.value(-(end - doses * period), 0, 0)
        #expect(abs(state[0] - exact) < 1e-7)
    }

    @Test("an event at a given time happens at that time")
    func atTime() throws {
        let program = try model(start: 0, rate: 1.0, [event(.time >= 1.25, [("copy", "x")])])
        #expect(abs(try solve(program, .tsit5, times: [0, 4], tolerances)[1][2] - 1.25) < 1e-11)
    }

    @Test("a condition true from the start is an event only if it counts as false before")
    func initiallyTrue() throws {
        for (initially, count) in [(true, 0.0), (false, 1)] {
            let program = try model(
                start: 3, rate: 0.0, [event("x" >= 1.0, initiallyTrue: initially, [("count", "count" + 1.0)])])
            #expect(try solve(program, .rodas5p, times: [0, 1], tolerances)[1][1] == count)
        }
    }

    @Test("events that rise together see the states before any of them")
    func simultaneous() throws {
        let program = try model(
            start: 0, rate: 1.0,
            [
                event(.time >= 1.0, [("count", 5.0)]),
                event(.time >= 1.0, [("copy", "count")]),
            ])
        let state = try solve(program, .rodas5p, times: [0, 2], tolerances)[1]
        #expect(state[1] == 5)
        #expect(state[2] == 0, "the second takes the value from before the first")
    }

    @Test("assignments of one event are simultaneous: values change places")
    func exchange() throws {
        let program = try model(
            start: 0, rate: 0.0,
            [
                event(.time >= 0.5, [("count", 7.0)]),
                event(.time >= 1.0, [("count", "copy"), ("copy", "count")]),
            ])
        let state = try solve(program, .tsit5, times: [0, 2], tolerances)[1]
        #expect(state[1] == 0 && state[2] == 7)
    }

    @Test("one event's consequence can be another's cause")
    func cascade() throws {
        let program = try model(
            start: 0, rate: 1.0,
            [event("count" >= 1.0, [("copy", "x")]), event("x" >= 0.75, [("count", 1.0)])])
        #expect(abs(try solve(program, .rodas5p, times: [0, 1], tolerances)[1][2] - 0.75) < 1e-10)
    }

    @Test("events that never come to rest fail that lane and say so")
    func loop() throws {
        let program = try model(
            start: 0, rate: 1.0,
            [
                event("x" >= 0.5, [("count", 1.0 - "count")]),
                event("count" >= 1.0, [("copy", 1.0), ("count", 0.0)]),
                event("count" <= 0.0, [("count", 1.0)]),
            ])
        let failure = #expect(throws: LaneFailure.self) {
            try solve(program, .rodas5p, times: [0, 1], tolerances)
        }
        #expect(failure?.reason == .eventLoop)
        #expect(failure.map { abs($0.time - 0.5) < 1e-9 } == true)
    }

    @Test("a state changed at a stop can cause an event at once")
    func changedAtStop() throws {
        let program = try model(start: 0, rate: 0.0, [event("x" >= 1.0, [("count", "count" + 1.0)])])
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), method: .rodas5p)
        var counts: [Double] = []
        integrator.run { lane in
            guard lane == 3 else { return .idle }
            integrator.load(lane: lane, time: 0)
            return .advance(to: 1)
        } atStop: { lane, _ in
            counts.append(integrator.state(1, lane: lane))
            integrator.setState(0, lane: lane, to: 2)
            return counts.count < 2 ? .advance(to: 2) : .idle
        }
        #expect(counts == [0, 1])
    }
}
