import CLanes

/// The memory of one integrator: a program's states, parameters and working values for a number of lanes, in rows of
/// one arena, as `lanes.h` lays it out.
final class LaneBlock {
    let program: Program
    let lanes: Int
    let backend: Backend
    /// The block as the kernel sees it; its address stays.
    let raw: UnsafeMutablePointer<ld_block>
    private let arena: UnsafeMutablePointer<Double>
    private let integers: UnsafeMutablePointer<Int64>
    private var tapes: [BlockTape] = []
    let rowCount: Int
    let outputs: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>

    let hoisted: BlockTape
    let initial: BlockTape
    let observation: BlockTape
    let triggers: BlockTape
    let breakpoints: BlockTape
    let delays: BlockTape
    let delayedValues: BlockTape
    let delayNeeds: DelayNeeds
    let events: [EventTapes]

    /// The tapes of one event.
    struct EventTapes {
        var assignments: BlockTape
        var scales: BlockTape
        var delay: BlockTape?
        var priority: BlockTape?
    }

    let stateRow: Int
    let parameterRow: Int
    let timeRow: Int
    let delayedRow: Int
    let triggerRow: Int
    let thresholdRow: Int
    private let controlRow: Int

    init(_ program: Program, backend: Backend) {
        self.program = program
        self.backend = backend
        delayNeeds = DelayNeeds(program)
        lanes = backend.lanes
        raw = .allocate(capacity: 1)
        raw.initialize(to: ld_block())
        raw.pointee.groups = Int64(lanes / 8)
        raw.pointee.moving = Int64(program.moving)
        raw.pointee.states = Int64(program.states.count)
        raw.pointee.parameters = Int64(program.parameters.count)
        raw.pointee.hoisted = Int64(program.hoisted.outputs.count)
        raw.pointee.delays = Int64(program.delayCount)
        raw.pointee.factors = Int64(program.factorCount)
        raw.pointee.events = Int64(program.triggers.outputs.count)
        raw.pointee.depends_on_time = program.dependsOnTime ? 1 : 0
        parameterRow = Int(ld_row_parameters(raw))
        timeRow = Int(ld_row_time(raw))
        delayedRow = Int(ld_row_delayed(raw))
        stateRow = Int(ld_row_state(raw))
        triggerRow = Int(ld_row_trigger(raw))
        thresholdRow = Int(ld_row_threshold(raw))
        controlRow = Int(ld_row_control(raw))

        var next = Int(ld_row_private(raw))
        var placed: [BlockTape] = []
        func place(_ tape: Tape, inputs: Int = 0) -> BlockTape {
            let result = BlockTape(tape, inputs: inputs, privates: next)
            next += BlockTape.privateRows(of: tape)
            placed.append(result)
            return result
        }
        let field = place(program.rightHandSide)
        let factorization = place(program.factorization)
        let substitution = place(program.substitution, inputs: Int(ld_row_factors(raw)))
        triggers = place(program.triggers)
        hoisted = place(program.hoisted, inputs: parameterRow)
        initial = place(program.initial, inputs: parameterRow)
        observation = place(program.observation)
        breakpoints = place(program.breakpoints, inputs: parameterRow)
        delays = place(program.delays)
        delayedValues = place(program.delayedValues)
        events = program.events.map { event in
            EventTapes(
                assignments: place(event.assignments), scales: place(event.scales),
                delay: event.delay.map { place($0) }, priority: event.priority.map { place($0) })
        }
        tapes = placed
        rowCount = next
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, next) * lanes * 8, alignment: 64)
        arena = memory.bindMemory(to: Double.self, capacity: next * lanes)
        arena.initialize(repeating: 0, count: next * lanes)
        integers = UnsafeMutableRawPointer(arena).assumingMemoryBound(to: Int64.self)
        outputs = .allocate(capacity: lanes)
        outputs.initialize(repeating: nil, count: lanes)
        raw.pointee.arena = arena
        raw.pointee.field = field.raw
        raw.pointee.factorization = factorization.raw
        raw.pointee.substitution = substitution.raw
        raw.pointee.triggers = triggers.raw
        for tape in placed { for (row, value) in tape.constants { fill(row, value) } }
        for (index, parameter) in program.parameters.enumerated() { fill(parameterRow + index, parameter.value) }
        for (index, state) in program.states.enumerated() { fill(stateRow + index, state.value) }
        fill(controlRow + Int(LD_C_STEP.rawValue), 1)
        run(hoisted)
        copy(hoisted, to: Int(ld_row_hoisted(raw)))
    }

    deinit {
        UnsafeMutableRawPointer(arena).deallocate()
        outputs.deallocate()
        raw.deallocate()
    }

    /// One number of one lane.
    subscript(row: Int, lane: Int) -> Double {
        get { arena[row * lanes + lane] }
        set { arena[row * lanes + lane] = newValue }
    }

    /// One control number of one lane.
    subscript(control: ld_control, lane: Int) -> Double {
        get { arena[(controlRow + Int(control.rawValue)) * lanes + lane] }
        set { arena[(controlRow + Int(control.rawValue)) * lanes + lane] = newValue }
    }

    /// One control integer of one lane.
    subscript(integer control: ld_control, lane: Int) -> Int {
        get { Int(integers[(controlRow + Int(control.rawValue)) * lanes + lane]) }
        set { integers[(controlRow + Int(control.rawValue)) * lanes + lane] = Int64(newValue) }
    }

    func fill(_ row: Int, _ value: Double) { (arena + row * lanes).update(repeating: value, count: lanes) }

    func copyRows(_ source: Int, to target: Int, count: Int) {
        guard count > 0 else { return }
        (arena + target * lanes).update(from: arena + source * lanes, count: count * lanes)
    }

    /// Runs a tape over all lanes.
    func run(_ tape: BlockTape) { ld_run_tape(tape.raw, arena, raw.pointee.groups) }

    /// Copies a tape's outputs to consecutive rows.
    func copy(_ tape: BlockTape, to row: Int) {
        for index in 0..<tape.outputCount { copyRows(tape.row(index), to: row + index, count: 1) }
    }

    /// Puts the accepted states and times where field tapes read them.
    func loadPoints() {
        copyRows(stateRow, to: 0, count: program.states.count)
        copyRows(controlRow + Int(LD_C_TIME.rawValue), to: timeRow, count: 1)
        fillDelays()
    }

    /// Recomputes what depends on parameters alone.
    func refreshHoisted() {
        run(hoisted)
        copy(hoisted, to: Int(ld_row_hoisted(raw)))
    }

    /// Fills in the delayed values for the points and times as they stand.
    func fillDelays() {
        guard program.delayCount > 0, let fill = raw.pointee.fill_delays else { return }
        fill(raw.pointee.context, raw)
    }
}
