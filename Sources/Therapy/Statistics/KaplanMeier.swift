#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The product-limit estimate of survival, with pointwise 95 % intervals on the log-log scale (Greenwood's variance).
public struct KaplanMeier: Sendable, Equatable {
    /// The estimate from one event time up to the next.
    public struct Step: Sendable, Equatable {
        /// When the step begins.
        public let time: Double
        /// The share still free of the event, the events at `time` counted.
        public let survival: Double
        /// The lower end of the interval.
        public let low: Double
        /// The upper end of the interval.
        public let high: Double
        /// How many were at risk just before `time`.
        public let atRisk: Int
    }

    /// One step per distinct event time, in ascending order.
    public let steps: [Step]
    /// Every follow-up time, ascending.
    private let sortedTimes: [Double]

    /// The estimate from follow-up times and whether each ended in the event (`true`) or was censored.
    ///
    /// Both arrays must be equally long; entries whose time is not a number are left out. Someone censored at an event
    /// time still counts as at risk there.
    public init(times: [Double], events: [Bool]) {
        precondition(times.count == events.count, "times and events differ in length")
        let order = zip(times, events).filter { !$0.0.isNaN }.sorted { $0.0 < $1.0 }
        sortedTimes = order.map(\.0)
        steps = Self.steps(order)
    }

    /// The first time at which survival is one half or less; `nil` when not reached.
    public var median: Double? { steps.first { $0.survival <= 0.5 + 1e-12 }?.time }

    /// How many are still followed just before `time`.
    public func atRisk(at time: Double) -> Int {
        sortedTimes.count - Self.firstIndex(sortedTimes.count) { sortedTimes[$0] >= time }
    }

    /// Survival and its interval at `time`; 1 before the first event.
    public func survival(at time: Double) -> (value: Double, low: Double, high: Double) {
        let next = Self.firstIndex(steps.count) { steps[$0].time > time }
        guard next > 0 else { return (1, 1, 1) }
        let step = steps[next - 1]
        return (step.survival, step.low, step.high)
    }
}

extension KaplanMeier {
    private static func steps(_ order: [(Double, Bool)]) -> [Step] {
        var steps: [Step] = []
        var (survival, greenwood, index) = (1.0, 0.0, 0)
        while index < order.count {
            let time = order[index].0
            let atRisk = order.count - index
            var died = 0
            while index < order.count, order[index].0 == time {
                died += order[index].1 ? 1 : 0
                index += 1
            }
            guard died > 0 else { continue }
            let (d, n) = (Double(died), Double(atRisk))
            survival *= 1 - d / n
            greenwood += d / (n * (n - d))
            let (low, high) = interval(survival, greenwood)
            steps.append(Step(time: time, survival: survival, low: low, high: high, atRisk: atRisk))
        }
        return steps
    }

    private static func interval(_ survival: Double, _ greenwood: Double) -> (Double, Double) {
        guard survival > 0 else { return (0, 0) }
        let half = Normal.z95 * greenwood.squareRoot() / abs(log(survival))
        return (pow(survival, exp(half)), pow(survival, exp(-half)))
    }

    /// The first index below `count` for which an ascending test holds, or `count`.
    private static func firstIndex(_ count: Int, _ holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
