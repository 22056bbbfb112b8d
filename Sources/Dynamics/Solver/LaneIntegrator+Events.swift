import CLanes

/// Events, as SBML Level 3 Version 2 (section 4.11) has them: a trigger that becomes true schedules its event, at once
/// or after its delay; of those due together the one of highest priority goes first; carrying one out may trigger or
/// cancel others.
extension LaneIntegrator {
    /// Events at one time before it is called a loop.
    private static let loopLimit = 10_000

    /// Events whose trigger became true by a change from outside, or is true at the start, happen before the step.
    func fireWhereChanged() {
        let fresh = lanes.indices.filter { lanes[$0].isFresh && lanes[$0].isActive }
        guard !fresh.isEmpty else { return }
        for lane in fresh { lanes[lane].isFresh = false }
        if block.raw.pointee.events > 0 {
            block.fillDelays()
            block.backend.kernel.triggers(block.raw)
            let changes = fresh.map { changedTriggers(lane: $0) }
            for (lane, changed) in zip(fresh, changes) { react(lane, to: changed) }
        }
        for lane in fresh {
            for (index, threshold) in extinctionThresholds(lane) where belowThreshold(index, threshold, lane) {
                block[block.stateRow + index, lane] = 0
            }
            saveDue(lane)
            if lanes[lane].stop == nil { proceed(lane) }
        }
    }

    /// The triggers of a lane that differ between the accepted point and the last evaluation, with what they are now.
    func changedTriggers(lane: Int) -> [(trigger: Int, isTrue: Bool)] {
        let count = Int(block.raw.pointee.events)
        return (0..<count).compactMap { index in
            let now = block[block.triggerRow + count + index, lane] != 0
            return now != (block[block.triggerRow + index, lane] != 0) ? (index, now) : nil
        }
    }

    /// Something happens in the attempted step of this lane: goes to the time of it, or, being there, lets it happen.
    func attendEvent(_ lane: Int, _ changed: [(trigger: Int, isTrue: Bool)]) {
        let (start, end) = (block[LD_C_TIME, lane], block[LD_C_END, lane])
        if start > lanes[lane].aimed { lanes[lane].aims = 0 }
        let matters =
            changed.contains { trigger, isTrue in
                isTrue || trigger >= program.events.count || !program.events[trigger].persistent
            }
        let first = matters || dies(lane) ? firstChange(lane, changed) : end
        // The interpolant of a long step and the step that is aimed at the event differ by rounding, and more: each time
        // it is aimed a little further beyond, and what lies that near counts as reached.
        let aims = lanes[lane].aims
        let unit = max(first.ulp, Self.resolution(end - start))
        let slack = aims == 0 ? 0 : unit * Double(sign: .plus, exponent: aims, significand: 1)
        if end - first > slack {
            lanes[lane].aims += 1
            lanes[lane].landing = first + 0.5 * slack
            lanes[lane].aimed = first + 0.5 * slack
            proceed(lane)
            return
        }
        lanes[lane].aims = 0
        block.backend.kernel.commit(block.raw, Int64(lane), 0)
        lanes[lane].history.keep(at: block[LD_C_TIME, lane])
        lanes[lane].isFresh = false
        react(lane, to: changed)
        saveDue(lane)
        if lanes[lane].stop == nil { proceed(lane) }
    }

    /// Schedules what rose, cancels what fell and does not persist, notes violated constraints, and carries out what is
    /// due.
    private func react(_ lane: Int, to changed: [(trigger: Int, isTrue: Bool)]) {
        note(lane, changed)
        let time = block[LD_C_TIME, lane]
        let risen = changed.filter { $0.isTrue && $0.trigger < program.events.count }.map(\.trigger)
        if !risen.isEmpty || lanes[lane].pending.contains(where: { $0.time <= time }) { fire(lane: lane, risen: risen) }
    }

    /// Takes over how triggers are now.
    private func note(_ lane: Int, _ changed: [(trigger: Int, isTrue: Bool)]) {
        for (trigger, isTrue) in changed {
            block[block.triggerRow + trigger, lane] = isTrue ? 1 : 0
            if trigger >= program.events.count + program.constraints.count { continue }
            if trigger >= program.events.count {
                let constraint = program.constraints[trigger - program.events.count]
                if isTrue, !lanes[lane].violations.contains(where: { $0.constraint == constraint }) {
                    lanes[lane].violations.append(
                        ConstraintViolation(constraint: constraint, time: block[LD_C_TIME, lane]))
                }
            } else if !isTrue, !program.events[trigger].persistent {
                lanes[lane].pending.removeAll { $0.event == trigger }
            }
        }
    }

