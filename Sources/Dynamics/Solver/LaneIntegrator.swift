/// Integrates many patients side by side, each in a lane of its own with its own time, step size, stops and events.
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

    /// How many patients run side by side.
    public let laneCount: Int
    /// The program that runs.
    public let program: Program
    /// Accepted steps, rejected attempts and rounds so far, over all lanes.
    public private(set) var statistics = Statistics()

    /// Counts of work done.
    public struct Statistics: Sendable, Equatable {
        /// Accepted steps of single lanes.
        public var accepted = 0
        /// Rejected attempts of single lanes.
        public var rejected = 0
        /// Rounds: attempts of all lanes together.
        public var rounds = 0
    }

    /// Steps that one lane may take between two stops before it fails.
    public var stepLimit = 200_000

    private let workspace: LaneWorkspace
    private let stepper: any LaneStepper
    private let controller: StepController
    private let observer: FieldExecutor
    private let initializer: TapeExecutor
    private let events: EventMonitor
    private let tolerances: [(absolute: Double, relative: Double)]
    private var lanes: [LaneRecord]
    private var extinction: [(state: Int, thresholds: [Double])] = []
    private var parametersChanged = false

    /// - Parameters:
    ///   - lanes: patients side by side; a multiple of 8. 32 or more keeps the interpreter's overhead low.
    public init(_ program: Program, method: Method, lanes: Int = 32, tolerances: Tolerances = Tolerances()) {
        self.program = program
        laneCount = lanes
        workspace = LaneWorkspace(program, lanes: lanes)
        stepper =
            switch method {
            case .tsit5: RungeKuttaStepper(.tsit5, workspace)
            case .rodas4: RosenbrockStepper(.rodas4, workspace)
            }
        controller = StepController(order: stepper.controlOrder)
        observer = FieldExecutor(program.observation, workspace)
        initializer = TapeExecutor(program.initial, lanes: Lanes.scalarCount)
        events = EventMonitor(workspace)
        self.tolerances = program.states.indices.map {
            (tolerances.absoluteByState[$0] ?? tolerances.absolute, tolerances.relative)
        }
        self.lanes = [LaneRecord](repeating: LaneRecord(), count: lanes)
    }

    // MARK: Lanes

    /// Puts a patient into a lane.
    /// - Parameters:
    ///   - parameters: every parameter's value in the program's order; nil for the model's own.
    ///   - state: every state's value; nil for what the model's initial assignments make of the parameters.
    public func load(lane: Int, time: Double, parameters: [Double]? = nil, state: [Double]? = nil) {
        let values = parameters ?? program.parameters.map(\.value)
        for (row, value) in values.enumerated() { workspace.parameters[row, lane] = value }
        parametersChanged = true
        if let state {
            for (row, value) in state.enumerated() { workspace.state[row, lane] = value }
        } else {
            for (row, value) in values.enumerated() { initializer.file[row, 0] = value }
            initializer.run(groups: [0])
            for row in 0..<workspace.stateCount {
                workspace.state[row, lane] = initializer.file[initializer.output(row), 0]
            }
        }
        workspace.clock[0, lane] = time
        for index in extinction.indices { extinction[index].thresholds[lane] = -.infinity }
        lanes[lane] = LaneRecord()
        events.reset(lane: lane)
    }

    /// The lane's time.
    public func time(_ lane: Int) -> Double { workspace.clock[0, lane] }
    /// A state's value.
    public func state(_ index: Int, lane: Int) -> Double { workspace.state[index, lane] }
    /// A parameter's value.
    public func parameter(_ index: Int, lane: Int) -> Double { workspace.parameters[index, lane] }

    /// Changes a state: a dose, a bolus. Observables keep their old values until `refreshObservables()`.
    public func setState(_ index: Int, lane: Int, to value: Double) {
        workspace.state[index, lane] = value
        markChanged(lane)
    }

    /// Changes a parameter from here on: the rate of an infusion.
    public func setParameter(_ index: Int, lane: Int, to value: Double) {
        workspace.parameters[index, lane] = value
        parametersChanged = true
        markChanged(lane)
    }

    /// The error of the last step says nothing about the next, and a trigger may have become true.
    private func markChanged(_ lane: Int) {
        lanes[lane].isFresh = true
        lanes[lane].lastError = 1
    }

    /// From here on the state becomes exactly 0 at the end of a step that left it below the threshold: a population
    /// whose last cell is gone does not regrow from rounding.
    public func setExtinction(state: Int, lane: Int, below threshold: Double) {
        if let index = extinction.firstIndex(where: { $0.state == state }) {
            extinction[index].thresholds[lane] = threshold
        } else {
            var thresholds = [Double](repeating: -.infinity, count: laneCount)
            thresholds[lane] = threshold
            extinction.append((state, thresholds))
        }
    }

    /// An observable at the lane's time; valid inside the handler.
    public func observable(_ index: Int, lane: Int) -> Double {
        observer.executor.file[observer.executor.output(index), lane]
    }

    /// Computes the observables anew from states and parameters as they are now.
    public func refreshObservables() {
        applyParameters()
        let active = workspace.groups
        workspace.groups = Array(0..<(laneCount / Lanes.scalarCount))
        observer.loadParameters()
        observer.loadState()
        observer.run()
        workspace.groups = active
    }

    // MARK: Running

    /// Asks where each lane is to go, then advances all lanes until every one is idle.
    /// - Parameters:
    ///   - start: called once a lane; it may `load` a patient.
    ///   - handler: called at each stop with the lane.
    public func run(
        starting start: (Int) throws -> Directive, atStop handler: (Int, Stop) throws -> Directive
    ) rethrows {
        for lane in 0..<laneCount { follow(try start(lane), lane) }
        while true {
            try serveStops(handler)
            guard chooseSteps() else { return }
            stepper.attempt(workspace)
            statistics.rounds += 1
            for lane in 0..<laneCount where lanes[lane].isStepping { judge(lane) }
            events.settle(self)
        }
    }

    private func follow(_ directive: Directive, _ lane: Int) {
        switch directive {
        case .advance(let target):
            lanes[lane].target = target
            lanes[lane].steps = 0
            lanes[lane].status = target > workspace.clock[0, lane] ? .running : .stopped(.reached)
        case .idle: lanes[lane].status = .idle
        }
    }

    /// Calls the handler for every lane that stands at a stop, until none does.
    private func serveStops(_ handler: (Int, Stop) throws -> Directive) rethrows {
        if parametersChanged { applyParameters() }
        fireInitialEvents()
        while true {
            let stopped = lanes.indices.filter { lanes[$0].isStopped }
            if stopped.isEmpty { break }
            refreshObservables()
            for lane in stopped {
                guard case .stopped(let stop) = lanes[lane].status else { continue }
                follow(try handler(lane, stop), lane)
            }
            applyParameters()
            fireInitialEvents()
        }
    }

    private func applyParameters() {
        guard parametersChanged else { return }
        parametersChanged = false
        workspace.refreshHoisted()
    }

    /// Events whose trigger became true by a change from outside, or is true at the start, happen before the step.
    private func fireInitialEvents() {
        guard events.isNeeded else {
            for lane in lanes.indices { lanes[lane].isFresh = false }
            return
        }
        let fresh = lanes.indices.filter { lanes[$0].isFresh && lanes[$0].isRunning }
        guard !fresh.isEmpty else { return }
        for lane in fresh { lanes[lane].isFresh = false }
        for lane in events.fire(lanes: fresh) {
            lanes[lane].status = .stopped(.failed(failure(.eventLoop, lane)))
        }
    }

    /// Sets each running lane's step; false when no lane runs.
    private func chooseSteps() -> Bool {
        var active = [Bool](repeating: false, count: laneCount / Lanes.scalarCount)
        for lane in lanes.indices {
            guard lanes[lane].isRunning else {
                lanes[lane].isStepping = false
                continue
            }
            lanes[lane].isStepping = true
            active[lane / Lanes.scalarCount] = true
            let left = lanes[lane].target - workspace.clock[0, lane]
            if lanes[lane].proposed == 0 { lanes[lane].proposed = 1e-3 * left }
            workspace.clock[1, lane] = events.step(lane) ?? lanes[lane].step(left: left)
        }
        workspace.groups = active.indices.filter { active[$0] }
        return !workspace.groups.isEmpty
    }

    /// Accepts or rejects the attempted step of one lane.
    private func judge(_ lane: Int) {
        let h = workspace.clock[1, lane]
        let (error, worst) = errorNorm(lane)
        lanes[lane].steps += 1
        guard error <= 1 else {
            statistics.rejected += 1
            lanes[lane].proposed = h * controller.factorAfterRejecting(error: error)
            lanes[lane].lastError = 1
            events.forgetSearch(lane)
            let time = workspace.clock[0, lane]
            if lanes[lane].proposed < 1e-14 * max(1e-3, time.magnitude) {
                stop(lane, error.isFinite ? .stepTooSmall : .notFinite, worst)
            } else if lanes[lane].steps > stepLimit {
                stop(lane, .tooManySteps, worst)
            }
            lanes[lane].isStepping = false
            return
        }
        let next = h * controller.factorAfterAccepting(error: error, last: lanes[lane].lastError)
        // A step cut short by a stop says nothing against the longer one that was planned.
        lanes[lane].proposed = lanes[lane].wasCut ? max(next, lanes[lane].proposed) : next
        lanes[lane].lastError = max(error, 1e-4)
        if !events.isNeeded { commit(lane) }
        if lanes[lane].steps > stepLimit { stop(lane, .tooManySteps, worst) }
    }

    /// Takes the proposed state over.
    fileprivate func commit(_ lane: Int) {
        statistics.accepted += 1
        for row in 0..<workspace.stateCount { workspace.state[row, lane] = workspace.proposal[row, lane] }
        for item in extinction where workspace.state[item.state, lane] < item.thresholds[lane] {
            workspace.state[item.state, lane] = 0
        }
        let h = workspace.clock[1, lane]
        let arrived = lanes[lane].isArriving && events.step(lane) == nil
        let time = arrived ? lanes[lane].target : workspace.clock[0, lane] + h
        workspace.clock[0, lane] = time
        if time >= lanes[lane].target { lanes[lane].status = .stopped(.reached) }
    }

    fileprivate func isStepping(_ lane: Int) -> Bool { lanes[lane].isStepping }

    fileprivate func restart(_ lane: Int) { lanes[lane].lastError = 1 }

    fileprivate func stop(_ lane: Int, _ reason: LaneFailure.Reason, _ state: Int? = nil) {
        lanes[lane].status = .stopped(.failed(failure(reason, lane, state)))
    }

    private func failure(_ reason: LaneFailure.Reason, _ lane: Int, _ state: Int? = nil) -> LaneFailure {
        LaneFailure(reason: reason, time: workspace.clock[0, lane], state: state.map { program.states[$0].id })
    }

    private func errorNorm(_ lane: Int) -> (norm: Double, worst: Int?) {
        var sum = 0.0
        var largest = -1.0
        var worst: Int?
        for row in 0..<workspace.stateCount {
            let new = workspace.proposal[row, lane]
            let scale =
                tolerances[row].absolute
                + tolerances[row].relative * max(workspace.state[row, lane].magnitude, new.magnitude)
            let ratio = workspace.error[row, lane] / scale
            guard ratio.isFinite, new.isFinite else { return (.infinity, row) }
            sum += ratio * ratio
            if ratio.magnitude > largest {
                largest = ratio.magnitude
                worst = row
            }
        }
        return ((sum / Double(max(1, workspace.stateCount))).squareRoot(), worst)
    }
}

extension EventMonitor {
    /// After a round: commits the lanes whose step passed no event, searches on in those that did, and lets events
    /// happen where they were found.
    func settle(_ integrator: LaneIntegrator) {
        guard isNeeded else { return }
        let stepped = (0..<integrator.laneCount).filter { integrator.isStepping($0) }
        guard !stepped.isEmpty else { return }
        let verdicts = examine(lanes: stepped)
        var arrived: [Int] = []
        for (lane, verdict) in zip(stepped, verdicts) {
            switch verdict {
            case .nothing: integrator.commit(lane)
            case .searching: continue
            case .found:
                integrator.commit(lane)
                integrator.restart(lane)
                forgetSearch(lane)
                arrived.append(lane)
            }
        }
        for lane in fire(lanes: arrived) { integrator.stop(lane, .eventLoop) }
        remember(lanes: stepped.filter { !arrived.contains($0) && search(of: $0) == nil })
    }
}
