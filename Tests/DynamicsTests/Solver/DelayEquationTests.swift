import Testing

@testable import Dynamics

/// y' = -y(t - 1), y = 1 before 0. Method of steps: a polynomial of one degree more on each unit of time.
@Suite struct DelayEquationTests {
    private let tolerances = Tolerances(relative: 1e-9, absolute: 1e-11)
    private let times = (0...60).map { Double($0) / 20 }

    private func exact(_ t: Double) -> Double {
        if t <= 0 { return 1 }
        var value = 1 - t
        if t > 1 { value += (t - 1) * (t - 1) / 2 }
        if t > 2 { value -= (t - 2) * (t - 2) * (t - 2) / 6 }
        return value
    }

    private func model(
        observables: [String: String] = [:], held: [String: Double] = [:], events: [Model.Event] = []
    ) throws -> Program {
        try Program(
            Model(
                "past", rates: [("y", 1, "-delay(y, 1)")], held: held, observables: observables, events: events))
    }

    @Test("the polynomials of the method of steps, saved and at stops", arguments: Method.allCases)
    func closedForm(method: Method) throws {
        let rows = try save(model(), method, at: times, tolerances)
        let stops = try solve(model(), method, times: times, tolerances)
        for (time, (row, stop)) in zip(times, zip(rows, stops)) {
            #expect(abs(row[0] - exact(time)) < 1e-6, "saved at \(time)")
            #expect(abs(stop[0] - exact(time)) < 1e-6, "stopped at \(time)")
        }
    }

    @Test func `a delay in an observable is the past, also before the start`() throws {
        let program = try model(observables: ["past": "delay(y, 0.7)", "far": "delay(y * y, 2.5)"])
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), tolerances: tolerances)
        let stops = [0.0, 0.5, 1.2, 2.6, 3]
        var found: [(past: Double, far: Double)] = []
        let (past, far) = (try #require(program.observable("past")), try #require(program.observable("far")))
        integrator.run { lane in
            guard lane == 1 else { return .idle }
            integrator.load(lane: lane, time: 0)
            return .advance(to: 0)
        } atStop: { lane, _ in
            found.append((integrator.observable(past, lane: lane), integrator.observable(far, lane: lane)))
            return found.count < stops.count ? .advance(to: stops[found.count]) : .idle
        }
        for (time, values) in zip(stops, found) {
            #expect(abs(values.past - exact(time - 0.7)) < 1e-6, "at \(time)")
            #expect(abs(values.far - exact(time - 2.5) * exact(time - 2.5)) < 1e-6, "at \(time)")
        }
    }

    @Test func `an ensemble's observables of the past are those of each member's own past`() throws {
        let program = try model(observables: ["past": "delay(y, 0.7)"])
        let past = try #require(program.observable("past"))
        let runs = try Ensemble(program, members: 3).run(over: 0...3, saving: .times(times), tolerances: tolerances)
        for run in runs {
            #expect(run.failure == nil && run.observables.count == times.count)
            for (time, row) in zip(run.times, run.observables) {
                #expect(abs(row[past] - exact(time - 0.7)) < 1e-6, "at \(time)")
            }
        }
    }

    /// y(t - 0.8) falls to a half at 0.5 + 0.8.
    @Test func `a trigger on the past comes so much later`() throws {
        let program = try model(
            held: ["count": 0, "seen": 0],
            events: [.when("delay(y, 0.8) <= 0.5", ["count": "count + 1", "seen": "time"])])
        let rows = try save(program, at: [1.3 - 1e-6, 1.3 + 1e-6, 2], tolerances)
        #expect(program.values("count", rows) == [0, 1, 1])
        #expect(abs(program.values("seen", rows)[2] - 1.3) < 1e-6)
    }

    @Test func `patients with pasts of their own beside each other`() throws {
        let program = try Program(
            Model("pasts", constants: ["lag": 1, "y0": 1], rates: [("y", 1, "-delay(y, lag)")]))
        let lags = (0..<11).map { 0.5 + 0.1 * Double($0) }
        let runs = try Ensemble(program, members: lags.map { [$0, 1] })
            .run(over: 0...3, saving: .times([1]), tolerances: tolerances)
        for (lag, run) in zip(lags, runs) {
            let late = max(0, 1 - lag)
            #expect(abs(try #require(run.states.first)[0] - (1 - 1 + late * late / 2)) < 1e-6, "lag \(lag)")
        }
        let alone = try Ensemble(program, members: [[lags[4], 1]])
            .run(over: 0...3, saving: .times([1]), tolerances: tolerances)
        #expect(alone[0] == runs[4])
    }
}
