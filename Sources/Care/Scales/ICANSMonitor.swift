/// Grades ICANS by ASTCT 2019: the most severe of ICE score (CAPD in children under 12), consciousness, seizure, motor
/// findings and oedema, each not attributable to another cause. What was not assessed counts as it was last found, but
/// for seizures, which are those since the last assessment. An assessment whose findings have another cause (sedation)
/// says nothing of ICANS: it changes no finding, and ends none (our reading).
struct ICANSMonitor: Sendable {
    /// When each finding was made that counts now.
    struct Times: Sendable, Equatable {
        var cognition: Instant?
        var consciousness: Instant?
        var weakness: Instant?
        var oedema: Instant?
    }

    private(set) var grade = ICANSGrade.none
    private(set) var episodes = EpisodeLog<ICANSGrade>()
    /// The last assessment.
    private(set) var basis: (assessment: NeurologicalAssessment, at: Instant)?
    /// The last assessment, completed by what was found before.
    private(set) var known = NeurologicalAssessment()
    /// Since when the findings in `known` are.
    private(set) var times = Times()
    /// When the patient is 12 years old; nil while the age is unknown.
    private(set) var twelveAt: Instant?
    private var since = [Instant?](repeating: nil, count: 6)

    /// How long the grade has been at least `level`, hours; nil if it is not.
    func hours(atLeast level: ICANSGrade, at instant: Instant) -> Double? {
        since[level.rawValue].map { instant.hours(since: $0) }
    }

    /// Whether the patient is under 12 then; nil if the age is unknown.
    func isChild(at instant: Instant) -> Bool? { twelveAt.map { instant < $0 } }

    /// Takes the age, years, at the time of the referral.
    mutating func note(age: Double, at instant: Instant) {
        twelveAt = instant.advanced(byDays: (ICANSAxes.adultFrom - age) * 365.25)
    }

    mutating func take(_ assessment: NeurologicalAssessment, at instant: Instant) {
        basis = (assessment, instant)
        if assessment.otherCause == true {
            known.seizure = nil
        } else {
            note(assessment, at: instant)
            known = assessment.completed(by: known)
        }
        settle(ICANSAxes(known, isChild: isChild(at: instant)).grade, instant)
    }

    private mutating func note(_ assessment: NeurologicalAssessment, at instant: Instant) {
        if assessment.ice != nil || assessment.capd != nil { times.cognition = instant }
        if assessment.consciousness != nil { times.consciousness = instant }
        if assessment.focalWeakness != nil { times.weakness = instant }
        if assessment.oedema != nil { times.oedema = instant }
    }

    mutating func die(at instant: Instant) { settle(.grade5, instant) }

    private mutating func settle(_ new: ICANSGrade, _ instant: Instant) {
        grade = new
        for level in 1..<since.count {
            if new.rawValue < level { since[level] = nil } else if since[level] == nil { since[level] = instant }
        }
        episodes.note(new, isPresent: new != .none, isSeen: true, at: instant)
    }
}

extension NeurologicalAssessment {
    /// This assessment with what it lacks taken from an earlier one; seizures are not.
    func completed(by earlier: NeurologicalAssessment) -> NeurologicalAssessment {
        var result = self
        if ice == nil, capd == nil {
            result.ice = earlier.ice
            result.capd = earlier.capd
        }
        result.consciousness = consciousness ?? earlier.consciousness
        result.focalWeakness = focalWeakness ?? earlier.focalWeakness
        result.oedema = oedema ?? earlier.oedema
        return result
    }
}