    /// Carries out all events that are due at the lane's time, and what they trigger.
    func fire(lane: Int, risen: [Int]) {
        let time = block[LD_C_TIME, lane]
        schedule(risen, lane)
        var count = 0
        var carried = Set<Int>()
        while true {
            let due = lanes[lane].pending.indices.filter { lanes[lane].pending[$0].time <= time }
            guard !due.isEmpty else { break }
            count += 1
            guard count <= Self.loopLimit else {
                fail(lane, .eventLoop)
                return
            }
            let next = lanes[lane].pending.remove(at: choose(due, lane))
            carried.insert(next.event)
            carryOut(next, lane)
            block.fillDelays()
            block.backend.kernel.triggers(block.raw)
            let changed = changedTriggers(lane: lane)
            note(lane, changed)
            schedule(changed.filter { $0.isTrue && $0.trigger < program.events.count }.map(\.trigger), lane)
        }
        if count > 0 {
            markChanged(lane)
            lanes[lane].isFresh = false
            if program.delayCount > 0 { expectEchoes(lane) }
            // Where a trigger is still true, steps begin short: in a long one it might fall and rise again unseen.
            if carried.contains(where: { block[block.triggerRow + $0, lane] != 0 }) { block[LD_C_PLANNED, lane] = 0 }
        }
    }

    /// Puts triggered events into the queue.
    private func schedule(_ risen: [Int], _ lane: Int) {
        guard !risen.isEmpty else { return }
        block.loadPoints()
        for event in risen {
            let tapes = block.events[event]
            var delay = 0.0
            if let tape = tapes.delay {
                block.run(tape)
                delay = block[tape.row(0), lane]
            }
            guard delay >= 0, delay.isFinite else {
                fail(lane, .badDelay)
                return
            }
            var values: [Double]?
            if program.events[event].usesTriggerTimeValues, delay > 0 || program.events.count > 1 {
                block.run(tapes.assignments)
                values = (0..<tapes.assignments.outputCount).map { block[tapes.assignments.row($0), lane] }
            }
            lanes[lane].pending.append(
                PendingEvent(event: event, time: block[LD_C_TIME, lane] + delay, values: values))
        }
    }

    /// Of the due, the one of highest priority; of equals any, by lot, as SBML asks. Events without a priority come last
    /// and in the order of their triggers.
    private func choose(_ due: [Int], _ lane: Int) -> Int {
        guard due.count > 1, program.events.contains(where: { $0.priority != nil }) else { return due[0] }
        block.loadPoints()
        let priorities = due.map { index in
            guard let tape = block.events[lanes[lane].pending[index].event].priority else { return -Double.infinity }
            block.run(tape)
            return block[tape.row(0), lane]
        }
        let highest = priorities.max() ?? -.infinity
        let best = zip(due, priorities).filter { $0.1 == highest }.map(\.0)
        guard best.count > 1, highest > -.infinity else { return best.first ?? due[0] }
        var stream = RandomStream(seed: lanes[lane].seed, patient: UInt64(lanes[lane].lots), purpose: Self.lot)
        lanes[lane].lots += 1
        return best[min(best.count - 1, Int(stream.uniform() * Double(best.count)))]
    }

    /// What the numbers are drawn for.
    private static var lot: RandomPurpose { RandomPurpose("event order") }

    /// Sets the event's targets, all at once.
    private func carryOut(_ pending: PendingEvent, _ lane: Int) {
        let event = program.events[pending.event]
        let tapes = block.events[pending.event]
        var values = pending.values ?? []
        if pending.values == nil {
            block.loadPoints()
            block.run(tapes.assignments)
            values = event.targets.indices.map { block[tapes.assignments.row($0), lane] }
        }
        // A concentration that is assigned is one in the compartment as it was.
        block.loadPoints()
        block.run(tapes.scales)
        let sizes = event.rescaled.map { state($0.compartment, lane: lane) }
        for (index, target) in event.targets.enumerated() {
            block[block.stateRow + target, lane] = values[index] * block[tapes.scales.row(index), lane]
        }
        for (pair, size) in zip(event.rescaled, sizes) {
            block[block.stateRow + pair.species, lane] *= size / state(pair.compartment, lane: lane)
        }
    }

    /// Writes the rows of the output that are due now, from the states as they stand.
    func saveDue(_ lane: Int) {
        guard let output = block.outputs[lane] else { return }
        let raw = block.raw.pointee
        while block[LD_C_NEXT, lane] <= block[LD_C_TIME, lane] {
            let cursor = block[integer: LD_I_CURSOR, lane]
            for index in 0..<Int(raw.saved_count) {
                let state = raw.saved == nil ? index : Int(raw.saved[index])
                output[cursor * Int(raw.saved_count) + index] = block[block.stateRow + state, lane]
            }
            block[integer: LD_I_CURSOR, lane] = cursor + 1
            block[LD_C_NEXT, lane] = raw.grid[cursor + 1]
        }
    }

    /// A row that was written for this very time is to be written again, after what happens now.
    func takeBackRow(of time: Double, _ lane: Int) {
        let cursor = block[integer: LD_I_CURSOR, lane]
        guard block.outputs[lane] != nil, cursor > 0, block.raw.pointee.grid[cursor - 1] == time else { return }
        block[integer: LD_I_CURSOR, lane] = cursor - 1
        block[LD_C_NEXT, lane] = time
    }
}
