/// How long a name is locked after failures: nothing for the first four, then from half a minute on, doubled each time, to
/// an hour.
public struct LockOut: Sendable, Equatable {
    /// Failures that are forgiven.
    public var forgiven = 4
    /// First delay, s.
    public var first = 30.0
    /// Longest delay, s.
    public var longest = 3_600.0

    /// Usual values.
    public init() {}

    /// Seconds for which a name is locked after so many failures in a row.
    public func delay(after failures: Int) -> Double {
        guard failures > forgiven else { return 0 }
        var delay = first
        for _ in 0..<min(failures - forgiven - 1, 40) where delay < longest { delay *= 2 }
        return min(delay, longest)
    }
}
