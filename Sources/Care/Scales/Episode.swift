/// One episode of a toxicity.
public struct Episode<Grade: Sendable & Comparable>: Sendable, Equatable {
    /// First sign.
    public var onset: Instant
    /// Highest grade.
    public var peak: Grade
    /// When the last sign was gone; nil while it goes on.
    public var resolved: Instant?
}

/// The episodes of a toxicity in order. Signs that return within three days belong to the same episode.
struct EpisodeLog<Grade: Sendable & Comparable>: Sendable {
    /// Days without signs after which an episode is over for good.
    static var gap: Double { 3 }

    private(set) var episodes: [Episode<Grade>] = []

    /// The last episode.
    var last: Episode<Grade>? { episodes.last }

    var isEmpty: Bool { episodes.isEmpty }

    /// Whether there are signs now.
    var isOpen: Bool { episodes.last.map { $0.resolved == nil } ?? false }

    /// Whether signs at this time would belong to the last episode.
    func isOpen(at instant: Instant) -> Bool {
        guard let last = episodes.last else { return false }
        return last.resolved.map { instant.days(since: $0) <= Self.gap } ?? true
    }

    /// The whole course in one: first onset, highest grade, end of the first episode.
    var summary: Episode<Grade>? {
        guard var first = episodes.first else { return nil }
        first.peak = episodes.map(\.peak).max() ?? first.peak
        return first
    }

    mutating func note(_ grade: Grade, isPresent: Bool, at instant: Instant) {
        if isPresent {
            if isOpen(at: instant) {
                episodes[episodes.count - 1].resolved = nil
                episodes[episodes.count - 1].peak = max(episodes[episodes.count - 1].peak, grade)
            } else {
                episodes.append(Episode(onset: instant, peak: grade, resolved: nil))
            }
        } else if isOpen {
            episodes[episodes.count - 1].resolved = instant
        }
    }
}
