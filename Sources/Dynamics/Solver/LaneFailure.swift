/// Why one patient's integration stopped. The others go on.
public struct LaneFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// Kinds of failure.
    public enum Reason: String, Sendable {
        /// The step became smaller than the time's own precision.
        case stepTooSmall
        /// A value was infinite or not a number however small the step.
        case notFinite
        /// More steps were taken than allowed.
        case tooManySteps
        /// Events at one time kept triggering each other.
        case eventLoop
        /// The delay of an event was negative or not a number.
        case badDelay
    }

    /// Kind.
    public var reason: Reason
    /// Time at which it happened, in the model's unit.
    public var time: Double
    /// The state with the largest error, if one stood out.
    public var state: String?

    /// What happened, where, and what to try.
    public var description: String {
        let place = "at time \(time)" + (state.map { ", mostly in '\($0)'" } ?? "")
        return switch reason {
        case .stepTooSmall:
            "the step became too small \(place): try looser tolerances or the stiff method, or look for a singularity"
        case .notFinite:
            "a value was not finite \(place): look for a division by zero or a logarithm of a negative number"
        case .tooManySteps:
            "too many steps \(place): try the stiff method or looser tolerances"
        case .badDelay:
            "the delay of an event is negative or not a number \(place): look at its expression"
        case .eventLoop:
            "events keep triggering each other \(place): look at their triggers and assignments"
        }
    }
}
