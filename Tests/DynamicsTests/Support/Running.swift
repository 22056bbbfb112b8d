@testable import Dynamics

/// The states of one patient, by default the model's own, at each of the times, the first of which is the start.
func solve(
    _ program: Program, _ method: Method, from state: [Double]? = nil, times: [Double], _ tolerances: Tolerances
) throws -> [[Double]] {
    let integrator = LaneIntegrator(program, method: method, lanes: 8, tolerances: tolerances)
    var states: [[Double]] = []
    try integrator.run { lane in
        guard lane == 0 else { return .idle }
        integrator.load(lane: lane, time: times[0], state: state)
        return .advance(to: times[0])
    } atStop: { lane, stop in
        if case .failed(let failure) = stop { throw failure }
        states.append(program.states.indices.map { integrator.state($0, lane: lane) })
        return states.count < times.count ? .advance(to: times[states.count]) : .idle
    }
    return states
}

/// The largest difference of any state relative to that state's largest magnitude over the run.
func scaledDifference(_ a: [[Double]], _ b: [[Double]]) -> Double {
    guard a.count == b.count, let count = b.first?.count else { return .infinity }
    return (0..<count).map { state in
        let scale = b.map { $0[state].magnitude }.max() ?? 0
        let worst = zip(a, b).map { ($0[state] - $1[state]).magnitude }.max() ?? .infinity
        return worst / scale
    }.max() ?? .infinity
}
