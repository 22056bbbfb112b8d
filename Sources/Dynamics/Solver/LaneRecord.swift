/// What the integrator keeps of one lane beside its numbers.
struct LaneRecord {
    /// Whether a patient is in it and runs.
    var isActive = false
    /// Where the user wants it to go.
    var goal = 0.0
    /// Where it goes first: the time at which something was found to happen.
    var landing: Double?
    /// How often the present event was aimed at, and for what time last.
    var aims = 0
    var aimed = -Double.infinity
    /// Times at which conditions on the time change, rising.
    var breakpoints: [Double] = []
    var nextBreakpoint = 0
    /// Events that wait for their time.
    var pending: [PendingEvent] = []
    /// Seed of the lots that decide between events of equal priority, and how many were drawn.
    var seed: UInt64 = 0
    var lots = 0
    /// Whether it was changed from outside since its triggers were last looked at.
    var isFresh = true
    /// Why it stopped, until the handler has been told.
    var stop: LaneIntegrator.Stop?
    /// Constraints that did not hold, with the time of the first violation.
    var violations: [ConstraintViolation] = []
    /// The past, where the model asks for it.
    var history = DelayHistory()

    /// The next time at which the lane must stop.
    var target: Double {
        var target = goal
        if let landing { target = min(target, landing) }
        if nextBreakpoint < breakpoints.count { target = min(target, breakpoints[nextBreakpoint]) }
        for event in pending { target = min(target, event.time) }
        return target
    }

    /// Leaves breakpoints behind.
    mutating func pass(_ time: Double) {
        while nextBreakpoint < breakpoints.count, breakpoints[nextBreakpoint] <= time { nextBreakpoint += 1 }
        if let landing, landing <= time { self.landing = nil }
    }
}

/// An event that was triggered and waits for its time.
struct PendingEvent {
    var event: Int
    var time: Double
    /// The values to assign, if they are those of the time of the trigger.
    var values: [Double]?
}

/// A constraint that did not hold.
public struct ConstraintViolation: Sendable, Equatable, CustomStringConvertible {
    /// The constraint.
    public var constraint: Program.Constraint
    /// The first time at which it did not hold.
    public var time: Double

    /// Which constraint, when, and its own message.
    public var description: String {
        "'\(constraint.id)' does not hold from time \(time)"
            + (constraint.message.isEmpty ? "" : ": \(constraint.message)")
    }
}
