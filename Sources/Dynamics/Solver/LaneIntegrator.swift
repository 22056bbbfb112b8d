import CLanes

/// Integrates many patients side by side, each in a lane of its own with its own time, step size, method, stops and
/// events.
///
/// The user loads patients into lanes and says how far each is to go; whenever one gets there (or fails) the handler
/// is called and may read it, change it, load another patient in its place, and say how to go on. No lane waits for
/// another, and a lane's digits depend on nothing but its own patient.
///
/// Not `Sendable`: one integrator belongs to one thread.
public final class LaneIntegrator {
    /// What the handler is told.
    public enum Stop: Sendable, Equatable {
        /// The lane is at the time it was told to go to.
        case reached
        /// The lane cannot go on.
        case failed(LaneFailure)
    }

    /// What the handler answers.
    public enum Directive: Sendable, Equatable {
        /// Go on to this time. A time that is not ahead is a stop at once.
        case advance(to: Double)
        /// Leave the lane empty.
        case idle
    }

    /// Counts of work done.
    public struct Statistics: Sendable, Equatable {
        /// Accepted steps of single lanes.
        public var accepted = 0
        /// Rejected attempts of single lanes.
        public var rejected = 0

        /// Counts of two integrators together.
        public static func + (a: Statistics, b: Statistics) -> Statistics {
            Statistics(accepted: a.accepted + b.accepted, rejected: a.rejected + b.rejected)
        }
    }

    /// How many patients run side by side.
    public var laneCount: Int { block.lanes }
    /// The program that runs.
    public let program: Program
    /// Steps that one lane may take between two stops before it fails.
    public var stepLimit = 200_000 {
        didSet { block.raw.pointee.step_limit = Int64(stepLimit) }
    }

    let block: LaneBlock
    var lanes: [LaneRecord]
    private let absolute: UnsafeMutableBufferPointer<Double>
    private let relative: UnsafeMutableBufferPointer<Double>
    private let extinct: UnsafeMutableBufferPointer<Int32>
    private let savedStates: UnsafeMutableBufferPointer<Int32>
    private let grid: UnsafeMutableBufferPointer<Double>
    private let tile: UnsafeMutableRawPointer
    private let stopsAtRows: Bool
    private var parametersChanged = false
    private var finished = Statistics()

    /// - Parameters:
    ///   - backend: what computes the equations; it must have been made for this program.
    ///   - saving: times at which states are written to the lanes' outputs (see `setOutput`), rising; empty for none.
    ///   - saved: which states; nil for all.
    ///   - stopsAtRows: whether steps end at the times that are saved. Otherwise rows within a step come from its
    ///     interpolant, which is as exact as the step but for long steps of the Rosenbrock method in very stiff, driven
    ///     stretches (there some hundred times less).
    public init(
        _ program: Program, backend: Backend = .portable, method: Method = .automatic,
        tolerances: Tolerances = Tolerances(), saving times: [Double] = [], saved: [Int]? = nil,
        stopsAtRows: Bool = false
    ) {
        precondition(program.delayCount == 0 || backend.kind == .portable, "'delay' needs the portable backend")
        self.program = program
        self.stopsAtRows = stopsAtRows
        block = LaneBlock(program, backend: backend)
        lanes = [LaneRecord](repeating: LaneRecord(), count: backend.lanes)
        absolute = .allocate(capacity: program.moving)
        relative = .allocate(capacity: program.moving)
        for index in 0..<program.moving {
            absolute.initializeElement(at: index, to: tolerances.absoluteByState[index] ?? tolerances.absolute)
            relative.initializeElement(at: index, to: tolerances.relative)
        }
        extinct = .allocate(capacity: program.moving)
        let savesAll = saved == nil
        let saved = saved ?? Array(program.states.indices)
        savedStates = .allocate(capacity: saved.count)
        for (index, state) in saved.enumerated() { savedStates.initializeElement(at: index, to: Int32(state)) }
        grid = .allocate(capacity: times.count + 1)
        _ = grid.initialize(from: times + [.infinity])
        tile = .allocate(byteCount: max(1, saved.count) * 64, alignment: 64)
        let raw = block.raw
        raw.pointee.tile = tile.assumingMemoryBound(to: Double.self)
        raw.pointee.absolute = UnsafePointer(absolute.baseAddress)
        raw.pointee.relative = UnsafePointer(relative.baseAddress)
        raw.pointee.extinct = UnsafePointer(extinct.baseAddress)
        raw.pointee.method = Int64(program.delayCount > 0 ? LD_EXPLICIT.rawValue : method.raw.rawValue)
        raw.pointee.step_limit = Int64(stepLimit)
        raw.pointee.cost_ratio = program.costRatio
        raw.pointee.grid = UnsafePointer(grid.baseAddress)
        raw.pointee.grid_count = Int64(times.count)
        raw.pointee.saved = savesAll ? nil : UnsafePointer(savedStates.baseAddress)
        raw.pointee.saved_count = Int64(saved.count)
        raw.pointee.output = times.isEmpty ? nil : block.outputs
        for lane in lanes.indices {
            block[LD_C_NEXT, lane] = .infinity
            block[LD_C_LONGEST, lane] = .infinity
            block[integer: LD_I_PATIENCE, lane] = Self.patience
            block[integer: LD_I_PROBE, lane] = Self.probe
        }
        if program.delayCount > 0 { installDelays() }
    }

