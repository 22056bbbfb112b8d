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
    let extinct: UnsafeMutableBufferPointer<Int32>
    private let savedStates: UnsafeMutableBufferPointer<Int32>
    let grid: UnsafeMutableBufferPointer<Double>
    private let tile: UnsafeMutableRawPointer
    private let stopsAtRows: Bool
    var parametersChanged = false
    var finished = Statistics()

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
    static let patience = 10
    /// Rosenbrock steps before it is looked whether the stretch is still stiff, doubled each time that it is.
    static let probe = 50

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

    func applyParameters() {
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
