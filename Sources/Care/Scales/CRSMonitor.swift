/// Grades CRS from one set of vital signs after another, as ASTCT 2019 does:
///
/// - CRS begins with a fever. The first may begin to day 30; after an episode has resolved, a fever alone begins another
///   only to day 14 (new CRS after two weeks was seen in 0 of 475 patients), since later another cause is likelier.
/// - After an antipyretic, tocilizumab or a corticosteroid fever is no longer needed: hypotension and hypoxia are graded
///   without it, for as long as the episode lasts (the consensus sets no limit, and neither do we). A dose outside of an
///   episode frees nothing: who had no fever yet has no CRS.
/// - Unless anticytokine therapy was given, a fever within the last 24 hours counts, so that a dip between two readings,
///   or paracetamol, ends nothing (our reading; the consensus does not say).
/// - A sign that was not measured is not a sign that is gone: it counts as it was last seen.
/// - It has resolved when all signs are gone; signs that return within three days belong to the same episode (ours).
struct CRSMonitor: Sendable {
    /// What makes fever needless for grading.
    enum Treatment { case antipyretic, anticytokine }

    /// A dose that made fever needless.
    struct Dose: Sendable, Equatable {
        var drug: Drug
        var at: Instant
    }

    /// A sign and when it was last measured.
    struct Finding: Sendable, Equatable {
        var grade: CRSGrade
        var at: Instant
    }

    /// Last day on which a first episode may begin.
    static let lastOnsetDay = 30.0
    /// Last day on which fever alone begins another.
    static let lastRecurrenceDay = 14.0
    /// Hours for which a fever counts.
    static let feverHold = 24.0

    private(set) var grade = CRSGrade.none
    private(set) var episodes = EpisodeLog<CRSGrade>()
    /// The last fever of all.
    private(set) var lastFever: Instant?
    /// Whether the temperature, as it was last measured, was a fever.
    private(set) var isFebrile = false
    /// The last antipyretic of this episode.
    private(set) var antipyretic: Dose?
    /// The last anticytokine drug of this episode.
    private(set) var anticytokine: Dose?
    /// Hypotension as last measured.
    private(set) var hypotension: Finding?
    /// Hypoxia as last measured.
    private(set) var hypoxia: Finding?
    /// The last set of vital signs.
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
        isFebrile = axes.fever ?? isFebrile
        note(axes.hypotension, at: instant)
        if let grade = axes.hypoxia { hypoxia = Finding(grade: grade, at: instant) }
        if !episodes.isOpen(at: instant) {
            antipyretic = nil
            anticytokine = nil
            let latest = episodes.isEmpty ? Self.lastOnsetDay : Self.lastRecurrenceDay
            guard axes.fever == true, day >= 0, day <= latest else { return settle(.none, instant) }
        }
        // The more severe of hypotension and hypoxia.
        let organ = max(hypotension?.grade ?? .none, hypoxia?.grade ?? .none)
        let held = lastFever.map { instant.hours(since: $0) <= Self.feverHold } ?? false
        if isFebrile || (anticytokine == nil && held) {
            return settle(max(.grade1, organ), instant, isSeen: isFebrile || organ != .none)
        }
        settle(antipyretic != nil || anticytokine != nil ? organ : .none, instant)
    }

    /// Hypotension is what the signs show, or, where they leave it open, as it was last seen.
    private mutating func note(_ possible: ClosedRange<CRSGrade>, at instant: Instant) {
        let last = hypotension?.grade ?? .none
        let grade = min(max(last, possible.lowerBound), possible.upperBound)
        let isSeen = possible.lowerBound == possible.upperBound || grade != last
        if isSeen || hypotension == nil { hypotension = Finding(grade: grade, at: instant) }
    }

    mutating func treat(with treatment: Treatment, _ drug: Drug, at instant: Instant) {
        guard episodes.isOpen else { return }
        switch treatment {
        case .antipyretic: antipyretic = Dose(drug: drug, at: instant)
        case .anticytokine: anticytokine = Dose(drug: drug, at: instant)
        }
    }

    mutating func die(at instant: Instant) { settle(.grade5, instant) }

    private mutating func settle(_ new: CRSGrade, _ instant: Instant, isSeen: Bool = true) {
        grade = new
        for level in 1..<since.count {
            if new.rawValue < level { since[level] = nil } else if since[level] == nil { since[level] = instant }
        }
        episodes.note(new, isPresent: new != .none, isSeen: isSeen, at: instant)
    }
}