    deinit {
        absolute.deallocate()
        relative.deallocate()
        extinct.deallocate()
        savedStates.deallocate()
        grid.deallocate()
        tile.deallocate()
    }

    /// Around time 0 numbers lie closer together than any step can be.
    static let shortestStep = 1e-24

    /// Stiff steps in a row before the method changes.
    private static let patience = 10
    /// Rosenbrock steps before it is looked whether the stretch is still stiff, doubled each time that it is.
    private static let probe = 50

    // MARK: Lanes

    /// Puts a patient into a lane.
    /// - Parameters:
    ///   - parameters: every parameter's value in the program's order; nil for the model's own.
    ///   - state: every state's value; nil for what the model's initial assignments make of the parameters.
    ///   - seed: of the lots that decide between events of equal priority.
    public func load(
        lane: Int, time: Double, parameters: [Double]? = nil, state: [Double]? = nil, seed: UInt64 = 0
    ) {
        countSteps(lane)
        for (index, quantity) in program.parameters.enumerated() {
            block[block.parameterRow + index, lane] = parameters?[index] ?? quantity.value
        }
        parametersChanged = true
        if let state {
            for (index, value) in state.enumerated() { block[block.stateRow + index, lane] = value }
        } else {
            block.run(block.initial)
            for index in program.states.indices {
                block[block.stateRow + index, lane] = block[block.initial.row(index), lane]
            }
        }
        block[LD_C_TIME, lane] = time
        block[LD_C_PLANNED, lane] = 0
        block[LD_C_LAST, lane] = 0
        block[LD_C_NEXT, lane] = .infinity
        block[LD_C_LONGEST, lane] = .infinity
        block[integer: LD_I_MODE, lane] = 0
        block[integer: LD_I_COUNT, lane] = 0
        block[integer: LD_I_PATIENCE, lane] = Self.patience
        block[integer: LD_I_SINCE, lane] = 0
        block[integer: LD_I_PROBE, lane] = Self.probe
        block[integer: LD_I_FRESH, lane] = -1
        for index in 0..<Int(block.raw.pointee.extinctions) { block[block.thresholdRow + index, lane] = -.infinity }
        for (index, event) in program.events.enumerated() {
            block[block.triggerRow + index, lane] = event.initiallyTrue ? 1 : 0
        }
        for index in program.events.count..<program.triggers.outputs.count { block[block.triggerRow + index, lane] = 0 }
        lanes[lane] = LaneRecord()
        lanes[lane].seed = seed
        lanes[lane].breakpoints = breakpoints(lane, after: time)
        if program.delayCount > 0 { beginHistory(lane) }
    }

    /// Where this lane's saved states go: `saving.count` rows of the saved states' values. The memory must live until
    /// the lane is loaded again or left idle.
    public func setOutput(lane: Int, to pointer: UnsafeMutablePointer<Double>?) {
        block.outputs[lane] = pointer
        block[integer: LD_I_CURSOR, lane] = 0
        block[LD_C_NEXT, lane] = pointer == nil ? .infinity : grid[0]
    }

    /// How many rows of this lane's output are written.
    public func savedRows(lane: Int) -> Int { block[integer: LD_I_CURSOR, lane] }

