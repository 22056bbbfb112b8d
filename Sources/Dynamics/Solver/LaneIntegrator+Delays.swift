import CLanes

/// Models with `delay` expressions: each lane keeps its past, step by step, and delayed values are read from it.
/// Steps are no longer than the shortest delay, so that what is asked for has already happened.
extension LaneIntegrator {
    func installDelays() {
        block.raw.pointee.context = Unmanaged.passUnretained(self).toOpaque()
        block.raw.pointee.fill_delays = { context, _ in
            guard let context else { return }
            Unmanaged<LaneIntegrator>.fromOpaque(context).takeUnretainedValue().fillDelayedRows()
        }
        block.raw.pointee.single = 1
    }

    func beginHistory(_ lane: Int) {
        lanes[lane].history = DelayHistory(
            start: block[LD_C_TIME, lane], states: program.states.indices.map { state($0, lane: lane) })
        expectEchoes(lane)
    }

    /// What jumps or bends now does so again, more smoothly each time, one delay later and one after that: steps end
    /// there. After five echoes the step's own error hides what is left.
    func expectEchoes(_ lane: Int) {
        let now = block[LD_C_TIME, lane]
        block.refreshHoisted()
        for index in program.states.indices { block[index, lane] = state(index, lane: lane) }
        block[block.timeRow, lane] = now
        fillDelayedRows()
        block.run(block.delays)
        let delays = (0..<program.delayCount).map { block[block.delays.row($0), lane] }.filter { $0 > 0 && $0.isFinite }
        var echoes = Set(delays)
        for _ in 1..<Self.echoLevels where echoes.count < Self.mostEchoes {
            echoes.formUnion(echoes.flatMap { echo in delays.map { echo + $0 } })
        }
        let times = echoes.sorted().prefix(Self.mostEchoes).map { now + $0 }
        let ahead = lanes[lane].breakpoints.dropFirst(lanes[lane].nextBreakpoint)
        lanes[lane].breakpoints = Set(ahead).union(times).sorted()
        lanes[lane].nextBreakpoint = 0
    }

    private static var echoLevels: Int { 5 }
    private static var mostEchoes: Int { 200 }

    /// One attempt of all lanes, and what was accepted added to their pasts.
    func advanceWithHistory() {
        let active = lanes.indices.filter { lanes[$0].isActive && lanes[$0].stop == nil }
        let starts = active.map { lane in
            limitStep(lane)
            return (time: block[LD_C_TIME, lane], states: program.states.indices.map { state($0, lane: lane) })
        }
        _ = block.backend.kernel.advance(block.raw)
        let (proposal, stage) = (Int(ld_row_proposal(block.raw)), Int(ld_row_stage(block.raw)))
        for (lane, start) in zip(active, starts) {
            let values = (0..<program.moving).map { block[proposal + $0, lane] }
            let slopes = (0..<program.moving).map { index in
                (1..<7).map { block[stage + $0 * program.moving + index, lane] }
            }
            lanes[lane].history.attempted(
                from: start.time, start.states, to: block[LD_C_END, lane], values, slopes: slopes)
            lanes[lane].history.keep(at: block[LD_C_TIME, lane])
        }
    }

    private func limitStep(_ lane: Int) {
        for index in program.states.indices { block[index, lane] = state(index, lane: lane) }
        let time = block[LD_C_TIME, lane]
        block[block.timeRow, lane] = time
        fillDelayedRows()
        block.run(block.delays)
        var longest = Double.infinity
        for index in 0..<program.delayCount {
            let delay = block[block.delays.row(index), lane]
            if delay > 0 { longest = min(longest, delay) }
        }
        // A delay that shrinks to nothing must not stop the clock.
        block[LD_C_LONGEST, lane] = max(longest, 1e-4 * (lanes[lane].goal - time).magnitude)
    }

    /// Fills the rows of delayed values for the points and times as they stand in the arena.
    func fillDelayedRows() {
        let count = program.delayCount
        for lane in lanes.indices where lanes[lane].isActive || lanes[lane].history.isBegun {
            var now = Moment((0..<block.delayedRow).map { block[$0, lane] } + [Double](repeating: 0, count: count))
            var known: [Past: Double] = [:]
            for index in 0..<count { fill(index, &now, lane, &known, depth: 0) }
            for index in 0..<count { block[block.delayedRow + index, lane] = now.inputs[block.delayedRow + index] }
        }
    }

    /// Field inputs at one time, and which of their delayed values are in place.
    private struct Moment {
        var inputs: [Double]
        var filled: Set<Int> = []

        init(_ inputs: [Double]) { self.inputs = inputs }
    }

    /// A delayed value's place: which, and at what time.
    private struct Past: Hashable {
        var index: Int
        var time: Double
    }

    /// Puts a delayed value in place, after those that it needs. It may itself ask for others, further back.
    private func fill(_ index: Int, _ now: inout Moment, _ lane: Int, _ known: inout [Past: Double], depth: Int) {
        guard now.filled.insert(index).inserted else { return }
        let row = block.delayedRow
        for other in block.delayNeeds.ofLength[index] { fill(other, &now, lane, &known, depth: depth) }
        let delay = program.delays.evaluate(now.inputs)[index]
        if delay <= 0 {
            for other in block.delayNeeds.ofValue[index] { fill(other, &now, lane, &known, depth: depth) }
            now.inputs[row + index] = program.delayedValues.evaluate(now.inputs)[index]
            return
        }
        let past = Past(index: index, time: now.inputs[block.timeRow] - delay)
        if let value = known[past] {
            now.inputs[row + index] = value
            return
        }
        guard depth < Self.deepestPast, known.count < Self.mostPasts, !past.time.isNaN else {
            now.inputs[row + index] = .nan
            return
        }
        var then = Moment(now.inputs)
        lanes[lane].history.states(at: past.time, into: &then.inputs)
        then.inputs[block.timeRow] = past.time
        for other in 0..<program.delayCount { then.inputs[row + other] = 0 }
        let output = past.time < lanes[lane].history.origin ? program.delayCount + index : index
        for other in block.delayNeeds.ofValue[output] { fill(other, &then, lane, &known, depth: depth + 1) }
        let value = program.delayedValues.evaluate(then.inputs)[output]
        known[past] = value
        now.inputs[row + index] = value
    }

    /// Delays of delays before it is given up.
    private static var deepestPast: Int { 500 }
    /// Delayed values that one may need before it is given up.
    private static var mostPasts: Int { 20_000 }
}
