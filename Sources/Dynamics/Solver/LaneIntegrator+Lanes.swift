import CLanes

/// What is in the lanes: patients put in, values read and changed.
extension LaneIntegrator {
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

    fileprivate func breakpoints(_ lane: Int, after time: Double) -> [Double] {
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
