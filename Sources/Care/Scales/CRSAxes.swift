/// The three signs that CRS is graded by, in one set of vital signs. ASTCT 2019.
///
/// Hypoxia is graded by the oxygen that it needs, so a low saturation on room air has no grade of its own. Support that
/// is not for hypoxia (a ventilator for airway protection in ICANS, CPAP for sleep apnoea) is not to be recorded as
/// oxygen support.
struct CRSAxes: Sendable, Equatable {
    /// Fever is 38.0 °C or more.
    static let fever = 38.0
    /// Hypotension is a mean arterial pressure below 65 mmHg (the usual reading; the consensus gives no number).
    static let hypotension = 65.0
    /// Up to this flow a nasal cannula is low flow.
    static let lowFlow = 6.0

    /// nil is unknown.
    var fever: Bool?
    /// The grades of hypotension that the known signs leave open.
    var hypotension: ClosedRange<CRSGrade>
    /// nil is unknown.
    var hypoxia: CRSGrade?

    init(_ vitals: VitalSigns) {
        // Signs with another cause are not graded.
        if vitals.otherCause == true {
            fever = false
            hypotension = .none ... .none
            hypoxia = CRSGrade.none
            return
        }
        fever = vitals.temperature.map { $0 >= Self.fever }
        hypotension = Self.hypotension(vitals)
        hypoxia = vitals.oxygen.map(Self.hypoxia)
    }

    /// No vasopressor needed 2; one, with or without vasopressin 3; several, vasopressin not counted 4. Vasopressin
    /// alone is read as one vasopressor (grade 3), which the text leaves open.
    private static func hypotension(_ vitals: VitalSigns) -> ClosedRange<CRSGrade> {
        if let count = vitals.vasopressors, count >= 2 { return .grade4 ... .grade4 }
        if let count = vitals.vasopressors, count == 1 { return .grade3 ... .grade3 }
        // Without word of vasopressors, any number may run.
        let isCounted = vitals.vasopressors != nil
        if vitals.vasopressin == true { return .grade3...(isCounted ? .grade3 : .grade4) }
        let isLow = vitals.meanArterialPressure.map { $0 < hypotension } ?? false
        if isLow || vitals.fluidBolus == true { return .grade2...(isCounted ? .grade2 : .grade4) }
        if vitals.meanArterialPressure == nil { return .none...(isCounted ? .grade2 : .grade4) }
        return .none...(isCounted ? .none : .grade4)
    }

    static func hypoxia(_ oxygen: OxygenSupport) -> CRSGrade {
        switch oxygen {
        case .roomAir: .none
        case .nasalCannula(let litres): litres <= lowFlow ? .grade2 : .grade3
        case .highFlow: .grade3
        case .positivePressure: .grade4
        }
    }
}
