/// One episode of a toxicity.
public struct Episode<Grade: Sendable & Comparable>: Sendable, Equatable {
    /// First sign.
    public var onset: Instant
    /// Highest grade.
    public var peak: Grade
    /// When that was first reached.
    public var peakAt: Instant
    /// When a sign was last found. CRS counts for a day after the last fever: then this is before `resolved`.
    public var lastSign: Instant
    /// When the last sign was gone; nil while it goes on.
    public var resolved: Instant?

    /// Days from the first sign to the end, or to now while it goes on.
    public func days(at instant: Instant) -> Double { (resolved ?? instant).days(since: onset) }

    /// Days on which there were signs, the first and the last counted, as trials report the duration of an adverse event:
    /// date of the end less date of the beginning plus one (ADURN in CDISC's ADaM, as in the R package admiral), whose
    /// published ranges begin at 1 day. Dates depend on the hour at which it began; this is the mean over all hours.
    public var reportedDays: Double { lastSign.days(since: onset) + 1 }
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
        for episode in episodes where episode.peak > first.peak {
            first.peak = episode.peak
            first.peakAt = episode.peakAt
        }
        return first
    }

    /// Takes the grade of now.
    /// - Parameter isSeen: a sign was found now, and does not only count on from before.
    mutating func note(_ grade: Grade, isPresent: Bool, isSeen: Bool, at instant: Instant) {
        if isPresent {
            if isOpen(at: instant) {
                let last = episodes.count - 1
                episodes[last].resolved = nil
                if isSeen { episodes[last].lastSign = instant }
                if grade > episodes[last].peak {
                    episodes[last].peak = grade
                    episodes[last].peakAt = instant
                }
            } else {
                episodes.append(
                    Episode(onset: instant, peak: grade, peakAt: instant, lastSign: instant, resolved: nil))
            }
        } else if isOpen {
            episodes[episodes.count - 1].resolved = instant
        }
    }
}
