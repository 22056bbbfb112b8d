/// What one member of an ensemble did.
public struct Trajectory: Sendable, Equatable {
    /// Times that were saved, in the model's unit; all that were asked for, unless the member failed before.
    public internal(set) var times: [Double] = []
    /// The states at each time, in the program's order.
    public internal(set) var states: [[Double]] = []
    /// The observables at each time, in the program's order.
    public internal(set) var observables: [[Double]] = []
    /// Constraints of the model that did not hold.
    public internal(set) var violations: [ConstraintViolation] = []
    /// Why the member stopped early, or nil.
    public internal(set) var failure: LaneFailure?
}
