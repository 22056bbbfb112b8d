import CLanes

/// When something happens within an attempted step: a trigger changes, or a population dies out.
extension LaneIntegrator {
    func extinctionThresholds(_ lane: Int) -> [(state: Int, threshold: Double)] {
        (0..<Int(block.raw.pointee.extinctions)).map { index in
            (Int(block.raw.pointee.extinct[index]), block[block.thresholdRow + index, lane])
        }
    }

    func belowThreshold(_ state: Int, _ threshold: Double, _ lane: Int) -> Bool {
        let value = self.state(state, lane: lane)
        return value < threshold && value != 0
    }

    /// The populations that are above their thresholds at the start of the attempted step.
    func alive(_ lane: Int) -> [(state: Int, threshold: Double)] {
        extinctionThresholds(lane).filter { state($0.state, lane: lane) >= $0.threshold }
    }

    func dies(_ lane: Int) -> Bool {
        alive(lane).contains { block[Int(ld_row_proposal(block.raw)) + $0.state, lane] < $0.threshold }
    }

    /// The first time in the attempted step at which what happens has happened, on the step's interpolant: halved until
    /// two neighbouring numbers are left (or, around time 0, numbers much closer than the step is long).
    func firstChange(_ lane: Int, _ changed: [(trigger: Int, isTrue: Bool)]) -> Double {
        let start = block[LD_C_TIME, lane]
        var (low, high) = (start, block[LD_C_END, lane])
        let thresholds = alive(lane)
        let resolution = Self.resolution(high - low)
        while high - low > resolution {
            let middle = low + 0.5 * (high - low)
            guard middle > low, middle < high else { break }
            if hasHappened(lane, at: middle, changed, thresholds) { high = middle } else { low = middle }
        }
        return high
    }

    /// How exactly times within a step of this length are found, where numbers lie closer together than that.
    static func resolution(_ step: Double) -> Double { max(1e-18 * step, shortestStep) }

    func hasHappened(
        _ lane: Int, at time: Double, _ changed: [(trigger: Int, isTrue: Bool)],
        _ thresholds: [(state: Int, threshold: Double)]
    ) -> Bool {
        let values = withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, program.moving)) { buffer in
            block.backend.kernel.interpolate(block.raw, Int64(lane), time, buffer.baseAddress)
            return Array(buffer.prefix(program.moving))
        }
        if thresholds.contains(where: { values[$0.state] < $0.threshold }) { return true }
        guard !changed.isEmpty else { return false }
        for (index, value) in values.enumerated() { block[index, lane] = value }
        for index in program.moving..<program.states.count {
            block[index, lane] = block[block.stateRow + index, lane]
        }
        block[block.timeRow, lane] = time
        block.fillDelays()
        block.run(block.triggers)
        return changed.contains { trigger, isTrue in (block[block.triggers.row(trigger), lane] != 0) == isTrue }
    }
}
