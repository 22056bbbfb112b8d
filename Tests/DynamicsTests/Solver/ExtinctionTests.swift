import Foundation
import Testing

@testable import Dynamics

/// Populations whose last cell dies are gone: exactly 0, from the very time on.
@Suite struct ExtinctionTests {
    private let rate = 0.7
    private let start = 3.0
    private let threshold = 1e-3

    /// Decay until time 20, growth after it.
    private func program() throws -> Program {
        try Program(
            Model(
                "clone", constants: ["k": rate, "n0": start],
                rates: [("n", start, "piecewise(-k * n, time < 20, 5 * n)"), ("other", 1, "-0.3 * other + n")]))
    }

    private let tolerances = Tolerances(relative: 1e-11, absolute: 1e-15)

    @Test("0 from ln(n₀/threshold)/k on, within 1e-8, and never again more", arguments: Method.allCases)
    func exact(method: Method) throws {
        let time = log(start / threshold) / rate
        let rows = try save(
            program(), method, at: [time - 1e-3, time - 1e-8, time + 1e-8, time + 1e-3, 19, 20, 21, 30], tolerances,
            extinction: threshold)
        let cells = rows.map { $0[0] }
        #expect(abs(cells[0] / (threshold * exp(rate * 1e-3)) - 1) < 1e-8)
        #expect(cells[1] >= threshold)
        #expect(cells[2...].allSatisfy { $0 == 0 }, "\(cells)")
    }

    @Test func `without a threshold it grows again`() throws {
        let rows = try save(program(), at: [20, 22], tolerances)
        #expect(abs(rows[0][0] / (start * exp(-rate * 20)) - 1) < 1e-8)
        #expect(abs(rows[1][0] / rows[0][0] / exp(10) - 1) < 1e-8)
    }

    @Test func `what hangs on it goes on without it`() throws {
        let time = log(start / threshold) / rate
        let rows = try save(program(), at: [time + 1e-8, 25], tolerances, extinction: threshold)
        #expect(abs(rows[1][1] / (rows[0][1] * exp(-0.3 * (25 - time - 1e-8))) - 1) < 1e-8)
    }

    @Test func `a population that starts or is set below its threshold is 0 at once`() throws {
        let program = try program()
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8))
        var found: [Double] = []
        integrator.run { lane in
            guard lane == 0 else { return .idle }
            integrator.load(lane: lane, time: 0)
            integrator.setExtinction(state: 0, lane: lane, below: 1e-3)
            return .advance(to: 1)
        } atStop: { lane, _ in
            found.append(integrator.state(0, lane: lane))
            if found.count == 1 { integrator.setState(0, lane: lane, to: 0.999e-3) }
            if found.count == 2 { integrator.setState(0, lane: lane, to: 1) }
            return found.count < 4 ? .advance(to: Double(found.count) * 0.5 + 1) : .idle
        }
        #expect(found[0] > 1 && found[1] == 0)
        #expect(abs(found[2] / exp(-rate * 0.5) - 1) < 1e-5, "what is put back lives")
    }

    @Test func `a lane's threshold ends with its patient`() throws {
        let program = try program()
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), tolerances: tolerances)
        var found: [Double] = []
        func load(_ lane: Int) -> LaneIntegrator.Directive {
            integrator.load(lane: lane, time: 0)
            if found.isEmpty { integrator.setExtinction(state: 0, lane: lane, below: 0.5) }
            return .advance(to: 10)
        }
        integrator.run {
            $0 == 3 ? load($0) : .idle
        } atStop: { lane, _ in
            found.append(integrator.state(0, lane: lane))
            return found.count < 2 ? load(lane) : .idle
        }
        #expect(found[0] == 0)
        #expect(abs(found[1] / (start * exp(-rate * 10)) - 1) < 1e-8)
    }

    @Test func `each of two populations dies at its own time`() throws {
        let program = try Program(Model("two", rates: [("a", 1, "-a"), ("b", 1, "-2 * b")]))
        var ensemble = Ensemble(program, members: 1)
        ensemble.extinctions = [(0, 1e-2), (1, 1e-3)]
        let (timeA, timeB) = (log(100.0), log(1000.0) / 2)
        let run = try ensemble.run(
            over: 0...6, saving: .times([timeB - 1e-8, timeB + 1e-8, timeA - 1e-8, timeA + 1e-8]),
            tolerances: tolerances)[0]
        #expect(run.states.map { $0[0] != 0 } == [true, true, true, false])
        #expect(run.states.map { $0[1] != 0 } == [true, false, false, false])
    }
}
