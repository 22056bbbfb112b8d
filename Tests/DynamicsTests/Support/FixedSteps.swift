@testable import Dynamics

/// Single steps of a chosen length: tolerances that reject nothing, and stops at which steps end.
struct FixedSteps {
    let program: Program
    let method: Method

    /// The state after equal steps from the model's start at time 0.
    func run(end: Double, steps: Int) -> [Double] {
        rows(stops: (1...steps).map { Double($0) * end / Double(steps) }, saving: [end]).last ?? []
    }

    /// The states within one step from the model's start, at these parts of it.
    func inside(step: Double, parts: [Double]) -> [[Double]] {
        rows(stops: [step], saving: parts.map { $0 * step })
    }

    private func rows(stops: [Double], saving: [Double]) -> [[Double]] {
        let integrator = LaneIntegrator(
            program, backend: .portable(lanes: 8), method: method,
            tolerances: Tolerances(relative: 1e30, absolute: 1e30), saving: saving)
        let width = program.states.count
        let output = UnsafeMutablePointer<Double>.allocate(capacity: saving.count * width)
        output.initialize(repeating: .nan, count: saving.count * width)
        defer { output.deallocate() }
        var next = -1
        var isWhole = true
        var warm = 0
        integrator.run { lane in
            guard lane == 0 else { return .idle }
            // From rest at zero, before the start, until the step could be of any length.
            integrator.load(lane: lane, time: -1000, state: program.states.map { _ in 0 })
            return .advance(to: 0)
        } atStop: { lane, _ in
            if next < 0 {
                integrator.setOutput(lane: lane, to: output)
                for (index, state) in program.states.enumerated() {
                    integrator.setState(index, lane: lane, to: state.value)
                }
                warm = integrator.statistics.accepted
            }
            next += 1
            isWhole = isWhole && integrator.statistics.accepted == warm + next
            return next < stops.count ? .advance(to: stops[next]) : .idle
        }
        guard isWhole else { return [] }
        return saving.indices.map { row in (0..<width).map { output[row * width + $0] } }
    }
}
