/// One attempted step of every active lane, each with its own time and size. Two implementations: explicit and
/// Rosenbrock.
protocol LaneStepper: AnyObject {
    /// Order for step control.
    var controlOrder: Double { get }
    /// Proposes `proposal` and `error` from `state`, over `size` from `time`.
    func attempt(_ workspace: LaneWorkspace)
}

/// The arrays that integrator and stepper share: one row a state, one column a lane.
final class LaneWorkspace {
    let program: Program
    let lanes: Int
    let stateCount: Int
    /// Accepted state.
    let state: LaneBlock
    /// State proposed by the attempted step.
    let proposal: LaneBlock
    /// Its estimated error.
    let error: LaneBlock
    /// Parameters, and what is hoisted from them.
    let parameters: LaneBlock
    let hoisted: LaneBlock
    /// Row 0: time; row 1: step size.
    let clock: LaneBlock
    /// Groups of eight lanes with at least one active lane.
    var groups: [Int] = []
    private let hoister: TapeExecutor
    /// Rises whenever parameters changed, so that steppers reload them.
    private(set) var parameterVersion = 0

    init(_ program: Program, lanes: Int) {
        self.program = program
        self.lanes = lanes
        stateCount = program.states.count
        state = LaneBlock(rows: stateCount, lanes: lanes)
        proposal = LaneBlock(rows: stateCount, lanes: lanes)
        error = LaneBlock(rows: stateCount, lanes: lanes)
        parameters = LaneBlock(rows: program.parameters.count, lanes: lanes)
        hoister = TapeExecutor(program.hoisted, lanes: lanes)
        hoisted = LaneBlock(rows: program.hoisted.outputs.count, lanes: lanes)
        clock = LaneBlock(rows: 2, lanes: lanes)
        clock.fill(1, 1)
        for (row, parameter) in program.parameters.enumerated() { parameters.fill(row, parameter.value) }
        for (row, quantity) in program.states.enumerated() { state.fill(row, quantity.value) }
        refreshHoisted()
    }

    /// Recomputes what depends on parameters alone.
    func refreshHoisted() {
        hoister.file.copyRows(0, from: parameters, 0, count: program.parameters.count)
        hoister.run(groups: Array(0..<(lanes / Lanes.scalarCount)))
        hoister.copyOutputs(to: hoisted)
        parameterVersion += 1
    }
}

/// A tape whose inputs are `[states, parameters, time, hoisted, …]`, fed from a workspace.
final class FieldExecutor {
    let executor: TapeExecutor
    private let workspace: LaneWorkspace
    private var loadedVersion = -1

    init(_ tape: Tape, _ workspace: LaneWorkspace) {
        executor = TapeExecutor(tape, lanes: workspace.lanes)
        self.workspace = workspace
    }

    /// The register of time.
    var timeRow: Int { workspace.stateCount + workspace.program.parameters.count }
    /// The first register after the hoisted values.
    var extraRow: Int { timeRow + 1 + workspace.program.hoisted.outputs.count }

    /// Reloads parameters and hoisted values if they changed.
    func loadParameters() {
        guard loadedVersion != workspace.parameterVersion else { return }
        loadedVersion = workspace.parameterVersion
        let program = workspace.program
        executor.file.copyRows(
            workspace.stateCount, from: workspace.parameters, 0, count: program.parameters.count)
        executor.file.copyRows(timeRow + 1, from: workspace.hoisted, 0, count: program.hoisted.outputs.count)
    }

    /// Loads the accepted state and time.
    func loadState() {
        executor.file.copyRows(0, from: workspace.state, 0, count: workspace.stateCount)
        executor.file.copyRows(timeRow, from: workspace.clock, 0, count: 1)
    }

    /// Runs over the active groups.
    func run() { executor.run(groups: workspace.groups) }
}