    /// The lane's time.
    public func time(_ lane: Int) -> Double { block[LD_C_TIME, lane] }
    /// A state's value.
    public func state(_ index: Int, lane: Int) -> Double { block[block.stateRow + index, lane] }
    /// A parameter's value.
    public func parameter(_ index: Int, lane: Int) -> Double { block[block.parameterRow + index, lane] }
    /// Constraints of the model that did not hold in this lane.
    public func violations(lane: Int) -> [ConstraintViolation] { lanes[lane].violations }
    /// Whether the lane takes Rosenbrock steps at present.
    public func isStiff(lane: Int) -> Bool { block[integer: LD_I_MODE, lane] != 0 }

    /// Changes a state: a dose, a bolus. Observables keep their old values until `refreshObservables()`.
    public func setState(_ index: Int, lane: Int, to value: Double) {
        block[block.stateRow + index, lane] = value
        markChanged(lane)
    }

    /// Changes a parameter from here on: the rate of an infusion.
    public func setParameter(_ index: Int, lane: Int, to value: Double) {
        block[block.parameterRow + index, lane] = value
        parametersChanged = true
        markChanged(lane)
        if program.breakpoints.outputs.isEmpty { return }
        lanes[lane].breakpoints = breakpoints(lane, after: block[LD_C_TIME, lane])
        lanes[lane].nextBreakpoint = 0
    }

    /// The error of the last step says nothing about the next, and a trigger may have become true.
    func markChanged(_ lane: Int) {
        lanes[lane].isFresh = true
        block[LD_C_LAST, lane] = 0
        block[integer: LD_I_FRESH, lane] = -1
    }

    /// From here on the state becomes exactly 0 when it falls below the threshold, at that very time: a population
    /// whose last cell is gone does not regrow from rounding. Only integrated states can die out.
    public func setExtinction(state: Int, lane: Int, below threshold: Double) {
        guard state < program.moving else { return }
        let count = Int(block.raw.pointee.extinctions)
        if let index = (0..<count).first(where: { extinct[$0] == Int32(state) }) {
            block[block.thresholdRow + index, lane] = threshold
            return
        }
        extinct.initializeElement(at: count, to: Int32(state))
        block.fill(block.thresholdRow + count, -.infinity)
        block[block.thresholdRow + count, lane] = threshold
        block.raw.pointee.extinctions += 1
    }

    /// An observable at the lane's time; valid inside the handler.
    public func observable(_ index: Int, lane: Int) -> Double { block[block.observation.row(index), lane] }

    /// Computes the observables anew from states and parameters as they are now.
    public func refreshObservables() {
        applyParameters()
        guard !program.observables.isEmpty else { return }
        block.loadPoints()
        block.run(block.observation)
    }

    /// Accepted and rejected steps so far, over all lanes.
    public var statistics: Statistics {
        var sum = finished
        for lane in lanes.indices {
            sum.accepted += block[integer: LD_I_ACCEPTED, lane]
            sum.rejected += block[integer: LD_I_REJECTED, lane]
        }
        return sum
    }

    /// Accepted and rejected steps of the patient in a lane.
    public func statistics(lane: Int) -> Statistics {
        Statistics(accepted: block[integer: LD_I_ACCEPTED, lane], rejected: block[integer: LD_I_REJECTED, lane])
    }

    private func countSteps(_ lane: Int) {
        finished = finished + statistics(lane: lane)
        block[integer: LD_I_ACCEPTED, lane] = 0
        block[integer: LD_I_REJECTED, lane] = 0
    }

    // MARK: Running

    /// Asks where each lane is to go, then advances all lanes until every one is idle.
    /// - Parameters:
    ///   - start: called once a lane; it may `load` a patient.
    ///   - handler: called at each stop with the lane.
    public func run(
        starting start: (Int) throws -> Directive, atStop handler: (Int, Stop) throws -> Directive
    ) rethrows {
        for lane in lanes.indices { follow(try start(lane), lane) }
        while true {
            try serveStops(handler)
            guard lanes.contains(where: \.isActive) else { return }
            if program.delayCount > 0 { advanceWithHistory() } else { _ = block.backend.kernel.advance(block.raw) }
            attend()
        }
    }

    private func follow(_ directive: Directive, _ lane: Int) {
        switch directive {
        case .advance(let goal):
            lanes[lane].goal = goal
            lanes[lane].isActive = true
            block[integer: LD_I_STEPS, lane] = 0
            lanes[lane].stop = nil
            proceed(lane)
        case .idle:
            lanes[lane].isActive = false
            lanes[lane].stop = nil
            block[integer: LD_I_STATUS, lane] = Int(LD_IDLE.rawValue)
        }
    }

