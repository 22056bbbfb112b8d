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
    }

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
            var inputs = (0..<block.delayedRow).map { block[$0, lane] } + [Double](repeating: 0, count: count)
            let values = delayed(&inputs, lane, depth: 0)
            for (index, value) in values.enumerated() { block[block.delayedRow + index, lane] = value }
        }
    }

    /// The delayed values for these field inputs. A delayed value may itself ask for others, further back.
    private func delayed(_ inputs: inout [Double], _ lane: Int, depth: Int) -> [Double] {
        let now = inputs[block.timeRow]
        guard depth < Self.deepestPast else { return [Double](repeating: .nan, count: program.delayCount) }
        for index in 0..<program.delayCount {
            // The length of a delay may depend on those before it.
            let delay = program.delays.evaluate(inputs)[index]
            let past = now - delay
            if delay <= 0 {
                inputs[block.delayedRow + index] = program.delayedValues.evaluate(inputs)[index]
                continue
            }
            var then = inputs
            lanes[lane].history.states(at: past, into: &then)
            then[block.timeRow] = past
            for other in 0..<program.delayCount { then[block.delayedRow + other] = 0 }
            if program.delayedValues.dependsOnInputs(from: block.delayedRow) {
                let further = delayed(&then, lane, depth: depth + 1)
                for (other, value) in further.enumerated() { then[block.delayedRow + other] = value }
            }
            let isBefore = past < lanes[lane].history.origin
            inputs[block.delayedRow + index] =
                program.delayedValues.evaluate(then)[isBefore ? program.delayCount + index : index]
        }
        return Array(inputs[block.delayedRow...])
    }

    /// Delays of delays before it is given up.
    private static var deepestPast: Int { 500 }
}

extension Tape {
    /// Whether any instruction or output reads an input from this one on.
    func dependsOnInputs(from first: Int) -> Bool {
        func reads(_ register: Int32) -> Bool { register >= first && register < inputCount }
        return outputs.contains(where: reads) || instructions.contains { reads($0.a) || reads($0.b) || reads($0.c) }
    }
}
