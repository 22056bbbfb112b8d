@testable import Dynamics

/// The states of one patient, by default the model's own, at each of the times, the first of which is the start, by
/// stopping there.
func solve(
    _ program: Program, _ method: Method, from state: [Double]? = nil, times: [Double], _ tolerances: Tolerances,
    backend: Backend = .portable(lanes: 8)
) throws -> [[Double]] {
    let integrator = LaneIntegrator(program, backend: backend, method: method, tolerances: tolerances)
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

/// The states of one patient saved at the times on the way from 0 to the last of them, without a stop.
func save(
    _ program: Program, _ method: Method = .automatic, at times: [Double],
    _ tolerances: Tolerances = Tolerances(relative: 1e-9, absolute: 1e-12), extinction: Double? = nil
) throws -> [[Double]] {
    var ensemble = Ensemble(program, members: 1)
    if let extinction { ensemble.extinctions = [(0, extinction)] }
    let run = try ensemble.run(
        over: 0...(times.last ?? 0), saving: .times(times), method: method, tolerances: tolerances)[0]
    if let failure = run.failure { throw failure }
    return run.states
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

/// The largest relative difference of any number.
func relativeDifference(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).map { (($0 - $1) / $1).magnitude }.max() ?? .infinity
}

/// For each time one a hundred-millionth before it and one as much after it.
func around(_ times: [Double], _ margin: Double = 1e-8) -> [Double] {
    var result: [Double] = []
    for time in times { result += [time - margin, time + margin] }
    return result
}

/// What a counter reads at `around` of its counts: 0, 1, 1, 2, 2, 3, …
func counted(from first: Int, to last: Int) -> [Double] {
    var result: [Double] = []
    for count in first..<last { result += [Double(count), Double(count + 1)] }
    return result
}
