import CLanes

/// The past of one lane: its accepted steps with their interpolants.
struct DelayHistory {
    fileprivate struct Segment {
        var start: Double
        var end: Double
        /// States at the start of the step; those that are not integrated have their value of the step.
        var states: [Double]
        var proposal: [Double]
        /// Slopes of the seven stages, by integrated state.
        var slopes: [[Double]]
    }

    /// When it begins.
    private(set) var origin = 0.0
    private var initial: [Double] = []
    private var segments: [Segment] = []
    private var attempt: Segment?

    /// Whether there is a lane whose past this is.
    var isBegun: Bool { !initial.isEmpty }

    init() {}

    init(start: Double, states: [Double]) {
        origin = start
        initial = states
    }

    /// A step was attempted from these states: it is kept when `keep` finds that the lane has moved.
    /// - Parameter slopes: of stages 1 to 6, by integrated state.
    mutating func attempted(
        from start: Double, _ states: [Double], to end: Double, _ proposal: [Double], slopes: [[Double]]
    ) {
        // The first stage's slope is the one that makes the step what it was.
        let weights = [0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774]
        let all = slopes.enumerated().map { index, stages in
            let sum = zip(weights, stages).reduce(0) { $0 + $1.0 * $1.1 }
            return [((proposal[index] - states[index]) / (end - start) - sum) / 0.09646076681806523] + stages
        }
        attempt = Segment(start: start, end: end, states: states, proposal: proposal, slopes: all)
    }

    /// Adds the attempted step to the past if the lane's time says that it was taken.
    mutating func keep(at time: Double) {
        guard let attempt, time > attempt.start else { return }
        segments.append(attempt)
        self.attempt = nil
    }

    /// Puts the states at a time into the first of the inputs.
    func states(at time: Double, into inputs: inout [Double]) {
        guard time > origin, let last = segments.last else {
            for (index, value) in initial.enumerated() { inputs[index] = value }
            return
        }
        let segment = time >= last.start ? last : segments[segmentIndex(of: time)]
        for index in segment.states.indices {
            inputs[index] =
                index < segment.proposal.count ? segment.value(of: index, at: time) : segment.states[index]
        }
    }

    /// The last segment that starts before the time.
    private func segmentIndex(of time: Double) -> Int {
        var (low, high) = (0, segments.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].start <= time { low = middle } else { high = middle }
        }
        return low
    }
}

extension DelayHistory.Segment {
    /// The free interpolant of Tsitouras' pair (2011).
    fileprivate func value(of index: Int, at time: Double) -> Double {
        let h = end - start
        if time >= end { return proposal[index] + (time - end) * slopes[index][6] }
        var weights = [Double](repeating: 0, count: 7)
        ld_explicit_weights((time - start) / h, h, &weights)
        return zip(weights, slopes[index]).reduce(states[index]) { $0 + $1.0 * $1.1 }
    }
}
