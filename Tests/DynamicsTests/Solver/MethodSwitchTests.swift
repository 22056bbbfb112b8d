import Foundation
import Testing

@testable import Dynamics

@Suite struct MethodSwitchTests {
    /// Steps of one patient to a time, and whether the lane was stiff at each of the stops on the way.
    private func run(_ program: Program, _ method: Method, stops: [Double]) throws -> (
        steps: Int, isStiff: [Bool], state: [Double]
    ) {
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), method: method)
        integrator.stepLimit = 10_000_000
        var isStiff: [Bool] = []
        var state: [Double] = []
        try integrator.run { lane in
            guard lane == 0 else { return .idle }
            integrator.load(lane: lane, time: 0)
            return .advance(to: stops[0])
        } atStop: { lane, stop in
            if case .failed(let failure) = stop { throw failure }
            isStiff.append(integrator.isStiff(lane: lane))
            state = program.states.indices.map { integrator.state($0, lane: lane) }
            return isStiff.count < stops.count ? .advance(to: stops[isStiff.count]) : .idle
        }
        return (integrator.statistics.accepted, isStiff, state)
    }

    @Test func `Van der Pol with mu = 1000: stiff after a moment, and a hundredth of the explicit method's steps`()
        throws
    {
        let program = try Systems.vanDerPol(mu: 1000)
        let automatic = try run(program, .automatic, stops: [1e-6, 200])
        let explicit = try run(program, .tsit5, stops: [1e-6, 200])
        #expect(automatic.isStiff == [false, true])
        #expect(explicit.isStiff == [false, false])
        #expect(automatic.steps * 100 < explicit.steps, "\(automatic.steps) and \(explicit.steps)")
        #expect(relativeDifference(automatic.state, explicit.state) < 1e-4)
    }

    /// A force towards a moving place, a hundred thousand times stronger from 20 to 40.
    private func episode() throws -> Program {
        try Program(
            Model("episode", rates: [("y", 0, "-piecewise(1e5, time >= 20 && time < 40, 1) * (y - cos(time))")]))
    }

    @Test func `it goes over when a stretch becomes stiff and comes back when that is past`() throws {
        let automatic = try run(episode(), .automatic, stops: [19, 30, 39, 80, 200])
        #expect(automatic.isStiff == [false, true, true, false, false])
    }

    /// On each stretch y = (k² cos t + k sin t) / (k² + 1), and what the start differs from that dies away as e^(-kt).
    private func exact(_ times: [Double]) -> [[Double]] {
        func settled(_ k: Double, _ t: Double) -> Double { (k * k * cos(t) + k * sin(t)) / (k * k + 1) }
        func value(_ k: Double, _ t: Double, from start: (time: Double, value: Double)) -> Double {
            settled(k, t) + (start.value - settled(k, start.time)) * exp(-k * (t - start.time))
        }
        let first = (time: 20.0, value: value(1, 20, from: (0, 0)))
        let second = (time: 40.0, value: value(1e5, 40, from: first))
        return times.map { time in
            time < 20
                ? [value(1, time, from: (0, 0))]
                : [time < 40 ? value(1e5, time, from: first) : value(1, time, from: second)]
        }
    }

    @Test(arguments: [Method.automatic, .rodas5p])
    func `through both discontinuities the solution is as exact as asked`(method: Method) throws {
        let times = (1...500).map { Double($0) / 5 }
        for tolerance in [1e-5, 1e-8] {
            let tolerances = Tolerances(relative: tolerance, absolute: tolerance)
            let stops = try solve(episode(), method, times: [0] + times, tolerances).dropFirst()
            let found = scaledDifference(Array(stops), exact(times))
            #expect(found < 10 * tolerance, "\(found / tolerance) times the tolerance")
        }
    }

    @Test func `what is not stiff never switches: the same bits and steps as the explicit method`() throws {
        let program = try Systems.lotkaVolterra()
        let stops = (1...60).map { Double($0) / 2 }
        let automatic = try run(program, .automatic, stops: stops)
        let explicit = try run(program, .tsit5, stops: stops)
        #expect(automatic.isStiff.allSatisfy { !$0 })
        #expect(automatic.steps == explicit.steps && automatic.state == explicit.state)
    }

    @Test func `each patient switches alone`() throws {
        let program = try Systems.vanDerPol(mu: 1)
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8))
        var isStiff = [Bool](repeating: false, count: 8)
        integrator.run { lane in
            integrator.load(lane: lane, time: 0, parameters: [lane % 2 == 0 ? 1 : 1000])
            return .advance(to: 20)
        } atStop: { lane, _ in
            isStiff[lane] = integrator.isStiff(lane: lane)
            return .idle
        }
        #expect(isStiff == (0..<8).map { $0 % 2 == 1 })
    }
}
