/// Grades ICANS by ASTCT 2019: the most severe of ICE score (CAPD in children under 12), consciousness, seizure, motor
/// findings and oedema, each not attributable to another cause. What was not assessed counts as it was last found, but
/// for seizures, which are those since the last assessment.
struct ICANSMonitor: Sendable {
    private(set) var grade = ICANSGrade.none
    private(set) var episodes = EpisodeLog<ICANSGrade>()
    /// The last assessment.
    private(set) var basis: (assessment: NeurologicalAssessment, at: Instant)?
    /// The last assessment, completed by what was found before.
    private(set) var known = NeurologicalAssessment()
    private var since = [Instant?](repeating: nil, count: 6)

    /// How long the grade has been at least `level`, hours; nil if it is not.
    func hours(atLeast level: ICANSGrade, at instant: Instant) -> Double? {
        since[level.rawValue].map { instant.hours(since: $0) }
    }

    mutating func take(_ assessment: NeurologicalAssessment, at instant: Instant) {
        basis = (assessment, instant)
        known = assessment.completed(by: known)
        settle(Self.grade(known), instant)
    }

    mutating func die(at instant: Instant) { settle(.grade5, instant) }

    private mutating func settle(_ new: ICANSGrade, _ instant: Instant) {
        grade = new
        for level in 1..<since.count {
            if new.rawValue < level { since[level] = nil } else if since[level] == nil { since[level] = instant }
        }
        episodes.note(new, isPresent: new != .none, at: instant)
    }

    /// The grade of one assessment.
    static func grade(_ assessment: NeurologicalAssessment) -> ICANSGrade {
        [cognition(assessment), consciousness(assessment), seizure(assessment), motor(assessment), oedema(assessment)]
            .max() ?? .none
    }

    static func cognition(_ a: NeurologicalAssessment) -> ICANSGrade {
        if let ice = a.ice { return ice.grade }
        guard let capd = a.capd, capd > 0 else { return .none }
        // CAPD 1–8 is grade 1 or 2 by consciousness (the split from memory, unverified); 9 or more is grade 3.
        if capd >= 9 { return .grade3 }
        return a.consciousness == .voice ? .grade2 : .grade1
    }

    /// Awakening by oneself is normal; it names grade 1 only beside another finding.
    static func consciousness(_ a: NeurologicalAssessment) -> ICANSGrade {
        switch a.consciousness {
        case .voice: .grade2
        case .tactile: .grade3
        case .unarousable: .grade4
        case .spontaneous, nil: .none
        }
    }

    static func seizure(_ a: NeurologicalAssessment) -> ICANSGrade {
        switch a.seizure {
        case .brief: .grade3
        case .prolonged: .grade4
        case .some(.none), nil: .none
        }
    }

    static func motor(_ a: NeurologicalAssessment) -> ICANSGrade { a.focalWeakness == true ? .grade4 : .none }

    static func oedema(_ a: NeurologicalAssessment) -> ICANSGrade {
        switch a.oedema {
        case .focal: .grade3
        case .diffuse: .grade4
        case .some(.none), nil: .none
        }
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
