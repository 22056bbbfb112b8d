/// The five axes that ICANS is graded by, in one assessment. ASTCT 2019.
///
/// CAPD in children: 1 to 8 is grade 1, or 2 where the child awakens only to voice; 9 or more is grade 3; a child who
/// cannot be roused cannot be scored and is of grade 4 by consciousness (9 read; the split of 1 to 8 read in summaries of
/// the consensus only, not in its own table).
struct ICANSAxes: Sendable, Equatable {
    /// Age, years, from which the ICE score takes the place of the CAPD.
    static let adultFrom = 12.0
    /// CAPD from which delirium is likely, and the grade 3.
    static let delirium = 9

    var cognition: ICANSGrade
    var consciousness: ICANSGrade
    var seizure: ICANSGrade
    var motor: ICANSGrade
    var oedema: ICANSGrade

    /// - Parameter isChild: whether the patient is under 12; nil if nobody knows.
    init(_ a: NeurologicalAssessment, isChild: Bool?) {
        cognition = Self.cognition(a, isChild: isChild)
        // Awakening by oneself is normal; it names grade 1 only beside another finding.
        consciousness =
            switch a.consciousness {
            case .voice: .grade2
            case .tactile: .grade3
            case .unarousable: .grade4
            case .spontaneous, nil: .none
            }
        seizure =
            switch a.seizure {
            case .brief: .grade3
            case .prolonged: .grade4
            case .some(.none), nil: .none
            }
        motor = a.focalWeakness == true ? .grade4 : .none
        oedema =
            switch a.oedema {
            case .focal: .grade3
            case .diffuse: .grade4
            case .some(.none), nil: .none
            }
    }

    /// The most severe axis.
    var grade: ICANSGrade { max(max(max(cognition, consciousness), max(seizure, motor)), oedema) }

    /// The age decides which score is graded. The other one counts only where that one is missing (a child who was
    /// tested by ICE; an adult who cannot do ICE for developmental delay), and where the age is unknown the worse does.
    private static func cognition(_ a: NeurologicalAssessment, isChild: Bool?) -> ICANSGrade {
        let capd = a.capd.map(grade(capd:))
        return switch isChild {
        case true?: capd ?? a.ice?.grade ?? .none
        case false?: a.ice?.grade ?? capd ?? .none
        case nil: max(a.ice?.grade ?? .none, capd ?? .none)
        }
    }

    static func grade(capd: Int) -> ICANSGrade { capd >= delirium ? .grade3 : capd > 0 ? .grade1 : .none }
}
