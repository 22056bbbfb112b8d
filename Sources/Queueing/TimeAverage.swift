/// The mean over time of a number that changes in steps: a queue's length, busy servers.
public struct TimeAverage: Sendable, Equatable {
    /// The value now.
    public private(set) var value: Double
    /// The largest value of the window.
    public private(set) var maximum: Double
    private var area = 0.0
    private var start: Double
    private var last: Double

    /// Begins a window at a time with a value.
    public init(_ value: Double = 0, at time: Double = 0) {
        self.value = value
        maximum = value
        start = time
        last = time
    }

    /// The value changes.
    public mutating func set(_ value: Double, at time: Double) {
        area += self.value * (time - last)
        last = time
        self.value = value
        maximum = max(maximum, value)
    }

    /// Begins the window anew, with the value as it is: what came before is warm-up.
    public mutating func restart(at time: Double) { self = TimeAverage(value, at: time) }

    /// Value × time since the window began.
    public func integral(until time: Double) -> Double { area + value * (time - last) }

    /// The mean over the window until a time; the value itself if the window is empty.
    public func mean(until time: Double) -> Double {
        time > start ? integral(until: time) / (time - start) : value
    }

    /// Length of the window until a time.
    public func length(until time: Double) -> Double { time - start }
}
