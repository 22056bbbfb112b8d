/// What makes a response count beyond the one assessment.
public enum ResponseConfirmation: Sendable, Equatable {
    /// Two consecutive assessments (IMWG 2016: made at any time before a new therapy begins).
    case twoConsecutive
    /// Still there after so many days (leukaemia: 28; iwCLL 2018: two months).
    case maintained(days: Double)

    /// The best confirmed category of a series in order of time; nil if none is. What could not be evaluated is passed
    /// over; progression ends the series.
    public func best<Category: ResponseCategory>(of series: [(category: Category, at: Instant)]) -> Category? {
        let end = series.firstIndex { $0.category == .progressive } ?? series.endIndex
        let seen = series[..<end].filter { $0.category != .notEvaluable }
        var best: Category?
        for first in seen.indices {
            // The worst category on the way is what was held.
            var held = seen[first].category
            for second in seen.indices.dropFirst(first + 1) {
                held = .worse(held, seen[second].category)
                guard isEnough(from: seen[first].at, to: seen[second].at) else { continue }
                if best.map({ held.isBetter(than: $0) }) ?? true { best = held }
                break
            }
        }
        return best
    }

    private func isEnough(from first: Instant, to second: Instant) -> Bool {
        switch self {
        case .twoConsecutive: true
        case .maintained(let days): second.days(since: first) >= days
        }
    }
}
