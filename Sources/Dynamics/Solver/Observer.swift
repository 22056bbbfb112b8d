import CLanes

/// Computes observables from saved states: the observation tape run over the rows of one member, eight times a vector.
/// Models with `delay` have no observables of saved states; see `Program.delayCount`.
public final class Observer {
    private let program: Program
    private let block: LaneBlock

    /// An observer of one program; it belongs to one thread.
    public init(_ program: Program) {
        self.program = program
        block = LaneBlock(program, backend: .portable)
    }

    /// The observables at each time.
    /// - Parameters:
    ///   - states: a row of all states a time.
    ///   - parameters: the member's, in the program's order.
    public func observe(times: [Double], states: UnsafeBufferPointer<Double>, parameters: [Double]) -> [[Double]] {
        guard !program.observables.isEmpty else { return [[Double]](repeating: [], count: times.count) }
        for (index, value) in parameters.enumerated() { block.fill(block.parameterRow + index, value) }
        block.refreshHoisted()
        let width = program.states.count
        var result: [[Double]] = []
        result.reserveCapacity(times.count)
        for first in stride(from: 0, to: times.count, by: block.lanes) {
            let count = min(block.lanes, times.count - first)
            for lane in 0..<count {
                for state in 0..<width { block[state, lane] = states[(first + lane) * width + state] }
                block[block.timeRow, lane] = times[first + lane]
            }
            block.run(block.observation)
            for lane in 0..<count {
                result.append((0..<block.observation.outputCount).map { block[block.observation.row($0), lane] })
            }
        }
        return result
    }
}
