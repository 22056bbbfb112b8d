/// At which times of a run the states are kept.
public enum SaveSchedule: Sendable, Equatable {
    /// Every so much time from the start, and at the end.
    case every(Double)
    /// At these times: rising, within the run.
    case times([Double])
    /// At the end alone.
    case end

    /// Why a schedule cannot be followed.
    public enum Problem: Error, Sendable, Equatable, CustomStringConvertible {
        /// The interval is not a positive number.
        case interval(Double)
        /// This time does not lie after the one before it and within the run.
        case time(Double)

        /// What is wrong and what would be right.
        public var description: String {
            switch self {
            case .interval(let value): "cannot save every \(value): the interval must be a positive, finite number"
            case .time(let value): "cannot save at time \(value): times must rise and lie within the run"
            }
        }
    }

    /// The times within a run.
    /// - Throws: `Problem` for an interval that is not positive, or times out of order or outside the run.
    func times(over range: ClosedRange<Double>) throws(Problem) -> [Double] {
        switch self {
        case .end: return [range.upperBound]
        case .times(let times):
            var last = -Double.infinity
            for time in times {
                guard range.contains(time), time > last else { throw .time(time) }
                last = time
            }
            return times
        case .every(let interval):
            guard interval > 0, interval.isFinite else { throw .interval(interval) }
            var times: [Double] = []
            // By multiplication, so that rounding does not add up. A last point within a part in 10⁹ of the end is
            // the end.
            while case let time = range.lowerBound + Double(times.count) * interval,
                time < range.upperBound - 1e-9 * interval
            {
                times.append(time)
            }
            return times + [range.upperBound]
        }
    }
}
