/// Grades CRS from one set of vital signs after another, as ASTCT 2019 does:
///
/// - CRS begins with a fever. The first may begin to day 30; after an episode has resolved, a fever alone begins another
///   only to day 14 (new CRS after two weeks was seen in 0 of 475 patients), since later another cause is likelier.
/// - After an antipyretic, tocilizumab or a corticosteroid fever is no longer needed: hypotension and hypoxia are graded
///   without it. Until then, a fever within the last 24 hours counts, so that a dip between two readings ends nothing
///   (our reading; the consensus does not say).
/// - It has resolved when all signs are gone; signs that return within three days belong to the same episode (ours).
struct CRSMonitor: Sendable {
    /// Last day on which a first episode may begin.
    static let lastOnsetDay = 30.0
    /// Last day on which fever alone begins another.
    static let lastRecurrenceDay = 14.0
    /// Hours for which a fever counts.
    static let feverHold = 24.0

    private(set) var grade = CRSGrade.none
    private(set) var episodes = EpisodeLog<CRSGrade>()
    private var lastFever: Instant?
    /// Whether an antipyretic or anticytokine drug was given in this episode.
    private var isTreated = false
    /// What the grade rests on.
    private(set) var basis: (vitals: VitalSigns, axes: CRSAxes, at: Instant)?
    /// Since when the grade has been at least 1, 2, 3, 4.
    private var since = [Instant?](repeating: nil, count: 6)

    /// Whether an episode is going on.
    var isActive: Bool { episodes.isOpen }

    /// How long the grade has been at least `level`, hours; nil if it is not.
    func hours(atLeast level: CRSGrade, at instant: Instant) -> Double? {
        since[level.rawValue].map { instant.hours(since: $0) }
    }

    mutating func take(_ vitals: VitalSigns, at instant: Instant, day: Double) {
        let axes = CRSAxes(vitals)
        basis = (vitals, axes, instant)
        if axes.fever == true { lastFever = instant }
        if !episodes.isOpen(at: instant) {
            isTreated = false
            let latest = episodes.isEmpty ? Self.lastOnsetDay : Self.lastRecurrenceDay
            guard axes.fever == true, day >= 0, day <= latest else { return settle(.none, instant) }
        }
        let held = lastFever.map { instant.hours(since: $0) <= Self.feverHold } ?? false
        let febrile = axes.fever == true || (!isTreated && held)
        if febrile { return settle(max(.grade1, axes.organ), instant) }
        settle(isTreated ? axes.organ : .none, instant)
    }

    mutating func treat() { if episodes.isOpen { isTreated = true } }

    mutating func die(at instant: Instant) { settle(.grade5, instant) }

    private mutating func settle(_ new: CRSGrade, _ instant: Instant) {
        grade = new
        for level in 1..<since.count {
            if new.rawValue < level { since[level] = nil } else if since[level] == nil { since[level] = instant }
        }
        episodes.note(new, isPresent: new != .none, at: instant)
    }
}
