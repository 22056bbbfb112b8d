/// What the integrator keeps of one lane beside its numbers.
struct LaneRecord {
    enum Status: Equatable {
        case idle
        case running
        case stopped(LaneIntegrator.Stop)
    }

    var status = Status.idle
    /// Where it goes.
    var target = 0.0
    /// Step that control proposes; 0 before the first.
    var proposed = 0.0
    /// Error of the last accepted step.
    var lastError = 1.0
    /// Attempts since the last stop.
    var steps = 0
    /// Whether this attempt ends at the target.
    var isArriving = false
    /// Whether this attempt is shorter than proposed because the target is near.
    var wasCut = false
    /// Whether it takes part in this round and has not been rejected.
    var isStepping = false
    /// Whether it was changed from outside since its last step.
    var isFresh = true

    var isRunning: Bool { status == .running }
    var isStopped: Bool { if case .stopped = status { true } else { false } }

    /// The step to attempt, so that stops are hit exactly and no sliver is left before one.
    mutating func step(left: Double) -> Double {
        isArriving = false
        wasCut = false
        if proposed >= left * (1 - 1e-12) {
            isArriving = true
            wasCut = proposed > left
            return left
        }
        if proposed > 0.5 * left {
            wasCut = true
            return 0.5 * left
        }
        return proposed
    }
}
