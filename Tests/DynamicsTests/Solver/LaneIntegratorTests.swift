import Testing

@testable import Dynamics

@Suite("Lanes: stops, doses and failures of one patient do not touch another")
struct LaneIntegratorTests {
    private let tolerances = Tolerances(relative: 1e-9, absolute: 1e-12)

    @Test("stops are met exactly, each lane at its own", arguments: Method.allCases)
    func ownStops(method: Method) throws {
        let integrator = LaneIntegrator(
            try Systems.lotkaVolterra(), backend: .portable(lanes: 8), method: method)
        var stops = [[Double]](repeating: [], count: 8)
        func next(_ lane: Int) -> LaneIntegrator.Directive {
            let count = stops[lane].count
            return count < 3 ? .advance(to: Double(count + 1) * (0.1 + 0.37 * Double(lane))) : .idle
        }
        integrator.run { lane in
            integrator.load(lane: lane, time: 0)
            return lane == 5 ? .idle : next(lane)
        } atStop: { lane, stop in
            #expect(stop == .reached)
            stops[lane].append(integrator.time(lane))
            return next(lane)
        }
        for lane in 0..<8 {
            #expect(stops[lane] == (lane == 5 ? [] : (1...3).map { Double($0) * (0.1 + 0.37 * Double(lane)) }))
        }
    }

    @Test("a dose and a change of clearance at a stop meet the closed form", arguments: Method.allCases)
    func doseAndParameter(method: Method) throws {
        let program = try Program(
            Model("elimination", parameters: [("k", 0.5)], states: [("x", 10, 0.0 - "k" * "x")]))
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), method: method, tolerances: tolerances)
        var last = 0.0
        integrator.run { lane in
            guard lane == 2 else { return .idle }
            integrator.load(lane: lane, time: 0)
            return .advance(to: 1)
        } atStop: { lane, _ in
            last = integrator.state(0, lane: lane)
            guard integrator.time(lane) < 2 else { return .idle }
            integrator.setState(0, lane: lane, to: last + 5)
            integrator.setParameter(0, lane: lane, to: 2)
            #expect(integrator.parameter(0, lane: lane) == 2)
            return .advance(to: 2)
        }
        let exact = (10 * Tape.Operation.exp.value(-0.5, 0, 0) + 5) * Tape.Operation.exp.value(-2, 0, 0)
        #expect(abs(last - exact) < 1e-7 * exact)
    }

    @Test("observables are those of the stop, and of the change once refreshed")
    func observables() throws {
        let integrator = LaneIntegrator(
            try Systems.lotkaVolterra(), backend: .portable(lanes: 8), method: .tsit5)
        integrator.run { lane in
            guard lane == 1 else { return .idle }
            integrator.load(lane: lane, time: 0)
            return .advance(to: 0.7)
        } atStop: { lane, _ in
            let sum = integrator.state(0, lane: lane) + integrator.state(1, lane: lane)
            #expect(integrator.observable(0, lane: lane) == sum)
            integrator.setState(0, lane: lane, to: 100)
            #expect(integrator.observable(0, lane: lane) == sum)
            integrator.refreshObservables()
            #expect(integrator.observable(0, lane: lane) == 100 + integrator.state(1, lane: lane))
            return .idle
        }
    }

    @Test("a solution that blows up fails in its lane alone, with time and state", arguments: Method.allCases)
    func blowUp(method: Method) throws {
        // dy/dt = y² from y₀ has its pole at 1/y₀.
        let program = try Program(Model("pole", states: [("calm", 1, 0.0 - "calm"), ("y", 1, "y" * "y")]))
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), method: method)
        var failure: LaneFailure?
        var reached = 0
        integrator.run { lane in
            integrator.load(lane: lane, time: 0, state: [1, lane == 4 ? 0.5 : 0])
            return .advance(to: 3)
        } atStop: { lane, stop in
            switch stop {
            case .failed(let found):
                #expect(lane == 4)
                failure = found
            case .reached: reached += 1
            }
            return .idle
        }
        #expect(reached == 7)
        #expect(failure?.state == "y")
        #expect(failure.map { abs($0.time - 2) < 1e-3 } == true)
        #expect(failure?.description.contains("'y'") == true)
    }

    @Test("a state below its threshold is extinct and stays so; one just above grows")
    func extinction() throws {
        let program = try Program(Model("clone", parameters: [("r", 1)], states: [("cells", 1, "r" * "cells")]))
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), method: .tsit5, tolerances: tolerances)
        var final = [Double](repeating: -1, count: 8)
        integrator.run { lane in
            guard lane < 2 else { return .idle }
            integrator.load(lane: lane, time: 0, parameters: [-1])
            // e⁻² is 0.1353: the first clone dies out before t = 2, the second just survives it.
            integrator.setExtinction(state: 0, lane: lane, below: lane == 0 ? 0.136 : 0.135)
            return .advance(to: 2)
        } atStop: { lane, _ in
            if integrator.time(lane) < 3 {
                integrator.setParameter(0, lane: lane, to: 1)
                return .advance(to: 4)
            }
            final[lane] = integrator.state(0, lane: lane)
            return .idle
        }
        #expect(final[0] == 0)
        #expect(abs(final[1] - 1) < 1e-6)
    }

    @Test("an error thrown by the handler ends the run and reaches the caller")
    func handlerError() throws {
        struct Enough: Error {}
        let integrator = LaneIntegrator(
            try Systems.lotkaVolterra(), backend: .portable(lanes: 8), method: .tsit5)
        #expect(throws: Enough.self) {
            try integrator.run { lane in
                integrator.load(lane: lane, time: 0)
                return .advance(to: 1)
            } atStop: { _, _ in
                throw Enough()
            }
        }
    }

    @Test("a target that is not ahead is a stop at once")
    func noWay() throws {
        let integrator = LaneIntegrator(
            try Systems.lotkaVolterra(), backend: .portable(lanes: 8), method: .tsit5)
        var calls = 0
        integrator.run { lane in
            guard lane == 0 else { return .idle }
            integrator.load(lane: lane, time: 5)
            return .advance(to: 5)
        } atStop: { lane, stop in
            calls += 1
            #expect(stop == .reached && integrator.time(lane) == 5)
            return .idle
        }
        #expect(calls == 1 && integrator.statistics.accepted == 0)
    }
}
