/// Grades with what they rest on, rendered when somebody asks.
extension Chart {
    private static var source: String { "ASTCT 2019, Lee et al., Biol Blood Marrow Transplant 25:625" }

    /// The CRS grade with its reasons.
    public var crs: Assessment<CRSGrade> {
        guard let (vitals, axes, at) = crsMonitor.basis else {
            return Assessment(grade: crsGrade, reasons: [], unknown: infusedAt == nil ? [] : ["vital signs"])
        }
        var reasons: [Reason] = []
        func add(_ finding: String) { reasons.append(Reason(finding: finding, at: at, source: Self.source)) }
        if let temperature = vitals.temperature {
            let verdict = temperature >= CRSAxes.fever ? "38.0 °C or more is fever" : "below 38.0 °C, no fever now"
            add("temperature \(text(temperature)) °C: \(verdict)")
        }
        if let pressure = vitals.meanArterialPressure, pressure < CRSAxes.hypotension {
            add("mean arterial pressure \(text(pressure)) mmHg: below 65 is hypotension")
        }
        if vitals.fluidBolus == true { add("fluids for hypotension: grade 2") }
        if let count = vitals.vasopressors, count > 0 {
            add("\(count) vasopressor\(count > 1 ? "s" : "") running: grade \(count > 1 ? 4 : 3)")
        }
        if vitals.vasopressin == true { add("vasopressin running: not counted beside a vasopressor, alone as one") }
        if let oxygen = vitals.oxygen, oxygen != .roomAir {
            let saturation = vitals.oxygenSaturation.map { "SpO2 \(text($0)) % on " } ?? ""
            add("\(saturation)\(oxygen.words): grade \(axes.hypoxia?.rawValue ?? 0)")
        }
        if vitals.otherCause == true { add("these signs have another cause and are not graded") }
        if crsGrade != .none, axes.fever == false {
            add(
                crsMonitor.hasAnticytokine
                    ? "after anticytokine treatment fever is no longer needed"
                    : "fever within the last 24 hours counts, and after an antipyretic none is needed")
        }
        var unknown: [String] = []
        if axes.fever == nil { unknown.append("temperature") }
        if axes.hypotension.lowerBound != axes.hypotension.upperBound {
            unknown.append("blood pressure or vasopressors")
        }
        if axes.hypoxia == nil { unknown.append("oxygen support") }
        return Assessment(
            grade: crsGrade, reasons: reasons + carriedReasons(before: at), unknown: unknown)
    }

    /// Signs that were not measured this time and count as they were last seen.
    private func carriedReasons(before instant: Instant) -> [Reason] {
        [("hypotension", crsMonitor.hypotension), ("hypoxia", crsMonitor.hypoxia)].compactMap { name, finding in
            guard let finding, finding.at < instant, finding.grade != .none else { return nil }
            return Reason(
                finding: "\(name) of grade \(finding.grade.rawValue), not measured since", at: finding.at,
                source: Self.source)
        }
    }

    /// The ICANS grade with its reasons.
    public var icans: Assessment<ICANSGrade> {
        guard let (latest, at) = icansMonitor.basis else {
            return Assessment(grade: icansGrade, reasons: [], unknown: infusedAt == nil ? [] : ["ICE score"])
        }
        let assessment = icansMonitor.known
        var reasons: [Reason] = []
        func add(_ finding: String, _ grade: ICANSGrade) {
            guard grade != .none else { return }
            reasons.append(Reason(finding: "\(finding): grade \(grade.rawValue)", at: at, source: Self.source))
        }
        if let ice = assessment.ice {
            add("ICE score \(ice.rawValue) of 10", ICANSMonitor.cognition(assessment))
        } else if let capd = assessment.capd {
            add("CAPD \(capd)", ICANSMonitor.cognition(assessment))
        }
        if let consciousness = assessment.consciousness {
            add("consciousness: \(consciousness.words)", ICANSMonitor.consciousness(assessment))
        }
        add(assessment.seizure == .prolonged ? "prolonged seizure" : "seizure", ICANSMonitor.seizure(assessment))
        add("deep focal weakness", ICANSMonitor.motor(assessment))
        add(assessment.oedema == .diffuse ? "diffuse oedema" : "focal oedema", ICANSMonitor.oedema(assessment))
        return Assessment(grade: icansGrade, reasons: reasons, unknown: Self.unknown(in: latest))
    }

    /// What the last assessment left out; it counts as it was last found. Imaging is done only for a reason.
    private static func unknown(in latest: NeurologicalAssessment) -> [String] {
        var unknown: [String] = []
        if latest.ice == nil, latest.capd == nil { unknown.append("ICE score") }
        if latest.consciousness == nil { unknown.append("consciousness") }
        if latest.seizure == nil { unknown.append("seizures") }
        if latest.focalWeakness == nil { unknown.append("focal weakness") }
        return unknown
    }

    private func text(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\((value * 10).rounded() / 10)"
    }
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
}

extension NeurologicalAssessment.Consciousness {
    /// In words.
    var words: String {
        switch self {
        case .spontaneous: "awakens spontaneously"
        case .voice: "awakens to voice"
        case .tactile: "awakens only to touch"
        case .unarousable: "cannot be roused"
        }
    }
}
