import Dynamics
import Synchronization
import Tables

/// Where one member's saved states become the values that are written; one a thread, used again for the next.
final class MemberDesk {
    private let plan: SimulationPlan
    private let summary: Bool
    private let absolute: Double
    private let observer: Observer?
    private let observed: [(observable: Int, column: Int)]
    /// Columns that are states, in the order in which the integrator saves them.
    private let stateColumns: [(state: Int, column: Int)]
    private let rows: Int
    private let width: Int
    private let table: UnsafeMutableBufferPointer<Double>
    private let outcomes: UnsafeMutableBufferPointer<Double>
    /// Saved columns that died out below the tolerance and regrew.
    private(set) var regrown: [Int] = []
    /// The member's rows: the integrator's own where they are what is written.
    private var current: UnsafeBufferPointer<Double>

    init(_ plan: SimulationPlan, summary: Bool, absolute: Double) {
        self.plan = plan
        self.summary = summary
        self.absolute = absolute
        rows = plan.times.count
        width = plan.saved.count
        observed = plan.saved.enumerated().compactMap { column, item in
            if case .observable(let index) = item.source { (index, column) } else { nil }
        }
        stateColumns = plan.saved.enumerated().compactMap { column, item in
            if case .state(let index) = item.source { (index, column) } else { nil }
        }
        observer = observed.isEmpty ? nil : Observer(plan.program)
        table = .allocate(capacity: rows * width)
        outcomes = .allocate(capacity: width * Outcomes.perQuantity)
        current = UnsafeBufferPointer(table)
    }

    deinit {
        table.deallocate()
        outcomes.deallocate()
    }

    /// Takes a member's result, for as long as the integrator's call lasts; rows that it did not reach are not numbers.
    func take(_ result: Ensemble.Result) {
        current = UnsafeBufferPointer(table)
        if let observer {
            table.update(repeating: .nan)
            let count = plan.program.states.count
            for row in 0..<result.rows {
                for (state, column) in stateColumns { table[row * width + column] = result.states[row * count + state] }
            }
            if let own = result.observables {
                let observables = plan.program.observables.count
                for row in 0..<result.rows {
                    for (index, column) in observed { table[row * width + column] = own[row * observables + index] }
                }
            } else {
                observer.observe(
                    observed, times: Array(plan.times.prefix(result.rows)), states: result.states,
                    parameters: result.parameters, into: table, width: width)
            }
        } else if result.rows == rows {
            // The integrator saved just these columns.
            current = result.states
        } else {
            table.update(repeating: .nan)
            for index in 0..<result.rows * width { table[index] = result.states[index] }
        }
        regrown =
            isAnythingTiny
            ? stateColumns.filter { $0.state < plan.program.moving }.map(\.column).filter(hasRegrown) : []
        if summary { Outcomes.compute(times: plan.times, table: current, width, into: outcomes) }
    }

    /// Whether any value that is not zero lies below the absolute tolerance: most members need no closer look.
    private var isAnythingTiny: Bool {
        var found = false
        for value in current { found = found || (value.magnitude < absolute && value != 0) }
        return found
    }

    /// Whether a value that is not zero lay below the absolute tolerance and a thousand times above it later.
    private func hasRegrown(_ column: Int) -> Bool {
        var wasGone = false
        for row in 0..<rows {
            let size = current[row * width + column].magnitude
            if size < absolute, size > 0, row > 0 { wasGone = true }
            if wasGone, size > 1_000 * absolute { return true }
        }
        return false
    }

    /// What is written.
    var values: UnsafeBufferPointer<Double> {
        summary ? UnsafeBufferPointer(outcomes) : current
    }

    /// The member as CSV.
    var text: String {
        let quantities = plan.saved.map(\.quantity)
        if summary {
            let columns = Outcomes.columns(of: quantities, plan.program.timeUnit).map(\.id)
            return columns.joined(separator: ",") + "\n" + outcomes.map { "\($0)" }.joined(separator: ",") + "\n"
        }
        var text = (["time"] + quantities.map(\.id)).joined(separator: ",") + "\n"
        for (row, time) in plan.times.enumerated() {
            text += (["\(time)"] + (0..<width).map { "\(current[row * width + $0])" }).joined(separator: ",") + "\n"
        }
        return text
    }
}

/// As many desks as are in use at once.
final class MemberDesks: Sendable {
    private struct Box: @unchecked Sendable { let desk: MemberDesk }

    private let free = Mutex<[Box]>([])
    private let make: @Sendable () -> MemberDesk

    init(_ plan: SimulationPlan, summary: Bool, absolute: Double) {
        make = { MemberDesk(plan, summary: summary, absolute: absolute) }
    }

    func withDesk(_ body: (MemberDesk) throws -> Void) rethrows {
        // A desk is in one pair of hands at a time.
        let box = free.withLock { $0.popLast() } ?? Box(desk: make())
        defer { free.withLock { $0.append(box) } }
        try body(box.desk)
    }
}
