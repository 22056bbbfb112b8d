extension CRSGrade {
    /// In words.
    public var words: String { self == .none ? "no CRS" : "grade \(rawValue)" }
}

extension ICANSGrade {
    /// In words.
    public var words: String { self == .none ? "no ICANS" : "grade \(rawValue)" }
}

extension OxygenSupport {
    /// In words.
    public var words: String {
        switch self {
        case .roomAir: "room air"
        case .nasalCannula(let litres):
            "\(litres == litres.rounded() ? "\(Int(litres))" : "\(litres)") L/min nasal cannula"
        case .highFlow: "high-flow oxygen"
        case .positivePressure: "positive pressure"
        }
    }

    /// The row of the consensus that this support stands in.
    var criterion: String {
        switch self {
        case .roomAir: "no oxygen"
        case .nasalCannula(let litres): litres <= CRSAxes.lowFlow ? "low flow, 6 L/min or less" : "above 6 L/min"
        case .highFlow: "high-flow cannula, facemask, non-rebreather or Venturi"
        case .positivePressure: "CPAP, BiPAP or ventilation"
        }
    }
}

extension ICEScore {
    /// The row of the consensus that this score stands in.
    var row: String {
        switch grade {
        case .none: "10"
        case .grade1: "7 to 9"
        case .grade2: "3 to 6"
        default: "0 to 2"
        }
    }
}

extension NeurologicalAssessment.Consciousness {
    /// In words.
    var words: String {
        switch self {
        case .spontaneous: "awakens spontaneously"
        case .voice: "awakens to voice"
        case .tactile: "awakens only to touch"
        case .unarousable: "cannot be roused, or only by vigorous touch"
        }
    }
}

extension NeurologicalAssessment.Seizure {
    /// In words.
    var words: String {
        switch self {
        case .none: "none since the last assessment"
        case .brief: "resolved rapidly, or with treatment on the EEG"
        case .prolonged: "over 5 minutes, or repeated without recovery between"
        }
    }
}

extension NeurologicalAssessment.Oedema {
    /// In words.
    var words: String {
        switch self {
        case .none: "none"
        case .focal: "focal on imaging"
        case .diffuse: "diffuse, or signs of raised pressure"
        }
    }
}
