/// The CRS grade with what it rests on, rendered when somebody asks.
extension Chart {
    static var consensus: String { "ASTCT 2019, Lee et al., Biol Blood Marrow Transplant 25:625" }
    /// The consensus gives no number; nor is 65 mmHg right for a small child.
    private static var hypotensionSource: String {
        "\(consensus); the limit is the usual one of adults and assumed: a clinician must confirm it for a child"
    }
    private static var ours: String { "our reading of \(consensus)" }

    /// The CRS grade with its reasons.
    public var crs: Assessment<CRSGrade> {
        var reasons: [Reason] = []
        if let death, death.cause == .crs {
            reasons.append(
                Reason(finding: "died of CRS: grade 5", at: death.at, source: Self.consensus, entry: .died))
        }
        guard let (vitals, axes, at) = crsMonitor.basis else {
            return Assessment(
                grade: crsGrade, reasons: reasons + ungradedReasons("CRS") + teamReasons(crsAgreement),
                unknown: infusedAt == nil ? [] : ["vital signs"])
        }
        reasons += Self.findings(vitals, axes, at: at)
        reasons += carriedReasons(axes, before: at)
        reasons += feverReasons(axes, at: at)
        return Assessment(
            grade: crsGrade, reasons: reasons + teamReasons(crsAgreement), unknown: Self.unknown(axes))
    }

    private static func findings(_ vitals: VitalSigns, _ axes: CRSAxes, at instant: Instant) -> [Reason] {
        var reasons: [Reason] = []
        func add(_ finding: String, _ threshold: String? = nil, source: String = consensus) {
            reasons.append(
                Reason(
                    finding: threshold.map { "\(finding): \($0)" } ?? finding, at: instant, source: source,
                    threshold: threshold, entry: .vitalsTaken))
        }
        if let temperature = vitals.temperature {
            let isFever = temperature >= CRSAxes.fever
            add(
                "temperature \(decimal(temperature)) °C",
                isFever ? "38.0 °C or more is fever" : "below 38.0 °C, no fever now")
        }
        if let pressure = vitals.meanArterialPressure {
            let isLow = pressure < CRSAxes.hypotension
            let threshold =
                isLow ? "below 65 is hypotension, grade 2 without vasopressor" : "65 or more, no hypotension"
            add("mean arterial pressure \(decimal(pressure)) mmHg", threshold, source: hypotensionSource)
        }
        if vitals.fluidBolus == true { add("fluids for hypotension", "hypotension without vasopressor is grade 2") }
        if let count = vitals.vasopressors, count > 0 {
            add(
                "\(count) vasopressor\(count > 1 ? "s" : "") running",
                count > 1
                    ? "several, vasopressin not counted, are grade 4" : "one, with or without vasopressin, is grade 3")
        }
        if vitals.vasopressin == true {
            add(
                "vasopressin running", "not counted beside a vasopressor, alone as one: grade 3",
                source: vitals.vasopressors == 0
                    ? "\(consensus); alone is our reading: a clinician must confirm" : consensus)
        }
        if let oxygen = vitals.oxygen {
            let saturation = vitals.oxygenSaturation.map { "SpO2 \(decimal($0)) % on " } ?? ""
            let grade = CRSAxes.hypoxia(oxygen)
            add("\(saturation)\(oxygen.words)", "\(oxygen.criterion): \(grade == .none ? "no hypoxia" : grade.words)")
        }
        if vitals.otherCause == true { add("these signs have another cause and are not graded") }
        return reasons
    }

    /// Signs that were not measured this time and count as they were last seen.
    private func carriedReasons(_ axes: CRSAxes, before instant: Instant) -> [Reason] {
        [("hypotension", crsMonitor.hypotension), ("hypoxia", crsMonitor.hypoxia)].compactMap { name, finding in
            guard let finding, finding.grade != .none else { return nil }
            // What was measured this time leaves it open, but bounds what was seen before.
            let isBounded =
                name == "hypotension" && finding.at == instant
                && axes.hypotension.lowerBound < finding.grade && finding.grade == axes.hypotension.upperBound
            guard finding.at < instant || isBounded else { return nil }
            let threshold = "a sign counts as it was last seen, as far as what is measured now allows"
            return Reason(
                finding: "\(name) of \(finding.grade.words), \(isBounded ? "as far as known" : "not measured since")",
                at: finding.at, source: Self.ours, threshold: threshold, entry: .vitalsTaken)
        }
    }

    /// Why a grade stands without a fever now, or why none stands in spite of signs.
    private func feverReasons(_ axes: CRSAxes, at instant: Instant) -> [Reason] {
        if crsGrade == .grade5 { return [] }
        guard crsGrade != .none else { return [whyNone(axes, at: instant)].compactMap { $0 } }
        guard axes.fever != true else { return [] }
        if let dose = crsMonitor.anticytokine ?? crsMonitor.antipyretic {
            let kind = crsMonitor.anticytokine == nil ? "an antipyretic" : "anticytokine treatment"
            let threshold = "after \(kind) fever is no longer needed in this episode"
            var reasons = [
                Reason(
                    finding: "\(dose.drug.rawValue) given: \(threshold)", at: dose.at, source: Self.consensus,
                    threshold: threshold, entry: .drugGiven)
            ]
            if crsMonitor.anticytokine == nil, let held = heldFever(at: instant) { reasons.append(held) }
            return reasons
        }
        return [heldFever(at: instant)].compactMap { $0 }
    }

    /// A fever that counts although the temperature is lower now, or unknown.
    private func heldFever(at instant: Instant) -> Reason? {
        guard let last = crsMonitor.lastFever,
            crsMonitor.isFebrile || instant.hours(since: last) <= CRSMonitor.feverHold
        else { return nil }
        let threshold =
            crsMonitor.isFebrile ? "the temperature counts as last measured" : "a fever counts for 24 hours"
        return Reason(
            finding: "the last fever: \(threshold)", at: last, source: Self.ours, threshold: threshold,
            entry: .vitalsTaken)
    }

    private func whyNone(_ axes: CRSAxes, at instant: Instant) -> Reason? {
        let hasOrganSign = max(crsMonitor.hypotension?.grade ?? .none, crsMonitor.hypoxia?.grade ?? .none) != .none
        if axes.fever == true, let day = day(at: instant) {
            let limit = crsMonitor.episodes.isEmpty ? CRSMonitor.lastOnsetDay : CRSMonitor.lastRecurrenceDay
            let which = crsMonitor.episodes.isEmpty ? "a first episode" : "another episode"
            let threshold = "\(which) begins with a fever to day \(Int(limit)); later, look for another cause"
            return Reason(
                finding: "fever on day \(Self.decimal(day)): \(threshold)", at: instant, source: Self.ours,
                threshold: threshold, entry: .vitalsTaken)
        }
        guard hasOrganSign else { return nil }
        let threshold = "CRS begins with a fever; hypotension or hypoxia alone is not CRS"
        return Reason(
            finding: "no fever: \(threshold)", at: instant, source: Self.consensus, threshold: threshold,
            entry: .vitalsTaken)
    }

    private static func unknown(_ axes: CRSAxes) -> [String] {
        var unknown: [String] = []
        if axes.fever == nil { unknown.append("temperature") }
        if axes.hypotension.lowerBound != axes.hypotension.upperBound {
            unknown.append("blood pressure or vasopressors")
        }
        if axes.hypoxia == nil { unknown.append("oxygen support") }
        return unknown
    }

    static func decimal(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\((value * 10).rounded() / 10)"
    }
}
