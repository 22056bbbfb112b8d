import Care

/// What an Observation of another system is about.
enum ObservationKind: Equatable {
    /// A laboratory result
    case analyte(Analyte)
    /// One vital sign
    case sign(VitalSign)
    /// Systolic and diastolic, or mean, pressure
    case bloodPressure
    /// A panel of vital signs in its components
    case signsPanel
    /// A score of the nervous system
    case score(Score)

    /// Vital signs.
    enum VitalSign: CaseIterable {
        /// Those that a journal keeps, but for the support
        case temperature, meanArterialPressure, heartRate, oxygenSaturation, oxygenFlow
    }
    /// Scores.
    enum Score { case ice, capd }

    /// The blood pressure panel, systolic and diastolic pressure.
    static let pressurePanel = StandardCode.loinc("85354-9", "Blood pressure panel with all children optional")
    static let systolic = StandardCode.loinc("8480-6", "Systolic blood pressure")
    static let diastolic = StandardCode.loinc("8462-4", "Diastolic blood pressure")

    /// Reads a Coding; nil if it means nothing here.
    init?(_ coding: JSON) {
        guard let system = coding["system"]?.text, let code = coding["code"]?.text,
            let kind = Self.known["\(system)|\(code)"]
        else { return nil }
        self = kind
    }

    /// Every code that is read, for the published table and the CapabilityStatement's promise.
    static let codes: [(kind: ObservationKind, code: StandardCode)] = {
        var codes: [(ObservationKind, StandardCode)] = []
        for analyte in Analyte.allCases { codes += analyte.loinc.map { (.analyte(analyte), $0) } }
        for sign in VitalSign.allCases { codes += sign.concept.standard.map { (.sign(sign), $0) } }
        codes.append((.bloodPressure, pressurePanel))
        codes += Concept.vitalSigns.standard.map { (.signsPanel, $0) }
        return codes
    }()

    private static let known: [String: ObservationKind] = {
        var known: [String: ObservationKind] = [:]
        for (kind, code) in codes { known["\(code.system.rawValue)|\(code.code)"] = kind }
        for analyte in Analyte.allCases { known["\(LocalSystem.analyte.uri)|\(analyte.rawValue)"] = .analyte(analyte) }
        func own(_ concept: Concept, _ kind: ObservationKind) {
            known["\(LocalSystem.concept.uri)|\(concept.rawValue)"] = kind
        }
        for sign in VitalSign.allCases { own(sign.concept, .sign(sign)) }
        own(.vitalSigns, .signsPanel)
        own(.ice, .score(.ice))
        own(.capd, .score(.capd))
        return known
    }()
}

extension ObservationKind.VitalSign {
    /// The concept that carries the codes.
    var concept: Concept {
        switch self {
        case .temperature: .temperature
        case .meanArterialPressure: .meanArterialPressure
        case .heartRate: .heartRate
        case .oxygenSaturation: .oxygenSaturation
        case .oxygenFlow: .oxygenFlow
        }
    }

    /// The unit in which the journal keeps it.
    var unit: String {
        switch self {
        case .temperature: "Cel"
        case .meanArterialPressure: "mm[Hg]"
        case .heartRate: "/min"
        case .oxygenSaturation: "%"
        case .oxygenFlow: "L/min"
        }
    }
}
