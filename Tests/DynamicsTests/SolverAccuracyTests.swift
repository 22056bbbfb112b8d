import Foundation
import Testing

@testable import Dynamics

/// Every solver against CVODE at 1e-11 and against closed forms.
@Suite struct SolverAccuracyTests {
    /// Largest difference to CVODE over all states and times, each relative to the state's own scale.
    private func difference(
        _ program: Program, _ method: Method, times: [Double], parameters: [Double]? = nil, state: [Double]? = nil
    ) throws -> Double {
        let values = parameters ?? program.parameters.map(\.value)
        let start = state ?? program.initial.evaluate(values)
        let expected = try CVODEReference.solve(program, parameters: values, state: start, times: times)
        let tolerances = Tolerances(relative: 1e-8, absolute: 1e-12)
        let integrator = LaneIntegrator(program, method: method, lanes: 8, tolerances: tolerances)
        var found: [[Double]] = []
        var next = 1
        integrator.run(
            starting: { lane in
                guard lane == 0 else { return .idle }
                integrator.load(lane: 0, time: times[0], parameters: values, state: start)
                return .advance(to: times[1])
            },
            atStop: { lane, stop in
                guard stop == .reached else { return .idle }
                found.append(program.states.indices.map { integrator.state($0, lane: lane) })
                next += 1
                return next < times.count ? .advance(to: times[next]) : .idle
            })
        try #require(found.count == expected.count, "\(method.rawValue) stopped early")
        return program.states.indices.map { state in
            let scale = max(expected.map { $0[state].magnitude }.max() ?? 0, 1e-12)
            return zip(found, expected).map { ($0[state] - $1[state]).magnitude / scale }.max() ?? 0
        }.max() ?? 0
    }

    @Test(arguments: Method.allCases) func `Lotka-Volterra agrees with CVODE`(method: Method) throws {
        let times = (0...40).map { 0.5 * Double($0) }
        #expect(try difference(TestModels.lotkaVolterra(), method, times: times) < 1e-6)
    }

    @Test(arguments: Method.allCases) func `absorption and elimination agree with CVODE`(method: Method) throws {
        let times = (0...24).map(Double.init)
        #expect(try difference(TestModels.absorption(), method, times: times) < 1e-6)
    }

    /// The explicit method runs the stiff system over a shorter time: it is limited by stability, not accuracy.
    @Test(arguments: [(Method.rodas4, 1e4), (Method.tsit5, 4.0)])
    func `Robertson's stiff kinetics agree with CVODE`(method: Method, end: Double) throws {
        let times = [0, 0.04, 0.4, 4, 40, 400, 4000, 1e4].filter { $0 <= end }
        #expect(try difference(TestModels.robertson(), method, times: times) < 1e-6)
    }

    @Test(arguments: Method.allCases) func `the body agrees with CVODE through a course`(method: Method) throws {
        let program = try TestBody.program()
        var parameters = program.parameters.map(\.value)
        func set(_ name: String, _ value: Double) throws {
            parameters[try #require(program.parameter(name))] = value
        }
        // Fludarabine and cyclophosphamide running in for a while, then the cells, then six weeks.
        try set("R_flu", 1368)
        try set("R_cy", 950)
        let times = [-3, -2.9, -2.5, -2].map { $0 }
        #expect(try difference(program, method, times: times, parameters: parameters) < 1e-6)
        try set("R_flu", 0)
        try set("R_cy", 0)
        var state = program.initial.evaluate(parameters)
        state[try #require(program.state("N"))] = 20
        state[try #require(program.state("I15"))] = 40
        state[try #require(program.state("D"))] = 0.32
        let course = [0.0, 1, 2, 4, 7, 10, 14, 21, 28, 42]
        #expect(try difference(program, method, times: course, parameters: parameters, state: state) < 1e-6)
    }

    @Test(arguments: Method.allCases) func `absorption matches Bateman's closed form`(method: Method) throws {
        let program = try TestModels.absorption()
        let run = Ensemble(program, members: 1) { _ in nil }
            .run(over: 0...24, saving: .every(1), method: method, tolerances: Tolerances(relative: 1e-9, absolute: 1e-12))
        let trajectory = try run.member(0).get()
        for (index, time) in trajectory.times.enumerated() {
            let expected = 100 * 1.3 / (1.3 - 0.2) * (exp(-0.2 * time) - exp(-1.3 * time))
            #expect(abs(trajectory.states[index][1] - expected) < 1e-6 * 100)
        }
    }
}