    /// Sends a lane on to its next target, or stops it at its goal.
    func proceed(_ lane: Int) {
        let time = block[LD_C_TIME, lane]
        lanes[lane].pass(time)
        if lanes[lane].goal > time {
            let row = block[LD_C_NEXT, lane]
            let target = lanes[lane].target
            block[LD_C_TARGET, lane] = stopsAtRows && row > time ? min(target, row) : target
            block[LD_C_GOAL, lane] = lanes[lane].goal
            block[integer: LD_I_STATUS, lane] = Int(LD_RUNNING.rawValue)
        } else {
            stop(lane, .reached)
        }
    }

    func stop(_ lane: Int, _ stop: Stop) {
        lanes[lane].stop = stop
        block[integer: LD_I_STATUS, lane] = Int(LD_IDLE.rawValue)
    }

    /// Calls the handler for every lane that stands at a stop, until none does.
    private func serveStops(_ handler: (Int, Stop) throws -> Directive) rethrows {
        applyParameters()
        fireWhereChanged()
        while true {
            let stopped = lanes.indices.filter { lanes[$0].stop != nil }
            if stopped.isEmpty { return }
            refreshObservables()
            for lane in stopped {
                guard let stop = lanes[lane].stop else { continue }
                follow(try handler(lane, stop), lane)
            }
            applyParameters()
            fireWhereChanged()
        }
    }

    private func applyParameters() {
        guard parametersChanged else { return }
        parametersChanged = false
        block.refreshHoisted()
    }

    /// Looks after the lanes that need attention.
    private func attend() {
        // Which triggers changed is noted first: firing in one lane computes the triggers of all.
        let waiting = lanes.indices.filter { block[integer: LD_I_STATUS, $0] > Int(LD_RUNNING.rawValue) }
        let changes = waiting.map { changedTriggers(lane: $0) }
        for (lane, changed) in zip(waiting, changes) {
            switch UInt32(block[integer: LD_I_STATUS, lane]) {
            case LD_REACHED.rawValue:
                let time = block[LD_C_TIME, lane]
                lanes[lane].pass(time)
                if lanes[lane].pending.contains(where: { $0.time <= time }) {
                    takeBackRow(of: time, lane)
                    fire(lane: lane, risen: [])
                    saveDue(lane)
                }
                if lanes[lane].stop == nil { proceed(lane) }
            case LD_EVENT.rawValue: attendEvent(lane, changed)
            case LD_STEP_TOO_SMALL.rawValue: fail(lane, .stepTooSmall)
            case LD_NOT_FINITE.rawValue: fail(lane, .notFinite)
            default: fail(lane, .tooManySteps)
            }
        }
    }

    func fail(_ lane: Int, _ reason: LaneFailure.Reason) {
        stop(
            lane,
            .failed(
                LaneFailure(
                    reason: reason, time: block[LD_C_TIME, lane],
                    state: worstState(lane).map { program.states[$0].id })))
    }

    /// The state with the largest error in the last attempt, or one that is not finite.
    private func worstState(_ lane: Int) -> Int? {
        let proposal = Int(ld_row_proposal(block.raw))
        var worst: (size: Double, state: Int)?
        for state in 0..<program.moving {
            let new = block[proposal + state, lane]
            guard new.isFinite else { return state }
            let change = (new - self.state(state, lane: lane)).magnitude / (absolute[state] + new.magnitude)
            if change > worst?.size ?? -1 { worst = (change, state) }
        }
        return worst?.state
    }

    private func breakpoints(_ lane: Int, after time: Double) -> [Double] {
        guard !program.breakpoints.outputs.isEmpty else { return [] }
        block.run(block.breakpoints)
        // A condition changes at the time itself or just after it, so steps end before, at and after it.
        let times = (0..<block.breakpoints.outputCount).map { block[block.breakpoints.row($0), lane] }
        let around = times.filter(\.isFinite).flatMap { moment in
            let near = max(moment.ulp, Self.shortestStep)
            return [moment - near, moment, moment + near]
        }
        return Set(around.filter { $0 > time }).sorted()
    }
}

extension Method {
    var raw: ld_method {
        switch self {
        case .automatic: LD_AUTOMATIC
        case .tsit5: LD_EXPLICIT
        case .rodas5p: LD_ROSENBROCK
        }
    }
}
