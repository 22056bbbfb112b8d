/// The ICANS grade with what it rests on, rendered when somebody asks.
extension Chart {
    private static var ours: String { "our reading of \(consensus)" }

    /// The ICANS grade with its reasons.
    public var icans: Assessment<ICANSGrade> {
        var reasons: [Reason] = []
        if let death, death.cause == .neurotoxicity {
            reasons.append(
                Reason(finding: "died of ICANS: grade 5", at: death.at, source: Self.consensus, entry: .died))
        }
        guard let (latest, at) = icansMonitor.basis else {
            return Assessment(
                grade: icansGrade, reasons: reasons + ungradedReasons("ICANS") + teamReasons(icansAgreement),
                unknown: infusedAt == nil ? [] : [expectedScore(at: Bool?.none)])
        }
        let isChild = icansMonitor.isChild(at: at)
        let findings = axisReasons(isChild: isChild, at: at)
        // What is normal is a reason only where nothing else is.
        reasons +=
            findings.contains { $0.grade != .none }
            ? findings.filter { $0.grade != .none }.map(\.reason) : findings.map(\.reason)
        reasons += scoreReasons(latest, isChild: isChild, at: at)
        if latest.otherCause == true {
            let threshold = "findings of another cause are not graded, and end no ICANS"
            reasons.append(
                Reason(
                    finding: "these findings have another cause: \(threshold)", at: at, source: Self.ours,
                    threshold: threshold, entry: .neurologyAssessed))
        }
        return Assessment(
            grade: icansGrade, reasons: reasons + teamReasons(icansAgreement),
            unknown: unknown(in: latest, isChild: isChild))
    }

    private func axisReasons(isChild: Bool?, at instant: Instant) -> [(grade: ICANSGrade, reason: Reason)] {
        let (known, times) = (icansMonitor.known, icansMonitor.times)
        let axes = ICANSAxes(known, isChild: isChild)
        var all: [(grade: ICANSGrade, reason: Reason)] = []
        func add(_ finding: String, _ criterion: String, _ grade: ICANSGrade, since: Instant?, source: String? = nil) {
            let at = since ?? instant
            let age = at < instant ? ", not assessed since" : ""
            let threshold = "\(criterion): \(grade == .none ? "normal" : grade.words)"
            all.append(
                (
                    grade,
                    Reason(
                        finding: "\(finding)\(age): \(threshold)", at: at, source: source ?? Self.consensus,
                        threshold: threshold, entry: .neurologyAssessed)
                ))
        }
        let usesCAPD = known.capd != nil && (isChild == true || known.ice == nil)
        if let capd = known.capd,
            usesCAPD || (isChild == nil && ICANSAxes.grade(capd: capd) > known.ice?.grade ?? .none)
        {
            add(
                "CAPD \(capd) of 32", capd >= ICANSAxes.delirium ? "9 or more" : capd > 0 ? "1 to 8" : "0",
                axes.cognition, since: times.cognition,
                source: capd >= ICANSAxes.delirium
                    ? nil
                    : "\(Self.consensus); the rows of 1 to 8 as summaries of it print them, a clinician must confirm")
        } else if let ice = known.ice {
            add("ICE score \(ice.rawValue) of 10", ice.row, axes.cognition, since: times.cognition)
        }
        if let consciousness = known.consciousness {
            add("consciousness", consciousness.words, axes.consciousness, since: times.consciousness)
        }
        if let seizure = known.seizure { add("seizure", seizure.words, axes.seizure, since: nil) }
        if let weakness = known.focalWeakness {
            add("deep focal weakness", weakness ? "present" : "none", axes.motor, since: times.weakness)
        }
        if let oedema = known.oedema { add("oedema", oedema.words, axes.oedema, since: times.oedema) }
        return all
    }

    /// A score that is not the one for the patient's age.
    private func scoreReasons(_ latest: NeurologicalAssessment, isChild: Bool?, at instant: Instant) -> [Reason] {
        let finding: String
        switch isChild {
        case true? where latest.ice != nil:
            finding = latest.capd == nil ? "ICE score, graded while the CAPD is missing" : "ICE score, not graded"
        case false? where latest.capd != nil:
            finding = latest.ice == nil ? "CAPD, graded while the ICE score is missing" : "CAPD, not graded"
        case nil where latest.ice != nil && latest.capd != nil: finding = "ICE score and CAPD, the worse graded"
        default: return []
        }
        let threshold = "CAPD is for children under 12, ICE for all others who are able to do it"
        return [
            Reason(
                finding: "\(finding): \(threshold)", at: instant, source: Self.consensus, threshold: threshold,
                entry: .neurologyAssessed)
        ]
    }

    private func expectedScore(at isChild: Bool?) -> String {
        let child = isChild ?? infusedAt.flatMap { icansMonitor.isChild(at: $0) } ?? false
        return child ? "CAPD" : "ICE score"
    }

    /// What the last assessment left out; it counts as it was last found. Imaging is done only for a reason.
    private func unknown(in latest: NeurologicalAssessment, isChild: Bool?) -> [String] {
        var unknown: [String] = []
        if latest.otherCause == true { unknown.append("ICANS under findings of another cause") }
        if isChild == nil { unknown.append("age (CAPD under 12, ICE from 12)") }
        if isChild == true ? latest.capd == nil : latest.ice == nil && (isChild == false || latest.capd == nil) {
            unknown.append(expectedScore(at: isChild))
        }
        if latest.consciousness == nil { unknown.append("consciousness") }
        if latest.seizure == nil { unknown.append("seizures") }
        if latest.focalWeakness == nil { unknown.append("focal weakness") }
        return unknown
    }
}
