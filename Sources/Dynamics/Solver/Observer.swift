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

    /// Computes chosen observables at each time into a table of rows.
    /// - Parameters:
    ///   - wanted: which observables, and the column of the table that each goes to.
    ///   - states: a row of all states a time.
    ///   - parameters: the member's, in the program's order.
    ///   - table: `times.count` rows of `width` values; other columns are left alone.
    public func observe(
        _ wanted: [(observable: Int, column: Int)], times: [Double], states: UnsafeBufferPointer<Double>,
        parameters: [Double], into table: UnsafeMutableBufferPointer<Double>, width: Int
    ) {
        for (index, value) in parameters.enumerated() { block.fill(block.parameterRow + index, value) }
        block.refreshHoisted()
        let count = program.states.count
        for first in stride(from: 0, to: times.count, by: block.lanes) {
            let lanes = min(block.lanes, times.count - first)
            for lane in 0..<lanes {
                for state in 0..<count { block[state, lane] = states[(first + lane) * count + state] }
                block[block.timeRow, lane] = times[first + lane]
            }
            block.run(block.observation)
            for (observable, column) in wanted {
                let row = block.observation.row(observable)
                for lane in 0..<lanes { table[(first + lane) * width + column] = block[row, lane] }
            }
        }
    }

    /// All observables at each time.
    public func observe(times: [Double], states: UnsafeBufferPointer<Double>, parameters: [Double]) -> [[Double]] {
        let width = program.observables.count
        guard width > 0 else { return [[Double]](repeating: [], count: times.count) }
        let table = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(1, times.count * width))
        defer { table.deallocate() }
        observe(
            (0..<width).map { ($0, $0) }, times: times, states: states, parameters: parameters, into: table,
            width: width)
        return times.indices.map { Array(table[$0 * width..<($0 + 1) * width]) }
    }
}
